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
        /// No kind fits.
        case none(NearestHeader?)
    }

    /// `kind` where the caller has said which.
    func find(kind: SheetKind?) -> Outcome {
        let maps = columns.maps.filter { kind == nil || $0.kind == kind }
        let candidates = maps.compactMap(candidate).sorted { $0.score > $1.score }
        guard let best = candidates.first else { return .none(nearest(in: maps)) }
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
            guard mapped(rows[start], map) > 0, !goesOn(rows[start], map, after: start) else { continue }
            let layout = HeaderReader(map: map, rows: rows).layout(headerAt: start)
            guard map.required.allSatisfy({ $0.contains(where: layout.has) }), isEvident(layout) else { continue }
            let score =
                layout.columns.count * 2 + min(layout.events.count + layout.halfDayColumns.count, 5)
                + titleScore(map, layout)
            if score > best?.score ?? 0 { best = Candidate(layout: layout, score: score) }
        }
        return best
    }

    static let searchDepth = 25

    /// Whether a row is the lower part of a header: its key cell is merged with the one above.
    private func goesOn(_ row: SheetRow, _ map: ColumnMap, after place: Int) -> Bool {
        guard place > 0, let keys = map.required.first else { return false }
        let column = row.cells.indices.first { map.field(ofHeading: row[$0].text).map(keys.contains) == true }
        return column.map { rows[place - 1][$0] == row[$0] } ?? false
    }

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

    /// The row most like a header, and what the kind that comes nearest lacks.
    struct NearestHeader {
        var row: Int
        var column: Int
        var headings: String
        var lack: String
    }

    /// The row with most headings of one kind, kinds that the titles speak for first; where no heading is known, the
    /// first row with several cells.
    private func nearest(in maps: [ColumnMap]) -> NearestHeader? {
        var best: (score: Int, header: NearestHeader)?
        for map in maps {
            let titled = map.titleWords.contains { word in
                (names + rows.prefix(3).flatMap { $0.cells.map(\.text) }).contains { $0.contains(word) }
            }
            for row in rows.prefix(LayoutFinder.searchDepth)
            where Set(row.cells.map(\.text)).subtracting([""]).count > 1 {
                let count = mapped(row, map)
                let score = count * 2 + (titled ? 3 : 0) + (count > 0 ? 1 : 0)
                guard score > best?.score ?? -1 else { continue }
                best = (score, header(row, map, isKnown: count > 0 || titled))
            }
        }
        return best?.header
    }

    private func header(_ row: SheetRow, _ map: ColumnMap, isKnown: Bool) -> NearestHeader {
        var texts: [String] = []
        for cell in row.cells where !cell.isEmpty && texts.last != cell.text {
            texts.append(TitleText.cleaned(cell.text))
        }
        let fields = Set(row.cells.compactMap { map.field(ofHeading: $0.text) })
        let lacking = map.required.filter { !$0.contains(where: fields.contains) }
        let names = lacking.map { $0.map { "“\(map.heading(ofField: $0))”" }.joined(separator: "或") }
        let lack = names.isEmpty ? "没有说明出席情况的栏目" : "缺少\(names.joined(separator: "、"))栏"
        return NearestHeader(
            row: row.number, column: row.cells.firstIndex { !$0.isEmpty } ?? 0, headings: texts.joined(separator: "、"),
            lack: isKnown ? "最像\(map.kind.label)，但\(lack)" : "没有一个认识的栏目")
    }
}
