/// How many columns of a terminal a text takes: a Chinese character two, a combining mark none.
public struct DisplayWidth: Sendable {
    /// Whether characters of ambiguous width (“ ” ① — ○ △ √ ×) take two columns, as in many Chinese terminals.
    public var ambiguousIsWide: Bool

    public init(ambiguousIsWide: Bool = false) { self.ambiguousIsWide = ambiguousIsWide }

    /// Ambiguous characters narrow.
    public static let standard = DisplayWidth()

    public func columns(of text: String) -> Int { fatalError("to be filled in") }
    /// The longest beginning that fits, with `…` where something was cut.
    public func truncated(_ text: String, to columns: Int) -> String { fatalError("to be filled in") }
    /// Filled up with blanks to a width; longer text is left as it is.
    public func padded(_ text: String, to columns: Int, _ alignment: ColumnAlignment = .left) -> String {
        fatalError("to be filled in")
    }
    /// Broken into lines that fit.
    public func wrapped(_ text: String, to columns: Int) -> [String] { fatalError("to be filled in") }
}
