/// Words of which one stands for another: everything that a condition may call what a record is.
enum PlainWords {
    static let levels = ["乡镇", "县", "市", "省", "国家"]

    /// 省 is 省, 省级, and whatever 以上 it is above.
    static func level(_ word: String) -> [String] {
        let plain = word.hasSuffix("级") ? String(word.dropLast()) : word == "全国" ? "国家" : word
        guard let place = levels.firstIndex(of: plain) else { return [word] }
        let above = levels[...place].flatMap { [$0 + "以上", $0 + "级以上"] }
        return [plain, plain + "级"] + above + (plain == "国家" ? ["全国"] : [])
    }

    static func status(_ word: String) -> [String] {
        switch word {
        case "出席", "迟到", "早退": [word, "到会", "任何"]
        case "请假(批准)": [word, "未到会", "任何"]
        case "请假(未批准)", "未准假": ["请假(未批准)", "未准假", "无假缺席", "未到会", "任何"]
        case "无故缺席", "旷会": ["无故缺席", "旷会", "无假缺席", "未到会", "任何"]
        case "代会": [word, "任何"]
        case "到会", "任何": status("出席")
        default: [word]
        }
    }

    private static let parts = [
        ["联名", "附议", "联名人"], ["主讲", "主讲人"], ["课题组成员", "课题组", "参与者"], ["执笔人", "主笔人"], ["组织者", "召集"],
        ["作者", "第一作者"],
    ]

    static func part(_ word: String) -> [String] { parts.first { $0.contains(word) } ?? [word] }

    static func role(_ word: String) -> [String] {
        switch word {
        case "主席", "副主席", "秘书长": [word, "常委"]
        case "召集人", "界别召集人": ["召集人", "界别召集人"]
        default: [word]
        }
    }
}
