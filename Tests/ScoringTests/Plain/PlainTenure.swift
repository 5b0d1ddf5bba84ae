/// 任职不满一年, for one member.
struct PlainTenure {
    private let scaled: [String]
    private let byDay: Bool
    private let seats: [PlainDays]
    private let part: PlainFraction
    let isExempt: Bool

    init(_ rule: PlainText?, seats: [PlainDays], window all: [PlainDay]) {
        scaled = rule?.words("折算") ?? []
        byDay = rule?.text("按") == "日"
        self.seats = seats
        guard let rule, !seats.isEmpty else {
            (part, isExempt) = (.one, false)
            return
        }
        let sat = all.filter { day in seats.contains { $0.contains(day) } }
        let months = Set(sat.map { $0.stretch("月") }).count
        if rule.text("按") == "日" {
            part = PlainFraction(Int128(sat.count), Int128(all.count))
        } else {
            part = PlainFraction(Int128(months), Int128(Set(all.map { $0.stretch("月") }).count))
        }
        isExempt = months < rule.number("不满几个月不考核") ?? 0
    }

    /// How much of what the word names is asked of the member.
    func share(of what: String) -> PlainFraction { scaled.contains(what) ? part : .one }

    /// The same of some days only.
    func share(of what: String, in days: [PlainDay]) -> PlainFraction {
        guard scaled.contains(what), !seats.isEmpty else { return .one }
        let sat = days.filter { day in seats.contains { $0.contains(day) } }
        if byDay { return PlainFraction(Int128(sat.count), Int128(days.count)) }
        let (months, all) = (Set(sat.map { $0.stretch("月") }).count, Set(days.map { $0.stretch("月") }).count)
        return PlainFraction(Int128(months), Int128(all))
    }
}
