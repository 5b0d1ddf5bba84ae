/// How a field's value is laid out; the low two bits of its tag.
enum WireType: UInt8, Sendable {
    /// An unsigned number in groups of seven bits, low group first.
    case unsigned = 0
    /// A signed number, folded so that small magnitudes stay short, then as `unsigned`.
    case signed = 1
    /// A length, then that many bytes (text, raw bytes, packed numbers).
    case bytes = 2
    /// A length, then that many bytes of fields.
    case nested = 3
}

/// The largest field number.
let maximumFieldNumber = 1 << 20

enum ZigZag {
    static func fold(_ number: Int64) -> UInt64 { UInt64(bitPattern: number << 1 ^ number >> 63) }
    static func unfold(_ number: UInt64) -> Int64 { Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1) }
}
