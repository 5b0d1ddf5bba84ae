import DutyModel
import Scoring
import Testing

@testable import DutyRegister

/// What a rulebook says about others, roles, bodies, labels and days of nodes, over a register's own records.
@Suite("a rulebook that looks further than one member's records")
struct WholeLanguageTests {
    static let text = """
        考核办法: 县政协委员考核
        编号: whole
        年度: 2024
        依据: 测试
        同一成果: 取高
        指标:
          - {编号: A, 名称: 活动最多的三十分, 依据: 一, 相对: {最高: 30}, 计入: {类别: 学习培训}, 分值: 1}
          - {编号: B, 名称: 当年立案, 依据: 二, 计入: {类别: 提案, 日期: 立案}, 分值: 5, 上限: [{职务: 常委, 分: 5}, {分: 20}]}
          - {编号: C, 名称: 经济界专报, 依据: 三, 适用: {界别: 经济界}, 计入: {类别: 社情民意信息, 标签: 专报}, 分值: {每: 1000字, 分: 1}}
          - {编号: D, 名称: 有提案才计, 依据: 四, 前提: {指标得分: B, 至少: 5}, 计入: {类别: 学习培训}, 分值: 2}
        名次:
          - {编号: 前二, 名称: 前二, 依据: 五, 按: A, 分别: 界别, 前: 1, 并列: 都算}
        等次: [{名称: 合格, 满: 1}, {名称: 不合格}]
        """

    private func fill(_ register: Register) throws {
        for number in 1...3 {
            let people = ["001", "002", "003"].prefix(number).map { PersonDraft($0) }
            _ = try register.add(
                RecordDraft(
                    kind: "学习培训", title: "第 \(number) 期", days: DayRange(day("2024-03-0\(number)")), people: people))
        }
        let filed = ProposalContent(stages: [ProposalStageEntry(.filed, day: day("2024-01-09"))])
        _ = try register.add(
            RecordDraft(
                kind: "提案", number: "1", title: "停车", days: DayRange(day("2023-12-20")), people: ["001"],
                content: .proposal(filed)))
        for (number, title) in [("001", "信息甲"), ("003", "信息乙")] {
            _ = try register.add(
                RecordDraft(
                    kind: "社情民意信息", title: title, days: DayRange(day("2024-05-01")), people: [PersonDraft(number)]))
            _ = try register.edit(title) { record in
                record.labels = ["专报"]
                record.state(Quantity(.characters, 2500))
            }
        }
    }

    @Test("gives the ranking and every profile the same totals, also for records of another year")
    func totals() throws {
        try withRegister { register in
            try register.addSix()
            try fill(register)
            _ = try register.adoptRulebook(text: Self.text, file: "全.yaml")
            let all = try register.scores(year: 2024)
            let totals = Dictionary(
                uniqueKeysWithValues: all.members.map { ($0.person.member.number, $0.score.total) })
            // Three trainings of three: 30, the proposal 5, the report 2, trainings after the premise 6.
            #expect(totals["001"] == Rational(43))
            #expect(totals["002"] == Rational(20))
            // Of another sector: the report does not count.
            #expect(totals["003"] == Rational(10))
            #expect(totals["004"] == .zero)
            for member in all.members {
                let one = try register.profile(member.person.member.number, year: 2024)
                #expect(one.profile.total == member.score.total)
                #expect(one.profile.ranks == member.placement.ranks)
            }
            let first = try register.profile("001", year: 2024)
            let proposal = try #require(first.profile.lines.first { $0.indicator == "B" }?.counted.first)
            #expect(proposal.day == day("2024-01-09") && first.records[proposal.record]?.title == "停车")
            let rules = try Rulebook.load(text: Self.text, file: "全.yaml", catalogue: Shipped.kinds())
            let compared = try register.compare(rules, rules, year: 2024)
            #expect(compared.allSatisfy { $0.first.total == totals[$0.person.member.number] && $0.first == $0.second })
        }
    }
}
