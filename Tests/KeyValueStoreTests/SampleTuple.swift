import KeyValueStore
import TestSupport

/// A tuple of every kind of element, with values that lie close together so that order is decided everywhere.
struct SampleTuple: Comparable {
    var year: UInt16
    var day: Int32
    var name: String
    var amount: Int64
    var inner: [UInt8]
    var number: UInt64

    init(random: inout SeededGenerator) {
        year = UInt16.random(in: 2023...2024, using: &random)
        day = [-1, 0, 1, .min, .max, Int32.random(in: -300...300, using: &random)].randomElement(using: &random) ?? 0
        let letters: [Unicode.Scalar] = ["\u{0}", "\u{1}", "\u{2}", "a", "ÿ", "委", "员", "\u{10FFFF}"]
        var name = ""
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            name.unicodeScalars.append(letters.randomElement(using: &random) ?? "a")
        }
        self.name = name
        amount =
            [-1, 0, .min, .max, Int64.random(in: -70_000...70_000, using: &random)].randomElement(using: &random) ?? 0
        inner = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            [0, 1, 2, 254, 255].randomElement(using: &random) ?? 0
        }
        number =
            [0, .max, UInt64.random(in: 0...70_000, using: &random), random.next()].randomElement(using: &random) ?? 0
    }

    /// The raw bytes stand for a nested tuple.
    var key: Key {
        var tuple = TupleKey()
        tuple.append(year)
        tuple.append(day)
        tuple.append(name)
        tuple.append(amount)
        tuple.append(inner)
        tuple.append(number)
        return tuple.key
    }

    init(key: Key) throws(KeyError) {
        let outcome = key.bytes.withUnsafeBytes { bytes -> Result<SampleTuple, KeyError> in
            var reader = TupleKeyReader(bytes)
            do throws(KeyError) {
                let tuple = try SampleTuple(reader: &reader)
                try reader.finish()
                return .success(tuple)
            } catch { return .failure(error) }
        }
        self = try outcome.get()
    }

    private init(reader: inout TupleKeyReader) throws(KeyError) {
        year = try UInt16.read(from: &reader)
        day = try Int32.read(from: &reader)
        name = try reader.string()
        amount = try reader.signed()
        inner = try reader.raw()
        number = try reader.unsigned()
    }

    static func < (left: SampleTuple, right: SampleTuple) -> Bool {
        if left.year != right.year { return left.year < right.year }
        if left.day != right.day { return left.day < right.day }
        if left.name.utf8.elementsEqual(right.name.utf8) == false {
            return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
        if left.amount != right.amount { return left.amount < right.amount }
        if left.inner != right.inner { return left.inner.lexicographicallyPrecedes(right.inner) }
        return left.number < right.number
    }

    static func == (left: SampleTuple, right: SampleTuple) -> Bool { !(left < right) && !(right < left) }
}
