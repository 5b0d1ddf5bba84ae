/// 门槛.
struct PlainGate {
    let id: String
    /// 不达标: the best grade that is still possible, or 只提示.
    let otherwise: String
    private let conditions: [PlainText]
    private let roles: [String]

    init(_ written: PlainText) {
        id = written.text("编号") ?? ""
        roles = written["适用"]?.words("职务") ?? []
        otherwise = written.text("不达标") ?? ""
        conditions = written.each("条件")
    }

    /// 名称 of the conditions that are not met.
    func missing(_ member: PlainMember) -> [String] {
        if !roles.isEmpty, member.roles.isDisjoint(with: roles) { return [] }
        return conditions.filter { !isMet($0, member) }.map { $0.text("名称") ?? "" }
    }

    /// 降一等, 降两等.
    var lowersBy: Int { otherwise == "降一等" ? 1 : otherwise == "降两等" ? 2 : 0 }

    private func isMet(_ condition: PlainText, _ member: PlainMember) -> Bool {
        let roles = condition["适用"]?.words("职务") ?? []
        if !roles.isEmpty, member.roles.isDisjoint(with: roles) { return true }
        if let parts = condition["任一"] { return parts.each.contains { isMet($0, member) } }
        if let parts = condition["全部"] { return parts.each.allSatisfy { isMet($0, member) } }
        if let many = condition.number("至少几项") {
            return condition.each("其中").count { isMet($0, member) } >= many
        }
        if let other = condition.text("门槛") {
            return member.gates.first { $0.id == other }?.missing(member).isEmpty ?? true
        }
        if let id = condition.text("指标得分") {
            return within(condition, member.amounts[id] ?? .zero, member.gateShare)
        }
        let counted = records(condition, "计入", status: "到会", member)
        if condition["应到"] != nil {
            if condition["连续至少"] != nil || condition["连续至多"] != nil {
                let run = PlainFraction(
                    Int128(PlainGate.run(of: counted, among: records(condition, "应到", status: "任何", member))))
                return condition.fraction("连续至少").map { $0 <= run } ?? (run <= condition.fraction("连续至多") ?? run)
            }
            let expected = records(condition, "应到", status: "任何", member).count
            if expected == 0 { return true }
            return within(condition, PlainFraction(Int128(min(counted.count, expected)), Int128(expected)), .one)
        }
        for period in ["月", "季度", "半年"] {
            guard let least = condition.fraction("每\(period)至少") else { continue }
            let asked = Dictionary(grouping: member.days) { $0.stretch(period, of: member.ofYear) }
            return asked.allSatisfy { stretch, days in
                let share = member.tenure.share(of: "门槛", in: days)
                let had = counted.count { $0.day.stretch(period, of: member.ofYear) == stretch }
                return share == .zero || least * share <= PlainFraction(Int128(had))
            }
        }
        return within(condition, PlainFraction(Int128(counted.count)), member.gateShare)
    }

    /// The longest run of records among those expected, in order of day.
    static func run(of counted: [PlainRecord], among expected: [PlainRecord]) -> Int {
        let numbers = Set(counted.map(\.number))
        var (longest, now) = (0, 0)
        for record in expected {
            now = numbers.contains(record.number) ? now + 1 : 0
            longest = max(longest, now)
        }
        return longest
    }

    private func records(
        _ condition: PlainText, _ key: String, status: String, _ member: PlainMember
    ) -> [PlainRecord] {
        let wanted = PlainCondition.any(condition[key], status: status)
        let unwanted = PlainCondition.any(condition["除外"], status: nil)
        return member.year.records(wanted, without: unwanted, in: member.window)
    }

    /// At least once where nothing is written; only what is asked at least is less for who sat a part of the year.
    private func within(_ condition: PlainText, _ had: PlainFraction, _ share: PlainFraction) -> Bool {
        if let most = condition.fraction("至多") { return had <= most }
        if let bound = condition.fraction("超过") { return bound < had }
        if let bound = condition.fraction("不足") { return had < bound }
        return (condition.fraction("至少") ?? .one) * share <= had
    }
}
