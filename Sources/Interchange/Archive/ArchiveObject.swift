import DutyModel
import Tabular

/// One object of an archive line while it is read: every field is asked for by name and type; what nobody asks for,
/// and what has another type, is noted.
struct ArchiveObject {
    /// What is wrong, each with the field's path.
    private(set) var problems: [(field: String, value: String, problem: String)] = []
    private let path: String
    private let members: [String: JSONValue]
    private var asked: Set<String> = []

    init(_ object: JSONObject, path: String = "") {
        self.path = path
        members = Dictionary(object.members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    private func full(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

    mutating func note(_ key: String, _ problem: String) {
        problems.append((full(key), members[key]?.compactText ?? "", problem))
    }

    private mutating func value(_ key: String) -> JSONValue? {
        asked.insert(key)
        return members[key]
    }

    /// Takes over what was wrong in an object inside this one, its unknown fields too.
    mutating func take(_ inner: ArchiveObject) {
        var inner = inner
        inner.finish()
        problems += inner.problems
    }

    /// Notes the fields nobody asked for.
    mutating func finish() {
        for key in members.keys.sorted() where !asked.contains(key) { note(key, "不认识的字段") }
    }

    // MARK: Types

    /// Empty where it is left out.
    mutating func text(_ key: String) -> String {
        guard let value = value(key) else { return "" }
        if let text = value.string { return text }
        note(key, "应是文字")
        return ""
    }

    mutating func requiredText(_ key: String) -> String {
        let text = text(key)
        if members[key] == nil || members[key]?.string?.isEmpty == true { note(key, "缺少这个字段") }
        return text
    }

    mutating func number<Value: FixedWidthInteger>(_ key: String) -> Value? {
        guard let value = value(key) else { return nil }
        if let number = value.integer.flatMap({ Value(exactly: $0) }) { return number }
        note(key, "应是 \(Value.min) 到 \(Value.max) 的整数")
        return nil
    }

    /// Zero where it is left out.
    mutating func count<Value: FixedWidthInteger>(_ key: String) -> Value { number(key) ?? 0 }

    mutating func requiredNumber<Value: FixedWidthInteger>(_ key: String) -> Value? {
        if value(key) == nil { note(key, "缺少这个字段") }
        return number(key)
    }

    mutating func flag(_ key: String) -> Bool {
        guard let value = value(key) else { return false }
        if let flag = value.bool { return flag }
        note(key, "应是 true 或 false")
        return false
    }

    mutating func day(_ key: String) -> CivilDay? {
        guard let value = value(key) else { return nil }
        if let day = value.string.flatMap({ CivilDay(iso: $0) }) { return day }
        note(key, "应是 yyyy-MM-dd 形式的日期")
        return nil
    }

    mutating func requiredDay(_ key: String) -> CivilDay? {
        if value(key) == nil { note(key, "缺少这个字段") }
        return day(key)
    }

    /// As much of a date as is known.
    mutating func birthDate(_ key: String) -> BirthDate? {
        guard let value = value(key) else { return nil }
        if let date = value.string.flatMap({ BirthDate(iso: $0) }) { return date }
        note(key, "应是 yyyy-MM-dd、yyyy-MM 或 yyyy 形式的日期")
        return nil
    }

    mutating func time(_ key: String) -> ClockTime? {
        guard let value = value(key) else { return nil }
        if let time = value.string.flatMap({ ClockTime($0) }) { return time }
        note(key, "应是 HH:mm 形式的时间")
        return nil
    }

    mutating func texts(_ key: String) -> [String] {
        guard let value = value(key) else { return [] }
        let texts = value.array?.compactMap(\.string) ?? []
        if texts.count != value.array?.count { note(key, "应是一列文字") }
        return texts
    }

    mutating func numbers(_ key: String) -> [Int] {
        guard let value = value(key) else { return [] }
        let numbers = value.array?.compactMap(\.integer) ?? []
        if numbers.count != value.array?.count { note(key, "应是一列整数") }
        return numbers
    }

    /// Whether a field is there at all.
    func has(_ key: String) -> Bool { members[key] != nil }

    mutating func word<Value: ArchiveWord>(_ key: String) -> Value? {
        if value(key) == nil { note(key, "缺少这个字段") }
        return optionalWord(key)
    }

    mutating func optionalWord<Value: ArchiveWord>(_ key: String) -> Value? {
        guard let value = value(key) else { return nil }
        if let word = value.string.flatMap({ Value(word: $0) }) { return word }
        note(key, "应是 \(Value.words.map(\.word).filter { !$0.isEmpty }.joined(separator: "、")) 之一")
        return nil
    }

    mutating func bits<Value: ArchiveWordSet>(_ key: String) -> Value {
        var bits: Value = []
        for text in texts(key) {
            if let bit = Value.bits.first(where: { $0.word == text }) {
                bits.formUnion(bit.value)
            } else {
                note(key, "应取自 \(Value.bits.map(\.word).joined(separator: "、"))")
            }
        }
        return bits
    }

    mutating func planItem(_ key: String) -> PlanItemID? { number(key).map { PlanItemID(rawValue: $0) } }

    /// A record's number, written as text since it may have more digits than other programs keep.
    mutating func recordID(_ key: String) -> RecordID? {
        let text = requiredText(key)
        if text.isEmpty { return nil }
        if let number = UInt64(text), number <= RecordID.maximum.rawValue { return RecordID(rawValue: number) }
        note(key, "不是记录编号")
        return nil
    }

    /// The objects in a list, each with its place in its path.
    mutating func objects(_ key: String) -> [ArchiveObject] {
        guard let value = value(key) else { return [] }
        let objects = value.array?.compactMap(\.object) ?? []
        if objects.count != value.array?.count { note(key, "应是一列对象") }
        return objects.enumerated().map { ArchiveObject($1, path: "\(full(key))[\($0)]") }
    }

    /// Nil where it is left out.
    mutating func optionalNested(_ key: String) -> ArchiveObject? { members[key] == nil ? nil : nested(key) }

    mutating func nested(_ key: String) -> ArchiveObject? {
        guard let value = value(key) else {
            note(key, "缺少这个字段")
            return nil
        }
        if let object = value.object { return ArchiveObject(object, path: full(key)) }
        note(key, "应是一个对象")
        return nil
    }
}
