public import KeyValueStore

extension Key {
    /// The elements as people read them: `12`, `(2024, 12)`, `"张三"`; hexadecimal where they are no tuple.
    public var readable: String {
        let parts = bytes.withUnsafeBytes { Self.elements($0) }
        guard let parts else { return "0x" + bytes.map(Self.hexadecimal).joined() }
        return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: ", ") + ")"
    }

    private static func elements(_ bytes: UnsafeRawBufferPointer) -> [String]? {
        var reader = TupleKeyReader(bytes)
        var parts: [String] = []
        do throws(KeyError) {
            while !reader.isAtEnd { parts.append(try element(&reader)) }
        } catch { return nil }
        return parts
    }

    private static func element(_ reader: inout TupleKeyReader) throws(KeyError) -> String {
        switch try reader.peekTag() {
        case 0x01: return "0x" + (try reader.raw()).map(hexadecimal).joined()
        case 0x02: return "“" + (try reader.string()) + "”"
        case 0x14...: return "\(try reader.unsigned())"
        default: return "\(try reader.signed())"
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
