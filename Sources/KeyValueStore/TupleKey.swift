/// Builds a key out of elements so that keys sort as the tuples do.
///
/// Every element says its own type and end, so that a prefix of elements is a prefix of bytes and nothing else
/// (`KeyRange.prefix`), and a key can be read back without knowing its shape:
/// - an integer is one byte 0x14 ± its length, then that many big-endian bytes without leading zeros (those of a
///   negative number complemented);
/// - a string is 0x02, its UTF-8 with 0x00 written as 0x01 0x01 and 0x01 as 0x01 0x02, then 0x00; bytes likewise
///   behind 0x01.
public struct TupleKey: Sendable {
    /// The encoded bytes so far.
    public private(set) var bytes: [UInt8] = []

    static let bytesTag: UInt8 = 0x01
    static let stringTag: UInt8 = 0x02
    static let zeroTag: UInt8 = 0x14

    public init() {}

    /// The key built so far.
    public var key: Key { Key(bytes: bytes) }

    public mutating func append(_ number: UInt64) {
        let length = (71 - number.leadingZeroBitCount) / 8
        bytes.append(Self.zeroTag + UInt8(length))
        for place in stride(from: (length - 1) * 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(place)))
        }
    }

    public mutating func append(_ number: Int64) {
        guard number < 0 else { return append(UInt64(number)) }
        let magnitude = number.magnitude
        let length = (71 - magnitude.leadingZeroBitCount) / 8
        bytes.append(Self.zeroTag - UInt8(length))
        for place in stride(from: (length - 1) * 8, through: 0, by: -8) {
            bytes.append(~UInt8(truncatingIfNeeded: magnitude >> UInt64(place)))
        }
    }

    public mutating func append(_ text: String) {
        appendEscaped(text.utf8, tag: Self.stringTag)
    }

    public mutating func append(_ raw: [UInt8]) {
        appendEscaped(raw, tag: Self.bytesTag)
    }

    /// Appends an element of any type that knows how.
    public mutating func append(_ element: some KeyElement) { element.append(to: &self) }

    /// Appends elements that are already encoded.
    public mutating func append(encoded key: Key) { bytes.append(contentsOf: key.bytes) }

    private mutating func appendEscaped(_ content: some Sequence<UInt8>, tag: UInt8) {
        bytes.append(tag)
        for byte in content {
            if byte < 2 { bytes.append(1) }
            bytes.append(byte < 2 ? byte + 1 : byte)
        }
        bytes.append(0)
    }
}

/// A value that can stand in a key: it appends itself to a tuple and reads itself back.
public protocol KeyElement: Sendable {
    /// Appends one or more elements that sort as the value does.
    func append(to tuple: inout TupleKey)
    /// Reads what `append` wrote.
    static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> Self
}

extension Key {
    /// A key of the given elements, in order.
    public init<each Element: KeyElement>(_ element: repeat each Element) {
        var tuple = TupleKey()
        repeat (each element).append(to: &tuple)
        self = tuple.key
    }
}
