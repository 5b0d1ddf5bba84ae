/// One row of a sheet, as read. Trailing empty cells are cut off; a column beyond the end is empty.
public struct SheetRow: Equatable, Sendable {
    /// The sheet's own row number, from 1. For CSV the line on which the row begins.
    public var number: Int
    /// Cells from column A.
    public var cells: [Cell]
    /// Whether the row is hidden (by hand or by a filter).
    public var isHidden: Bool

    public init(number: Int, cells: [Cell], isHidden: Bool = false) {
        (self.number, self.cells, self.isHidden) = (number, cells, isHidden)
    }

    /// The cell of a 0-based column; empty beyond the end.
    public subscript(column: Int) -> Cell { column < cells.count ? cells[column] : .empty }

    /// Where a cell of this row is: `C14`.
    public func name(ofColumn column: Int) -> CellName { CellName(row: number, column: column) }

    /// Whether no cell holds anything.
    public var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
}
