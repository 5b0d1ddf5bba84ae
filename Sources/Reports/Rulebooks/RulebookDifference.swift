import DutyModel
public import Scoring
import Tabular

/// What differs between two rulebooks, item by item and in words.
public struct RulebookDifference: Sendable {
    /// One thing that differs. Empty on the side where it is not.
    public struct Change: Hashable, Sendable {
        /// 指标 S101, 基本要求 三个一, 等次 优秀.
        public var place: String
        /// 分值, 上限, 依据.
        public var what: String
        public var before: String
        public var after: String
    }

    public let changes: [Change]
    private let names: [String]

    public init(from first: Rulebook, to second: Rulebook) {
        names = [first, second].map { "\($0.name)（\($0.id)/\($0.year)）" }
        changes =
            RulebookDifference.parts(RulebookParts.head(first), RulebookParts.head(second))
            + RulebookDifference.parts(RulebookParts.items(first), RulebookParts.items(second))
            + RulebookDifference.parts(RulebookParts.gates(first), RulebookParts.gates(second))
            + RulebookDifference.parts(RulebookParts.grades(first), RulebookParts.grades(second))
            + RulebookDifference.parts(RulebookParts.ranks(first), RulebookParts.ranks(second))
            + RulebookDifference.parts(RulebookParts.measures(first), RulebookParts.measures(second))
    }

    /// Those of the first in their order, then what only the second has.
    private static func parts(_ first: [RulebookPart], _ second: [RulebookPart]) -> [Change] {
        var changes: [Change] = []
        for part in first {
            guard let other = second.first(where: { $0.id == part.id }) else {
                changes.append(Change(place: part.place, what: "删去", before: part.summary, after: ""))
                continue
            }
            for (own, others) in zip(part.fields, other.fields) where own.text != others.text {
                changes.append(Change(place: other.place, what: own.name, before: own.text, after: others.text))
            }
        }
        for part in second where !first.contains(where: { $0.id == part.id }) {
            changes.append(Change(place: part.place, what: "新增", before: "", after: part.summary))
        }
        return changes
    }

    public var document: ReportDocument {
        let table = TableDocument(
            title: "两份考核办法的差别",
            columns: [
                TableColumn("place", "何处", maximumWidth: 28), TableColumn("what", "什么"),
                TableColumn("before", "原来", maximumWidth: 44), TableColumn("after", "现在", maximumWidth: 44),
            ],
            rows: changes.map { [.text($0.place), .text($0.what), .words($0.before), .words($0.after)] },
            notes: ["原来：\(names[0])", "现在：\(names[1])", changes.isEmpty ? "没有差别。" : "共 \(changes.count) 处差别。"])
        let lines = changes.map { change -> JSONValue in
            [
                "place": .string(change.place), "what": .string(change.what), "before": .string(change.before),
                "after": .string(change.after),
            ]
        }
        return ReportDocument(
            tables: [table],
            json: ["before": .string(names[0]), "after": .string(names[1]), "changes": .array(lines)], lines: lines)
    }
}

/// A part of a rulebook as named fields, to be set beside another.
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
        let window = rulebook.window
        let total = rulebook.total
        return [
            RulebookPart(
                id: "", place: "总则",
                fields: [
                    ("名称", rulebook.name), ("依据", rulebook.basis),
                    ("窗口", "\(edge(window.first)) 至 \(edge(window.last))"),
                    ("总分上限", total.cap.words(rulebook.display)), ("总分下限", total.floor.words(rulebook.display)),
                    ("起点分", RuleText.amount(total, rulebook.display)),
                    ("读法", rulebook.readings.map { "\($0.name)=\($0.chosen)" }.joined(separator: "；")),
                    ("计分", rulebook.isUnscored ? "不计分" : ""), ("任职不满一年", words(rulebook.tenure)),
                    ("免予考核", rulebook.exemptions.map(\.name).joined(separator: "、")),
                ])
        ]
    }

    private static func words(_ tenure: TenureRule?) -> String {
        guard let tenure else { return "" }
        let scaled = [
            (tenure.scalesStart, "起点分"), (tenure.scalesGates, "门槛"), (tenure.scalesGrades, "等次"),
            (tenure.scalesCounts, "次数"), (tenure.scalesTotal, "得分"),
        ].filter(\.0).map(\.1)
        let exempt = tenure.exemptBelowMonths > 0 ? "，不满 \(tenure.exemptBelowMonths) 个月不考核" : ""
        return "按\(tenure.unit == .month ? "月" : "日")折算\(scaled.joined(separator: "、"))\(exempt)"
    }

    private static func edge(_ edge: WindowRule.Edge) -> String {
        (edge.yearOffset < 0 ? "上年" : edge.yearOffset > 0 ? "次年" : "本年") + "\(edge.month)月\(edge.day)日"
    }

    static func items(_ rulebook: Rulebook) -> [RulebookPart] {
        var parts: [RulebookPart] = []
        func add(_ items: [RuleItem], in group: String) {
            for item in items {
                parts.append(part(item, in: group, rulebook.display))
                add(item.group?.items ?? [], in: item.id)
            }
        }
        add(rulebook.total.group?.items ?? [], in: "")
        return parts
    }

    private static func part(_ item: RuleItem, in group: String, _ display: NumberDisplay) -> RulebookPart {
        let rule = item.indicator
        return RulebookPart(
            id: item.id, place: "\(item.group == nil ? "指标" : "分组") \(item.id) \(item.name)",
            fields: [
                ("名称", item.name), ("所属", group), ("分值", RuleText.amount(item, display)),
                ("计法", RuleText.take(item, display)), ("计入", selections(rule?.counted)),
                ("除外", selections(rule?.excluded)), ("上限", item.cap.words(display)),
                ("下限", item.floor.words(display)), ("依据", item.article),
                ("窗口", rule?.window.map { "\(edge($0.first)) 至 \(edge($0.last))" } ?? ""),
                ("说明", item.note), ("假定", item.assumption),
            ])
    }

    private static func selections(_ selections: [Selection]?) -> String {
        (selections ?? []).map(\.words).filter { !$0.isEmpty }.joined(separator: "；或 ")
    }

    static func gates(_ rulebook: Rulebook) -> [RulebookPart] {
        rulebook.gates.map { gate in
            RulebookPart(
                id: gate.id, place: "基本要求 \(gate.name)",
                fields: [
                    ("条件", gate.conditions.map { words($0, rulebook.display) }.joined(separator: "；")),
                    ("不达标时", gate.effectText), ("依据", gate.article),
                ])
        }
    }

    private static func words(_ condition: GateCondition, _ display: NumberDisplay) -> String {
        switch condition.test {
        case .count(_, _, let bound): condition.name + words(bound, display) + " 次"
        case .points(_, let bound): condition.name + words(bound, display) + " 分"
        case .rate(_, _, _, let bound): condition.name + words(bound, display) + "（占应到）"
        case .each(let period, _, _, let count): condition.name + "每\(period.label)至少 \(count) 次"
        case .quantity(_, _, let unit, let bound): condition.name + words(bound, display) + " " + unit.label
        case .run(_, _, _, let bound): condition.name + "连续" + words(bound, display) + " 次"
        case .gate(let id): condition.name + "（达到\(id)）"
        case .some(let count, let parts):
            "（" + parts.map { words($0, display) }.joined(separator: "、") + " 中至少 \(count) 项）"
        case .all(let parts): "（" + parts.map { words($0, display) }.joined(separator: " 且 ") + "）"
        case .any(let alternatives): "（" + alternatives.map { words($0, display) }.joined(separator: " 或 ") + "）"
        }
    }

    private static func words(_ bound: GateCondition.Bound, _ display: NumberDisplay) -> String {
        switch bound {
        case .atLeast(let number): "至少 " + number.text(display)
        case .atMost(let number): "至多 " + number.text(display)
        case .moreThan(let number): "超过 " + number.text(display)
        case .lessThan(let number): "不足 " + number.text(display)
        }
    }

    static func grades(_ rulebook: Rulebook) -> [RulebookPart] {
        rulebook.grades.map { grade in
            RulebookPart(
                id: grade.name, place: "等次 \(grade.name)",
                fields: [
                    ("满", grade.atLeast.words(rulebook.display)), ("颜色", grade.colour), ("后果", grade.consequence),
                ])
        }
    }
}

extension RulebookParts {
    static func ranks(_ rulebook: Rulebook) -> [RulebookPart] {
        rulebook.ranks.map { rank in
            RulebookPart(
                id: rank.id, place: "名次 \(rank.name)",
                fields: [
                    ("比什么", ([rank.key] + rank.tieBreaks).map(words).joined(separator: "，再比")),
                    ("取多少", (rank.isFromTop ? "前 " : "后 ") + words(rank.size)),
                    ("并列", rank.tiesAreIn ? "都算" : "都不算"), ("范围", rank.unit.map { "各\($0.rawValue)分别" } ?? ""),
                    ("须达标", rank.needsGates ? "是" : ""), ("递补", rank.fillsUp ? "" : "否"),
                    ("等次", words(rank.effect)), ("后果", rank.consequence), ("依据", rank.article),
                ])
        }
    }

    private static func words(_ key: RankRule.Key) -> String {
        switch key {
        case .total: "总分"
        case .totalOverStart: "总分比起点分"
        case .group(let id): id
        }
    }

    private static func words(_ effect: RankRule.Effect) -> String {
        switch effect {
        case .none: ""
        case .award(let grade): "评为\(grade)"
        case .limit(let grade): "限定\(grade)"
        }
    }

    private static func words(_ size: RankRule.Size) -> String {
        switch size {
        case .number(let number): "\(number) 名"
        case .share(let share, let rounding):
            "\((share.multiplied(by: Rational(100)) ?? share).text())%（\(rounding.label)）"
        }
    }

    static func measures(_ rulebook: Rulebook) -> [RulebookPart] {
        rulebook.measures.map { measure in
            RulebookPart(
                id: measure.id, place: "处理 \(measure.name)",
                fields: [
                    ("看什么", words(measure.look, rulebook.display)), ("一年", words(measure.bound)),
                    ("期间", words(measure.span)), ("建议", measure.proposal), ("建议等次", measure.grade ?? ""),
                    ("依据", measure.article),
                ])
        }
    }

    private static func words(_ look: MeasureRule.Look, _ display: NumberDisplay) -> String {
        switch look {
        case .records(let counted, _): selections(counted)
        case .run(let counted, _, _): "连续" + selections(counted)
        case .manual: "人工登记"
        case .below(let points): "总分低于 \(points.text(display))"
        case .grades(let names): "等次为" + names.joined(separator: "、")
        case .list(let id): "列入\(id)"
        case .unmet(let id): "未达到\(id)"
        }
    }

    private static func words(_ bound: MeasureRule.Bound) -> String {
        switch bound {
        case .atLeast(let number): "满 \(number) 次"
        case .fewerThan(let number): "不满 \(number) 次"
        }
    }

    private static func words(_ span: MeasureRule.Span) -> String {
        switch span {
        case .year: "当年"
        case .consecutive(let years): "连续 \(years) 年"
        case .term(let bound): "一届" + words(bound)
        case .termYears(let years): "一届内 \(years) 年"
        case .average(let years): "\(years) 年平均"
        }
    }
}

extension Rational? {
    /// As text, empty where there is none.
    func words(_ display: NumberDisplay) -> String { map { $0.text(display) } ?? "" }
}
