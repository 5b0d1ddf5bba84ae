/// The column maps of every sheet kind, as read from `Schemas/columns`.
public struct ColumnLibrary: Sendable {
    /// In order of `SheetKind`.
    public let maps: [ColumnMap]

    public init(maps: [ColumnMap]) { self.maps = maps }

    public subscript(kind: SheetKind) -> ColumnMap? { maps.first { $0.kind == kind } }
}

/// How the headings of one kind of sheet are written.
public struct ColumnMap: Sendable {
    public var kind: SheetKind
    /// Words in title rows, sheet or file name that speak for this kind.
    public var titleWords: [String]
    /// Each inner list: one of these fields must be there.
    public var required: [[String]]
    /// Field of a folded heading.
    public var fieldByHeading: [String: String]
    /// Field of a folded label in the block above the table.
    public var fieldByLabel: [String: String]
}
