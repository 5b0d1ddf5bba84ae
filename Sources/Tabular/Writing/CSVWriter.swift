/// How comma-separated text is written.
public struct CSVStyle: Sendable {
    /// Begins with the UTF-8 byte order mark, by which Excel knows the encoding.
    public var hasByteOrderMark: Bool
    /// `\r\n` or `\n`.
    public var lineEnd: String
    /// Puts `'` before text that a spreadsheet would take for a formula. Plain numbers are left alone.
    public var guardsFormulas: Bool

    /// For files that people open: byte order mark, CRLF, guarded.
    public static let file = CSVStyle(hasByteOrderMark: true, lineEnd: "\r\n", guardsFormulas: true)
    /// For programs behind a pipe: none of these but the guard.
    public static let pipe = CSVStyle(hasByteOrderMark: false, lineEnd: "\n", guardsFormulas: true)
}

/// Writes comma-separated text to a sink. Does not finish the sink.
public struct CSVWriter {
    public init(to sink: ByteSink, style: CSVStyle) throws(WriteError) { fatalError("to be filled in") }

    public func writeRow(_ cells: [Cell]) throws(WriteError) { fatalError("to be filled in") }
    public func writeRow(_ fields: [String]) throws(WriteError) { fatalError("to be filled in") }
}
