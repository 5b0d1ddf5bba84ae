import Tabular

/// Sets a table: heads repeated on every page, rows kept whole unless one is longer than a page, nothing outside its
/// cell.
struct TableSetter {
    let table: TableDocument
    let typesetter: Typesetter
    private let text: TypeStyle
    private let head: TypeStyle
    private let widths: [Double]
    private let lefts: [Double]
    private static let pad = 3.0

    init(_ table: TableDocument, typesetter: Typesetter, geometry: PageGeometry) {
        (self.table, self.typesetter) = (table, typesetter)
        let measure = ColumnWidths(of: table)
        let size = TableSetter.size(measure, room: geometry.textWidth)
        text = TypeStyle(.song, size, lines: 1.32)
        head = TypeStyle(.hei, size, lines: 1.32)
        widths = measure.shared(geometry.textWidth / size).map { $0 * size }
        var x = geometry.left
        lefts = widths.map { width in
            defer { x += width }
            return x
        }
    }

    /// Smaller type where the table is wide; never so small that it cannot be read.
    private static func size(_ measure: ColumnWidths, room: Double) -> Double {
        for size in [9.5, 9, 8.5, 8, 7.5] where measure.natural * size <= room { return size }
        for size in [8.5, 8, 7.5, 7] where measure.least.reduce(0, +) * size <= room * 0.8 { return size }
        return 6.5
    }

    /// A row with every cell broken into lines.
    private struct Row {
        var cells: [SetText]
        var lines: Int
    }

    /// How much must fit on the page below a heading: all of a short table, else the heads and the first rows.
    func beginningHeight(_ geometry: PageGeometry) -> Double {
        let count = table.rows.count <= 8 ? table.rows.count : 2
        let first = table.rows.prefix(count).reduce(0) { $0 + height(row($1).lines) }
        return height(heads.lines) + min(first, geometry.textHeight / 3)
    }

    func set(on pages: inout SetPages) {
        let heads = heads
        pages.need(beginningHeight(pages.geometry))
        var top = begin(heads, on: &pages)
        for cells in table.rows {
            let row = row(cells)
            if pages.y + height(row.lines) > pages.geometry.bottom {
                let whole = pages.geometry.textHeight - height(heads.lines)
                if height(row.lines) > whole {
                    split(row, heads, top: &top, on: &pages)
                    continue
                }
                close(from: top, on: &pages)
                pages.turn()
                top = begin(heads, on: &pages)
            }
            draw(row, lines: 0..<row.lines, on: &pages)
        }
        close(from: top, on: &pages)
    }

    private func height(_ lines: Int) -> Double { Double(lines) * text.lineHeight + 2 * TableSetter.pad }

    private var heads: Row { row(table.columns.map(\.name), head) }

    private func row(_ cells: [Cell]) -> Row {
        row(table.columns.indices.map { $0 < cells.count ? table.columns[$0].displayText(cells[$0]) : "" }, text)
    }

    private func row(_ texts: [String], _ style: TypeStyle) -> Row {
        let cells = zip(texts, widths).map { typesetter.set($0, style, width: max($1 - 2 * TableSetter.pad, 6)) }
        return Row(cells: cells, lines: max(cells.map(\.count).max() ?? 1, 1))
    }

    /// The heads on a shade; returns where the frame begins.
    private func begin(_ heads: Row, on pages: inout SetPages) -> Double {
        let top = pages.y
        let full = widths.reduce(0, +)
        pages.add(.box(x: lefts.first ?? 0, y: top, width: full, height: height(heads.lines), .shade))
        rule(at: top, 0.8, on: &pages)
        draw(heads, lines: 0..<heads.lines, isHead: true, on: &pages)
        return top
    }

    private func draw(_ row: Row, lines: Range<Int>, isHead: Bool = false, on pages: inout SetPages) {
        for (place, cell) in row.cells.enumerated() {
            let shown = lines.clamped(to: 0..<cell.count)
            guard !shown.isEmpty else { continue }
            // Heads stand in the middle of their row, as short cells beside long ones do.
            let slack = Double(lines.count - shown.count) * text.lineHeight / 2
            let y = pages.y + TableSetter.pad + (shown.count == cell.count ? slack : 0)
            pages.add(
                .text(
                    cell, lines: shown, x: lefts[place] + TableSetter.pad, y: y,
                    width: widths[place] - 2 * TableSetter.pad, alignment(place, isHead: isHead), .black))
        }
        pages.y += height(lines.count)
        rule(at: pages.y, isHead ? 0.6 : 0.4, on: &pages)
    }

    private func alignment(_ place: Int, isHead: Bool) -> Ink.Alignment {
        if isHead { return .middle }
        switch table.columns[place].alignment {
        case .left: return .left
        case .center: return .middle
        case .right: return .right
        }
    }

    /// A row longer than a page goes on over as many as it needs.
    private func split(_ row: Row, _ heads: Row, top: inout Double, on pages: inout SetPages) {
        var next = 0
        while next < row.lines {
            let room = Int((pages.geometry.bottom - pages.y - 2 * TableSetter.pad) / text.lineHeight)
            if room < 2 {
                close(from: top, on: &pages)
                pages.turn()
                top = begin(heads, on: &pages)
                continue
            }
            let end = min(next + room, row.lines)
            draw(row, lines: next..<end, on: &pages)
            next = end
        }
    }

    private func rule(at y: Double, _ width: Double, on pages: inout SetPages) {
        guard let left = lefts.first, let right = lefts.last else { return }
        pages.add(.rule(fromX: left, fromY: y, toX: right + (widths.last ?? 0), toY: y, width: width, .rule))
    }

    private func close(from top: Double, on pages: inout SetPages) {
        for x in lefts + [(lefts.last ?? 0) + (widths.last ?? 0)] {
            pages.add(.rule(fromX: x, fromY: top, toX: x, toY: pages.y, width: 0.4, .rule))
        }
    }
}
