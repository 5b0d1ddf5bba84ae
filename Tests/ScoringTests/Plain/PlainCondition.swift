/// Conditions in one pair of braces: all of them must hold.
struct PlainCondition {
    private var asked: [(key: String, words: Set<String>)] = []
    private var places: ClosedRange<Int>?
    private var people: ClosedRange<Int>?
    /// 日期: by which day a record is judged; nil for its own.
    private(set) var basis: String?

    /// What a condition can be about; everything else in the braces is something else.
    static let keys: Set<String> = [
        "类别", "状态", "身份", "职务", "邀请", "形式", "环节", "荣誉", "荣誉级别", "级别", "采用级别", "批示级别", "采用", "批示", "口头", "线上", "佐证",
        "满意",
        "计划内", "调研基础", "同一成果", "必须参加", "全程",
    ]

    /// - Parameter status: what counts where 状态 is not written; nil for whatever it is.
    init(_ written: PlainText, status: String?) {
        for (key, value) in written.fields {
            if PlainCondition.keys.contains(key) { asked.append((key, Set(value.words))) }
            if key == "日期" { basis = value.text }
            if key == "第几位" { places = PlainCondition.range(value.text ?? "") }
            if key == "人数" { people = PlainCondition.range(value.text ?? "") }
        }
        if let status, !asked.contains(where: { $0.key == "状态" }) { asked.append(("状态", [status])) }
    }

    /// One pair of braces, or several of which one must fit.
    static func any(_ written: PlainText?, status: String?) -> [PlainCondition] {
        (written?.each ?? []).map { PlainCondition($0, status: status) }
    }

    private static func range(_ text: String) -> ClosedRange<Int> {
        let numbers = text.split { !"0123456789".contains($0) }.compactMap { Int($0) }
        return numbers[0]...(text.hasSuffix("以上") ? 255 : numbers[numbers.count - 1])
    }

    func fits(_ record: PlainRecord) -> Bool {
        (asked.contains { $0.key == "身份" } || !(record.words["身份"] ?? []).contains("受访"))
            && asked.allSatisfy { !(record.words[$0.key] ?? []).isDisjoint(with: $0.words) }
            && places?.contains(record.place) ?? true && people?.contains(record.people) ?? true
    }
}

extension [PlainCondition] {
    func fit(_ record: PlainRecord) -> Bool { contains { $0.fits(record) } }
}
