import DutyModel
public import Scoring
import Tabular

/// A rulebook for reading: what is scored, for how much, by which article; the minima and the grades.
public enum RulebookReport {
    public static func document(of rulebook: Rulebook) -> ReportDocument {
        var tables = [head(rulebook), items(rulebook)]
        if !rulebook.gates.isEmpty { tables.append(gates(rulebook)) }
        if !rulebook.grades.isEmpty { tables.append(grades(rulebook)) }
        tables += judging(rulebook)
        let json = json(rulebook)
        return ReportDocument(tables: tables, json: json, lines: [json])
    }

    private static func head(_ rulebook: Rulebook) -> TableDocument {
        let window = rulebook.window.days(of: rulebook.year)
        return .fields(
            title: rulebook.name,
            [
                ("编号", "\(rulebook.id)/\(rulebook.year)"), ("依据", rulebook.basis), ("来源", rulebook.source),
                ("履职年度", "\(window.first) 至 \(window.last)"), ("样例", rulebook.isSample ? "是，不是任何地方的正式办法" : ""),
                ("说明", rulebook.note),
                ("读法", rulebook.readings.map { "\($0.name)=\($0.chosen)" }.joined(separator: "；")),
                ("显示", "保留 \(rulebook.display.digits) 位小数，\(rulebook.display.rounding.label)"),
            ])
    }

    private static func items(_ rulebook: Rulebook) -> TableDocument {
        let display = rulebook.display
        return TableDocument(
            title: "指标",
            columns: [
                TableColumn("id", "编号"), TableColumn("name", "指标", maximumWidth: 36),
                TableColumn("amount", "分值", maximumWidth: 32), TableColumn("take", "计法", maximumWidth: 32),
                TableColumn("cap", "上限", .number()), TableColumn("floor", "下限", .number()),
                TableColumn("article", "依据", maximumWidth: 24), TableColumn("note", "说明", maximumWidth: 40),
            ],
            rows: rulebook.total.descendants.map { item in
                let note = [item.note, item.assumption.isEmpty ? "" : "假定：" + item.assumption]
                return [
                    .words(item.id), .text((item.group == nil ? "" : "【") + item.name + (item.group == nil ? "" : "】")),
                    .words(RuleText.amount(item, display)), .words(RuleText.take(item, display)),
                    item.cap.cell(display), item.floor.cell(display), .words(item.article),
                    .words(note.filter { !$0.isEmpty }.joined(separator: "；")),
                ]
            })
    }

    private static func gates(_ rulebook: Rulebook) -> TableDocument {
        TableDocument(
            title: "基本要求",
            columns: [
                TableColumn("gate", "要求"), TableColumn("conditions", "条件", maximumWidth: 60),
                TableColumn("article", "依据"),
                TableColumn("unmet", "不达标时"),
            ],
            rows: rulebook.gates.map { gate in
                [
                    .text(gate.name), .text(gate.conditions.map(\.name).joined(separator: "；")), .words(gate.article),
                    .words(gate.effectText),
                ]
            })
    }

    private static func grades(_ rulebook: Rulebook) -> TableDocument {
        TableDocument(
            title: "等次",
            columns: [
                TableColumn("grade", "等次"), TableColumn("atLeast", "满", .number()), TableColumn("consequence", "后果"),
            ],
            rows: rulebook.grades.map { grade in
                [.text(grade.name), grade.atLeast.cell(rulebook.display), .words(grade.consequence)]
            },
            notes: rulebook.gradesNote.isEmpty ? [] : [rulebook.gradesNote])
    }

    private static func json(_ rulebook: Rulebook) -> JSONValue {
        [
            "id": .string(rulebook.id), "year": .integer(rulebook.year), "name": .string(rulebook.name),
            "basis": .string(rulebook.basis), "source": .string(rulebook.source), "sample": .bool(rulebook.isSample),
            "items": .array(
                rulebook.total.descendants.map { item in
                    [
                        "id": .string(item.id), "name": .string(item.name), "article": .string(item.article),
                        "group": .bool(item.group != nil), "cap": item.cap.json(rulebook.display),
                        "floor": item.floor.json(rulebook.display), "assumption": .string(item.assumption),
                    ]
                }),
            "gates": .array(rulebook.gates.map { ["id": .string($0.id), "name": .string($0.name)] }),
            "grades": .array(
                rulebook.grades.map { ["name": .string($0.name), "atLeast": $0.atLeast.json(rulebook.display)] }),
        ]
    }
}

/// Amounts and ways of taking, in words.
enum RuleText {
    static func amount(_ item: RuleItem, _ display: NumberDisplay) -> String {
        guard let rule = item.indicator else { return start(item.group, display) }
        if rule.isManual { return "人工给分" }
        let sign = rule.isDeduction ? "扣 " : ""
        switch rule.take.mode {
        case .rate, .tiers, .quantityTiers: return sign
        case .sum, .best, .everyFull, .shortfall, .slope, .everyQuantity: break
        }
        switch rule.amount {
        case .fixed(let amount): return sign + amount.text(display)
        case .perHalfDay(let amount): return sign + "每半天 \(amount.text(display))"
        case .perMissedHalfDay(let amount): return sign + "每缺半天 \(amount.text(display))"
        case .perQuantity(let quantity, let points, let isProportional, let most):
            return sign + "每 \(quantity.text) \(points.text(display))" + (isProportional ? "，零头按比例" : "")
                + (most.map { "，一次最多 \($0.text(display))" } ?? "")
        case .table(let rows, _):
            return sign + rows.map { "\($0.condition.words) \($0.amount.text(display))" }.joined(separator: "；")
        case .split(let total, _, let credited):
            return sign + "\(total.text(display)) 分摊" + (credited.map { "，最多 \($0) 人" } ?? "")
        }
    }

    private static func start(_ group: GroupRule?, _ display: NumberDisplay) -> String {
        guard let group, !group.start.isEmpty else { return "" }
        return "起点 " + group.start.map { $0.amount.text(display) }.joined(separator: " / ")
    }

    static func take(_ item: RuleItem, _ display: NumberDisplay) -> String {
        guard let rule = item.indicator else {
            let factor = item.group.map(\.factor) ?? .one
            if factor != .one { return "合计乘以 \(factor.exactText)" }
            if case .best? = item.group?.combination { return "取最高的一项" }
            return ""
        }
        guard !rule.isManual else { return "" }
        var words = [mode(rule.take.mode, display)]
        if rule.take.from > 1 { words.append("从第 \(rule.take.from) 次起") }
        if let limit = rule.take.limit {
            words.append("只计前 \(limit) 次" + (rule.take.afterLimit.map { "，其后每次 \($0.text(display))" } ?? ""))
        }
        if let largest = rule.take.largest { words.append("取最高 \(largest) 次") }
        if let limit = rule.take.perOtherPeriod { words.append("每\(limit.period.label)最多 \(limit.count) 次") }
        if let limit = rule.take.perPeriod { words.append("每\(limit.period.label)最多 \(limit.count) 次") }
        return words.filter { !$0.isEmpty }.joined(separator: "；")
    }

    private static func mode(_ mode: TakeRule.Mode, _ display: NumberDisplay) -> String {
        switch mode {
        case .sum: "累加"
        case .best: "取最高的一次"
        case .slope(let slope):
            "出席率\(slope.isAbove ? "高于" : "低于") \(slope.from.exactText) 的，每 \(slope.per.exactText) 计一次"
        case .quantityTiers(let tiers):
            tiers.map { "满 \($0.quantity.text) \($0.amount.text(display)) 分" }.joined(separator: "；")
        case .everyQuantity(let quantity): "每满 \(quantity.text)"
        case .tiers(let tiers): tiers.map { "满 \($0.count) 次 \($0.amount.text(display)) 分" }.joined(separator: "；")
        case .everyFull(let count): "每满 \(count) 次"
        case .shortfall(let count): "应满 \(count) 次，每少一次计"
        case .rate(let rate) where !rate.steps.isEmpty:
            rate.steps.map { "出席率满 \($0.share.exactText) \($0.amount.text(display)) 分" }.joined(separator: "；")
        case .rate(let rate): "满分 \(rate.full.text(display)) × 出席率" + (rate.allOrNothing ? "，缺一不得" : "")
        }
    }
}
