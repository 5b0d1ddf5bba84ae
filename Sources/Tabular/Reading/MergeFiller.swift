/// Puts the value of merged cells into the cells they cover, row by row from the top.
public struct MergeFiller {
    private let fill: MergeFill
    /// Ranges not yet reached, the next one last.
    private var waiting: [CellRange]
    private var active: [(range: CellRange, value: Cell)] = []

    /// `ranges` are those of the sheet whose rows will be filled, in any order.
    public init(_ ranges: [CellRange], _ fill: MergeFill) {
        self.fill = fill
        let useful = ranges.filter { fill == .everywhere || (fill == .down && $0.first.row < $0.last.row) }
        waiting = useful.sorted { $0.first > $1.first }
    }

    /// Fills the covered cells of the next row, where they are empty.
    public mutating func fillIn(_ row: inout SheetRow) {
        while let next = waiting.last, next.first.row <= row.number {
            waiting.removeLast()
            // A range whose first row was empty has no value to give.
            let value = next.first.row == row.number ? row[next.first.column] : .empty
            if !value.isEmpty { active.append((next, value)) }
        }
        active.removeAll { $0.range.last.row < row.number }
        for (range, value) in active {
            let lastColumn = fill == .everywhere ? range.last.column : range.first.column
            for column in range.first.column...lastColumn where row[column].isEmpty {
                while row.cells.count <= column { row.cells.append(.empty) }
                row.cells[column] = value
            }
        }
    }
}
