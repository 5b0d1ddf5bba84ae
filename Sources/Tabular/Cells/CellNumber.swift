/// A number of a sheet, kept as the text that was written: no digit is lost before someone decides how to read it.
public struct CellNumber: Equatable, Sendable {
    /// The text in the file: `14`, `0.1`, `1.5E3`, `0.30000000000000004`.
    public let text: String

    public init(_ value: Int) { self.text = String(value) }

    /// A decimal number, with or without exponent; nil where the text is anything else.
    public init?(_ text: String) {
        guard DecimalText(text) != nil else { return nil }
        self.text = text
    }

    /// Takes text already known to be a number.
    init(unchecked text: String) { self.text = text }

    /// The nearest double; for drawing and widths, never for points or ids.
    public var double: Double { Double(text) ?? 0 }

    /// Plain decimal text without exponent or trailing zeros, at most 15 significant digits, as a spreadsheet shows
    /// it: `0.30000000000000004` is `0.3`.
    public var decimal: String { DecimalText(text)?.plain ?? text }

    /// The value where it is whole and fits: `14`, `14.0` and `1.4E1` are 14.
    public var integer: Int? { Int(decimal) }

    /// Whether digits were lost already when the file was saved: a whole number of more than 15 digits, as
    /// identity numbers and card numbers become when a spreadsheet takes them for numbers.
    public var hasLostDigits: Bool { (DecimalText(text)?.integerDigits ?? 0) > 15 }
}
