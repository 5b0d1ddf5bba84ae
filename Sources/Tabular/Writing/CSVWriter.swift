/// How comma-separated text is written.
public struct CSVStyle: Sendable {
    /// Begins with the UTF-8 byte order mark, by which Excel knows the encoding.
    public var hasByteOrderMark: Bool
    /// `\r\n` or `\n`.
    public var lineEnd: String
    /// Puts `'` before text that a spreadsheet would take for a formula. Plain numbers are left alone.
    public var guardsFormulas: Bool

    public init(hasByteOrderMark: Bool, lineEnd: String, guardsFormulas: Bool) {
        self.hasByteOrderMark = hasByteOrderMark
        self.lineEnd = lineEnd
        self.guardsFormulas = guardsFormulas
    }

    /// For files that people open: byte order mark, CRLF, guarded.
    public static let file = CSVStyle(hasByteOrderMark: true, lineEnd: "\r\n", guardsFormulas: true)
    /// For programs behind a pipe: none of these but the guard.
    public static let pipe = CSVStyle(hasByteOrderMark: false, lineEnd: "\n", guardsFormulas: true)
}

/// Writes comma-separated text to a sink. Does not finish the sink.
public struct CSVWriter {
    private let sink: ByteSink
    private let style: CSVStyle

    public init(to sink: ByteSink, style: CSVStyle) throws(WriteError) {
        (self.sink, self.style) = (sink, style)
        if style.hasByteOrderMark { try sink.write([0xEF, 0xBB, 0xBF]) }
    }

    /// Writes a row. Only text is guarded against formulas: a cell that is a number or a date cannot be one.
    public func writeRow(_ cells: [Cell]) throws(WriteError) {
        try writeFields(
            cells.map { cell in
                switch cell {
                case .text, .error: field(cell.text)
                default: cell.text
                }
            })
    }

    /// Writes a row of texts.
    public func writeRow(_ texts: [String]) throws(WriteError) {
        try writeFields(texts.map(field))
    }

    /// Writes a row of fields that need no guard or quotes any more.
    func writeFields(_ fields: [String]) throws(WriteError) {
        // A row that is one empty field would read back as a blank line.
        let line = fields == [""] ? "\"\"" : fields.joined(separator: ",")
        try sink.write(line + style.lineEnd)
    }

    /// A text as a field: guarded, and in quotes where it must be.
    func field(_ text: String) -> String {
        let guarded = style.guardsFormulas && CSVWriter.looksLikeFormula(text) ? "'" + text : text
        let needsQuotes = guarded.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D || byte == 0x09
        }
        guard needsQuotes || guarded.first == " " || guarded.last == " " else { return guarded }
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in guarded.utf8 {
            if byte == UInt8(ascii: "\"") { quoted.append(byte) }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return String(decoding: quoted, as: UTF8.self)
    }

    /// Text that begins with one of `= + - @`, a tab or a return, and is no plain number or share (`-5`, `+86`, `-5%`).
    static func looksLikeFormula(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): DecimalText(text.last == "%" ? String(text.dropLast()) : text) == nil
        default: false
        }
    }
}
