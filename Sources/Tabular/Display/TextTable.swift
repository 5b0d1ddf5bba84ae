/// A table for the terminal: headings, a rule, aligned columns.
public struct TextTable: Sendable {
    /// What to do with text that is wider than its column may be.
    public enum Overflow: Sendable {
        /// Cut with `…`.
        case truncate
        /// Go on in the next line.
        case wrap
    }

    public struct Column: Sendable {
        public var heading: String
        public var alignment: ColumnAlignment
        /// The most columns it may take; nil is as many as it needs.
        public var maximumWidth: Int?
        /// Whether it never gives way: a number or a date that is cut says something else.
        public var isRigid: Bool

        public init(
            _ heading: String, _ alignment: ColumnAlignment = .left, maximumWidth: Int? = nil, isRigid: Bool = false
        ) {
            (self.heading, self.alignment) = (heading, alignment)
            (self.maximumWidth, self.isRigid) = (maximumWidth, isRigid)
        }
    }

    public var columns: [Column]
    public var rows: [[String]]
    public var overflow = Overflow.truncate
    public var width = DisplayWidth.standard
    /// Whole width of the terminal; wide columns give way until the table fits. Nil is no limit.
    public var totalWidth: Int?
    /// Whether headings may be bold (a terminal without `NO_COLOR`).
    public var usesColor = false

    private static let gap = 2
    private static let narrowest = 6

    public init(columns: [Column], rows: [[String]] = []) { (self.columns, self.rows) = (columns, rows) }

    /// Lines without line ends.
    public func lines() -> [String] {
        let safeRows = rows.map { row in row.map { TerminalText.safe($0, keepsLines: overflow == .wrap) } }
        let widths = fitted(naturalWidths(safeRows))
        let headings = render(columns.map { TerminalText.safe($0.heading) }, widths)
        var lines = usesColor ? headings.map { "\u{1B}[1m\($0)\u{1B}[0m" } : headings
        // Hyphens, because the width of ─ is ambiguous.
        lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
        for row in safeRows { lines += render(row, widths) }
        return lines
    }

    private func naturalWidths(_ rows: [[String]]) -> [Int] {
        columns.enumerated().map { index, column in
            var widest = width.columns(of: TerminalText.safe(column.heading))
            for row in rows where index < row.count {
                // By lines, since a cell to be wrapped may have several.
                for line in row[index].split(separator: "\n") { widest = max(widest, width.columns(of: String(line))) }
            }
            return max(2, column.isRigid ? widest : min(widest, column.maximumWidth ?? widest))
        }
    }

    /// Takes from the widest column until all fit, but leaves each something to be read by.
    private func fitted(_ natural: [Int]) -> [Int] {
        guard let totalWidth else { return natural }
        var widths = natural
        var excess = widths.reduce(0, +) + TextTable.gap * (widths.count - 1) - totalWidth
        while excess > 0 {
            let yielding = widths.indices.filter { !columns[$0].isRigid }
            guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { break }
            guard widths[widest] > TextTable.narrowest else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    /// One row as one line, or as several where cells are wrapped.
    private func render(_ row: [String], _ widths: [Int]) -> [String] {
        let cells = widths.indices.map { index in
            let text = index < row.count ? row[index] : ""
            return overflow == .wrap
                ? width.wrapped(text, to: widths[index]) : [width.truncated(text, to: widths[index])]
        }
        let height = cells.map(\.count).max() ?? 1
        return (0..<height).map { line in
            let parts = widths.indices.map { index in
                let text = line < cells[index].count ? cells[index][line] : ""
                return width.padded(text, to: widths[index], columns[index].alignment)
            }
            var joined = parts.joined(separator: String(repeating: " ", count: TextTable.gap))
            while joined.last == " " { joined.removeLast() }
            return joined
        }
    }
}
