/// Reads the rows of a sheet's part. Rows gather during a block and are handed out between blocks, because nothing
/// may be thrown through expat; their arrays are used again.
final class SheetPart: PartHandler {
    private(set) var rows: [SheetRow] = []
    /// How many of `rows` are filled.
    private(set) var count = 0
    private(set) var isDone = false

    private let context: SheetContext
    private let cellLimit: Int
    private(set) var oversized: CellName?
    private var rowNumber = 0
    private var isInRow = false
    private var isInCell = false
    private var isInInline = false
    private var phoneticDepth = 0
    private var target = Target.none
    private var formula: [UInt8] = []
    private var cell = CellBuilder()

    private enum Target {
        case none
        case value
        case formula
    }

    init(_ context: SheetContext, cellLimit: Int) { (self.context, self.cellLimit) = (context, cellLimit) }

    /// Forgets the rows handed out. A row still being read goes on in the first place.
    func clear() {
        if isInRow, count > 0 { rows.swapAt(0, count) }
        count = 0
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if isInCell { return startInCell(name) }
        if isInRow {
            guard name == "c" else { return }
            isInCell = true
            formula.removeAll(keepingCapacity: true)
            cell.begin(attributes, nextColumn: rows[count].cells.count)
        } else if name == "row" {
            beginRow(attributes)
        }
    }

    private func startInCell(_ name: XMLName) {
        switch name {
        case "v":
            cell.hasValue = true
            target = .value
        case "f":
            cell.hasFormula = true
            target = .formula
        case "is": isInInline = true
        case "t" where isInInline && phoneticDepth == 0:
            cell.hasValue = true
            target = .value
        case "rPh": phoneticDepth += 1
        default: break
        }
    }

    func end(_ name: XMLName) {
        if isInCell { return endInCell(name) }
        // Not done at the end of the rows: the checksum is compared at the end of the part.
        if isInRow, name == "row" { endRow() }
    }

    private func endInCell(_ name: XMLName) {
        switch name {
        case "c": endCell()
        case "v", "t": target = .none
        case "f":
            target = .none
            cell.isImage =
                formula.contains(UInt8(ascii: "D")) && String(decoding: formula, as: UTF8.self).contains("DISPIMG(")
        case "is": isInInline = false
        case "rPh": phoneticDepth -= 1
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch target {
        case .none: break
        case .value:
            cell.bytes.append(contentsOf: bytes)
            if cell.bytes.count > cellLimit {
                oversized = CellName(row: rowNumber, column: cell.column)
                (isDone, target) = (true, .none)
            }
        case .formula: if formula.count < 256 { formula.append(contentsOf: bytes) }
        }
    }

    private func beginRow(_ attributes: XMLAttributes) {
        isInRow = true
        // Some writers leave the number out.
        rowNumber = attributes.integer("r") ?? rowNumber + 1
        let isHidden = attributes.flag("hidden")
        if count == rows.count { rows.append(SheetRow(number: 0, cells: [])) }
        rows[count].number = rowNumber
        rows[count].isHidden = isHidden
        rows[count].cells.removeAll(keepingCapacity: true)
    }

    private func endRow() {
        isInRow = false
        while rows[count].cells.last?.isEmpty == true { rows[count].cells.removeLast() }
        if !rows[count].cells.isEmpty { count += 1 }
    }

    private func endCell() {
        isInCell = false
        let value = cell.cell(context)
        let column = cell.column
        if column < rows[count].cells.count {
            rows[count].cells[column] = value
        } else if column == rows[count].cells.count {
            rows[count].cells.append(value)
        } else if value != .empty {
            while rows[count].cells.count < column { rows[count].cells.append(.empty) }
            rows[count].cells.append(value)
        } else {
            // An empty cell far to the right needs no room, but the next one may stand on it.
            while rows[count].cells.count <= column { rows[count].cells.append(.empty) }
        }
    }
}
