/// A key: bytes that sort by `memcmp`. Built as a tuple with `TupleKey`, so that the order of the bytes is the order
/// of the values.
public struct Key: Hashable, Comparable, Sendable {
    /// The encoded bytes.
    public var bytes: [UInt8]

    public init(bytes: [UInt8]) { self.bytes = bytes }

    public static func < (left: Key, right: Key) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

/// A half-open range of keys.
public struct KeyRange: Sendable {
    /// First key of the range; nil means from the beginning.
    public var lower: Key?
    /// First key behind the range; nil means to the end.
    public var upper: Key?

    public init(from lower: Key? = nil, to upper: Key? = nil) {
        self.lower = lower
        self.upper = upper
    }

    /// Every key of a database.
    public static let all = KeyRange()

    /// Every key that begins with `prefix`, itself included.
    public static func prefix(_ prefix: Key) -> KeyRange {
        var end = prefix.bytes
        while let last = end.last, last == 0xFF { end.removeLast() }
        guard !end.isEmpty else { return KeyRange(from: prefix, to: nil) }
        end[end.count - 1] += 1
        return KeyRange(from: prefix, to: Key(bytes: end))
    }
}
