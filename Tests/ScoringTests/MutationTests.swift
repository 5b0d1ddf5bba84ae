import DutyModel
import MarkedYAML
import Scoring
import Testing

@Suite("changing a rulebook")
struct MutationTests {
    /// A rulebook, a value in it, another value, and the indicator whose case must then fail.
    static let mutations: [(book: String, from: String, to: String, tells: String)] = [
        ("hefei/2015", "分值: 30", "分值: 29", "指标 H1"),
        ("hefei/2015", "满几次: 2, 得: 30", "满几次: 2, 得: 31", "指标 H2"),
        ("hefei/2015", "满几次: 2, 得: 30", "满几次: 4, 得: 30", "指标 H2"),
        ("hefei/2015", "从第几次起: 2", "从第几次起: 3", "指标 B1"),
        ("hefei/2015", "上限: 20", "上限: 21", "指标 B1"),
        ("hefei/2015", "扣分: 10", "扣分: 11", "指标 D2"),
        ("hefei/2015", "扣分: 4", "扣分: 5", "指标 D4"),
        ("chaohu/2022", "分值: 7.5", "分值: 7.25", "指标 C3"),
        ("chaohu/2022", "出席率: 30", "出席率: 31", "指标 C2"),
        ("chaohu/2022", "分值: 8", "分值: 9", "指标 R1"),
        ("chaohu/2022", "{身份: 联名, 分: 5}", "{身份: 联名, 分: 4}", "指标 C4"),
        ("guangshui/2017", "{状态: 无故缺席, 分: 1.5}", "{状态: 无故缺席, 分: 1}", "指标 G5全会"),
        ("guangshui/2017", "起点分: 10", "起点分: 12", "指标 G5"),
        ("guangshui/2017", "合计: 取最高", "合计: 相加", "指标 G提案"),
        ("guangshui/2017", "{级别: 省, 分: 8}", "{级别: 省, 分: 7}", "指标 G7"),
        ("jinan/2015", "起点分: 70", "起点分: 69", "总分"),
        ("jinan/2015", "上限: 50", "上限: 60", "指标 J奖"),
        ("jinan/2015", "满: 85", "满: 106", "等次"),
        ("jinan/2015", "名称: 出席一次全体会议, 计入: {类别: 全体会议}, 至少: 1", "名称: 出席一次全体会议, 计入: {类别: 全体会议}, 至少: 2", "门槛"),
        ("sample-county/2024", "每月最多: 2", "每月最多: 3", "指标 S304"),
        ("sample-county/2024", "满: 60", "满: 60.5", "等次"),
    ]

    @Test("makes a case fail that names file, line and both values", arguments: mutations.indices)
    func mutation(_ index: Int) throws {
        let (name, from, to, tells) = Self.mutations[index]
        let library = try schemas()
        let kinds = try library.kinds()
        let book = try #require(ShippedRulebook(name))
        let text = try #require(library.text("rulebooks/\(name).yaml"))
        let range = try #require(text.range(of: from), "\(name) no longer holds \(from)")
        let changed = text.replacingCharacters(in: range, with: to)
        let rulebook = try Rulebook.load(text: changed, file: "rulebooks/\(name).yaml", catalogue: kinds)
        let findings = try library.cases(book, catalogue: kinds).run(rulebook, catalogue: kinds)
        let failure = try #require(
            findings.first { $0.message.contains(tells) }, "\(from) -> \(to): \(findings.map(\.description))")
        #expect(failure.file == "rulebooks/\(name).cases.yaml")
        #expect(failure.line > 1)
        #expect(failure.message.contains("应为") && failure.message.contains("算得"))
    }
}

extension String {
    fileprivate func range(of other: String) -> Range<String.Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(other) { return index..<self.index(index, offsetBy: other.count) }
            index = self.index(after: index)
        }
        return nil
    }

    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
