import DutyModel
import Scoring

/// Makes up rulebooks of every primitive, and years to score by them. The same seed makes the same.
struct PlainChance {
    var generator: SeededGenerator
    private var ids: [String] = []

    init(seed: UInt64) { generator = SeededGenerator(state: seed) }

    private enum Family: CaseIterable { case events, proposals, opinions }
    private static let kinds: [Family: [String]] = [
        .events: ["全体会议", "专题协商会", "学习培训"], .proposals: ["提案"], .opinions: ["社情民意信息", "调研成果"],
    ]
    private static let statuses = ["出席", "迟到", "早退", "请假(批准)", "请假(未批准)", "无故缺席"]
    private static let stages = ["审查", "立案", "并案", "办结"]
    private static let honours = ["重点", "优秀", "一号"]
    private static let levels = ["县", "市", "省", "国家"]
    private static let roles: [(String, Role)] = [("委员", .member), ("常委", .standing), ("界别召集人", .convener)]

    private mutating func one(in percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    private mutating func some(_ words: [String]) -> [String] {
        let shuffled = words.shuffled(using: &generator)
        return Array(shuffled.prefix(1 + below(words.count)))
    }
    private mutating func points() -> PlainFraction {
        [PlainFraction(Int128(1 + below(12))), PlainFraction(Int128(1 + below(9)), 2), PlainFraction(1, 3)]
            .randomElement(using: &generator)!
    }

    // MARK: rulebooks

    mutating func rulebook() -> PlainRulebook {
        ids = []
        let items = (0..<4 + below(5)).map { _ in item(depth: 0) }
        let id = ids.randomElement(using: &generator)!
        let gate = PlainGate(
            counted: condition(Family.allCases.randomElement(using: &generator)!, isBare: true), atLeast: 1 + below(6),
            points: (id, points()))
        let top = PlainFraction(Int128(20 + below(60)))
        let middle = top - points() - PlainFraction(1)
        return PlainRulebook(
            items: items, cap: one(in: 40) ? PlainFraction(Int128(60 + below(100))) : nil,
            floor: one(in: 40) ? PlainFraction(Int128(-below(20))) : nil, gate: gate,
            grades: [("甲", top), ("乙", middle), ("丙", middle - points()), ("丁", nil)])
    }

    private mutating func item(depth: Int) -> PlainItem {
        let id = "X\(ids.count + 1)"
        ids.append(id)
        let role = one(in: 15) ? Self.roles.randomElement(using: &generator)!.0 : nil
        if depth < 3, one(in: 25) {
            let items = (0..<1 + below(4)).map { _ in item(depth: depth + 1) }
            return PlainItem(
                id: id, role: role, cap: one(in: 50) ? PlainFraction(Int128(5 + below(30))) : nil,
                floor: one(in: 30) ? PlainFraction(Int128(-below(8))) : nil,
                content: .group(items, isBest: one(in: 30), start: one(in: 30) ? points() : nil))
        }
        let rule = indicator()
        let cap = one(in: 40) ? largest(rule) + PlainFraction(Int128(below(12))) : nil
        return PlainItem(
            id: id, role: role, cap: cap, floor: one(in: 10) ? PlainFraction(Int128(-1 - below(3))) : nil,
            content: .indicator(rule))
    }

    /// No cap may be below what one record gives.
    private func largest(_ rule: PlainIndicator) -> PlainFraction {
        var amounts: [PlainFraction] = [.zero]
        if case .tiers(let tiers) = rule.take { amounts += tiers.map(\.1) }
        if case .rate(let full, _, _, _) = rule.take { amounts.append(full) }
        switch rule.amount {
        case .fixed(let number)?, .perHalfDay(let number)?, .split(let number, _, _)?: amounts.append(number)
        case .table(_, let rows)?: amounts += rows.map(\.1)
        case nil: break
        }
        return amounts.max()!
    }

    private mutating func indicator() -> PlainIndicator {
        let family = Family.allCases.randomElement(using: &generator)!
        var rule = PlainIndicator(counted: (0..<1 + below(2)).map { _ in condition(family) })
        if one(in: 25) { rule.excluded = condition(family) }
        if one(in: 30) { rule.from = 1 + below(3) }
        if one(in: 30) { rule.limit = rule.from + below(4) }
        if one(in: 25) { rule.period = (["天", "月", "季度"].randomElement(using: &generator)!, 1 + below(3)) }
        switch below(8) {
        case 0: rule.take = .tiers([(1 + below(2), points()), (3 + below(3), points()), (7 + below(4), points())])
        case 1:
            let expected = PlainCondition(kinds: Self.kinds[family]!)
            rule.take = .rate(points(), expected: expected, otherwise: points(), allOrNothing: one(in: 30))
        case 2:
            rule.take = .everyFull(1 + below(4))
            rule.amount = .fixed(points())
        case 3:
            rule.take = .best
            rule.amount = amount(family)
        default: rule.amount = amount(family)
        }
        if rule.limit != nil, one(in: 50) {
            if case .split? = rule.amount {} else { rule.after = points() }
        }
        let there: Set = ["出席", "迟到", "早退"]
        if case .perHalfDay? = rule.amount,
            rule.counted.allSatisfy({ !$0.statuses.isEmpty && there.isDisjoint(with: $0.statuses) })
        {
            // 每半天 of those who were not there is refused.
            rule.amount = .fixed(points())
        }
        rule.isDeduction = rule.amount != nil && one(in: 25)
        return rule
    }

    private mutating func amount(_ family: Family) -> PlainAmount {
        switch below(4) {
        case 0 where family == .events: return .perHalfDay(points())
        case 0:
            return .split(
                points(), first: one(in: 50) ? PlainFraction(Int128(1 + below(3)), 4) : nil,
                credited: one(in: 50) ? 1 + below(4) : nil)
        case 1: return .fixed(points())
        default:
            let way = ["首个", "最高", "相加"].randomElement(using: &generator)!
            return .table(
                way,
                (0..<2 + below(3)).map { _ in
                    var row = condition(family, isRow: true)
                    if row.words.isEmpty { row.roles = ["委员", "常委"] }
                    return (row, one(in: 15) ? PlainFraction.zero - points() : points())
                })
        }
    }

    private mutating func condition(_ family: Family, isRow: Bool = false, isBare: Bool = false) -> PlainCondition {
        var condition = PlainCondition()
        if !isRow { condition.kinds = some(Self.kinds[family]!) }
        if isBare { return condition }
        if one(in: 15) { condition.roles = some(Self.roles.map(\.0)) }
        switch family {
        case .events:
            if one(in: 40) { condition.statuses = some(Self.statuses) }
            if one(in: 30) { condition.whole = one(in: 50) }
            if one(in: 20) { condition.online = one(in: 50) }
        case .proposals:
            if one(in: 40) { condition.stages = some(Self.stages) }
            if one(in: 30) { condition.honours = some(Self.honours) }
            if one(in: 30) { condition.parts = some(["第一提案人", "联名"]) }
            if one(in: 20) { condition.places = 1 + below(2)...3 + below(3) }
        case .opinions:
            if one(in: 40) { condition.levels = some(Self.levels) }
            if one(in: 20) { condition.places = 1...1 + below(3) }
        }
        return condition
    }

    // MARK: years

    /// Facts of the window of 2024 and around it, in order, with the roles of each day.
    mutating func year(_ count: Int) -> (facts: [PlainFact], roles: [RoleInterval], last: String) {
        let (before, after) = (
            Self.roles.randomElement(using: &generator)!, Self.roles.randomElement(using: &generator)!
        )
        let turn = below(300)
        var facts: [PlainFact] = []
        for number in 0..<count {
            let year = one(in: 20) ? 2023 : 2024
            let day = year == 2023 ? 300 + below(65) : below(366)
            let role = year == 2023 || day <= turn ? before.0 : after.0
            facts.append(fact(number, year: year, day: day, role: role))
        }
        let first = CivilDay.firstDay(ofYear: 2023)
        let change = CivilDay.firstDay(ofYear: 2024) + turn
        let roles = [
            RoleInterval(days: DayRange(first, change)!, roles: RoleSet(before.1)),
            RoleInterval(days: DayRange(change + 1, .lastDay(ofYear: 2025))!, roles: RoleSet(after.1)),
        ]
        return (facts.sorted { ($0.year, $0.day, $0.record) < ($1.year, $1.day, $1.record) }, roles, after.0)
    }

    private mutating func fact(_ number: Int, year: Int, day: Int, role: String) -> PlainFact {
        let family = Family.allCases.randomElement(using: &generator)!
        let record = UInt64(below(1_000)) * 1_000 + UInt64(number)
        var fact = PlainFact(
            year: year, day: day, record: record, kind: Self.kinds[family]!.randomElement(using: &generator)!,
            status: "出席", part: "参加", role: role)
        switch family {
        case .events:
            fact.status = (Self.statuses + ["出席", "出席", "未确认"]).randomElement(using: &generator)!
            (fact.attended, fact.held) = (below(5), below(5))
            fact.isOnline = one(in: 30)
        case .proposals:
            (fact.place, fact.people) = (1 + below(5), 1 + below(7))
            fact.part = fact.place == 1 ? "第一提案人" : "联名"
            fact.stages = Set(Self.stages.filter { _ in one(in: 40) })
            fact.honours = Set(Self.honours.filter { _ in one(in: 25) })
        case .opinions:
            (fact.place, fact.people) = (below(4), below(5))
            fact.part = "作者"
            fact.levels = Set(Self.levels.filter { _ in one(in: 30) })
        }
        return fact
    }
}
