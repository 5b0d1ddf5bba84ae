/// The `_xHHHH_` escapes by which a workbook holds characters that XML cannot.
enum EscapedText {
    /// Text as it goes to the workbook library, which itself escapes control characters: what only looks like an
    /// escape is protected, and what neither XML nor a C string can hold is escaped or dropped.
    static func forWorkbook(_ text: String) -> String {
        let isOrdinary = text.utf8.allSatisfy { $0 != UInt8(ascii: "_") && $0 != 0 && $0 != 0xEF }
        if isOrdinary { return text }
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0: break
            case 0xFFFE, 0xFFFF: result += "_x" + String(scalar.value, radix: 16, uppercase: true) + "_"
            case 0x5F where value(of: scalars[index...].prefix(7)) != nil: result += "_x005F_"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text that a workbook's text means.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        var units: [UInt16] = []
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.first {
            if let unit = value(of: rest.prefix(7)) {
                units.append(unit)
                rest = rest.dropFirst(7)
            } else {
                units.append(contentsOf: String(scalar).utf16)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The UTF-16 unit that seven characters `_xHHHH_` stand for; nil where they are no escape.
    private static func value(of seven: ArraySlice<Unicode.Scalar>) -> UInt16? {
        let text = Array(seven)
        guard text.count == 7, text[0] == "_", text[6] == "_", text[1] == "x" else { return nil }
        guard text[2...5].allSatisfy({ $0.properties.isASCIIHexDigit }) else { return nil }
        return UInt16(String(String.UnicodeScalarView(text[2...5])), radix: 16)
    }
}
