/// A plain rulebook as the office would write it.
extension PlainRulebook {
    var yaml: String {
        let bounds = [cap.map { "上限: \($0)" }, floor.map { "下限: \($0)" }].compactMap { $0 }
        let grades = grades.map { "{名称: \($0.0)\($0.1.map { ", 满: \($0)" } ?? "")}" }.joined(separator: ", ")
        return """
            考核办法: 随机
            编号: random
            年度: 2024
            依据: 测试
            窗口: {起: 上年12月1日, 止: 本年11月30日}
            总分: {\(bounds.joined(separator: ", "))}
            指标:
            \(items.map { "  - " + $0.yaml }.joined(separator: "\n"))
            门槛:
              - 编号: M
                名称: 最低
                依据: 某条
                不达标: \(self.grades[self.grades.count - 2].0)
                条件:
                  - {名称: 次数, 计入: \(gate.counted.yaml), 至少: \(gate.atLeast)}
                  - {名称: 得分, 指标得分: \(gate.points.id), 至少: \(gate.points.atLeast)}
            等次: [\(grades)]
            """
    }
}

extension PlainItem {
    var yaml: String {
        var words = ["编号: \(id)", "名称: 项\(id)", "依据: 某条"]
        if let role { words.append("适用: {职务: \(role)}") }
        if let cap { words.append("上限: \(cap)") }
        if let floor { words.append("下限: \(floor)") }
        switch content {
        case .indicator(let rule): words += rule.words
        case .group(let items, let isBest, let start):
            if isBest { words.append("合计: 取最高") }
            if let start { words.append("起点分: \(start)") }
            words.append("包含: [\(items.map(\.yaml).joined(separator: ", "))]")
        }
        return "{" + words.joined(separator: ", ") + "}"
    }
}

extension PlainIndicator {
    var words: [String] {
        var words = ["计入: [\(counted.map(\.yaml).joined(separator: ", "))]"]
        if let excluded { words.append("除外: \(excluded.yaml)") }
        if let amount { words.append("\(isDeduction ? "扣分" : "分值"): \(amount.yaml)") }
        if !takeWords.isEmpty { words.append("取法: {\(takeWords.joined(separator: ", "))}") }
        return words
    }

    private var takeWords: [String] {
        var words: [String] = []
        switch take {
        case .sum: break
        case .best: words.append("方式: 最高")
        case .tiers(let tiers):
            words.append("按次数: [\(tiers.map { "{满: \($0.0), 得: \($0.1)}" }.joined(separator: ", "))]")
        case .everyFull(let many): words.append("每满几次: \(many)")
        case .rate(let full, let expected, let otherwise, let allOrNothing):
            words += ["出席率: \(full)", "应到: \(expected.yaml)", "无应到时: \(otherwise)"]
            if allOrNothing { words.append("缺一不得: 是") }
        }
        if from > 1 { words.append("从第几次起: \(from)") }
        if let limit { words.append("只计前几次: \(limit)") }
        if let after { words.append("其后每次: \(after)") }
        if let period { words.append("每\(period.0)最多: \(period.1)") }
        return words
    }
}

extension PlainAmount {
    var yaml: String {
        switch self {
        case .fixed(let number): return "\(number)"
        case .perHalfDay(let number): return "{每半天: \(number)}"
        case .table(let way, let rows):
            let list = rows.map { "{" + ($0.words + ["分: \($1)"]).joined(separator: ", ") + "}" }
            return "{\(way): [\(list.joined(separator: ", "))]}"
        case .split(let total, let first, let credited):
            return "{分摊: \(total)" + (first.map { ", 第一人: \($0)" } ?? "") + (credited.map { ", 最多计: \($0)" } ?? "")
                + "}"
        }
    }
}
