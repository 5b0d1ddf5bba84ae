internal import DutyModel
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
        rule.from = amounts.count("从第几次起", in: 1...1000, &fields) ?? 1
        rule.limit = amounts.count("只计前几次", in: 1...1000, &fields)
        rule.largest = amounts.count("取最高几次", in: 1...1000, &fields)
        rule.afterLimit = amounts.points("其后每次", in: &fields)
        if rule.afterLimit != nil, rule.limit == nil {
            findings.add("“其后每次”要和“只计前几次”一起写", at: fields.mark(of: "其后每次"))
        }
        for (key, period) in TakeReader.periods {
            guard let count = amounts.count(key, in: 1...1000, &fields) else { continue }
            let limit = PeriodLimit(period: period, count: count)
            if rule.perPeriod == nil {
                rule.perPeriod = limit
            } else if rule.perOtherPeriod == nil {
                rule.perOtherPeriod = limit
            } else {
                findings.add("每天、每周、每月、每季度、每半年的限次最多写两种", at: fields.mark(of: key))
            }
        }
        if rule.largest != nil, rule.limit != nil || rule.from > 1 || rule.perPeriod != nil {
            findings.add("“取最高几次”不能和“只计前几次”“从第几次起”、限次一起写", at: fields.mark(of: "取最高几次"))
        }
        fields.finish()
        return rule
    }

    private static let periods: [(String, Period)] = [
        ("每天最多", .day), ("每周最多", .week), ("每月最多", .month), ("每季度最多", .quarter), ("每半年最多", .halfYear),
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
        let written = [
            "方式", "满几次", "按次数", "每满几次", "应满几次", "出席率", "按出席率", "出席率每低", "出席率每高", "按数量", "每满数量",
        ].filter { fields.keys.contains($0) }
        if written.count > 1 {
            findings.add("“\(written.joined(separator: "”“"))”只能写一种", at: fields.mark(of: written[1]))
        }
        if let node = fields.take("方式"), let word = node.scalar { rule.mode = mode(word, at: node) ?? .sum }
        if let count = amounts.count("满几次", in: 1...1000, &fields) {
            let amount = fields.require("得").flatMap { amounts.points($0, as: "得") }
            rule.mode = .tiers([Tier(count: count, amount: amount ?? .zero)])
        }
        let tiers = fields.list("按次数").compactMap(tier)
        if !tiers.isEmpty { rule.mode = .tiers(tiers) }
        if let count = amounts.count("每满几次", in: 1...1000, &fields) { rule.mode = .everyFull(count) }
        if let count = amounts.count("应满几次", in: 1...1000, &fields) { rule.mode = .shortfall(count) }
        if let node = fields.take("每满数量"), let quantity = amounts.quantity(node, as: "每满数量") {
            rule.mode = .everyQuantity(quantity)
        }
        let sums = fields.list("按数量").compactMap(quantityTier)
        if !sums.isEmpty { rule.mode = .quantityTiers(sums) }
        if Set(sums.map(\.quantity.unit)).count > 1 {
            findings.add("“按数量”的各档要用同一个单位", at: fields.mark(of: "按数量"))
        }
        if let slope = slope(&fields) { rule.mode = slope }
        if let rate = rate(&fields) { rule.mode = rate }
    }

    private func tier(_ node: MarkedNode) -> Tier? {
        guard var fields = FieldReader(node, as: "按次数的一行", findings: findings) else { return nil }
        let count = amounts.count("满", in: 1...1000, &fields)
        if count == nil { _ = fields.require("满") }
        let amount = fields.require("得").flatMap { amounts.points($0, as: "得") }
        fields.finish()
        guard let count, let amount else { return nil }
        return Tier(count: count, amount: amount)
    }

    private func quantityTier(_ node: MarkedNode) -> QuantityTier? {
        guard var fields = FieldReader(node, as: "按数量的一行", findings: findings) else { return nil }
        let quantity = fields.require("满").flatMap { amounts.quantity($0, as: "满") }
        let amount = fields.require("得").flatMap { amounts.points($0, as: "得") }
        fields.finish()
        guard let quantity, let amount else { return nil }
        return QuantityTier(quantity: quantity, amount: amount)
    }

    /// {出席率每低: 1%, 低于: 90%, 应到: …}.
    private func slope(_ fields: inout FieldReader) -> TakeRule.Mode? {
        for (key, start, isAbove) in [("出席率每低", "低于", false), ("出席率每高", "高于", true)] {
            guard let node = fields.take(key) else { continue }
            let per = percentage(node, as: key)
            let from = fields.require(start).flatMap { percentage($0, as: start) }
            let expected = fields.require("应到").map {
                amounts.selections.readAny($0, as: "应到", statuses: Selection.known)
            }
            let isProportional = amounts.rest(&fields)
            guard let per, let from, let expected else { return nil }
            return .slope(
                RateSlope(expected: expected, from: from, per: per, isAbove: isAbove, isProportional: isProportional))
        }
        return nil
    }

    /// Above zero, and not above 100%.
    private func percentage(_ node: MarkedNode, as what: String) -> Rational? {
        guard let share = amounts.share(node, as: what) else { return nil }
        if Rational.zero < share, share <= .one { return share }
        findings.add("“\(what)”应是 0 到 100% 的比例（如 90%），这里是\(node.described)", at: node)
        return nil
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
