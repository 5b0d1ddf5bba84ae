/// A table as a value, before it is a screen, a file or a sheet: what reports are made of.
public struct TableDocument: Equatable, Sendable {
    /// The title above the table; empty for none.
    public var title: String
    public var columns: [TableColumn]
    /// Each row has one cell for each column; missing ones at the end are empty.
    public var rows: [[Cell]]
    /// Lines below the table.
    public var notes: [String]
    /// What is read better as a picture; nil for none.
    public var chart: TableChart?

    public init(
        title: String = "", columns: [TableColumn], rows: [[Cell]] = [], notes: [String] = [], chart: TableChart? = nil
    ) {
        (self.title, self.columns, self.rows, self.notes) = (title, columns, rows, notes)
        self.chart = chart
    }
}

/// A column of a document.
public struct TableColumn: Equatable, Sendable {
    /// What its cells mean, which decides formats and alignment.
    public enum Kind: Equatable, Sendable {
        case text
        /// Numbers that are names (ids, phones): always text in a workbook.
        case identifier
        /// A number; with `fractionDigits` it is shown with exactly so many (never rounded: give exact text).
        case number(fractionDigits: Int? = nil)
        /// A share: the cell holds `0.85`, the reader sees `85%`.
        case percent(fractionDigits: Int = 0)
        case date
    }

    /// The key in JSON: ASCII, camelCase.
    public var key: String
    /// The heading people read.
    public var name: String
    public var kind: Kind
    public var alignment: ColumnAlignment
    /// The most terminal columns it should take; nil is as many as it needs.
    public var maximumWidth: Int?

    /// `alignment` is by kind where not given: numbers right, the rest left.
    public init(
        _ key: String, _ name: String, _ kind: Kind = .text, alignment: ColumnAlignment? = nil, maximumWidth: Int? = nil
    ) {
        (self.key, self.name, self.kind, self.maximumWidth) = (key, name, kind, maximumWidth)
        switch kind {
        case .number, .percent: self.alignment = alignment ?? .right
        default: self.alignment = alignment ?? .left
        }
    }
}
