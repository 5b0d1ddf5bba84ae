internal import MarkedYAML

/// Reads 取法: how the records of one indicator are taken together.
struct TakeReader {
    let amounts: AmountReader
    var findings: FindingList { amounts.findings }

    func read(_ node: MarkedNode) -> TakeRule {
        var rule = TakeRule()
        if let word = node.scalar {
            rule.mode = mode(word, at: node) ?? .sum
            return rule
        }
        guard var fields = FieldReader(node, as: "取法", findings: findings) else { return rule }
        readMode(&fields, into: &rule)
        rule.from = fields.integer("从第几次起", in: 1...1000) ?? 1
        rule.limit = fields.integer("只计前几次", in: 1...1000)
        rule.afterLimit = amounts.points("其后每次", in: &fields)
        if rule.afterLimit != nil, rule.limit == nil {
            findings.add("“其后每次”要和“只计前几次”一起写", at: fields.mark(of: "其后每次"))
        }
        for (key, period) in TakeReader.periods {
            guard let count = fields.integer(key, in: 1...1000) else { continue }
            if rule.perPeriod != nil { findings.add("每天、每月、每季度、每半年的限次只能写一种", at: fields.mark(of: key)) }
            rule.perPeriod = PeriodLimit(period: period, count: count)
        }
        fields.finish()
        return rule
    }

    private static let periods: [(String, Period)] = [
        ("每天最多", .day), ("每月最多", .month), ("每季度最多", .quarter), ("每半年最多", .halfYear),
    ]

    private func mode(_ word: String, at node: MarkedNode) -> TakeRule.Mode? {
        switch word {
        case "累加": return .sum
        case "一次", "最高": return .best
        default:
            findings.addUnknown(word, as: "取法", known: ["累加", "一次", "最高"], at: node.mark)
            return nil
        }
    }

    private func readMode(_ fields: inout FieldReader, into rule: inout TakeRule) {
        let written = ["方式", "满几次", "按次数", "每满几次", "应满几次", "出席率", "按出席率"].filter { fields.keys.contains($0) }
        if written.count > 1 {
            findings.add("“\(written.joined(separator: "”“"))”只能写一种", at: fields.mark(of: written[1]))
        }
        if let node = fields.take("方式"), let word = node.scalar { rule.mode = mode(word, at: node) ?? .sum }
        if let count = fields.integer("满几次", in: 1...1000) {
            let amount = fields.require("得").flatMap { amounts.points($0, as: "得") }
            rule.mode = .tiers([Tier(count: count, amount: amount ?? .zero)])
        }
        let tiers = fields.list("按次数").compactMap(tier)
        if !tiers.isEmpty { rule.mode = .tiers(tiers) }
        if let count = fields.integer("每满几次", in: 1...1000) { rule.mode = .everyFull(count) }
        if let count = fields.integer("应满几次", in: 1...1000) { rule.mode = .shortfall(count) }
        if let rate = rate(&fields) { rule.mode = rate }
    }

    private func tier(_ node: MarkedNode) -> Tier? {
        guard var fields = FieldReader(node, as: "按次数的一行", findings: findings) else { return nil }
        let count = fields.integer("满", in: 1...1000)
        if count == nil { _ = fields.require("满") }
        let amount = fields.require("得").flatMap { amounts.points($0, as: "得") }
        fields.finish()
        guard let count, let amount else { return nil }
        return Tier(count: count, amount: amount)
    }

    private func rate(_ fields: inout FieldReader) -> TakeRule.Mode? {
        let full = fields.take("出席率").flatMap { amounts.points($0, as: "出席率") }
        let expected = fields.take("应到").map { amounts.selections.readAny($0, as: "应到", statuses: Selection.known) }
        let otherwise = amounts.points("无应到时", in: &fields)
        let allOrNothing = fields.flag("缺一不得") ?? false
        let steps = fields.list("按出席率").compactMap(rateStep).sorted { $0.share < $1.share }
        guard full != nil || fields.keys.contains("按出席率") else { return nil }
        if expected == nil { findings.add("写了“出席率”就要写“应到”：哪些记录算应到", at: fields.node) }
        return .rate(
            RateRule(
                full: full ?? steps.last?.amount ?? .zero, expected: expected ?? [],
                whenNoneExpected: otherwise ?? .zero, allOrNothing: allOrNothing, steps: steps))
    }

    private func rateStep(_ node: MarkedNode) -> RateStep? {
        guard var fields = FieldReader(node, as: "按出席率的一行", findings: findings) else { return nil }
        defer { fields.finish() }
        let written = fields.require("满")
        let amount = fields.require("得").flatMap { amounts.points($0, as: "得") }
        guard let written, let amount else { return nil }
        guard let share = written.scalar.flatMap(Share.read), Rational.zero <= share, share <= .one else {
            findings.add("“满”应是 0 到 100% 的出席率（如 80%），这里是\(written.described)", at: written)
            return nil
        }
        return RateStep(share: share, amount: amount)
    }
}
