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

        public init(_ heading: String, _ alignment: ColumnAlignment = .left, maximumWidth: Int? = nil) {
            (self.heading, self.alignment, self.maximumWidth) = (heading, alignment, maximumWidth)
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

    public init(columns: [Column], rows: [[String]] = []) { (self.columns, self.rows) = (columns, rows) }

    /// Lines without line ends.
    public func lines() -> [String] { fatalError("to be filled in") }
}
