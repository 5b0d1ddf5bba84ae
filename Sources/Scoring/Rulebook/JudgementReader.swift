internal import DutyModel
internal import MarkedYAML

/// Reads 门槛 and 等次.
struct JudgementReader {
    let items: ItemReader
    var findings: FindingList { items.findings }

    /// 等次: a list, best first; or a text that says why there are none.
    func grades(_ fields: inout FieldReader) -> ([GradeRule], note: String) {
        guard let node = fields.take("等次") else { return ([], "此办法未定等次") }
        if let note = node.scalar { return ([], note) }
        return (fields.list("等次").compactMap(grade), "")
    }

    private func grade(_ node: MarkedNode) -> GradeRule? {
        guard var fields = FieldReader(node, as: "等次", findings: findings) else { return nil }
        let name = fields.requiredText("名称")
        let rule = GradeRule(
            name: name ?? "", atLeast: items.amounts.points("满", in: &fields),
            isByRank: fields.flag("按名次") ?? false, colour: fields.text("颜色") ?? "",
            consequence: fields.text("后果") ?? "", mark: node.mark)
        if let node = fields.take("至") {
            findings.add("等次不写“至”：到 \(node.scalar ?? "") 为止会在两等之间留下空档（89.5 分没有等次），只写“满”", at: node)
        }
        fields.finish()
        return name == nil ? nil : rule
    }

    func gate(_ node: MarkedNode) -> GateRule? {
        guard var fields = FieldReader(node, as: "门槛", findings: findings) else { return nil }
        let id = fields.requiredText("编号")
        let name = fields.requiredText("名称")
        let unmet = fields.requiredText("不达标")
        let rule = GateRule(
            id: id ?? "", name: name ?? "", article: fields.requiredText("依据") ?? "", note: fields.text("说明") ?? "",
            choices: items.choices(&fields),
            conditions: (fields.require("条件").map { $0.each } ?? []).compactMap { condition($0, depth: 0) },
            gradeIfUnmet: unmet == "只提示" ? nil : unmet, mark: node.mark)
        fields.finish()
        return id == nil || name == nil ? nil : rule
    }

    private func condition(_ node: MarkedNode, depth: Int) -> GateCondition? {
        guard depth < 4, var fields = FieldReader(node, as: "条件", findings: findings) else { return nil }
        defer { fields.finish() }
        let name = fields.requiredText("名称")
        let roles = items.roles(&fields)
        guard let test = test(&fields, depth: depth), let name else { return nil }
        return GateCondition(name: name, appliesTo: roles, test: test, mark: node.mark)
    }

    private func test(_ fields: inout FieldReader, depth: Int) -> GateCondition.Test? {
        if fields.keys.contains("任一") {
            return .any(fields.list("任一").compactMap { condition($0, depth: depth + 1) })
        }
        if fields.keys.contains("全部") {
            return .all(fields.list("全部").compactMap { condition($0, depth: depth + 1) })
        }
        if fields.keys.contains("应到") { return rate(&fields) }
        if let period = JudgementReader.periods.first(where: { fields.keys.contains($0.0) }) {
            return each(period.0, period.1, &fields)
        }
        let least = items.amounts.points("至少", in: &fields)
        let most = items.amounts.points("至多", in: &fields)
        if least != nil, most != nil { findings.add("“至少”和“至多”只能写一个", at: fields.mark(of: "至多")) }
        let bound = least.map { GateCondition.Bound.atLeast($0) } ?? most.map { .atMost($0) }
        if let indicator = fields.text("指标得分") {
            if bound == nil { _ = fields.require("至少") }
            return bound.map { .points(of: indicator, bound: $0) }
        }
        guard let (counted, excluded) = selections(&fields) else { return nil }
        return .count(counted, excluded: excluded, bound: bound ?? .atLeast(.one))
    }

    private func selections(_ fields: inout FieldReader) -> (counted: [Selection], excluded: [Selection])? {
        guard let node = fields.require("计入") else { return nil }
        let counted = items.selections.readAny(node, as: "计入")
        return (counted, fields.take("除外").map { items.selections.readAny($0, as: "除外", statuses: .max) } ?? [])
    }

    private static let periods: [(String, Period)] = [("每月至少", .month), ("每季度至少", .quarter), ("每半年至少", .halfYear)]

    private func each(_ key: String, _ period: Period, _ fields: inout FieldReader) -> GateCondition.Test? {
        let count = fields.integer(key, in: 1...1000)
        guard let (counted, excluded) = selections(&fields), let count else { return nil }
        return .each(period, counted, excluded: excluded, count: count)
    }

    /// 至少: 80%, of what was expected.
    private func rate(_ fields: inout FieldReader) -> GateCondition.Test? {
        let (least, most) = (fields.take("至少"), fields.take("至多"))
        let expected = fields.take("应到").map {
            items.selections.readAny($0, as: "应到", statuses: Selection.known)
        }
        guard let (counted, excluded) = selections(&fields) else { return nil }
        guard let node = least ?? most ?? fields.require("至少") else { return nil }
        guard let share = node.scalar.flatMap(Share.read), Rational.zero <= share, share <= .one else {
            findings.add("写了“应到”，这里应是出席率（如 80%），这里是\(node.described)", at: node)
            return nil
        }
        let bound: GateCondition.Bound = least == nil ? .atMost(share) : .atLeast(share)
        return .rate(counted, excluded: excluded, expected: expected ?? [], bound: bound)
    }
}
