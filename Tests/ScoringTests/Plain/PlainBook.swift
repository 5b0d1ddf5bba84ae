/// Scores by the text of a rulebook as its reference teaches it: every item goes over every record again, on words,
/// slowly. Shares no code with the product.
struct PlainBook {
    let year: Int
    let part: String
    let window: PlainDays
    /// Every day of the window.
    let days: [PlainDay]
    private let written: PlainText
    private let choices: PlainChoices
    /// Whether some number is written by 职务.
    private let isByRole: Bool
    private let whole: PlainItem

    /// - Parameter readings: choices that differ from the rulebook's.
    init(_ written: PlainText, year: Int? = nil, readings: [String: String] = [:], part: String = "全年") {
        self.written = written
        let own = Dictionary(
            written.each("读法").map { ($0.text("名称") ?? "", $0.text("取") ?? "") }, uniquingKeysWith: { $1 })
        choices = PlainChoices(chosen: own.merging(readings) { $1 })
        let year = year ?? written.number("年度") ?? 0
        (self.year, self.part) = (year, part)
        window = PlainWindow(written["窗口"]).days(of: year, part: part)
        days = window.all
        isByRole = "\(PlainLanguage.resolved(written, for: []))" != "\(written)"
        whole = PlainItem(whole: written, choices: choices)
    }

    var grades: [PlainText] { written.each("等次").filter { $0.text == nil } }
    var gates: [PlainGate] { written.each("门槛").filter(choices.leaveIn).map { PlainGate($0) } }
    var ranks: [PlainText] { written.each("名次").filter(choices.leaveIn) }
    var measures: [PlainText] { written.each("处理").filter(choices.leaveIn) }

    var measureIDs: [String] { measures.compactMap { $0.text("编号") } }
    /// 编号 of 处理 that people enter.
    var manualMeasures: [String] { measures.filter { $0.flag("人工") ?? false }.compactMap { $0.text("编号") } }

    func score(_ year: PlainYear) -> PlainScore {
        guard isByRole else { return reckoned(year) }
        let own = PlainLanguage.resolved(written, for: year.roles(in: window))
        return PlainBook(own, year: self.year, readings: choices.chosen, part: part).reckoned(year)
    }

    private func reckoned(_ year: PlainYear) -> PlainScore {
        var amounts: [String: PlainFraction] = [:]
        let tenure = PlainTenure(written["任职不满一年"], seats: year.seats.map(\.days), window: days)
        let roles = year.roles(in: window)
        let settling = PlainSettling(year: year, book: self, roles: roles, startShare: tenure.share(of: "起点分"))
        whole.settle(settling, into: &amounts)
        let member = PlainMember(
            roles: roles, amounts: amounts, gateShare: tenure.share(of: "门槛"), window: window, days: days, year: year,
            gates: gates, tenure: tenure, ofYear: self.year)
        let unmet = gates.filter { !$0.missing(member).isEmpty }
        let names = grades.map { $0.text("名称") ?? "" }
        var score = PlainScore(
            total: amounts["总分"] ?? .zero, amounts: amounts, unmet: unmet.map(\.id),
            missing: gates.flatMap { $0.missing(member) },
            limit: unmet.compactMap { names.firstIndex(of: $0.otherwise) }.max() ?? 0, roles: roles)
        score.lowersBy = unmet.map(\.lowersBy).reduce(0, +)
        score.grade = tenure.isExempt ? nil : grade(score, share: tenure.share(of: "等次"))
        score.isAssessed = !tenure.isExempt
        score.gradeShare = tenure.share(of: "等次")
        for measure in measures { score.counts[measure.text("编号") ?? ""] = count(measure, member, year) }
        return score
    }

    /// The grade that the points reach, or the best that the gates still allow.
    func grade(_ score: PlainScore, share: PlainFraction = .one) -> String? {
        let byPoints = grades.firstIndex {
            !($0.flag("按名次") ?? false) && ($0.fraction("满").map { $0 * share <= score.total } ?? true)
        }
        return byPoints.flatMap {
            grades[min(grades.count - 1, max($0, score.limit) + score.lowersBy)].text("名称")
        }
    }

    /// What a 处理 that counts something counts in the year.
    private func count(_ measure: PlainText, _ member: PlainMember, _ year: PlainYear) -> Int? {
        if measure.flag("人工") ?? false { return year.manual.count { $0.id == measure.text("编号") } }
        guard measure["计入"] != nil else { return nil }
        let wanted = PlainCondition.any(measure["计入"], status: "到会")
        let unwanted = PlainCondition.any(measure["除外"], status: nil)
        let counted = year.records(wanted, without: unwanted, in: member.window)
        guard measure.flag("连续") ?? false else { return counted.count }
        let among = PlainCondition.any(measure["应到"], status: "任何")
        return PlainGate.run(of: counted, among: year.records(among, without: [], in: member.window))
    }
}

/// What gates look at.
struct PlainMember {
    /// On the last day in the committee within the window.
    var roles: Set<String>
    var amounts: [String: PlainFraction]
    var gateShare: PlainFraction
    var window: PlainDays
    /// Of the window.
    var days: [PlainDay]
    var year: PlainYear
    var gates: [PlainGate]
    var tenure: PlainTenure
    /// The assessment year.
    var ofYear: Int
}

/// A year's result.
struct PlainScore {
    var total: PlainFraction
    /// By 编号 of indicators and groups.
    var amounts: [String: PlainFraction]
    /// 编号 of gates.
    var unmet: [String]
    /// 名称 of conditions.
    var missing: [String]
    /// The place of the best grade that gates still allow.
    var limit: Int
    /// By how many grades those lower it besides.
    var lowersBy = 0
    var roles: Set<String>
    /// Nil where there is none.
    var grade: String?
    var isAssessed = true
    /// How much of what grades ask of everyone is asked of the member.
    var gradeShare = PlainFraction.one
    /// By 编号 of 处理.
    var counts: [String: Int] = [:]

    var gradeText: String { isAssessed ? grade ?? "此办法未定等次" : "不参加考核" }
}
