import KeyValueStore
import TestSupport
import Testing

@Suite("Tuple keys")
struct TupleKeyTests {
    @Test("keys sort as their tuples do", arguments: 1...10 as ClosedRange<UInt64>)
    func order(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let tuples = (0..<300).map { _ in SampleTuple(random: &random) }
        let wrong = zip(tuples, tuples.dropFirst()).filter { left, right in
            (left.key < right.key) != (left < right) || (left.key == right.key) != (left == right)
        }
        #expect(wrong.isEmpty, "seed \(seed): \(wrong)")
        #expect(tuples.sorted().map(\.key) == tuples.map(\.key).sorted(), "seed \(seed)")
    }

    @Test("what was written is read back", arguments: 1...10 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let tuples = (0..<300).map { _ in SampleTuple(random: &random) }
        let wrong = try tuples.filter { try SampleTuple(key: $0.key) != $0 }
        #expect(wrong.isEmpty, "seed \(seed): \(wrong)")
    }

    @Test("a key cut anywhere or with bytes changed is an error or another tuple, never a crash")
    func damage() throws {
        var random = SeededGenerator(seed: 7)
        var misread: [Key] = []
        for _ in 0..<300 {
            let key = SampleTuple(random: &random).key
            for length in 0..<key.bytes.count {
                let cut = Key(bytes: Array(key.bytes[..<length]))
                if (try? SampleTuple(key: cut)) != nil { misread.append(cut) }
            }
            var changed = key
            changed.bytes[Int.random(in: 0..<key.bytes.count, using: &random)] = random.bytes(count: 1)[0]
            if let other = try? SampleTuple(key: changed), other.key != changed { misread.append(changed) }
        }
        #expect(misread.isEmpty)
    }

    @Test("a longer key than its elements is an error")
    func trailing() {
        #expect(throws: KeyError.trailingBytes) { try Key(UInt64(1), UInt64(2)).element(as: UInt64.self) }
    }

    @Test("a prefix of elements is a prefix of keys and of nothing else")
    func prefix() {
        let range = KeyRange.prefix(Key(UInt16(2024), "甲"))
        let inside = [Key(UInt16(2024), "甲"), Key(UInt16(2024), "甲", UInt64.max), Key(UInt16(2024), "甲", "")]
        let outside = [
            Key(UInt16(2024), "甲乙"), Key(UInt16(2024), "乙"), Key(UInt16(2025), "甲"), Key(UInt16(2024)),
            Key(UInt16(2024), "甲\0"),
        ]
        for key in inside { #expect(range.contains(key)) }
        for key in outside { #expect(!range.contains(key)) }
    }

    @Test("the prefix of the highest bytes reaches to the end")
    func lastPrefix() {
        #expect(KeyRange.prefix(Key(bytes: [0xFF, 0xFF])).upper == nil)
        #expect(KeyRange.prefix(Key(bytes: [0x01, 0xFF])).upper == Key(bytes: [0x02]))
        #expect(KeyRange.prefix(Key(bytes: [])).upper == nil)
    }

    @Test(
        "numbers at the ends of their types",
        arguments: [.min, .min + 1, -65_537, -256, -255, -1, 0, 1, 255, 256, .max - 1, .max] as [Int64])
    func ends(number: Int64) throws {
        #expect(try Key(number).element(as: Int64.self) == number)
        #expect(number == .min || Key(number - 1) < Key(number))
    }
}

extension KeyRange {
    fileprivate func contains(_ key: Key) -> Bool {
        (lower.map { $0 <= key } ?? true) && (upper.map { key < $0 } ?? true)
    }
}
