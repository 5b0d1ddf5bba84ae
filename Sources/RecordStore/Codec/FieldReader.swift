/// Reads tagged fields in place, in ascending order of their numbers. Every length is checked against the bytes
/// left; nothing read can trap. Fields not asked for are kept as unknown.
///
/// Plain forms give the default (zero, false, empty) where the field is missing; `optional…` forms give nil.
public struct FieldReader: ~Copyable {
    let bytes: UnsafeRawBufferPointer
    var offset = 0
    /// Number asked for last.
    var last = 0
    /// The lowest number the next tag may have.
    var floor = 1
    var unknown: [UInt8] = []
    /// Whether a nested value had unknown fields that it did not take.
    var lostNestedFields = false
    /// The tag that was looked at and not yet used.
    var ahead: FieldTag?

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
