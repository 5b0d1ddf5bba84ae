/// A chart that shows some columns of a table: the same one in a workbook, on paper and on a web page.
public struct TableChart: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// A bar for each value, those of one row together.
        case bars
        /// One bar for each row, made of its values.
        case stackedBars
        /// A line for each column, from row to row.
        case lines
    }

    public var kind: Kind
    public var title: String
    /// Key of the column that names the rows.
    public var category: String
    /// Keys of the columns that are drawn; their cells are numbers, or empty where there is none.
    public var series: [String]

    public init(_ kind: Kind, title: String, category: String, series: [String]) {
        (self.kind, self.title, self.category, self.series) = (kind, title, category, series)
    }
}

extension TableDocument {
    /// The place of a column by its key.
    public func place(ofColumn key: String) -> Int? { columns.firstIndex { $0.key == key } }
}
