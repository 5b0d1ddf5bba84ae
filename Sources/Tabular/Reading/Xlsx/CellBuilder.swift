/// Puts together one cell from its element: what type it says, what style, what text.
struct CellBuilder {
    enum Kind {
        case number
        case shared
        case text
        case bool
        case error
        case isoDate
    }

    var column = 0
    private var kind = Kind.number
    private var style = 0
    var hasFormula = false
    var hasValue = false
    var isImage = false
    var bytes: [UInt8] = []

    /// Begins a cell: reads `r`, `s` and `t` in one pass, since this runs for every cell.
    mutating func begin(_ attributes: XMLAttributes, nextColumn: Int) {
        (column, kind, style, hasFormula, hasValue, isImage) = (nextColumn, .number, 0, false, false, false)
        bytes.removeAll(keepingCapacity: true)
        guard var cursor = attributes.base else { return }
        while let key = cursor[0], let value = cursor[1] {
            if key[0] != 0, key[1] == 0 { take(UInt8(bitPattern: key[0]), value) }
            cursor += 2
        }
    }

    private mutating func take(_ key: UInt8, _ value: UnsafePointer<CChar>) {
        switch key {
        case UInt8(ascii: "r"): column = CellBuilder.column(value) ?? column
        case UInt8(ascii: "s"): style = CellBuilder.number(value)
        case UInt8(ascii: "t"): kind = CellBuilder.kind(value)
        default: break
        }
    }

    /// The cell, when its element ends.
    func cell(_ context: SheetContext) -> Cell {
        if isImage { return .image }
        // An empty number is no result; an empty text is one.
        if hasFormula, !hasValue || (bytes.isEmpty && kind == .number) { return .uncalculated }
        if bytes.isEmpty { return .empty }
        switch kind {
        case .number: return numberCell(context)
        case .shared: return sharedText(context)
        case .text: return textCell()
        case .bool: return .bool(bytes == [UInt8(ascii: "1")] || bytes.first == UInt8(ascii: "t"))
        case .error: return .error(String(decoding: bytes, as: UTF8.self))
        case .isoDate: return isoCell()
        }
    }

    private func textCell() -> Cell {
        let text = EscapedText.unescaped(String(decoding: bytes, as: UTF8.self))
        return text.hasPrefix("=DISPIMG(") ? .image : .text(text)
    }

    private func sharedText(_ context: SheetContext) -> Cell {
        guard let index = Int(String(decoding: bytes, as: UTF8.self)), context.strings.indices.contains(index) else {
            return .error("#REF!")
        }
        let text = context.strings[index]
        return text.isEmpty ? .empty : .text(text)
    }

    private func numberCell(_ context: SheetContext) -> Cell {
        let text = String(decoding: bytes, as: UTF8.self)
        let format = context.styles.format(ofStyle: style)
        if format != .plain, let serial = Double(text), let cell = context.calendar.cell(serial, format) {
            return cell
        }
        return CellBuilder.isNumber(bytes) ? .number(CellNumber(unchecked: text)) : .text(text)
    }

    private func isoCell() -> Cell {
        let text = String(decoding: bytes, as: UTF8.self)
        if let date = CellDate(iso: text) { return .date(date) }
        let clock = text.hasPrefix("T") ? text.dropFirst() : Substring(text)
        if let second = CellDate.second(ofISOTime: clock) { return .time(secondOfDay: second) }
        return .text(text)
    }

    /// Digits with at most one point, a sign and an exponent.
    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        var sawDigit = false
        var sawPoint = false
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x30...0x39: sawDigit = true
            case UInt8(ascii: "-") where index == 0: break
            case UInt8(ascii: ".") where !sawPoint: sawPoint = true
            default: return DecimalText(String(decoding: bytes, as: UTF8.self)) != nil
            }
        }
        return sawDigit
    }

    /// The column of a name such as `AB12`, from 0; nil where it has no letters or too many.
    private static func column(_ text: UnsafePointer<CChar>) -> Int? {
        var column = 0
        var cursor = text
        while true {
            let byte = UInt8(bitPattern: cursor.pointee)
            guard (0x41...0x5A).contains(byte & 0xDF), byte >= 0x41 else { break }
            column = column * 26 + Int(byte & 0xDF) - 64
            guard column <= CellName.columnLimit else { return nil }
            cursor += 1
        }
        return column > 0 ? column - 1 : nil
    }

    private static func number(_ text: UnsafePointer<CChar>) -> Int {
        var value = 0
        var cursor = text
        while (0x30...0x39).contains(cursor.pointee), value < 1 << 24 {
            value = value * 10 + Int(cursor.pointee - 0x30)
            cursor += 1
        }
        return value
    }

    private static func kind(_ text: UnsafePointer<CChar>) -> Kind {
        let name = XMLName(text)
        switch name {
        case "s": return .shared
        case "str", "inlineStr": return .text
        case "b": return .bool
        case "e": return .error
        case "d": return .isoDate
        default: return .number
        }
    }
}

/// What the cells of a sheet refer to.
struct SheetContext {
    let strings: [String]
    let styles: Styles
    let calendar: SerialDate
}
