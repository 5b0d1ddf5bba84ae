import DutyModel
import Tabular

/// Finds the table in the first rows of a sheet, and what kind it is.
struct LayoutFinder {
    let columns: ColumnLibrary
    /// Name of the sheet, then of the file.
    let names: [String]
    let rows: [SheetRow]

    enum Outcome {
        case found(SheetLayout)
        /// Several kinds fit as well as each other.
        case ambiguous([SheetKind])
        /// No kind fits; headings of the row most like a header, and what the nearest kind lacks.
        case none(missing: String)
    }

    /// `kind` where the caller has said which.
    func find(kind: SheetKind?) -> Outcome {
        let maps = columns.maps.filter { kind == nil || $0.kind == kind }
        let candidates = maps.compactMap(candidate).sorted { $0.score > $1.score }
        guard let best = candidates.first else { return .none(missing: missing(in: maps)) }
        let equals = candidates.filter { $0.score == best.score }
        if equals.count > 1 { return .ambiguous(equals.map(\.layout.kind)) }
        return .found(best.layout)
    }

    private struct Candidate {
        var layout: SheetLayout
        var score: Int
    }

    /// The best header row for one kind, or nil where none has what the kind must have.
    private func candidate(_ map: ColumnMap) -> Candidate? {
        var best: Candidate?
        for start in rows.indices.prefix(LayoutFinder.searchDepth) {
            guard mapped(rows[start], map) > 0 else { continue }
            let layout = HeaderReader(map: map, rows: rows).layout(headerAt: start)
            guard map.required.allSatisfy({ $0.contains(where: layout.has) }), isEvident(layout) else { continue }
            let score = layout.columns.count * 2 + min(layout.events.count + layout.halfDayColumns.count, 5) + titleScore(map, layout)
            if score > best?.score ?? 0 { best = Candidate(layout: layout, score: score) }
        }
        return best
    }

    static let searchDepth = 25

    /// A list of names alone is no attendance sheet: something must say who came, or to what.
    private func isEvident(_ layout: SheetLayout) -> Bool {
        guard layout.kind == .attendance else { return true }
        let telling = [
            "status", "signature", "halfDays", "markPresent", "markLate", "markExcused", "markAbsent", "eventTitle",
        ]
        return telling.contains(where: layout.has) || !layout.events.isEmpty || !layout.halfDayColumns.isEmpty
            || !layout.labels.isEmpty
    }

    private func mapped(_ row: SheetRow, _ map: ColumnMap) -> Int {
        row.cells.reduce(0) { $0 + (map.field(ofHeading: $1.text) == nil ? 0 : 1) }
    }

    private func titleScore(_ map: ColumnMap, _ layout: SheetLayout) -> Int {
        let above = layout.titles + names.prefix(1)
        func says(_ texts: [String]) -> Bool {
            texts.contains { text in map.titleWords.contains { TextFolding.withoutSpaces(text).contains($0) } }
        }
        return (says(above) ? 5 : 0) + (says(Array(names.dropFirst())) ? 3 : 0)
    }

    /// What the kind that comes nearest lacks.
    private func missing(in maps: [ColumnMap]) -> String {
        var nearest: (count: Int, text: String) = (0, "")
        for map in maps {
            for row in rows.prefix(LayoutFinder.searchDepth) where mapped(row, map) > nearest.count {
                let fields = Set(row.cells.compactMap { map.field(ofHeading: $0.text) })
                let lacking = map.required.filter { !$0.contains(where: fields.contains) }
                let names = lacking.map { $0.map { "“\(map.heading(ofField: $0))”" }.joined(separator: "或") }
                let lack = names.isEmpty ? "" : "，缺少\(names.joined(separator: "、"))栏"
                nearest = (mapped(row, map), "最像\(map.kind.label)\(lack)")
            }
        }
        return nearest.text
    }
}
