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

    private static let steps = [("降一等", 1), ("降两等", 2), ("降三等", 3)]

    func gate(_ node: MarkedNode) -> GateRule? {
        guard var fields = FieldReader(node, as: "门槛", findings: findings) else { return nil }
        let id = fields.requiredText("编号")
        let name = fields.requiredText("名称")
        let unmet = fields.requiredText("不达标")
        let lowersBy = JudgementReader.steps.first { $0.0 == unmet }?.1 ?? 0
        let conditions = ConditionReader(items: items)
        let rule = GateRule(
            id: id ?? "", name: name ?? "", article: fields.requiredText("依据") ?? "", note: fields.text("说明") ?? "",
            choices: items.choices(&fields),
            conditions: (fields.require("条件").map { $0.each } ?? []).compactMap { conditions.condition($0) },
            gradeIfUnmet: unmet == "只提示" || lowersBy > 0 ? nil : unmet, lowersBy: lowersBy,
            appliesTo: items.roles(&fields), mark: node.mark)
        fields.finish()
        return id == nil || name == nil ? nil : rule
    }
}
