/// Writes tagged fields in ascending order of their numbers. The same values always give the same bytes.
///
/// Plain forms leave out the default (zero, false, empty); `optional…` forms leave out nil only.
public struct FieldWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8]
    /// Where the fields of the value being written begin.
    private var start: Int
    private var last = 0

    /// - Parameter prefix: bytes that stay in front of the fields.
    public init(prefix: [UInt8] = []) {
        bytes = prefix
        start = prefix.count
    }

    @inlinable
    public mutating func unsigned(_ field: Int, _ number: some UnsignedInteger & FixedWidthInteger) {
        if number != 0 { number64(field, UInt64(number)) }
    }

    @inlinable
    public mutating func optionalUnsigned(_ field: Int, _ number: (some UnsignedInteger & FixedWidthInteger)?) {
        if let number { number64(field, UInt64(number)) }
    }

    @inlinable
    public mutating func signed(_ field: Int, _ number: some SignedInteger & FixedWidthInteger) {
        if number != 0 { signed64(field, Int64(number)) }
    }

    @inlinable
    public mutating func optionalSigned(_ field: Int, _ number: (some SignedInteger & FixedWidthInteger)?) {
        if let number { signed64(field, Int64(number)) }
    }

    public mutating func bool(_ field: Int, _ flag: Bool) {
        if flag { number64(field, 1) }
    }

    public mutating func optionalBool(_ field: Int, _ flag: Bool?) {
        if let flag { number64(field, flag ? 1 : 0) }
    }

    public mutating func string(_ field: Int, _ text: String) {
        if !text.isEmpty { optionalString(field, text) }
    }

    public mutating func optionalString(_ field: Int, _ text: String?) {
        guard var text else { return }
        text.withUTF8 { content in blob(field, UnsafeRawBufferPointer(content)) }
    }

    /// A list of texts; empty ones keep their place.
    public mutating func strings(_ field: Int, _ texts: [String]) {
        precondition(field > last, "fields are written in ascending order, once each")
        for text in texts {
            var text = text
            text.withUTF8 { content in blob(field, UnsafeRawBufferPointer(content), again: true) }
        }
    }

    public mutating func raw(_ field: Int, _ content: [UInt8]) {
        if !content.isEmpty { optionalRaw(field, content) }
    }

    public mutating func optionalRaw(_ field: Int, _ content: [UInt8]?) {
        content?.withUnsafeBytes { blob(field, $0) }
    }

    /// A list of numbers, packed end to end behind one tag.
    public mutating func unsigneds(_ field: Int, _ numbers: some Collection<UInt64>) {
        guard !numbers.isEmpty else { return }
        tag(field, .bytes)
        lengthPrefixed { writer in
            for number in numbers { writer.varint(number) }
        }
    }

    public mutating func nested(_ field: Int, _ value: some FieldCodable) {
        tag(field, .nested)
        lengthPrefixed { value.encode(into: &$0) }
    }

    public mutating func optionalNested(_ field: Int, _ value: (some FieldCodable)?) {
        if let value { nested(field, value) }
    }

    /// A list of values, each with its fields.
    public mutating func list(_ field: Int, _ values: some Sequence<some FieldCodable>) {
        precondition(field > last, "fields are written in ascending order, once each")
        for value in values {
            tag(field, .nested, again: true)
            lengthPrefixed { value.encode(into: &$0) }
        }
    }

    /// Merges fields that a newer program wrote among those of the value being written. Call it last.
    public mutating func keep(_ unknown: UnknownFields) {
        guard !unknown.isEmpty else { return }
        let known = Array(bytes[start...])
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: FieldMerge.merge(known, unknown.bytes))
        last = maximumFieldNumber
    }

    /// Gives up the bytes without copying them.
    consuming func finish() -> [UInt8] { bytes }

    @usableFromInline
    mutating func number64(_ field: Int, _ number: UInt64) {
        tag(field, .unsigned)
        varint(number)
    }

    @usableFromInline
    mutating func signed64(_ field: Int, _ number: Int64) {
        tag(field, .signed)
        varint(ZigZag.fold(number))
    }

    private mutating func blob(_ field: Int, _ content: UnsafeRawBufferPointer, again: Bool = false) {
        tag(field, .bytes, again: again)
        varint(UInt64(content.count))
        bytes.append(contentsOf: content)
    }

    private mutating func tag(_ field: Int, _ type: WireType, again: Bool = false) {
        precondition(
            (field > last || again && field == last) && field <= maximumFieldNumber,
            "fields are written in ascending order, once each")
        last = field
        varint(UInt64(field) << 2 | UInt64(type.rawValue))
    }

    /// Runs `body` with field numbers of its own and puts the length of what it wrote in front.
    private mutating func lengthPrefixed(_ body: (inout FieldWriter) -> Void) {
        let outer = (start, last)
        bytes.append(0)
        (start, last) = (bytes.count, 0)
        body(&self)
        let length = bytes.count - start
        if length < 0x80 {
            bytes[start - 1] = UInt8(length)
        } else {
            var prefix = FieldWriter()
            prefix.varint(UInt64(length))
            bytes.replaceSubrange(start - 1..<start, with: prefix.bytes)
        }
        (start, last) = outer
    }

    private mutating func varint(_ number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
