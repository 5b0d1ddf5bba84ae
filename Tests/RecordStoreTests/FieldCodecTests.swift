import KeyValueStore
import Testing

@testable import RecordStore

/// A value with a field of every form.
private struct Everything: FieldCodable, Equatable {
    var unsigned: UInt64 = 0
    var small: UInt8?
    var signed: Int64 = 0
    var day: Int32?
    var flag = false
    var maybe: Bool?
    var text = ""
    var note: String?
    var texts: [String] = []
    var bytes: [UInt8] = []
    var numbers: [UInt64] = []
    var guest: Guest?
    var guests: [Guest] = []

    init() {}

    init(random numbers: inout SeededNumbers) {
        unsigned = numbers.next() >> UInt64.random(in: 0...63, using: &numbers)
        small = Bool.random(using: &numbers) ? UInt8.random(in: .min ... .max, using: &numbers) : nil
        signed = Int64(bitPattern: numbers.next()) >> Int64.random(in: 0...63, using: &numbers)
        day = Bool.random(using: &numbers) ? Int32.random(in: .min ... .max, using: &numbers) : nil
        flag = Bool.random(using: &numbers)
        maybe = Bool.random(using: &numbers) ? Bool.random(using: &numbers) : nil
        text = Self.text(&numbers)
        note = Bool.random(using: &numbers) ? Self.text(&numbers) : nil
        texts = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in Self.text(&numbers) }
        bytes = (0..<Int.random(in: 0...300, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        self.numbers = (0..<Int.random(in: 0...5, using: &numbers)).map { _ in numbers.next() }
        guest = Bool.random(using: &numbers) ? Guest(person: 7, halfDays: 0) : nil
        guests = (0..<Int.random(in: 0...60, using: &numbers)).map { Guest(person: UInt32($0), halfDays: 2) }
    }

    private static func text(_ numbers: inout SeededNumbers) -> String {
        let letters = ["", "张", "三", "a", "\u{0}", "𠮷", "，", "长" + String(repeating: "字", count: 60)]
        return (0..<Int.random(in: 0...4, using: &numbers)).map { _ in letters.randomElement(using: &numbers) ?? "" }
            .joined()
    }

    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, unsigned)
        fields.optionalUnsigned(2, small)
        fields.signed(3, signed)
        fields.optionalSigned(4, day)
        fields.bool(5, flag)
        fields.optionalBool(6, maybe)
        fields.string(7, text)
        fields.optionalString(8, note)
        fields.strings(9, texts)
        fields.raw(10, bytes)
        fields.unsigneds(11, numbers)
        fields.optionalNested(12, guest)
        fields.list(200, guests)
    }

    init(from fields: inout FieldReader) throws {
        unsigned = try fields.unsigned(1)
        small = try fields.optionalUnsigned(2)
        signed = try fields.signed(3)
        day = try fields.optionalSigned(4)
        flag = try fields.bool(5)
        maybe = try fields.optionalBool(6)
        text = try fields.string(7)
        note = try fields.optionalString(8)
        texts = try fields.strings(9)
        bytes = try fields.raw(10)
        numbers = try fields.unsigneds(11)
        guest = try fields.optionalNested(12)
        guests = try fields.list(200)
    }
}

private func encoded(_ value: some FieldCodable) -> [UInt8] {
    var fields = FieldWriter()
    value.encode(into: &fields)
    return fields.bytes
}

private func decoded<Value: FieldCodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    try bytes.withUnsafeBytes { content in
        var fields = FieldReader(content)
        let value = try Value(from: &fields)
        _ = try fields.takeUnknownFields()
        return value
    }
}

@Suite struct FieldCodecTests {
    @Test("a value of every form reads back equal, and always gives the same bytes", arguments: 0..<40)
    func roundTrip(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<20 {
            let value = Everything(random: &numbers)
            let bytes = encoded(value)
            #expect(try decoded(Everything.self, bytes) == value)
            #expect(encoded(try decoded(Everything.self, bytes)) == bytes)
        }
    }

    @Test("the extremes of every number read back")
    func extremes() throws {
        var value = Everything()
        (value.unsigned, value.small, value.signed, value.day) = (.max, .max, .min, .min)
        #expect(try decoded(Everything.self, encoded(value)) == value)
        (value.unsigned, value.small, value.signed, value.day) = (0, 0, .max, 0)
        #expect(try decoded(Everything.self, encoded(value)) == value)
    }

    @Test("a cut at any byte is an error or a value without its last fields, never a trap")
    func truncation() throws {
        var numbers = SeededNumbers(seed: 1)
        for _ in 0..<5 {
            let bytes = encoded(Everything(random: &numbers))
            for length in 0..<bytes.count { _ = try? decoded(Everything.self, Array(bytes[..<length])) }
            // Inside a field a cut is always an error.
            let tail = encoded(Guest(person: 100_000, halfDays: 9))
            #expect(throws: FieldError.self) { try decoded(Guest.self, Array(tail.dropLast())) }
        }
    }

    @Test("random and changed bytes never trap")
    func randomBytes() {
        var numbers = SeededNumbers(seed: 2)
        for _ in 0..<3000 {
            let count = Int.random(in: 0...80, using: &numbers)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            _ = try? decoded(Everything.self, bytes)
        }
        let good = encoded(Everything(random: &numbers))
        for _ in 0..<3000 where !good.isEmpty {
            var bytes = good
            bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
            _ = try? decoded(Everything.self, bytes)
        }
    }

    @Test(
        "malformed fields are named",
        arguments: [
            ([0x04], 1, FieldError.Problem.truncated),  // field 1, number missing
            ([0x04, 0x80], 1, .truncated),
            ([0x04, 0x80, 0x00], 1, .malformedNumber),  // zero written in two bytes
            ([0x04] + [UInt8](repeating: 0xFF, count: 9) + [0x02], 1, .malformedNumber),  // 65 bits
            ([0x0C, 0x01], 3, .wrongType),  // field 3 unsigned, expected signed
            ([0x08, 0x80, 0x04], 2, .outOfRange),  // 512 in one byte
            ([0x14, 0x02], 5, .outOfRange),  // a truth value of two
            ([0x1E, 0x05, 0x61], 7, .truncated),  // a text longer than the bytes
            ([0x1E, 0x01, 0xFF], 7, .notUTF8),
            ([0x04, 0x01, 0x04, 0x01], 1, .outOfOrder),  // field 1 twice
            ([0x08, 0x01, 0x04, 0x01], 1, .outOfOrder),
            ([0x00, 0x01], 0, .badTag),
            ([0x33, 0x02, 0x06, 0x00], 12, .wrongType),  // a text where the nested value has a number
            ([0x2E, 0x02, 0x80, 0x80], 11, .truncated),  // packed numbers cut
        ] as [([UInt8], Int, FieldError.Problem)])
    func malformed(bytes: [UInt8], field: Int, problem: FieldError.Problem) {
        // The nested case is told with the number inside the value.
        let expected = FieldError(field: field == 12 ? 1 : field, problem)
        #expect(throws: expected) { try decoded(Everything.self, bytes) }
    }

    @Test("a huge length or count asks for no memory")
    func hugeLength() {
        let bytes: [UInt8] = [0x1E, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
        #expect(throws: FieldError(field: 7, .truncated)) { try decoded(Everything.self, bytes) }
    }

    @Test("fields of a newer program are kept in their place")
    func unknownFields() throws {
        var newer = FieldWriter()
        newer.unsigned(1, UInt32(5))
        newer.string(3, "新")
        newer.string(6, "更新")
        newer.list(7, [Guest(person: 1), Guest(person: 2)])
        newer.signed(9, Int32(-4))
        let bytes = newer.bytes
        let unknown = try bytes.withUnsafeBytes { content in
            var fields = FieldReader(content)
            #expect(try fields.unsigned(1, as: UInt32.self) == 5)
            #expect(try fields.string(2) == "")
            #expect(try fields.string(6) == "更新")
            return try fields.takeUnknownFields()
        }
        var again = FieldWriter()
        again.unsigned(1, UInt32(5))
        again.string(6, "更新")
        again.keep(unknown)
        #expect(again.bytes == bytes)
    }
}
