/// Kinds of record that have the same conditions.
struct Topic {
    /// 类别, words that stand for several among them.
    var kinds: [String]
    var isHeld = false
    /// What may be asked, with the words it may be answered by.
    var asked: [(key: String, words: [String])]
    /// 日期: whose day may count.
    var bases: [String] = []

    private static let statuses = ["出席", "迟到", "早退", "请假(批准)", "请假(未批准)", "无故缺席", "到会", "任何", "无假缺席", "未到会", "代会"]
    private static let levels = ["县", "市", "省", "国家", "市以上", "省级以上", "乡镇"]
    private static let yes = ["是", "否"]
    private static let attended = [
        ("状态", statuses), ("邀请", ["委员", "列席", "观察"]), ("必须参加", yes), ("全程", yes), ("佐证", yes),
    ]

    static let all = [
        Topic(
            kinds: ["会议", "活动", "调研视察", "协商", "全体会议", "视察", "学习培训", "走访"], isHeld: true,
            asked: attended + [("身份", ["参加", "组织者", "主讲"])]),
        Topic(kinds: ["全体会议", "专题协商会", "民主监督"], isHeld: true, asked: attended + [("线上", yes)]),
        Topic(kinds: ["界别活动"], isHeld: true, asked: attended + [("计划内", yes)]),
        Topic(kinds: ["委员讲堂"], isHeld: true, asked: attended + [("身份", ["主讲", "听众"]), ("线上", yes)]),
        Topic(
            kinds: ["提案"],
            asked: [
                ("身份", ["第一提案人", "联名", "附议"]), ("形式", ["个人", "联名", "集体"]),
                ("环节", ["提出", "审查", "立案", "不立案", "并案", "转社情民意", "交办", "办理", "答复", "督办", "反馈", "办结"]),
                ("荣誉", ["重点", "优秀", "一号"]), ("第几位", ["1", "2-3", "2以上"]), ("人数", ["1", "2-4", "3以上"]), ("满意", yes),
                ("调研基础", yes), ("同一成果", yes), ("荣誉级别", levels), ("批示", yes),
            ], bases: ["提交", "立案", "办结", "评选", "批示"]),
        Topic(
            kinds: ["社情民意信息", "调研成果", "监督建议书"],
            asked: [
                ("身份", ["执笔人", "课题组成员", "作者", "合作者"]), ("采用级别", levels), ("批示级别", levels), ("采用", yes), ("批示", yes),
                ("第几位", ["1", "2以上"]), ("人数", ["1-2", "3以上"]), ("同一成果", yes),
            ], bases: ["采用", "采纳", "批示"]),
        Topic(kinds: ["大会发言"], asked: [("口头", yes), ("佐证", yes), ("身份", ["作者", "主讲"])]),
        Topic(
            kinds: ["稿件类", "学习成果", "宣传稿件"], asked: [("级别", levels), ("佐证", yes), ("同一成果", yes)], bases: ["刊发"]),
        Topic(kinds: ["表彰"], asked: [("级别", levels), ("佐证", yes)]),
        Topic(kinds: ["服务", "公益活动", "招商引资"], asked: [("佐证", yes), ("调研基础", yes)]),
    ]
}

extension PlainChance {
    /// - Parameters:
    ///   - isWide: mostly kinds alone.
    ///   - basis: 日期; nil for none.
    mutating func condition(_ topic: Topic, isWide: Bool = false, basis: String? = nil) -> String {
        var words = ["类别: \(list(some(topic.kinds, atMost: 2)))"] + conditions(topic, percent: isWide ? 8 : 22)
        if let basis { words.append("日期: \(basis)") }
        return "{\(words.joined(separator: ", "))}"
    }

    /// Some of what is counted, never all of it.
    mutating func exclusion(_ topic: Topic) -> String {
        "{类别: \(list(some(topic.kinds, atMost: 2))), \(someConditions(topic, percent: 22).joined(separator: ", "))}"
    }

    /// At least one condition.
    mutating func someConditions(_ topic: Topic, percent: Int) -> [String] {
        let words = conditions(topic, percent: percent)
        return words.isEmpty ? ["佐证: \(yes())"] : words
    }

    mutating func basis(_ topic: Topic) -> String? { !topic.bases.isEmpty && one(in: 40) ? pick(topic.bases) : nil }

    mutating func conditions(_ topic: Topic, percent: Int) -> [String] {
        var words: [String] = []
        for (key, answers) in topic.asked where one(in: percent) {
            // A number of signers is one word, a truth is one word.
            let isOne = ["第几位", "人数"].contains(key) || answers == ["是", "否"]
            words.append("\(key): \(isOne ? pick(answers) : list(some(answers)))")
        }
        if one(in: 10) { words.append("职务: \(list(some(Self.roles)))") }
        return words
    }
}
