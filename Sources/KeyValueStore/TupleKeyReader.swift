/// Why bytes are not a key of the expected shape.
public enum KeyError: Error, Hashable, Sendable {
    /// The bytes end inside an element.
    case truncated
    /// There is an element of another type, or none that we know.
    case unexpectedElement(tag: UInt8)
    /// A number that could have been written shorter, or does not fit its type.
    case numberOutOfRange
    /// A string that is not UTF-8.
    case notUTF8
    /// An escape inside a string or bytes that nobody writes.
    case badEscape
    /// There are more elements than expected.
    case trailingBytes
}

/// Reads back, element by element, what `TupleKey` built. Looks at the bytes in place.
public struct TupleKeyReader {
    private let bytes: UnsafeRawBufferPointer
    /// Bytes read so far.
    public private(set) var offset = 0

    /// - Parameter bytes: must stay valid while the reader is in use.
    public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    public var isAtEnd: Bool { offset == bytes.count }

    /// - Throws: `KeyError.trailingBytes` where elements are left.
    public func finish() throws(KeyError) {
        guard isAtEnd else { throw .trailingBytes }
    }

    public mutating func unsigned() throws(KeyError) -> UInt64 {
        let tag = try peekTag()
        guard tag >= TupleKey.zeroTag, tag <= TupleKey.zeroTag + 8 else { throw .unexpectedElement(tag: tag) }
        return try magnitude(length: Int(tag - TupleKey.zeroTag), flip: 0)
    }

    public mutating func signed() throws(KeyError) -> Int64 {
        let tag = try peekTag()
        if tag >= TupleKey.zeroTag {
            guard let number = Int64(exactly: try unsigned()) else { throw .numberOutOfRange }
            return number
        }
        guard tag >= TupleKey.zeroTag - 8 else { throw .unexpectedElement(tag: tag) }
        let size = try magnitude(length: Int(TupleKey.zeroTag - tag), flip: 0xFF)
        guard size <= UInt64(1) << 63 else { throw .numberOutOfRange }
        return Int64(truncatingIfNeeded: 0 &- size)
    }

    public mutating func string() throws(KeyError) -> String {
        let content = try escaped(tag: TupleKey.stringTag)
        guard let text = String(validating: content, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    public mutating func raw() throws(KeyError) -> [UInt8] { try escaped(tag: TupleKey.bytesTag) }

    /// Passes over one element of any type.
    public mutating func skip() throws(KeyError) {
        let tag = try peekTag()
        switch tag {
        case TupleKey.bytesTag, TupleKey.stringTag: _ = try escaped(tag: tag)
        case TupleKey.zeroTag - 8..<TupleKey.zeroTag: _ = try magnitude(length: Int(TupleKey.zeroTag - tag), flip: 0xFF)
        case TupleKey.zeroTag...TupleKey.zeroTag + 8: _ = try unsigned()
        default: throw .unexpectedElement(tag: tag)
        }
    }

    /// The type byte of the next element.
    public func peekTag() throws(KeyError) -> UInt8 {
        guard offset < bytes.count else { throw .truncated }
        return bytes[offset]
    }

    private mutating func magnitude(length: Int, flip: UInt8) throws(KeyError) -> UInt64 {
        guard bytes.count - offset > length else { throw .truncated }
        var number: UInt64 = 0
        for place in offset + 1..<offset + 1 + length { number = number << 8 | UInt64(bytes[place] ^ flip) }
        guard length == 0 || number >> UInt64((length - 1) * 8) != 0 else { throw .numberOutOfRange }
        offset += 1 + length
        return number
    }

    private mutating func escaped(tag: UInt8) throws(KeyError) -> [UInt8] {
        guard try peekTag() == tag else { throw .unexpectedElement(tag: try peekTag()) }
        var content: [UInt8] = []
        var place = offset + 1
        while place < bytes.count {
            switch bytes[place] {
            case 0:
                offset = place + 1
                return content
            case 1:
                guard place + 1 < bytes.count else { throw .truncated }
                guard (1...2).contains(bytes[place + 1]) else { throw .badEscape }
                content.append(bytes[place + 1] - 1)
                place += 2
            case let byte:
                content.append(byte)
                place += 1
            }
        }
        throw .truncated
    }
}
