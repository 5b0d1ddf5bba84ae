import DutyModel
import Tabular

/// Builds one object of an archive line. Fields that hold nothing are left out.
struct ArchiveFields {
    private(set) var object = JSONObject()

    mutating func put(_ key: String, _ text: String) {
        if !text.isEmpty { object.append(key, .string(text)) }
    }

    mutating func put(_ key: String, _ number: (some FixedWidthInteger)?) {
        if let number { object.append(key, .integer(Int(number))) }
    }

    /// Left out where it is zero.
    mutating func putCount(_ key: String, _ number: some FixedWidthInteger) {
        if number != 0 { object.append(key, .integer(Int(number))) }
    }

    mutating func put(_ key: String, _ day: CivilDay?) {
        if let day { object.append(key, .string(day.description)) }
    }

    /// Left out where it is false.
    mutating func putFlag(_ key: String, _ flag: Bool) {
        if flag { object.append(key, .bool(true)) }
    }

    mutating func put(_ key: String, _ texts: [String]) {
        if !texts.isEmpty { object.append(key, .array(texts.map { .string($0) })) }
    }

    mutating func put(_ key: String, numbers: [Int]) {
        if !numbers.isEmpty { object.append(key, .array(numbers.map { .integer($0) })) }
    }

    mutating func put<Value: ArchiveWord>(_ key: String, word value: Value) { put(key, value.word) }

    mutating func put<Value: ArchiveWordSet>(_ key: String, bits value: Value) {
        put(key, Value.bits.filter { value.contains($0.value) }.map(\.word))
    }

    mutating func put(_ key: String, _ objects: [JSONObject]) {
        if !objects.isEmpty { object.append(key, .array(objects.map { .object($0) })) }
    }

    mutating func put(_ key: String, _ nested: JSONObject) { object.append(key, .object(nested)) }
}
