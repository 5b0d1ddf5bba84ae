import DutyModel
import Scoring
import Testing

@testable import DutyRegister

@Suite struct ManualPointsTests {
    static let text = """
        编号: manual-county
        考核办法: 人工分试行办法
        年度: 2024
        依据: 试行
        来源: 试行
        样例: 是
        指标:
          - {编号: A1, 名称: 读书, 依据: 一, 计入: {类别: 培训}, 分值: 1}
          - {编号: D3, 名称: 其他得分, 依据: 二, 人工: 是, 上限: 5}
        等次:
          - {名称: 合格, 满: 3}
          - {名称: 不合格}
        处理:
          - {编号: 失信, 名称: 失信, 依据: 三, 人工: 是, 建议: 撤销委员资格}

        """

    private func withRulebook(_ body: (Register) throws -> Void) throws {
        try withRegister { register in
            try register.addSix()
            _ = try register.adoptRulebook(text: Self.text, file: "办法.yaml")
            try body(register)
        }
    }

    private func draft(_ person: String, _ item: String, _ points: String) -> ManualDraft {
        ManualDraft(
            person: person, year: 2024, item: item, points: points, reason: "评议", approver: "主席会议",
            day: day("2024-12-20"))
    }

    @Test("points by hand count exactly, in the profile, the ranking and the comparison")
    func counted() throws {
        try withRulebook { register in
            _ = try register.addManual(draft("001", "D3", "1/3"))
            _ = try register.addManual(draft("001", "其他得分", "2.5"))
            let profile = try register.profile("001", year: 2024).profile
            #expect(profile.total == Rational(17, over: 6))
            #expect(profile.lines.first { $0.indicator == "D3" }?.notes.count == 2)
            let ranked = try register.scores(year: 2024).members.first { $0.person.member.number == "001" }
            #expect(ranked?.score.total == profile.total)
            let rulebook = try register.rulebook(for: 2024).rulebook
            let compared = try register.compare(rulebook, rulebook, year: 2024).first {
                $0.person.member.number == "001"
            }
            #expect(compared?.second.total == profile.total)
            _ = try register.editManual(ManualEntryID(rawValue: 2), ManualChange(points: "9"))
            #expect(try register.profile("001", year: 2024).profile.total == Rational(5))
            _ = try register.withdrawManual(ManualEntryID(rawValue: 2), reason: "重复")
            #expect(try register.profile("001", year: 2024).profile.total == Rational(1, over: 3))
            let lines = try register.manualEntries(year: 2024)
            #expect(lines.map(\.standing) == [.counts, .withdrawn] && lines[0].name == "其他得分")
        }
    }

    @Test("a matter by hand brings its 处理 into question")
    func matter() throws {
        try withRulebook { register in
            _ = try register.addManual(draft("002", "失信", ""))
            #expect(try register.profile("002", year: 2024).profile.proposals.map(\.id) == ["失信"])
            #expect(try register.profile("001", year: 2024).profile.proposals.isEmpty)
        }
    }

    @Test("everything wrong with an entry is told at once, and nothing is written")
    func refused() throws {
        try withRulebook { register in
            let bad = ManualDraft(
                person: "无名", year: 2024, item: "A1", points: "两分", reason: " ", approver: "", day: day("2024-12-20"))
            let found = try refusal { _ = try register.addManual(bad) }
            #expect(found.count == 5, "\(found)")
            #expect(
                found.contains(
                    .year(
                        .itemNotManual(item: "读书", rulebook: "人工分试行办法", known: ["D3 其他得分", "失信 失信"]))))
            #expect(
                try refusal { _ = try register.addManual(draft("001", "失信", "3")) } == [
                    .year(.pointsOfMatter(item: "失信"))
                ])
            #expect(
                try refusal { _ = try register.addManual(draft("001", "D3", "")) } == [
                    .year(.pointsMissing(item: "其他得分"))
                ])
            #expect(try register.manualEntries().isEmpty)
        }
    }

    @Test("an entry whose item the rulebook has no more is told, and counts nowhere")
    func stray() throws {
        try withRulebook { register in
            _ = try register.addManual(draft("001", "D3", "2"))
            let other = Self.text.replacing("编号: D3", with: "编号: D4").replacing("三年", with: "四年")
            _ = try register.adoptRulebook(text: other, file: "办法.yaml")
            #expect(try register.manualEntries(year: 2024).map(\.standing) == [.notInRulebook])
            #expect(try register.profile("001", year: 2024).profile.total == .zero)
        }
    }
}
