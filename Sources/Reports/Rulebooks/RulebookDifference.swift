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
