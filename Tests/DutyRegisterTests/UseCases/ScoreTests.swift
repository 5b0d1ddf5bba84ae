import DutyModel
import MarkedYAML
import Scoring
import Testing

@testable import DutyRegister

@Suite struct ScoreTests {
    @Test("one member's profile and the ranking agree, and every record counted has its title")
    func agree() throws {
        try withRegister { register in
            try register.addSix()
            try register.addYear(seed: 5)
            let entry = try SampleRulebook.adopt(in: register)
            #expect(entry.hash.count == 64 && entry.year == 2024)
            let all = try register.scores(year: 2024)
            #expect(all.members.count == 6 && all.isExact)
            for member in all.members {
                let one = try register.profile(member.person.member.number, year: 2024)
                #expect(one.profile.total == member.score.total)
                #expect(one.profile.rulebook.hash == entry.hash)
                let counted = Set(one.profile.lines.flatMap { $0.counted.map(\.record) })
                let passed = Set(one.profile.lines.flatMap { $0.passed.map(\.record) })
                #expect(Set(one.records.keys) == counted.union(passed))
            }
            let sectors = try register.sectorScores(year: 2024)
            #expect(sectors.map(\.sector.name) == ["经济界", "教育界", "医卫界"])
            #expect(sectors[0].members.count == 2 && sectors[0].plan.count == 1 && sectors[0].activities == 1)
        }
    }

    @Test("a year without a rulebook of its own is computed under the latest earlier one, which is said")
    func earlier() throws {
        try withRegister { register in
            try register.addSix()
            #expect(throws: ScoresError.noRulebook(year: 2024, first: nil)) { _ = try register.scores(year: 2024) }
            _ = try SampleRulebook.adopt(in: register)
            let later = try register.profile("001", year: 2025)
            #expect(!later.isExact && later.rulebook.year == 2024 && later.profile.year == 2025)
            #expect(throws: ScoresError.noRulebook(year: 2023, first: 2024)) {
                _ = try register.profile("001", year: 2023)
            }
            #expect(throws: ScoresError.self) { _ = try SampleRulebook.adopt(in: register) }
        }
    }

    @Test("what earned nothing is named with the reason: leave, no confirmation")
    func passedOver() throws {
        try withRegister { register in
            try register.addSix()
            _ = try SampleRulebook.adopt(in: register)
            _ = try register.add(
                RecordDraft(
                    kind: "全体会议", title: "三次会议", days: days("2024-01-16", "2024-01-17"),
                    people: [PersonDraft("002", status: .excused)],
                    content: .event(EventContent(halfDaysHeld: 4, mandatory: true))))
            _ = try register.add(
                RecordDraft(
                    kind: "提案", number: "2024001", title: "关于养老的建议", days: DayRange(day("2024-01-16")),
                    people: ["003", PersonDraft("002", part: .coSigner, confirmed: false)]))
            let profile = try register.profile("002", year: 2024)
            let plenary = try #require(profile.profile.lines.first { $0.indicator == "S101" })
            #expect(plenary.counted.isEmpty && plenary.passed.map(\.reason) == ["请假(批准)"])
            let proposals = try #require(profile.profile.lines.first { $0.indicator == "S201" })
            #expect(proposals.counted.isEmpty && proposals.passed.map(\.reason) == ["本人尚未确认"])
            #expect(profile.records.count == 2)
        }
    }

    @Test("a rulebook with a case that fails is not adopted")
    func failingCase() throws {
        try withRegister { register in
            let text = SampleRulebook.text.replacing("分值: {每半天: 2}", with: "分值: {每半天: 1}")
            #expect(throws: DocumentError.self) {
                _ = try register.adoptRulebook(
                    text: text, cases: SampleRulebook.cases, file: "a.yaml", casesFile: "a.cases.yaml")
            }
            let adopted = try register.rulebooks()
            #expect(adopted.isEmpty)
        }
    }
}
