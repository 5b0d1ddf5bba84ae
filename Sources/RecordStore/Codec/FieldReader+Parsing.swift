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

    mutating func value<Value: FieldCodable>(_ field: Int) throws -> Value {
        var inner = FieldReader(try content(field))
        let value = try Value(from: &inner)
        let left = try inner.takeUnknownFields()
        lostNestedFields = lostNestedFields || inner.lostNestedFields || !left.isEmpty
        return value
    }

    mutating func text(_ field: Int) throws(FieldError) -> String {
        guard let text = String(validating: try content(field), as: UTF8.self) else {
            throw FieldError(field: field, .notUTF8)
        }
        return text
    }

    /// Moves behind the tag of `field`; false where it is missing.
    mutating func find(_ field: Int, _ type: WireType) throws(FieldError) -> Bool {
        precondition(field > last, "fields are read in ascending order, once each")
        last = field
        while let next = try peek(), next.field < field { try passOver(next) }
        return try take(field, type)
    }

    /// Moves behind the tag of one more `field` of a list.
    mutating func again(_ field: Int, _ type: WireType) throws(FieldError) -> Bool {
        floor = field
        return try take(field, type)
    }

    mutating func take(_ field: Int, _ type: WireType) throws(FieldError) -> Bool {
        guard let next = try peek(), next.field == field else { return false }
        guard next.type == type else { throw FieldError(field: field, .wrongType) }
        ahead = nil
        floor = field + 1
        return true
    }

    /// The next tag, which stays ahead until it is taken or passed over; nil at the end.
    mutating func peek() throws(FieldError) -> FieldTag? {
        if let ahead { return ahead }
        guard offset < bytes.count else { return nil }
        let start = offset
        let number = try varint(0)
        guard let type = WireType(rawValue: UInt8(number & 3)), (1...UInt64(maximumFieldNumber)).contains(number >> 2)
        else { throw FieldError(field: 0, .badTag) }
        let tag = FieldTag(field: Int(number >> 2), type: type, start: start)
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
    mutating func passOver(_ tag: FieldTag) throws(FieldError) {
        switch tag.type {
        case .unsigned, .signed: _ = try varint(tag.field)
        case .bytes, .nested: _ = try content(tag.field)
        }
        unknown.append(contentsOf: bytes[tag.start..<offset])
        ahead = nil
        floor = tag.field
    }

    mutating func content(_ field: Int) throws(FieldError) -> UnsafeRawBufferPointer {
        let length = try varint(field)
        guard length <= UInt64(bytes.count - offset) else { throw FieldError(field: field, .truncated) }
        let content = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + Int(length)])
        offset += Int(length)
        return content
    }

    mutating func varint(_ field: Int) throws(FieldError) -> UInt64 {
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
struct FieldTag {
    var field: Int
    var type: WireType
    /// Where its bytes begin.
    var start: Int
}
