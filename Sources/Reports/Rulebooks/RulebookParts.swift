import Scoring
import Tabular

/// A part of a rulebook as named fields, to be printed, or set beside another.
struct RulebookPart {
    var id: String
    var place: String
    var fields: [(name: String, text: String)]

    var summary: String {
        fields.filter { !$0.text.isEmpty }.map { "\($0.name) \($0.text)" }.joined(separator: "；")
    }
}

/// A rulebook in parts. Each kind of part has the same fields in the same order.
enum RulebookParts {
    static func head(_ rulebook: Rulebook) -> [RulebookPart] {
        let total = rulebook.total
        let readings = rulebook.readings.map {
            "\($0.name)：\($0.choices.joined(separator: "、"))，取“\($0.chosen)”。\($0.note)"
        }
        return [
            RulebookPart(
                id: "", place: "总则",
                fields: [
                    ("名称", rulebook.name), ("依据", rulebook.basis), ("来源", rulebook.source),
                    ("对象", rulebook.subject.rawValue), ("窗口", RuleText.window(rulebook.window)),
                    ("起点分", RuleText.amount(total)),
                    ("总分合计", RuleText.take(total)),
                    ("总分上限", total.cap.exactWords), ("总分下限", total.floor.exactWords),
                    ("总分依据", total.article), ("任职不满一年", RuleText.tenure(rulebook.tenure)),
                    ("读法", readings.joined(separator: "\n")), ("说明", rulebook.note), ("等次说明", rulebook.gradesNote),
                    ("样例", rulebook.isSample ? "是" : ""), ("计分", rulebook.isUnscored ? "不计分" : ""),
                    ("免予考核", rulebook.exemptions.map { "\($0.id) \($0.name) \($0.article)" }.joined(separator: "、")),
                    ("显示", "保留 \(rulebook.display.digits) 位小数，\(rulebook.display.rounding.label)"),
                ])
        ]
    }

    static func items(_ rulebook: Rulebook) -> [RulebookPart] {
        var parts: [RulebookPart] = []
        func add(_ items: [RuleItem], in group: String) {
            for item in items {
                parts.append(part(item, in: group))
                add(item.group?.items ?? [], in: item.id)
            }
        }
        add(rulebook.total.group?.items ?? [], in: "")
        return parts
    }

    private static func part(_ item: RuleItem, in group: String) -> RulebookPart {
        let rule = item.indicator
        return RulebookPart(
            id: item.id, place: "\(item.group == nil ? "指标" : "分组") \(item.id) \(item.name)",
            fields: [
                ("名称", item.name), ("所属", group), ("适用", SelectionText.audience(item.appliesTo, item.audience)),
                ("读法", SelectionText.choices(item.choices)), ("分值", RuleText.amount(item)),
                ("计法", RuleText.take(item)), ("计入", SelectionText.words(rule?.counted ?? [])),
                ("除外", SelectionText.words(rule?.excluded ?? [])), ("上限", item.cap.exactWords),
                ("下限", item.floor.exactWords), ("依据", item.article),
                ("条件", RuleText.terms(item)), ("窗口", rule?.window.map(RuleText.window) ?? ""), ("说明", item.note),
                ("假定", item.assumption),
            ])
    }

    static func gates(_ rulebook: Rulebook) -> [RulebookPart] {
        rulebook.gates.map { gate in
            RulebookPart(
                id: gate.id, place: "基本要求 \(gate.name)",
                fields: [
                    ("名称", gate.name), ("条件", GateText.conditions(gate)),
                    ("不达标时", GateText.otherwise(gate)), ("读法", SelectionText.choices(gate.choices)),
                    ("依据", gate.article), ("说明", gate.note),
                ])
        }
    }

    static func grades(_ rulebook: Rulebook) -> [RulebookPart] {
        rulebook.grades.map { grade in
            RulebookPart(
                id: grade.name, place: "等次 \(grade.name)",
                fields: [
                    ("满", grade.atLeast.exactWords), ("按名次", grade.isByRank ? "是" : ""),
                    ("颜色", grade.colour), ("后果", grade.consequence),
                ])
        }
    }

    static func ranks(_ rulebook: Rulebook) -> [RulebookPart] {
        rulebook.ranks.map { rank in
            RulebookPart(
                id: rank.id, place: "名次 \(rank.name)",
                fields: [
                    ("名称", rank.name), ("范围", JudgingText.population(rank)), ("比什么", JudgingText.order(rank)),
                    ("取多少", JudgingText.size(rank)), ("并列", rank.tiesAreIn ? "都算" : "都不算"),
                    ("结果", JudgingText.effect(rank)), ("读法", SelectionText.choices(rank.choices)),
                    ("依据", rank.article), ("说明", rank.note),
                ])
        }
    }

    static func measures(_ rulebook: Rulebook) -> [RulebookPart] {
        rulebook.measures.map { measure in
            RulebookPart(
                id: measure.id, place: "处理 \(measure.name)",
                fields: [
                    ("名称", measure.name), ("看什么", JudgingText.look(measure)),
                    ("建议", measure.proposal), ("建议等次", measure.grade ?? ""),
                    ("读法", SelectionText.choices(measure.choices)), ("依据", measure.article), ("说明", measure.note),
                ])
        }
    }
}
