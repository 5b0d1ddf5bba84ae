import MarkedYAML
import Scoring
import Testing

@Suite("a case file")
struct WrongCasesTests {
    static let book = """
        考核办法: 示例
        编号: demo
        年度: 2024
        依据: 示例
        读法:
          - {名称: 请假, 可选: [不计, 计半数], 取: 不计}
        指标:
          - {编号: A, 名称: 提案, 依据: 一, 计入: {类别: 提案}, 分值: 5}
          - {编号: M, 名称: 加分, 依据: 二, 人工: 是}
        名次:
          - {编号: 前一, 名称: 第一名, 依据: 三, 前: 1, 并列: 都算}
        等次: [{名称: 称职, 满: 5}, {名称: 不称职}]
        处理:
          - {编号: 谈话, 名称: 不称职, 依据: 四, 等次: 不称职, 建议: 约谈}
        """

    /// What stands below the head of a case file, and the finding it must give.
    static let mistakes: [(cases: String, finding: String)] = [
        ("算例:\n  - {名称: 甲, 应得: {等次: 优秀}}", "3:18 算例“甲”写了“优秀”，这份办法没有这个等次（有：称职、不称职、不参加考核、此办法未定等次）"),
        ("算例:\n  - {名称: 甲, 应得: {处理: [没有]}}", "3:18 算例“甲”写了“没有”，这份办法没有这个处理（有：谈话）"),
        ("算例:\n  - {名称: 甲, 应得: {门槛: 达标}}", "3:18 算例“甲”核对门槛，这份办法没有写门槛"),
        ("算例:\n  - {名称: 甲, 列入: [后一], 应得: {}}", "3:5 算例“甲”写了“后一”，这份办法没有这个名次（有：前一）"),
        ("算例:\n  - {名称: 甲, 读法: {没有: 一}, 应得: {}}", "3:5 算例“甲”选了读法“没有”，这份办法没有（有：请假）"),
        ("算例:\n  - {名称: 甲, 读法: {请假: 全计}, 应得: {}}", "3:5 算例“甲”的读法“请假”没有“全计”（有：不计、计半数）"),
        ("算例:\n  - {名称: 甲, 人工: [{指标: A, 分: 3}], 应得: {}}", "3:5 算例“甲”写了“A”，这份办法没有这个人工指标（有：M）"),
        ("算例:\n  - {名称: 甲, 历年: [{年度: 2024}], 应得: {}}", "3:18 算例“甲”的“历年”写了 2024 年，应早于 2024 年"),
        ("算例:\n  - {名称: 甲, 历年: [{年度: 2023, 等次: 优}], 应得: {}}", "3:18 算例“甲”写了“优”，这份办法没有这个等次"),
        ("算例:\n  - {名称: 甲, 应得: {}}\n  - {名称: 甲, 应得: {}}", "4:5 算例“甲”在第 3 行已有同名的"),
        (
            "算例:\n  - {名称: 甲, 记录: [{类别: 全体会议, 共几个半天: 2, 到会半天: 3}], 应得: {}}",
            "3:18 到会 3 个半天，多于所开的 2 个半天"
        ),
        ("全体:\n  - {名称: 乙, 人员: [{姓名: 甲}, {姓名: 甲}]}", "3:27 人员“甲”在第 3 行已有同名的"),
        ("全体:\n  - {名称: 乙, 人员: [{姓名: 甲}], 名单: {后一: [甲]}}", "3:33 算例“乙”写了“后一”，这份办法没有这个名次（有：前一）"),
    ]

    @Test("that names what its rulebook does not have is told where, and nothing passes", arguments: mistakes.indices)
    func unknown(_ index: Int) throws {
        let (cases, expected) = Self.mistakes[index]
        let found = try findings("考核办法: demo\n" + cases)
        #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
    }

    @Test("of another rulebook is not taken for this one's")
    func another() throws {
        let found = try findings("考核办法: other\n算例:\n  - {名称: 甲, 应得: {总分: 0}}")
        #expect(found == ["1:1 这是“other”的算例，要试算的考核办法编号是“demo”：请核对是不是拿错了文件"])
    }

    @Test("that is right passes, in whatever order a list names people")
    func right() throws {
        let cases = """
            考核办法: demo
            算例:
              - {名称: 甲, 人工: [{指标: M, 分: 3, 理由: 抗洪, 批准人: 主席会议}], 应得: {总分: 3, 处理: [谈话]}}
            全体:
              - {名称: 并列, 人员: [{姓名: 甲, 总分: 9}, {姓名: 乙, 总分: 9}], 名单: {前一: [乙, 甲]}}
            """
        #expect(try findings(cases).isEmpty)
    }

    private func findings(_ cases: String) throws -> [String] {
        let kinds = try schemas().kinds()
        let rulebook = try Rulebook.load(text: Self.book, file: "办法.yaml", catalogue: kinds)
        let read = try RulebookCases.load(text: cases, file: "算例.yaml", catalogue: kinds)
        return read.run(rulebook, catalogue: kinds).map { "\($0.line):\($0.column) \($0.message)" }
    }
}
