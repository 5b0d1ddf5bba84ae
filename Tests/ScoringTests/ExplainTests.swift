import DutyModel
import Testing

@testable import Scoring

/// What the second evaluator and sums over random rulebooks once brought to light, each as a small case of its own.
@Suite("an explanation")
struct ExplainTests {
    private func profile(
        _ items: String, records: String, role: Role = .member, part: YearPart = .whole, year: Int = 2024
    ) throws -> (AnnualProfile, Rulebook) {
        let rulebook = try load("考核办法: 例\n编号: example\n年度: \(year)\n依据: 测试\n\(items)\n")
        let kinds = try schemas().kinds()
        let text = "考核办法: example\n算例:\n  - {名称: 例, 职务: \(role.label), 记录: \(records), 应得: {总分: 0}}\n"
        let cases = try RulebookCases.load(text: text, file: "例", catalogue: kinds).cases
        let compiled = try rulebook.compiled(part: part)
        let facts = CaseFacts(example: try #require(cases.first), catalogue: kinds)
        return (try Scorer(compiled).profile(facts.year(compiled)), rulebook)
    }

    @Test("gives nothing for the parts of a group that is not for the member")
    func groupForOthers() throws {
        let (profile, rulebook) = try profile(
            """
            指标:
              - 编号: G
                名称: 常委的
                适用: {职务: 常委}
                包含: [{编号: A, 名称: 视察, 依据: 一, 计入: {类别: 视察}, 分值: 5}]
            """, records: "[视察]")
        #expect(profile.lines.map(\.amount) == [.zero] && profile.lines[0].notes == ["不适用于本人职务"])
        #expect(ExplainedSum(profile: profile, rulebook: rulebook).differences().isEmpty)
    }

    @Test("tells what a factor takes also where no part of a best-of group is for the member")
    func factorOfNothing() throws {
        let (profile, rulebook) = try profile(
            """
            指标:
              - 编号: G
                名称: 取高
                合计: 取最高
                起点分: 10
                乘以: 60%
                包含: [{编号: A, 名称: 视察, 依据: 一, 适用: {职务: 常委}, 计入: {类别: 视察}, 分值: 5}]
            """, records: "[视察]")
        #expect(profile.total == Rational(6))
        #expect(ExplainedSum(profile: profile, rulebook: rulebook).differences().isEmpty)
    }

    @Test("does not call a floor a cap where only the best record counts")
    func floorOfTheBest() throws {
        let (profile, rulebook) = try profile(
            """
            指标:
              - {编号: A, 名称: 表彰, 依据: 一, 计入: {类别: 表彰}, 分值: [{级别: 省, 分: -12}], 取法: 最高, 上限: 11, 下限: -3}
            """, records: "[{类别: 表彰, 级别: 省}]")
        #expect(profile.lines[0].counted.map(\.loss) == [nil])
        #expect(profile.lines[0].losses.map(\.reason) == [.floor(Rational(-3))])
        #expect(ExplainedSum(profile: profile, rulebook: rulebook).differences().isEmpty)
    }

    @Test("counts nothing in a quarter that an indicator's own days do not touch")
    func quarterOutside() throws {
        let items = """
            指标:
              - {编号: A, 名称: 视察, 依据: 一, 窗口: {起: 本年1月1日, 止: 本年3月31日}, 计入: {类别: 视察}, 分值: 5}
            """
        let records = "[{类别: 视察, 日期: 2024-02-01}, {类别: 视察, 日期: 2024-08-01}]"
        for (part, points) in [(YearPart.quarter(3), 0), (.quarter(1), 5), (.whole, 5)] {
            #expect(try profile(items, records: records, part: part).0.total == Rational(Int64(points)))
        }
    }

    @Test("tells how the total follows from its parts")
    func whole() throws {
        let (profile, rulebook) = try profile(
            """
            总分: {起点分: 60, 上限: 64}
            指标: [{编号: A, 名称: 视察, 依据: 一, 计入: {类别: 视察}, 分值: 5}]
            """, records: "[视察]")
        #expect(profile.whole.start == Rational(60) && profile.whole.raw == Rational(65))
        #expect(profile.whole.losses == [Loss(amount: .one, reason: .cap(Rational(64)))])
        #expect(ExplainedSum(profile: profile, rulebook: rulebook).differences().isEmpty)
    }
}
