extension PlainChance {
    /// One indicator or group, without its braces.
    mutating func item(depth: Int) -> String {
        let id = "X\(ids.count + 1)"
        ids.append(id)
        var words = ["编号: \(id)", "名称: 项\(id)", "依据: 某条"] + applies() + chosen()
        if depth < 3, one(in: 25) {
            groups.append(id)
            if one(in: 40) { words.append(pick(["合计: 取最高", "合计: 平均", "取最高几项: \(1 + below(2))"])) }
            if one(in: 30) { words.append("起点分: \(startPoints())") }
            if one(in: 15) { words.append("乘以: \(pick(["60%", "0.4", "2"]))") }
            words += bounds(atLeast: points())
            let items = (0..<1 + below(4)).map { _ in "{\(item(depth: depth + 1))}" }
            words.append("包含: [\(items.joined(separator: ", "))]")
        } else if one(in: 8) {
            words += ["人工: 是"] + bounds(atLeast: points())
        } else {
            words += indicator()
        }
        return words.joined(separator: ", ")
    }

    private mutating func indicator() -> [String] {
        let topic = pick(Topic.all)
        let basis = basis(topic)
        let counted = (0..<1 + below(2)).map { _ in condition(topic, basis: basis) }
        var words = ["计入: \(list(counted))"]
        if one(in: 25) { words.append("除外: \(exclusion(topic))") }
        if let window = window(percent: 15) { words.append("窗口: \(window)") }
        var take: [String] = []
        var largest = PlainFraction.zero
        var (isSplit, isLargest) = (false, false)
        switch below(10) {
        case 0: (take, largest) = tiers()
        case 1: (take, largest) = rate(topic)
        case 2:
            take = ["\(pick(["每满几次", "应满几次"])): \(1 + below(4))"]
            largest = points()
            words.append("\(pick(["分值", "扣分"])): \(largest)")
        default:
            let mayAttend = counted.allSatisfy { !$0.contains("状态") }
            let amount = amount(topic, mayAttend: mayAttend)
            (largest, isSplit) = (amount.largest, amount.text.contains("分摊"))
            if one(in: 20) { take = ["方式: \(pick(["最高", "一次"]))"] }
            if take.isEmpty, one(in: 10) {
                words.append("取法: {取最高几次: \(1 + below(4))}")
                isLargest = true
            }
            words.append("\(one(in: 25) ? "扣分" : "分值"): \(amount.text)")
        }
        if !isLargest { take += numbering(isSplit: isSplit) }
        if !take.isEmpty { words.append("取法: {\(take.joined(separator: ", "))}") }
        return words + bounds(atLeast: largest)
    }

    private mutating func numbering(isSplit: Bool) -> [String] {
        var words: [String] = []
        let from = one(in: 25) ? 1 + below(3) : 1
        if from > 1 { words.append("从第几次起: \(from)") }
        if one(in: 25) {
            words.append("只计前几次: \(from + below(4))")
            if !isSplit, one(in: 50) { words.append("其后每次: \(points())") }
        }
        let periods = one(in: 25) ? some(["天", "周", "月", "季度", "半年"], atMost: 2) : []
        words += periods.map { "每\($0)最多: \(1 + below(3))" }
        return words
    }

    private mutating func tiers() -> ([String], PlainFraction) {
        if one(in: 30) {
            let points = points()
            return (["满几次: \(1 + below(4))", "得: \(points)"], points)
        }
        let amounts = (0..<3).map { _ in one(in: 20) ? .zero - points() : points() }
        let rows = amounts.enumerated().map { "{满: \($0 * 3 + 1 + below(3)), 得: \($1)}" }
        return (["按次数: [\(rows.joined(separator: ", "))]"], amounts.max()!)
    }

    private mutating func rate(_ topic: Topic) -> ([String], PlainFraction) {
        let expected = "应到: \(list((0..<1 + below(2)).map { _ in condition(topic, isWide: true) }))"
        let none = one(in: 50) ? ["无应到时: \(points())"] : []
        if one(in: 50) {
            let amounts = (0..<2 + below(3)).map { _ in points() }
            let rows = amounts.enumerated().map { "{满: \($0 * 25 + below(25))%, 得: \($1)}" }
            return (["按出席率: [\(rows.joined(separator: ", "))]", expected] + none, amounts.max()!)
        }
        let full = points()
        return (["出席率: \(full)", expected] + none + (one(in: 25) ? ["缺一不得: 是"] : []), full)
    }

    /// - Parameter mayAttend: nobody asks for the half-days of those who were not there.
    private mutating func amount(_ topic: Topic, mayAttend: Bool) -> (text: String, largest: PlainFraction) {
        let points = points()
        switch below(5) {
        case 0 where topic.isHeld && mayAttend: return ("{每半天: \(points)}", points)
        case 0 where topic.isHeld: return ("{每缺半天: \(points)}", points)
        case 0:
            var words = ["分摊: \(points)"]
            if one(in: 50) { words.append("第一人: \(pick(["1/2", "0.4", "1/3"]))") }
            if one(in: 50) { words.append("最多计: \(1 + below(4))") }
            return ("{\(words.joined(separator: ", "))}", points)
        case 1: return ("\(points)", points)
        default: return table(topic)
        }
    }

    private mutating func table(_ topic: Topic) -> (text: String, largest: PlainFraction) {
        let amounts = (0..<2 + below(3)).map { _ in one(in: 15) ? .zero - points() : points() }
        var rows = amounts.map {
            "{" + (someConditions(topic, percent: 45) + ["分: \($0)"]).joined(separator: ", ") + "}"
        }
        if one(in: 40) { rows[rows.count - 1] = "{分: \(amounts[amounts.count - 1])}" }
        let text = "[\(rows.joined(separator: ", "))]"
        let way = pick(["", "首个", "最高", "相加"])
        return (way.isEmpty ? text : "{\(way): \(text)}", amounts.max()!)
    }
}
