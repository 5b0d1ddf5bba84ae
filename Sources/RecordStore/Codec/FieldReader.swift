/// Reads tagged fields in place, in ascending order of their numbers. Every length is checked against the bytes
/// left; nothing read can trap. Fields not asked for are kept as unknown.
///
/// Plain forms give the default (zero, false, empty) where the field is missing; `optional…` forms give nil.
public struct FieldReader: ~Copyable {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    /// Number asked for last.
    private var last = 0
    /// The lowest number the next tag may have.
    private var floor = 1
    private var unknown: [UInt8] = []
    /// Whether a nested value had unknown fields that it did not take.
    private(set) var lostNestedFields = false
    /// The tag that was looked at and not yet used.
    private var ahead: Tag?

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    @inlinable
    public mutating func unsigned<Number: UnsignedInteger & FixedWidthInteger>(
        _ field: Int, as type: Number.Type = Number.self
    ) throws(FieldError) -> Number {
        try optionalUnsigned(field) ?? 0
    }

    @inlinable
    public mutating func optionalUnsigned<Number: UnsignedInteger & FixedWidthInteger>(
        _ field: Int, as type: Number.Type = Number.self
    ) throws(FieldError) -> Number? {
        guard let wide = try number64(field) else { return nil }
        guard let number = Number(exactly: wide) else { throw invalid(field) }
        return number
    }

    @inlinable
    public mutating func signed<Number: SignedInteger & FixedWidthInteger>(
        _ field: Int, as type: Number.Type = Number.self
    ) throws(FieldError) -> Number {
        try optionalSigned(field) ?? 0
    }

    @inlinable
    public mutating func optionalSigned<Number: SignedInteger & FixedWidthInteger>(
        _ field: Int, as type: Number.Type = Number.self
    ) throws(FieldError) -> Number? {
        guard let wide = try signed64(field) else { return nil }
        guard let number = Number(exactly: wide) else { throw invalid(field) }
        return number
    }

    public mutating func bool(_ field: Int) throws(FieldError) -> Bool {
        try optionalBool(field) ?? false
    }

    public mutating func optionalBool(_ field: Int) throws(FieldError) -> Bool? {
        guard let number = try number64(field) else { return nil }
        guard number < 2 else { throw invalid(field) }
        return number == 1
    }

    public mutating func string(_ field: Int) throws(FieldError) -> String {
        try optionalString(field) ?? ""
    }

    public mutating func optionalString(_ field: Int) throws(FieldError) -> String? {
        guard try find(field, .bytes) else { return nil }
        return try text(field)
    }

    /// A list of texts.
    public mutating func strings(_ field: Int) throws(FieldError) -> [String] {
        var texts: [String] = []
        guard try find(field, .bytes) else { return texts }
        repeat { texts.append(try text(field)) } while try again(field, .bytes)
        return texts
    }

    public mutating func raw(_ field: Int) throws(FieldError) -> [UInt8] {
        try optionalRaw(field) ?? []
    }

    public mutating func optionalRaw(_ field: Int) throws(FieldError) -> [UInt8]? {
        guard try find(field, .bytes) else { return nil }
        return Array(try content(field))
    }

    /// A list of numbers packed behind one tag.
    public mutating func unsigneds(_ field: Int) throws(FieldError) -> [UInt64] {
        guard try find(field, .bytes) else { return [] }
        var packed = FieldReader(try content(field))
        var numbers: [UInt64] = []
        // Each number takes at least one byte, so a count cannot run away from the bytes.
        while packed.offset < packed.bytes.count { numbers.append(try packed.varint(field)) }
        return numbers
    }

    /// A required nested value.
    public mutating func nested<Value: FieldCodable>(_ field: Int, as type: Value.Type = Value.self) throws -> Value {
        guard let value: Value = try optionalNested(field) else { throw FieldError(field: field, .missing) }
        return value
    }

    public mutating func optionalNested<Value: FieldCodable>(
        _ field: Int, as type: Value.Type = Value.self
    ) throws -> Value? {
        guard try find(field, .nested) else { return nil }
        return try value(field)
    }

    /// A list of nested values.
    public mutating func list<Value: FieldCodable>(_ field: Int, of type: Value.Type = Value.self) throws -> [Value] {
        var values: [Value] = []
        guard try find(field, .nested) else { return values }
        repeat { values.append(try value(field)) } while try again(field, .nested)
        return values
    }

    /// The error of a decoder that finds a value its type does not allow.
    public func invalid(_ field: Int) -> FieldError { FieldError(field: field, .outOfRange) }

    /// All fields that were not asked for. Call it last; a nested value that stores them loses nothing.
    public mutating func takeUnknownFields() throws(FieldError) -> UnknownFields {
        while let next = try peek() { try passOver(next) }
        var taken = UnknownFields()
        swap(&taken.bytes, &unknown)
        return taken
    }
}

extension FieldReader {
    @usableFromInline
    mutating func number64(_ field: Int) throws(FieldError) -> UInt64? {
        guard try find(field, .unsigned) else { return nil }
        return try varint(field)
    }

    @usableFromInline
    mutating func signed64(_ field: Int) throws(FieldError) -> Int64? {
        guard try find(field, .signed) else { return nil }
        return ZigZag.unfold(try varint(field))
    }

    private mutating func value<Value: FieldCodable>(_ field: Int) throws -> Value {
        var inner = FieldReader(try content(field))
        let value = try Value(from: &inner)
        let left = try inner.takeUnknownFields()
        lostNestedFields = lostNestedFields || inner.lostNestedFields || !left.isEmpty
        return value
    }

    private mutating func text(_ field: Int) throws(FieldError) -> String {
        guard let text = String(validating: try content(field), as: UTF8.self) else {
            throw FieldError(field: field, .notUTF8)
        }
        return text
    }

    /// Moves behind the tag of `field`; false where it is missing.
    private mutating func find(_ field: Int, _ type: WireType) throws(FieldError) -> Bool {
        precondition(field > last, "fields are read in ascending order, once each")
        last = field
        while let next = try peek(), next.field < field { try passOver(next) }
        return try take(field, type)
    }

    /// Moves behind the tag of one more `field` of a list.
    private mutating func again(_ field: Int, _ type: WireType) throws(FieldError) -> Bool {
        floor = field
        return try take(field, type)
    }

    private mutating func take(_ field: Int, _ type: WireType) throws(FieldError) -> Bool {
        guard let next = try peek(), next.field == field else { return false }
        guard next.type == type else { throw FieldError(field: field, .wrongType) }
        ahead = nil
        floor = field + 1
        return true
    }

    /// The next tag, which stays ahead until it is taken or passed over; nil at the end.
    private mutating func peek() throws(FieldError) -> Tag? {
        if let ahead { return ahead }
        guard offset < bytes.count else { return nil }
        let start = offset
        let number = try varint(0)
        guard let type = WireType(rawValue: UInt8(number & 3)), (1...UInt64(maximumFieldNumber)).contains(number >> 2)
        else { throw FieldError(field: 0, .badTag) }
        let tag = Tag(field: Int(number >> 2), type: type, start: start)
        guard tag.field >= floor else { throw FieldError(field: tag.field, .outOfOrder) }
        ahead = tag
        return tag
    }

    /// Number and place of the next field, whatever it is; nil at the end.
    mutating func nextRange() throws(FieldError) -> (number: Int, range: Range<Int>)? {
        guard let tag = try peek() else { return nil }
        try passOver(tag)
        return (tag.field, tag.start..<offset)
    }

    /// Keeps a field nobody asked for.
    private mutating func passOver(_ tag: Tag) throws(FieldError) {
        switch tag.type {
        case .unsigned, .signed: _ = try varint(tag.field)
        case .bytes, .nested: _ = try content(tag.field)
        }
        unknown.append(contentsOf: bytes[tag.start..<offset])
        ahead = nil
        floor = tag.field
    }

    private mutating func content(_ field: Int) throws(FieldError) -> UnsafeRawBufferPointer {
        let length = try varint(field)
        guard length <= UInt64(bytes.count - offset) else { throw FieldError(field: field, .truncated) }
        let content = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + Int(length)])
        offset += Int(length)
        return content
    }

    private mutating func varint(_ field: Int) throws(FieldError) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                // A last group of zero, or bits beyond 64: nobody writes that.
                guard shift == 0 || byte != 0, shift < 63 || byte == 1 else {
                    throw FieldError(field: field, .malformedNumber)
                }
                return number
            }
            shift += 7
            guard shift <= 63 else { throw FieldError(field: field, .malformedNumber) }
        }
        throw FieldError(field: field, .truncated)
    }
}

/// A tag as read.
private struct Tag {
    var field: Int
    var type: WireType
    /// Where its bytes begin.
    var start: Int
}
