/// How a written cell looks. Equal styles are one style in the file.
public struct CellStyle: Hashable, Sendable {
    /// A number format in the manner of spreadsheets: `0.00`, `0.0%`, `yyyy-mm-dd`; `@` for text.
    public var format: String?
    public var isBold = false
    /// Background as 0xRRGGBB.
    public var background: UInt32?
    /// Text colour as 0xRRGGBB.
    public var color: UInt32?
    public var alignment: ColumnAlignment?
    public var hasBorder = false
    public var wraps = false
    /// In points; nil is the default.
    public var fontSize: Int?

    public init() {}

    /// Nothing special.
    public static let plain = CellStyle()
    /// Headings: bold, bordered, a quiet background, centred, wrapped.
    public static let heading = CellStyle {
        $0.isBold = true
        $0.background = 0xD9E5F2
        $0.hasBorder = true
        $0.alignment = .center
        $0.wraps = true
    }
    /// The title above a table.
    public static let title = CellStyle {
        $0.isBold = true
        $0.fontSize = 16
        $0.alignment = .center
    }
    /// A cell that was refused.
    public static let refused = CellStyle {
        $0.background = 0xFFC7CE
        $0.color = 0x9C0006
    }
    /// A cell that someone should look at.
    public static let doubtful = CellStyle { $0.background = 0xFFEB9C }

    /// A style made by setting what differs from plain.
    public init(_ change: (inout CellStyle) -> Void) {
        self.init()
        change(&self)
    }
}

/// Where the text of a column stands.
public enum ColumnAlignment: Hashable, Sendable {
    case left
    case right
    case center
}
