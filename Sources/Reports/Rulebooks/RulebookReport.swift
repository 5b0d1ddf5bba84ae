import DutyModel
public import Scoring
import Tabular

/// A rulebook as an office prints it: what counts, for how much, up to where, by which article; the minima, the
/// grades, the places and what follows. Nothing that a rulebook says is left out.
public enum RulebookReport {
    public static func document(of rulebook: Rulebook) -> ReportDocument {
        var tables = [head(rulebook), items(rulebook)]
        if !rulebook.gates.isEmpty { tables.append(gates(rulebook)) }
        if !rulebook.grades.isEmpty { tables.append(grades(rulebook)) }
        if !rulebook.ranks.isEmpty { tables.append(ranks(rulebook)) }
        if !rulebook.measures.isEmpty { tables.append(measures(rulebook)) }
        let json = RulebookJSON.value(of: rulebook)
        return ReportDocument(tables: tables, json: json, lines: [json])
    }

    private static func head(_ rulebook: Rulebook) -> TableDocument {
        let window = rulebook.window.days(of: rulebook.year)
        let display = rulebook.display
        let total = rulebook.total
        let whole = [
            RuleText.amount(total), RuleText.take(total), total.cap.map { "最高 \($0.exactText) 分" },
            total.floor.map { "最低 \($0.exactText) 分" }, total.article.isEmpty ? nil : "依据\(total.article)",
        ]
        let readings = rulebook.readings.map {
            "\($0.name)：取“\($0.chosen)”（可选 \($0.choices.joined(separator: "、"))）。\($0.note)"
        }
        return .fields(
            title: rulebook.name,
            [
                ("编号", "\(rulebook.id)/\(rulebook.year)"), ("依据", rulebook.basis), ("来源", rulebook.source),
                ("考核谁", rulebook.subject.rawValue), ("履职年度", "\(window.first) 至 \(window.last)"),
                ("总分", whole.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "；")),
                ("任职不满一年", RuleText.tenure(rulebook.tenure)),
                ("计分", rulebook.isUnscored ? "不计分" : ""),
                ("免予考核", rulebook.exemptions.map { "\($0.name)（\($0.article)）" }.joined(separator: "、")),
                ("样例", rulebook.isSample ? "是，不是任何地方的正式办法" : ""), ("说明", lines(rulebook.note)),
                ("读法", readings.joined(separator: "\n")),
                ("显示", "保留 \(display.digits) 位小数，\(display.rounding.label)"),
                ("等次", rulebook.grades.isEmpty ? rulebook.gradesNote : ""),
            ])
    }

    /// Without empty lines.
    private static func lines(_ text: String) -> String {
        text.split(separator: "\n").filter { $0.contains { $0 != " " } }.joined(separator: "\n")
    }

    // MARK: Items

    private static func items(_ rulebook: Rulebook) -> TableDocument {
        var rows: [[Cell]] = []
        func add(_ items: [RuleItem], depth: Int) {
            for item in items {
                let name = item.group == nil ? item.name : "【\(item.name)】"
                rows.append([
                    .words(item.id), .text(String(repeating: "　", count: depth) + name), .words(counted(item)),
                    .words(points(item)), item.cap.exactCell, item.floor.exactCell, .words(item.article),
                    .words(notes(item)),
                ])
                add(item.group?.items ?? [], depth: depth + 1)
            }
        }
        add(rulebook.total.group?.items ?? [], depth: 0)
        let all = [
            TableColumn("id", "编号", maximumWidth: 12), TableColumn("name", "项目", maximumWidth: 30),
            TableColumn("counted", "计入", maximumWidth: 30), TableColumn("points", "计分", maximumWidth: 36),
            TableColumn("cap", "上限", .number()), TableColumn("floor", "下限", .number()),
            TableColumn("article", "依据", maximumWidth: 18), TableColumn("note", "说明", maximumWidth: 36),
        ]
        return table("指标", all, rows, whereEmpty: [5, 7])
    }

    private static func counted(_ item: RuleItem) -> String {
        guard let rule = item.indicator else { return "" }
        let excluded = SelectionText.words(rule.excluded)
        let window = rule.window.map { "（\(RuleText.window($0))）" } ?? ""
        return SelectionText.words(rule.counted) + (excluded.isEmpty ? "" : "，除去\(excluded)") + window
    }

    /// 每次 3 分；每月最多 2 次. That amounts add up goes without saying.
    private static func points(_ item: RuleItem) -> String {
        var amount = RuleText.amount(item)
        let take = RuleText.take(item).split(separator: "；").map(String.init).filter { $0 != "累加" }
        if case .fixed? = item.indicator?.amount, case .sum? = item.indicator?.take.mode, !amount.isEmpty,
            item.indicator?.isManual == false
        {
            amount = "每次" + (amount.hasPrefix("扣") ? amount : " " + amount)
        }
        return ([amount] + take).filter { !$0.isEmpty }.joined(separator: "；")
    }

    private static func notes(_ item: RuleItem) -> String {
        let roles = SelectionText.audience(item.appliesTo, item.audience)
        let words = [
            roles.isEmpty ? "" : "只适用于\(roles)", RuleText.terms(item), SelectionText.choices(item.choices), item.note,
            item.assumption.isEmpty ? "" : "假定：" + item.assumption,
        ]
        return words.filter { !$0.isEmpty }.joined(separator: "；")
    }

    /// Without those columns in which nothing would stand.
    private static func table(
        _ title: String, _ columns: [TableColumn], _ rows: [[Cell]], whereEmpty optional: Set<Int>, notes: [String] = []
    ) -> TableDocument {
        let shown = columns.indices.filter { column in
            !optional.contains(column) || rows.contains { $0[column] != .empty }
        }
        return TableDocument(
            title: title, columns: shown.map { columns[$0] }, rows: rows.map { row in shown.map { row[$0] } },
            notes: notes)
    }

    // MARK: Judgements

    private static func gates(_ rulebook: Rulebook) -> TableDocument {
        table(
            "基本要求",
            [
                TableColumn("id", "编号"), TableColumn("gate", "要求", maximumWidth: 24),
                TableColumn("conditions", "条件", maximumWidth: 60),
                TableColumn("unmet", "不达标时"), TableColumn("article", "依据", maximumWidth: 18),
                TableColumn("note", "说明", maximumWidth: 36),
            ],
            rulebook.gates.map { gate in
                let note = [SelectionText.choices(gate.choices), gate.note].filter { !$0.isEmpty }
                return [
                    .text(gate.id), .text(gate.name), .words(GateText.conditions(gate)),
                    .text(GateText.otherwise(gate)), .words(gate.article), .words(note.joined(separator: "；")),
                ]
            }, whereEmpty: [5])
    }

    private static func grades(_ rulebook: Rulebook) -> TableDocument {
        table(
            "等次",
            [
                TableColumn("grade", "等次"), TableColumn("atLeast", "分数"), TableColumn("colour", "颜色"),
                TableColumn("consequence", "后果", maximumWidth: 60),
            ],
            rulebook.grades.enumerated().map { place, grade in
                let lowest = rulebook.grades.filter { !$0.isByRank }.count == 1 ? "" : "其余"
                let bound = grade.atLeast.map { "满 \($0.exactText) 分" } ?? lowest
                return [
                    .text(grade.name), .words(grade.isByRank ? "按名次评定" : bound), .words(grade.colour),
                    .words(grade.consequence),
                ]
            }, whereEmpty: [2, 3], notes: rulebook.gradesNote.isEmpty ? [] : [rulebook.gradesNote])
    }

    private static func ranks(_ rulebook: Rulebook) -> TableDocument {
        table(
            "名次",
            [
                TableColumn("id", "编号"), TableColumn("rank", "名次", maximumWidth: 24),
                TableColumn("population", "在谁中间", maximumWidth: 28),
                TableColumn("order", "比什么", maximumWidth: 28), TableColumn("size", "名额"),
                TableColumn("ties", "并列"), TableColumn("effect", "结果", maximumWidth: 32),
                TableColumn("article", "依据", maximumWidth: 18), TableColumn("note", "说明", maximumWidth: 36),
            ],
            rulebook.ranks.map { rank in
                let note = [SelectionText.choices(rank.choices), rank.note].filter { !$0.isEmpty }
                return [
                    .text(rank.id), .text(rank.name), .text(JudgingText.population(rank)),
                    .text(JudgingText.order(rank)),
                    .text(JudgingText.size(rank)), .text(rank.tiesAreIn ? "都算" : "都不算"),
                    .text(JudgingText.effect(rank)), .words(rank.article), .words(note.joined(separator: "；")),
                ]
            }, whereEmpty: [8])
    }

    private static func measures(_ rulebook: Rulebook) -> TableDocument {
        table(
            "处理建议",
            [
                TableColumn("id", "编号"), TableColumn("measure", "事由", maximumWidth: 30),
                TableColumn("look", "看什么", maximumWidth: 40),
                TableColumn("proposal", "建议", maximumWidth: 36), TableColumn("grade", "建议等次"),
                TableColumn("article", "依据", maximumWidth: 18), TableColumn("note", "说明", maximumWidth: 36),
            ],
            rulebook.measures.map { measure in
                let note = [SelectionText.choices(measure.choices), measure.note].filter { !$0.isEmpty }
                return [
                    .text(measure.id), .text(measure.name), .text(JudgingText.look(measure)), .text(measure.proposal),
                    .words(measure.grade ?? ""), .words(measure.article), .words(note.joined(separator: "；")),
                ]
            }, whereEmpty: [4, 6], notes: ["只是按办法提出的建议，由主席会议或常委会决定。"])
    }
}
