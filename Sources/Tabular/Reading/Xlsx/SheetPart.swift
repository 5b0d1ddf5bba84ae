/// Reads the rows of a sheet's part and delivers each as soon as it ends. There is one row, which is used again.
final class SheetPart: PartHandler {
    private(set) var isDone = false

    private var row = SheetRow(number: 0, cells: [])
    /// Takes a row and says whether more are wanted. Must not throw: nothing may be thrown through expat.
    private let deliver: (SheetRow) -> Bool
    private let context: SheetContext
    private let cellLimit: Int
    private(set) var oversized: CellName?
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

    init(_ context: SheetContext, cellLimit: Int, deliver: @escaping (SheetRow) -> Bool) {
        (self.context, self.cellLimit, self.deliver) = (context, cellLimit, deliver)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if isInCell { return startInCell(name) }
        if isInRow {
            guard name == "c" else { return }
            isInCell = true
            formula.removeAll(keepingCapacity: true)
            cell.begin(attributes, nextColumn: row.cells.count)
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
                oversized = CellName(row: row.number, column: cell.column)
                (isDone, target) = (true, .none)
            }
        case .formula: if formula.count < 256 { formula.append(contentsOf: bytes) }
        }
    }

    private func beginRow(_ attributes: XMLAttributes) {
        isInRow = true
        // Some writers leave the number out.
        row.number = attributes.integer("r") ?? row.number + 1
        row.isHidden = attributes.flag("hidden")
        row.cells.removeAll(keepingCapacity: true)
    }

    private func endRow() {
        isInRow = false
        while row.cells.last?.isEmpty == true { row.cells.removeLast() }
        if !row.cells.isEmpty, !deliver(row) { isDone = true }
    }

    private func endCell() {
        isInCell = false
        let value = cell.cell(context)
        let column = cell.column
        if column < row.cells.count {
            row.cells[column] = value
            return
        }
        // The cells between have no elements.
        while row.cells.count < column { row.cells.append(.empty) }
        row.cells.append(value)
    }
}
