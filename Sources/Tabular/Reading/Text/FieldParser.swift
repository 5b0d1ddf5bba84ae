/// Cuts UTF-8 text into rows and fields as it comes. Strict about quotes: text is never silently swallowed.
struct FieldParser {
    private enum State {
        case fieldStart
        case plain
        case quoted
        /// A quote inside a quoted field: the end of it, or half of a doubled quote.
        case quoteInQuoted
    }

    private let separator: UInt8
    private let cellLimit: Int
    private var state = State.fieldStart
    private var field: [UInt8] = []
    private var row = SheetRow(number: 1, cells: [])
    /// The line being read, from 1.
    private var line = 1
    private var quoteLine = 1
    private var previousWasReturn = false

    init(separator: FieldSeparator, cellLimit: Int) {
        (self.separator, self.cellLimit) = (separator.rawValue, cellLimit)
    }

    /// Takes a piece of the text; calls `body` with every row that ends in it. False when `body` wants no more.
    mutating func take(_ piece: UnsafeBufferPointer<UInt8>, _ body: (SheetRow) throws -> RowFlow) throws -> Bool {
        var index = piece.startIndex
        while index < piece.endIndex {
            let byte = piece[index]
            switch state {
            case .quoted: index = takeQuoted(piece, index)
            case .plain where !isSpecial(byte): index = takePlain(piece, index)
            default:
                if try !takeSpecial(byte, body) { return false }
                index += 1
            }
            if field.count > cellLimit { throw ReadError.tooLarge(line: line, detail: "一个单元格超过 \(cellLimit) 字节") }
        }
        return true
    }

    /// Ends the last row, which need not end with a line end.
    mutating func finish(_ body: (SheetRow) throws -> RowFlow) throws {
        if state == .quoted { throw ReadError.unclosedQuote(line: quoteLine) }
        if state != .fieldStart || !row.cells.isEmpty {
            try endField()
            _ = try endRow(body)
        }
    }

    private func isSpecial(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

    private mutating func takeQuoted(_ piece: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < piece.endIndex, piece[end] != UInt8(ascii: "\"") {
            if piece[end] == 0x0A { line += 1 }
            end += 1
        }
        field.append(contentsOf: piece[start..<end])
        if end < piece.endIndex { state = .quoteInQuoted }
        return end + 1
    }

    private mutating func takePlain(_ piece: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < piece.endIndex, !isSpecial(piece[end]) { end += 1 }
        field.append(contentsOf: piece[start..<end])
        return end
    }

    private mutating func takeSpecial(_ byte: UInt8, _ body: (SheetRow) throws -> RowFlow) throws -> Bool {
        if byte == 0x0A, previousWasReturn {
            previousWasReturn = false
            row.number = line
            return true
        }
        previousWasReturn = byte == 0x0D
        switch byte {
        case separator:
            try endField()
            state = .fieldStart
        case 0x0A, 0x0D:
            try endField()
            return try endRow(body)
        case UInt8(ascii: "\"") where state != .plain:
            if state == .quoteInQuoted { field.append(byte) } else { quoteLine = line }
            state = .quoted
        default:
            if state == .quoteInQuoted {
                throw ReadError.textAfterQuote(line: line, column: row.cells.count)
            }
            field.append(byte)
            state = .plain
        }
        return true
    }

    private mutating func endField() throws {
        guard row.cells.count < CellName.columnLimit else {
            throw ReadError.tooLarge(line: line, detail: "超过 \(CellName.columnLimit) 列")
        }
        row.cells.append(field.isEmpty ? .empty : .text(String(decoding: field, as: UTF8.self)))
        field.removeAll(keepingCapacity: true)
    }

    private mutating func endRow(_ body: (SheetRow) throws -> RowFlow) throws -> Bool {
        while row.cells.last?.isEmpty == true { row.cells.removeLast() }
        let flow = row.cells.isEmpty ? .proceed : try body(row)
        row.cells.removeAll(keepingCapacity: true)
        line += 1
        row.number = line
        state = .fieldStart
        return flow == .proceed
    }
}
