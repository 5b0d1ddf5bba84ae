/// A made-up member's year.
struct PlainChanceYear {
    /// A worked example: 记录 and 人工.
    var yaml: String
    /// Places in 记录 of records of which nobody knows whether the member came.
    var unknown: Set<Int>
    /// Days in the committee with 职务.
    var seats: [(days: PlainDays, role: String)]
    var unit: String
}

extension PlainChance {
    mutating func year(_ count: Int, manual: [String]) -> PlainChanceYear {
        var unknown: Set<Int> = []
        let records = (0..<count).map { number -> String in
            let (text, isHeld) = record()
            if isHeld, one(in: 5) { unknown.insert(number) }
            return "      - {\(text)}"
        }
        var lines = ["考核办法: random", "算例:", "  - 名称: 一年", "    应得: {总分: 0}"]
        if !records.isEmpty { lines += ["    记录:"] + records }
        let given = manual.filter { _ in one(in: 50) }.flatMap { Array(repeating: $0, count: 1 + below(2)) }
        if !given.isEmpty { lines.append("    人工:") }
        for id in given {
            let points = one(in: 20) ? .zero - points() : points()
            lines.append("      - {指标: \(id), 分: \(points), 理由: 事由, 批准人: 主席会议}")
        }
        let yaml = lines.joined(separator: "\n") + "\n"
        return PlainChanceYear(yaml: yaml, unknown: unknown, seats: seats(), unit: pick(["教育界", "经济界", ""]))
    }

    /// Most of the year, all of it, a part with another role before, or never told.
    private mutating func seats() -> [(days: PlainDays, role: String)] {
        if one(in: 5) { return [] }
        let turn = PlainDay(2024, 1 + below(12), 1 + below(28))
        let begin = one(in: 50) ? PlainDay(2022, 1, 1) : PlainDay(2024, 1 + below(9), 1 + below(28))
        let end = one(in: 70) ? PlainDay(2026, 12, 31) : PlainDay(2024, 6 + below(7), 1 + below(28))
        guard begin < turn, turn < end, one(in: 50) else {
            return [(PlainDays(first: begin, last: max(begin, end)), pick(Self.roles))]
        }
        let next = one(in: 70) ? turn.next : min(end, PlainDay(turn.year, min(12, turn.month + 2), 28).next)
        return [
            (PlainDays(first: begin, last: turn), pick(Self.roles)),
            (PlainDays(first: max(next, turn.next), last: max(end, turn.next)), pick(Self.roles)),
        ]
    }

    private mutating func record() -> (text: String, isHeld: Bool) {
        let topic = pick(Topic.all)
        let word = pick(topic.kinds)
        let fitting = kinds.kinds.filter { $0.words.contains(word) }
        // 活动 is of more than one family; what is asked here is answered by all of them.
        let kind = pick(fitting.filter { $0.family == "会议活动" || !topic.kinds.contains("会议") })
        var words = ["类别: \(kind.name)", "日期: \(day())"]
        words += topic.isHeld ? attendance(kind.family) : work(kind.family)
        for (key, answers) in topic.asked where answers == ["是", "否"] && one(in: 30) {
            guard !["全程", "采用", "批示", "必须参加"].contains(key) else { continue }
            words.append("\(key): \(yes())")
        }
        return (words.joined(separator: ", "), topic.isHeld)
    }

    private mutating func attendance(_ family: String) -> [String] {
        var words = ["状态: \(pick(["出席", "出席", "出席", "迟到", "早退", "请假(批准)", "请假(未批准)", "无故缺席", "代会"]))"]
        words.append("身份: \(pick(family == "委员讲堂" ? ["主讲", "听众"] : ["参加", "参加", "组织者", "主讲"]))")
        if one(in: 20) { words.append("邀请: \(pick(["委员", "列席", "观察"]))") }
        if family == "委员讲堂" { return words }
        let held = 1 + below(5)
        words.append("共几个半天: \(held)")
        if one(in: 50) { words.append("到会半天: \(below(held + 1))") }
        if family == "会议活动", one(in: 30) { words.append("必须参加: \(yes())") }
        return words
    }

    private mutating func work(_ family: String) -> [String] {
        var words: [String] = []
        func levels() -> String { list(some(["县", "市", "省", "国家", "乡镇"], atMost: 2)) }
        let place = 1 + below(4)
        let isOrdered = ["提案", "社情民意", "调研成果", "大会发言", "稿件"].contains(family)
        if isOrdered { words += ["第几位: \(place)", "人数: \(place + below(4))"] }
        switch family {
        case "提案":
            words.append("身份: \(place == 1 ? "第一提案人" : "联名")")
            words.append("形式: \(pick(["个人", "联名", "集体"]))")
            words.append("环节: \(stages())")
            if one(in: 30) {
                words.append("荣誉: \(list(some(["重点", "优秀", "一号"])))")
                if one(in: 50) { words.append("荣誉级别: \(levels())") }
                if one(in: 50) { words.append("评选日期: \(day())") }
            }
            if one(in: 20) { words += ["批示级别: \(levels())", "批示日期: \(day())"] }
            if one(in: 10) { words.append("确认: 否") }
        case "社情民意", "调研成果":
            words.append("身份: \(pick(["执笔人", "课题组成员", "作者", "合作者"]))")
            if one(in: 50) { words.append("采用级别: \(levels())") }
            if one(in: 40) { words.append("采用日期: \(day())") }
            if one(in: 25) { words.append("批示级别: \(levels())") }
        case "稿件":
            words.append("级别: \(levels())")
            if one(in: 40) { words.append("刊发日期: \(day())") }
        case "表彰": words.append("级别: \(levels())")
        default: break
        }
        return words
    }

    /// A list, or each with its day.
    private mutating func stages() -> String {
        let stages = some(["审查", "立案", "不立案", "并案", "交办", "答复", "反馈", "办结", "转社情民意"], atMost: 4)
        return one(in: 50) ? list(stages) : "{\(stages.map { "\($0): \(day())" }.joined(separator: ", "))}"
    }

    private mutating func day() -> String {
        let year = one(in: 15) ? 2023 : one(in: 15) ? 2025 : 2024
        return PlainDay(year, year == 2023 ? 10 + below(3) : year == 2025 ? 1 + below(3) : 1 + below(12), 1 + below(28))
            .text
    }
}
