internal import DutyModel
internal import MarkedYAML

/// Reads 窗口: 历年, or 起 and 止.
struct WindowReader {
    let findings: FindingList

    func read(_ node: MarkedNode) -> WindowRule? {
        if let word = node.scalar {
            if word == "历年" || word == "自然年" { return .calendarYear }
            findings.add("“窗口”应写“历年”，或写 {起: 上年12月1日, 止: 本年11月30日}，这里是\(node.described)", at: node)
            return nil
        }
        guard var fields = FieldReader(node, as: "窗口", findings: findings) else { return nil }
        let first = fields.require("起").flatMap(edge)
        let last = fields.require("止").flatMap(edge)
        fields.finish()
        guard let first, let last else { return nil }
        if (last.yearOffset, last.month, last.day) < (first.yearOffset, first.month, first.day) {
            findings.add("窗口的“止”早于“起”", at: node)
            return nil
        }
        return WindowRule(first: first, last: last)
    }

    private static let years: [(String, Int)] = [("上年", -1), ("本年", 0), ("次年", 1)]

    /// 上年12月1日.
    private func edge(_ node: MarkedNode) -> WindowRule.Edge? {
        let text = node.scalar ?? ""
        let (prefix, offset) = WindowReader.years.first { text.hasPrefix($0.0) } ?? ("", 0)
        let parts = text.dropFirst(prefix.count).split(separator: "月", omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].hasSuffix("日"), let month = Int(parts[0]), let day = Int(parts[1].dropLast()),
            (1...12).contains(month), (1...CivilDay.daysIn(month: month, year: 2024)).contains(day)
        {
            return WindowRule.Edge(yearOffset: offset, month: month, day: day)
        }
        findings.add("日期应写成“上年12月1日”“本年11月30日”或“次年1月20日”，这里是\(node.described)", at: node)
        return nil
    }
}
