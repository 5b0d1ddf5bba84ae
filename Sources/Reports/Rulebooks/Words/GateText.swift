import DutyModel
import Scoring

/// 基本要求 in words.
enum GateText {
    static func conditions(_ gate: GateRule) -> String {
        gate.conditions.map { words($0) }.joined(separator: "；")
    }

    /// 出席一次全体会议（全体会议，至少 1 次）.
    static func words(_ condition: GateCondition) -> String {
        let roles = SelectionText.roles(condition.appliesTo)
        return (roles.isEmpty ? "" : "［\(roles)］") + "\(condition.name)（\(test(condition.test))）"
    }

    private static func test(_ test: GateCondition.Test) -> String {
        switch test {
        case .count(let counted, let excluded, let bound):
            records(counted, excluded) + "，" + words(bound) { $0.exactText + " 次" }
        case .points(let id, let bound): "\(id) 得分\(words(bound) { $0.exactText + " 分" })"
        case .rate(let counted, let excluded, let expected, let bound):
            "\(records(counted, excluded))，占应到（\(SelectionText.words(expected))）\(words(bound, \.percent))"
        case .each(let period, let counted, let excluded, let count):
            "\(records(counted, excluded))，每\(period.label)至少 \(count) 次"
        case .quantity(let counted, let excluded, let unit, let bound):
            "\(records(counted, excluded))，合计\(words(bound) { $0.exactText + " " + unit.label })"
        case .run(let counted, let excluded, let among, let bound):
            "\(records(counted, excluded))，在应到（\(SelectionText.words(among))）中连续\(words(bound) { $0.exactText + " 次" })"
        case .gate(let id): "达到“\(id)”"
        case .some(let count, let parts):
            "至少满足 \(count) 项：" + parts.map { words($0) }.joined(separator: "、")
        case .all(let parts): "都要：" + parts.map { words($0) }.joined(separator: "、")
        case .any(let parts): "满足一项：" + parts.map { words($0) }.joined(separator: "、")
        }
    }

    private static func records(_ counted: [Selection], _ excluded: [Selection]) -> String {
        let without = SelectionText.words(excluded)
        return SelectionText.words(counted) + (without.isEmpty ? "" : "，除去\(without)")
    }

    private static func words(_ bound: GateCondition.Bound, _ number: (Rational) -> String) -> String {
        switch bound {
        case .atLeast(let least): "至少 " + number(least)
        case .atMost(let most): "至多 " + number(most)
        case .moreThan(let bound): "超过 " + number(bound)
        case .lessThan(let bound): "不足 " + number(bound)
        }
    }

    static func otherwise(_ gate: GateRule) -> String {
        let roles = SelectionText.roles(gate.appliesTo)
        return gate.effectText + (roles.isEmpty ? "" : "（只对\(roles)）")
    }
}
