extension PlainChance {
    /// 门槛, 等次, 名次, 处理.
    mutating func judging(hasStart: Bool) -> [String] {
        let hasGrades = one(in: 90)
        let hasRanked = hasGrades && one(in: 25)
        let names = hasGrades ? (hasRanked ? ["标兵"] : []) + ["优秀", "良好", "合格", "不合格"] : []
        let gates = (0..<below(3)).map { number in
            let unmet = names.isEmpty || one(in: 30) ? "只提示" : pick(names)
            let conditions = (0..<1 + below(3)).map { gateCondition(depth: 0, name: "条\(number)之\($0)") }
            return ["编号: M\(number)", "名称: 门槛\(number)", "依据: 某条", "不达标: \(unmet)"] + chosen()
                + ["条件: [\(conditions.joined(separator: ", "))]"]
        }
        let ranks = (0..<below(4)).map { rank($0, names: names, award: hasRanked && $0 == 0, hasStart: hasStart) }
        let award = hasRanked && ranks.isEmpty ? [rank(0, names: names, award: true, hasStart: hasStart)] : []
        let allRanks = ranks + award
        let measures = (0..<below(4)).map { measure($0, names: names, gates: gates.count, ranks: allRanks.count) }
        return block("门槛", gates) + [hasGrades ? grades(hasRanked: hasRanked) : "等次: 原文未见等次"]
            + block("名次", allRanks) + block("处理", measures)
    }

    private func block(_ key: String, _ rows: [[String]]) -> [String] {
        rows.isEmpty ? [] : ["\(key):"] + rows.map { "  - {\($0.joined(separator: ", "))}" }
    }

    private mutating func grades(hasRanked: Bool) -> String {
        let top = PlainFraction(Int128(25 + below(40)))
        let middle = top - points()
        let low = middle - points()
        let ranked = hasRanked ? "{名称: 标兵, 按名次: 是}, " : ""
        return "等次: [\(ranked){名称: 优秀, 满: \(top)}, {名称: 良好, 满: \(middle)}, {名称: 合格, 满: \(low)}, {名称: 不合格}]"
    }

    private mutating func gateCondition(depth: Int, name: String) -> String {
        var words = ["名称: \(name)"] + applies()
        let topic = pick(Topic.all)
        if depth < 2, one(in: 30) {
            let parts = (0..<2 + below(2)).map { gateCondition(depth: depth + 1, name: "\(name)之\($0)") }
            words.append("\(pick(["任一", "全部"])): [\(parts.joined(separator: ", "))]")
            return "{\(words.joined(separator: ", "))}"
        }
        switch below(6) {
        case 0: words += ["指标得分: \(pick(ids + ["总分"]))", "\(pick(["至少", "至多"])): \(points())"]
        case 1:
            words += ["计入: \(condition(topic))", "应到: \(condition(topic, isWide: true))"]
            words.append("\(pick(["至少", "至多"])): \(10 * below(11))%")
        case 2: words += ["计入: \(condition(topic))", "\(pick(["每月至少", "每季度至少", "每半年至少"])): \(1 + below(2))"]
        default:
            words.append("计入: \(condition(topic, basis: basis(topic)))")
            if one(in: 80) { words.append("\(pick(["至少", "至少", "至多"])): \(below(5))") }
        }
        if words.contains(where: { $0.hasPrefix("计入") }), one(in: 20) { words.append("除外: \(exclusion(topic))") }
        return "{\(words.joined(separator: ", "))}"
    }

    private mutating func rank(_ number: Int, names: [String], award: Bool, hasStart: Bool) -> [String] {
        var words = ["编号: R\(number)", "名称: 名次\(number)", "依据: 某条"] + applies()
        let isTop = award || one(in: 75)
        let end = isTop ? "前" : "后"
        let share = "\(end): \(10 + below(50))%"
        words +=
            one(in: 50) ? ["\(end): \(1 + below(5))"] : [share, "取整: \(pick(["舍去", "进一", "四舍五入"]))"]
        words.append("并列: \(pick(["都算", "都不算"]))")
        if one(in: 40) { words.append("按: \(pick(["总分"] + groups + (hasStart ? ["比起点分"] : [])))") }
        if one(in: 30) { words.append("同分再比: [\(pick(["总分"] + groups))]") }
        if one(in: 30) { words.append("分别: 界别") }
        if one(in: 25) { words.append("须达标: 是") }
        if award { return words + ["评为: 标兵"] }
        words += chosen()
        let limitable = names.dropLast().filter { $0 != "标兵" }
        if isTop, !limitable.isEmpty, one(in: 60) {
            words.append(one(in: 50) ? "评为: \(pick(Array(limitable)))" : "限定: \(pick(Array(limitable)))")
        }
        return words
    }

    private mutating func measure(_ number: Int, names: [String], gates: Int, ranks: Int) -> [String] {
        var words = ["编号: C\(number)", "名称: 处理\(number)", "依据: 某条", "建议: 约谈"] + applies() + chosen()
        var looks = ["总分低于: \(points() + points())"]
        if !names.isEmpty { looks.append("等次: [\(some(names).joined(separator: ", "))]") }
        if gates > 0 { looks.append("未达: M\(below(gates))") }
        if ranks > 0 { looks.append("列入: R\(below(ranks))") }
        var counts = false
        if one(in: 50) {
            counts = true
            let topic = pick(Topic.all)
            words.append(one(in: 20) ? "人工: 是" : "计入: \(condition(topic, basis: basis(topic)))")
            if words.last != "人工: 是", one(in: 20) { words.append("除外: \(exclusion(topic))") }
            if one(in: 50) { words.append("\(pick(["一年满", "一年不满"])): \(1 + below(4))") }
        } else {
            words.append(pick(looks))
        }
        switch below(5) {
        case 0: words.append("连续年数: \(2 + below(2))")
        case 1: words.append("一届年数: \(1 + below(3))")
        case 2 where counts: words.append("\(pick(["一届满", "一届不满"])): \(1 + below(6))")
        default: break
        }
        if !names.isEmpty, one(in: 20) { words.append("建议等次: \(pick(names))") }
        return words
    }
}
