import DutyModel
import Scoring

/// Conditions as an office prints them: 提案，第一提案人，立案.
enum SelectionText {
    /// One block of conditions, or several of which one must fit.
    static func words(_ selections: [Selection]) -> String {
        selections.map { words($0) }.filter { !$0.isEmpty }.joined(separator: "；或 ")
    }

    static func words(_ selection: Selection) -> String {
        selection.words.split(separator: "；").map { phrase(String($0)) }.joined(separator: "，")
    }

    /// 环节：立案 as 立案, 采用级别：市以上 as 市以上采用, 全程：否 as 不是全程; what is not known here as it stands.
    private static func phrase(_ written: String) -> String {
        let parts = written.split(separator: "：", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return written }
        let (key, value) = (parts[0], parts[1])
        switch key {
        case "类别", "状态", "身份", "环节", "荣誉": return value
        case "邀请": return value == "委员" ? "以委员身份" : value
        case "荣誉级别": return levels(value, "评选")
        case "日期": return "按\(value)的日期"
        case "职务": return "时任\(value)"
        case "形式": return "\(value)提案"
        case "级别": return levels(value, "")
        case "采用级别": return levels(value, "采用")
        case "批示级别": return levels(value, "批示")
        case "第几位": return value == "1" ? "署名第一" : "署名第 \(value) 位"
        case "人数": return "\(value) 人署名"
        default:
            guard let (yes, no) = truths[key] else { return value == "是" ? key : value == "否" ? "非\(key)" : written }
            return value == "是" ? yes : no
        }
    }

    private static let truths: [String: (yes: String, no: String)] = [
        "全程": ("全程", "未全程"), "采用": ("被采用", "未采用"), "批示": ("有批示", "无批示"), "佐证": ("有佐证", "无佐证"), "口头": ("口头", "书面"),
        "线上": ("线上", "线下"), "满意": ("反馈满意", "未反馈满意"), "计划内": ("计划内", "计划外"), "调研基础": ("有调研基础", "无调研基础"),
    ]

    /// 市、省采用; the word itself says 级 where nothing follows.
    private static func levels(_ value: String, _ verb: String) -> String {
        if !verb.isEmpty { return value + verb }
        return value.split(separator: "、").map { $0.hasSuffix("以上") ? $0 : $0 + "级" }.joined(separator: "、")
    }

    static func roles(_ roles: RoleSet?) -> String {
        guard let roles else { return "" }
        return Role.allCases.filter { roles.has($0) }.map(\.label).joined(separator: "、")
    }

    /// 适用: roles, and what else a member is.
    static func audience(_ wanted: RoleSet?, _ rule: AudienceRule?) -> String {
        var words = [roles(wanted)]
        if let rule {
            words += [rule.bodies.joined(separator: "、"), rule.parties.joined(separator: "、")]
            if !rule.except.isEmpty { words.append("除\(roles(rule.except))以外") }
        }
        return words.filter { !$0.isEmpty }.joined(separator: "，")
    }

    static func choices(_ choices: [ReadingChoice]) -> String {
        choices.map { "“\($0.reading)”取“\($0.choice)”时" }.joined(separator: "，")
    }
}
