/// Where a cell is: the sheet's own row number from 1, the column from 0. Its text is what the user sees: `C14`.
public struct CellName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 1-based.
    public var row: Int
    /// 0-based: 0 is column A.
    public var column: Int

    public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    /// Reads `C14` or `$C$14`; nil where it is no cell name inside a sheet's limits.
    public init?(_ text: String) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
            case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte) - 96
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard column <= CellName.columnLimit, row <= CellName.rowLimit else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        (self.row, self.column) = (row, column - 1)
    }

    /// The letters of a column: 0 is `A`, 25 `Z`, 26 `AA`.
    public static func letters(ofColumn column: Int) -> String {
        precondition(column >= 0, "columns count from 0")
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    public var description: String { CellName.letters(ofColumn: column) + String(row) }

    public static func < (left: CellName, right: CellName) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }

    /// Rows a sheet can have.
    public static let rowLimit = 1_048_576
    /// Columns a sheet can have.
    public static let columnLimit = 16_384
}

/// A rectangle of cells, both corners inside: a merged cell, an autofilter, a validated range.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
    public var first: CellName
    public var last: CellName

    /// `first` is the upper left corner, `last` the lower right one.
    public init(from first: CellName, to last: CellName) { (self.first, self.last) = (first, last) }

    /// Reads `A1:C3` or `A1`.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let start = CellName(String(parts[0])) else { return nil }
        guard let end = parts.count == 2 ? CellName(String(parts[1])) : start else { return nil }
        first = CellName(row: min(start.row, end.row), column: min(start.column, end.column))
        last = CellName(row: max(start.row, end.row), column: max(start.column, end.column))
    }

    public func contains(_ cell: CellName) -> Bool {
        (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
    }

    public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
