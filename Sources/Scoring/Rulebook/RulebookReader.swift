internal import DutyModel
internal import MarkedYAML

/// Reads the head of a rulebook and hands its parts to their readers.
struct RulebookReader {
    let catalogue: KindCatalogue
    let findings: FindingList
    let choice: RoleChoice

    init(catalogue: KindCatalogue, findings: FindingList, choice: RoleChoice = RoleChoice()) {
        self.catalogue = catalogue
        self.findings = findings
        self.choice = choice
    }

    func read(_ text: String) -> Rulebook? {
        guard let root = MarkedDocument.read(text, into: findings),
            var fields = FieldReader(root, as: "考核办法", findings: findings)
        else { return nil }
        let items = ItemReader(catalogue: catalogue, findings: findings, choice: choice)
        let judgements = JudgementReader(items: items)
        let judging = JudgingReader(items: items)
        let name = fields.requiredText("考核办法")
        let id = fields.requiredText("编号")
        let year = fields.integer("年度", in: 1949...2200)
        if year == nil { _ = fields.require("年度") }
        let (grades, gradesNote) = judgements.grades(&fields)
        let (roles, audience) = items.audience(&fields)
        var rulebook = Rulebook(
            id: id ?? "", name: name ?? "", year: year ?? 2000, basis: fields.requiredText("依据") ?? "",
            source: fields.text("来源") ?? "", note: note(&fields), isSample: fields.flag("样例") ?? false,
            subject: judging.subject(&fields),
            window: fields.take("窗口").flatMap { WindowReader(findings: findings).read($0) } ?? .calendarYear,
            tenure: judging.tenure(&fields), display: display(&fields), readings: fields.list("读法").compactMap(reading),
            total: items.total(&fields),
            gates: fields.list("门槛").compactMap(judgements.gate), grades: grades, gradesNote: gradesNote,
            ranks: fields.list("名次").compactMap(judging.rank), measures: fields.list("处理").compactMap(judging.measure),
            subjectName: fields.text("对象名称") ?? "", appliesTo: roles, audience: audience, file: findings.file,
            text: text)
        rulebook.roleLists = choice.lists
        rulebook.isUnscored = items.isUnscored(fields)
        rulebook.exemptions = fields.list("免予考核").compactMap(judging.exemption)
        fields.finish()
        return name == nil || id == nil || year == nil ? nil : rulebook
    }

    /// 说明 and 未见 (what the source does not show) in one text.
    private func note(_ fields: inout FieldReader) -> String {
        let unseen = fields.words("未见").map(\.text)
        let note = fields.text("说明") ?? ""
        guard !unseen.isEmpty else { return note }
        return note + (note.isEmpty ? "" : "\n") + "原文未见：" + unseen.joined(separator: "；")
    }

    private func display(_ fields: inout FieldReader) -> NumberDisplay {
        guard var nested = fields.nested("显示") else { return NumberDisplay() }
        defer { nested.finish() }
        return NumberDisplay.read(&nested, findings: findings, digits: 2)
    }

    private func reading(_ node: MarkedNode) -> Reading? {
        guard var fields = FieldReader(node, as: "读法", findings: findings) else { return nil }
        let name = fields.requiredText("名称")
        let choices = fields.words("可选").map(\.text)
        let chosen = fields.requiredText("取")
        if let chosen, !choices.contains(chosen) {
            findings.addUnknown(chosen, as: "读法", known: choices, at: fields.mark(of: "取"))
        }
        let reading = Reading(
            name: name ?? "", note: fields.text("说明") ?? "", choices: choices, chosen: chosen ?? "", mark: node.mark)
        fields.finish()
        return name == nil || chosen == nil ? nil : reading
    }
}
