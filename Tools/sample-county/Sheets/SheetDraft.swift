import Tabular

/// One sheet while it is put together, as rows from 1.
struct SheetDraft {
    var name: String
    private(set) var rows: [[Cell]] = []
    private(set) var merges: [CellRange] = []
    private(set) var styles: [Int: CellStyle] = [:]
    /// Columns the table has: titles are merged over them.
    let width: Int

    init(_ name: String, width: Int) {
        self.name = name
        self.width = width
    }

    /// The number of the next row.
    var nextRow: Int { rows.count + 1 }

    mutating func append(_ cells: [Cell], style: CellStyle? = nil) {
        rows.append(cells)
        styles[rows.count] = style
    }

    /// A line of text over the whole width: a title, a time and place, a signature.
    mutating func line(_ text: String, style: CellStyle = .plain) {
        merges.append(
            CellRange(from: CellName(row: nextRow, column: 0), to: CellName(row: nextRow, column: width - 1)))
        append([.text(text)], style: style)
    }

    mutating func title(_ text: String) { line(text, style: .title) }

    mutating func heading(_ words: [String]) { append(words.map { .text($0) }, style: .heading) }

    /// Merges a range of rows in one column, or a range of columns in one row; a single cell is left alone.
    mutating func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        guard rows.count > 1 || columns.count > 1 else { return }
        merges.append(
            CellRange(
                from: CellName(row: rows.lowerBound, column: columns.lowerBound),
                to: CellName(row: rows.upperBound, column: columns.upperBound)))
    }

    /// Merges, in a column, every run of rows of the same text from a row on, as an office merges 界别.
    mutating func mergeRuns(column: Int, from first: Int) {
        var start = first
        while start < nextRow {
            var end = start
            while end + 1 < nextRow, value(end + 1, column) == value(start, column), value(start, column) != .empty {
                end += 1
            }
            merge(rows: start...end, columns: column...column)
            for row in start..<end { rows[row][column] = .empty }
            start = end + 1
        }
    }

    private func value(_ row: Int, _ column: Int) -> Cell {
        column < rows[row - 1].count ? rows[row - 1][column] : .empty
    }
}
