import DutyModel

/// 采用, 批示 and 级别 cells: which levels.
enum LevelText {
    /// Levels named in a cell. A bare “采用” or “是” is the committee's own: the county.
    static func parse(_ raw: some StringProtocol) -> LevelSet? {
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(raw))
        guard !text.isEmpty else { return [] }
        var levels: LevelSet = []
        for piece in text.split(whereSeparator: { ",;、，；/+及和\n".contains($0) }) {
            guard let found = single(String(piece)) else { return nil }
            levels.formUnion(found)
        }
        return levels
    }

    private static func single(_ piece: String) -> LevelSet? {
        if YesNo.parse(piece) == false || negative(piece) { return [] }
        var text = piece
        for word in ["市场", "城市", "市民", "市容", "社区", "小区", "园区", "市直"] {
            while let range = text.range(ofLast: word) { text.removeSubrange(range) }
        }
        var levels: LevelSet = []
        if ["全国", "国家", "中央", "国务院"].contains(where: text.contains) { levels.insert(.nation) }
        if ["省", "自治区"].contains(where: text.contains) { levels.insert(.province) }
        if text.contains("市") { levels.insert(.prefecture) }
        if text.replacingAll("自治区", with: "").contains(where: { "县区".contains($0) }) { levels.insert(.county) }
        if ["乡", "镇", "街道"].contains(where: text.contains) { levels.insert(.township) }
        if !levels.isEmpty { return levels }
        return YesNo.parse(piece) == true || positive(piece) ? .county : nil
    }

    private static func negative(_ text: String) -> Bool {
        ["未", "无", "没", "否", "不"].contains(where: text.hasPrefix) || text.hasSuffix("未采用") || text.hasSuffix("未采纳")
            || text.hasSuffix("未批示")
    }

    private static func positive(_ text: String) -> Bool {
        ["采用", "录用", "采纳", "批示", "采编", "刊发", "领导", "转化", "书记", "部门", "本级", "政府"].contains(where: text.contains)
    }
}

/// 是 and 否 in their many forms.
enum YesNo {
    /// Nil where the text says neither.
    static func parse(_ raw: some StringProtocol) -> Bool? {
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(raw)).lowercased()
        if let mark = text.unicodeScalars.first, text.unicodeScalars.count == 1 {
            if MarkLegend.family(of: mark) == "√" { return true }
            if MarkLegend.family(of: mark) == "×" { return false }
        }
        switch text {
        case "是", "有", "1", "y", "yes", "true", "对", "批准", "已批准", "已批", "同意", "准假": return true
        case "", "否", "无", "0", "n", "no", "false", "-", "—", "——", "/", "不", "未批准", "不批准", "未批", "不同意":
            return false
        default: return nil
        }
    }
}

extension String {
    /// Every place of a text replaced.
    func replacingAll(_ needle: String, with replacement: String) -> String {
        split(separator: needle, omittingEmptySubsequences: false).joined(separator: replacement)
    }
}
