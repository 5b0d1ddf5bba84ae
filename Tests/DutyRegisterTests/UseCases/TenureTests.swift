import DutyModel
import Scoring
import Testing

@testable import DutyRegister

/// Who joined in July, and who is excused for the year, over a register's own records.
@Suite("a member who did not sit all year")
struct TenureTests {
    static let text = """
        考核办法: 县政协委员考核
        编号: tenure
        年度: 2024
        依据: 测试
        任职不满一年: {按: 月, 折算: [门槛]}
        免予考核:
          - {编号: 病休, 名称: 因病免予考核, 依据: 四}
        指标:
          - {编号: A, 名称: 培训, 依据: 一, 计入: {类别: 学习培训}, 分值: 2}
        门槛:
          - {编号: 每季, 名称: 每季度一次培训, 依据: 二, 不达标: 不合格, 条件: [{名称: 每季度一次培训, 计入: {类别: 学习培训}, 每季度至少: 1}]}
        名次:
          - {编号: 第一, 名称: 第一, 依据: 三, 前: 1, 并列: 都算}
        等次: [{名称: 合格, 满: 2}, {名称: 不合格}]
        """

    private func fill(_ register: Register) throws {
        try register.addMembers([("001", "张三", "经济界"), ("002", "李四", "经济界")])
        let late = Member(id: MemberID(rawValue: 0), number: "003", name: "王五")
        _ = try register.addMember(MemberDraft(late, sector: "教育界", from: day("2024-07-01")))
        for (number, text) in ["2024-02-01", "2024-05-06", "2024-08-05", "2024-11-04"].enumerated() {
            let there = text < "2024-07" ? ["001"] : ["001", "003"]
            _ = try register.add(
                RecordDraft(
                    kind: "学习培训", title: "第 \(number + 1) 期", days: DayRange(day(text)),
                    people: there.map { PersonDraft($0) }))
        }
        _ = try register.adoptRulebook(text: Self.text, file: "任职.yaml")
    }

    @Test("is asked for nothing before joining, in the profile and in the ranking")
    func joined() throws {
        try withRegister { register in
            try fill(register)
            let profile = try register.profile("003", year: 2024).profile
            #expect(profile.total == Rational(4) && profile.gates.allSatisfy(\.isMet))
            #expect(profile.gates[0].conditions[0].alternatives.count == 2)
            #expect(try register.profile("001", year: 2024).profile.total == Rational(8))
            for member in try register.scores(year: 2024).members {
                let one = try register.profile(member.person.member.number, year: 2024).profile
                #expect(one.total == member.score.total && one.grade.name == member.score.grade)
            }
        }
    }

    @Test("is not assessed and takes no place where the office excused them, and told why")
    func excused() throws {
        try withRegister { register in
            try fill(register)
            _ = try register.addManual(
                ManualDraft(
                    person: "001", year: 2024, item: "病休", points: "", reason: "住院半年", approver: "主席会议",
                    day: day("2024-12-20")))
            let profile = try register.profile("001", year: 2024).profile
            #expect(profile.grade.isExempt && profile.ranks.isEmpty)
            #expect(profile.grade.note == "因病免予考核（四）：住院半年（批准人：主席会议）")
            let first = try register.scores(year: 2024).members.filter {
                $0.placement.ranks.contains(where: \.isListed)
            }
            #expect(first.map(\.person.member.number) == ["003"])
        }
    }
}
