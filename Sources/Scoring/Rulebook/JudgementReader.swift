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
            name: name ?? "", atLeast: items.amounts.points("满", in: &fields), colour: fields.text("颜色") ?? "",
            consequence: fields.text("后果") ?? "", mark: node.mark)
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
        let least = items.amounts.points("至少", in: &fields)
        let most = items.amounts.points("至多", in: &fields)
        if least != nil, most != nil { findings.add("“至少”和“至多”只能写一个", at: fields.mark(of: "至多")) }
        let bound = least.map { GateCondition.Bound.atLeast($0) } ?? most.map { .atMost($0) }
        if let indicator = fields.text("指标得分") {
            if bound == nil { _ = fields.require("至少") }
            return bound.map { .points(of: indicator, bound: $0) }
        }
        guard let node = fields.require("计入") else { return nil }
        let counted = items.selections.readAny(node, as: "计入")
        let excluded = fields.take("除外").map { items.selections.readAny($0, as: "除外", statuses: .max) } ?? []
        return .count(counted, excluded: excluded, bound: bound ?? .atLeast(.one))
    }
}
