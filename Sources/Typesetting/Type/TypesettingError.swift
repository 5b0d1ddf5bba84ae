public import Tabular

/// Why pages could not be set.
public enum TypesettingError: Error, Equatable, Sendable {
    /// Pango or Cairo is not installed, or too old: what was not found.
    case libraryMissing(String)
    /// No font on this machine has 汉字; `asked` are the families looked for.
    case noChineseFont(asked: String)
    /// What the drawing library said.
    case drawing(String)
    case write(WriteError)
}
