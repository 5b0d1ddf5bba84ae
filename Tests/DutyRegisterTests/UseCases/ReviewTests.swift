import DutyModel
import Scoring
import TestSupport
import Testing

@testable import DutyRegister

@Suite struct ReviewTests {
    private let september = DayRange(day("2024-09-01"))

    /// 002 convenes 经济界; 001 (经济界) and 002 have accounts, and so has a clerk.
    private func withAccounts(_ body: (Register, (String) -> Register) throws -> Void) throws {
        try withRegister { owner in
            try owner.addSix()
            _ = try SampleRulebook.adopt(in: owner)
            _ = try owner.setConvener(of: "经济界", "002", from: day("2024-01-01"))
            for (name, person) in [("委员", "001"), ("召集人", "002")] {
                _ = try owner.addAccount(AccountDraft(name: name, role: .member, person: person))
            }
            _ = try owner.addAccount(AccountDraft(name: "小刘", role: .staff))
            try body(owner) { owner.acting(as: Principal(account: $0, origin: "测试")) }
        }
    }

    private func claim(_ title: String = "助学", people: [PersonDraft] = ["001"]) -> RecordDraft {
        RecordDraft(kind: "公益活动", title: title, days: september, people: people)
    }

    @Test("a claim scores only when convener and office have let it pass, and says before what it would bring")
    func passes() throws {
        try withAccounts { owner, acting in
            let saved = try acting("委员").add(claim())
            #expect(saved.value.review == .waiting)
            #expect(try owner.facts(of: "001", year: 2024).isEmpty)
            let before = try acting("委员").profile("001", year: 2024)
            #expect(before.unreviewed.map(\.gain?.exactText) == ["3"])
            #expect(before.profile.lines.flatMap(\.passed).map(\.reason) == ["待审，未计分；通过后总分加 3 分"])
            #expect(try acting("召集人").reviewQueue(ReviewFilter(mine: true)).map(\.turn) == [.convener(["召集人"])])
            let early = try refusal { _ = try acting("小刘").approve(["助学"]) }
            #expect(early.contains { if case .convenerFirst(_, conveners: ["召集人"]) = $0 { true } else { false } })
            _ = try acting("召集人").approve(["助学"])
            #expect(try owner.facts(of: "001", year: 2024).isEmpty)
            _ = try acting("小刘").approve(["助学"])
            #expect(try owner.facts(of: "001", year: 2024).count == 1)
            #expect(try acting("委员").profile("001", year: 2024).profile.total.exactText == "3")
            #expect(try owner.reviewEntry("助学").steps.map(\.action) == [.submitted, .endorsed, .approved])
        }
    }

    @Test("a claim of a sector whose convener has no account goes to the office at once")
    func noConvener() throws {
        try withAccounts { owner, acting in
            _ = try owner.closeAccount("召集人", last: day("2024-01-01"))
            _ = try acting("委员").add(claim())
            _ = try acting("小刘").approve(["助学"])
            #expect(try owner.facts(of: "001", year: 2024).count == 1)
        }
    }

    @Test("what is returned says why, is mended and handed in again, and the convener is asked again")
    func returned() throws {
        try withAccounts { _, acting in
            _ = try acting("委员").add(claim())
            _ = try acting("召集人").approve(["助学"])
            _ = try acting("小刘").giveBack(["助学"], ReviewVerdict(reason: "缺收据"))
            #expect(
                try refusal { _ = try acting("小刘").giveBack(["助学"], ReviewVerdict(reason: " ")) }
                    == [.empty(field: .reviewReason)])
            let own = try acting("委员").reviewQueue(ReviewFilter(states: [.returned]))
            #expect(own.map(\.reason) == ["缺收据"] && own.map(\.turn) == [.author])
            _ = try acting("委员").edit("助学") { $0.evidence.append("收据.jpg") }
            _ = try acting("委员").submit(["助学"])
            #expect(try acting("小刘").reviewQueue().map(\.turn) == [.convener(["召集人"])])
            _ = try acting("小刘").approve(["助学"], ReviewVerdict(isDirect: true))
        }
    }

    @Test("an edit by its author sends an approved record back, one by the office does not; undo brings it back")
    func edited() throws {
        try withAccounts { owner, acting in
            _ = try acting("委员").add(claim())
            _ = try acting("小刘").approve(["助学"], ReviewVerdict(isDirect: true))
            _ = try acting("小刘").edit("助学") { $0.note = "核对过" }
            #expect(try owner.record("助学").records[0].review == .approved)
            let change = try acting("委员").edit("助学") { $0.note = "共三次" }.change
            #expect(try owner.record("助学").records[0].review == .waiting)
            #expect(try owner.facts(of: "001", year: 2024).isEmpty)
            _ = try acting("委员").undo(change)
            #expect(try owner.facts(of: "001", year: 2024).count == 1)
        }
    }

    @Test("nobody reviews what is one's own, and many are let pass together or not at all")
    func own() throws {
        try withAccounts { owner, acting in
            let activity = ActivityDraft(sector: "经济界", title: "走访", days: september, attendees: .allBut([]))
            #expect(try acting("召集人").logActivity(activity).value.review == .waiting)
            _ = try acting("委员").add(claim("甲"))
            let findings = try refusal { _ = try acting("召集人").approve(["甲", "走访"]) }
            #expect(findings.count == 1)
            #expect(findings.contains { if case .ownReview = $0 { true } else { false } })
            #expect(try owner.reviewEntry("甲").steps.count == 1)
            _ = try acting("小刘").approve(["甲", "走访"], ReviewVerdict(isDirect: true))
            #expect(try owner.facts(of: "001", year: 2024).count == 2)
        }
    }

    @Test("a draft is its author's alone; taking back what was handed in makes it one again")
    func drafts() throws {
        try withAccounts { owner, acting in
            var draft = claim()
            draft.isDraft = true
            _ = try acting("委员").add(draft)
            #expect(try acting("召集人").reviewQueue(ReviewFilter(states: Set(ReviewState.allCases))).isEmpty)
            #expect(try refusal { _ = try acting("召集人").record("助学") } == [.unknownRecord(word: "助学")])
            _ = try acting("委员").submit(["助学"])
            _ = try acting("委员").withdraw(["助学"])
            #expect(try owner.record("助学").records[0].review == .draft)
            _ = try acting("委员").delete("助学")
            #expect(try owner.reviewQueue(ReviewFilter(states: Set(ReviewState.allCases))).isEmpty)
        }
    }

    @Test("a member claims for nobody else, and is told nothing of others' records of the same name")
    func others() throws {
        try withAccounts { owner, acting in
            _ = try owner.add(claim("敬老", people: ["003"]))
            let findings = try refusal { _ = try acting("委员").add(claim("助学", people: ["001", "003"])) }
            #expect(findings == [.unknownPerson(word: "003", similar: [])])
            #expect(try acting("委员").add(claim("敬老")).value.review == .waiting)
            // The office is told.
            let alike = try refusal { _ = try owner.approve(["敬老"], ReviewVerdict(isDirect: true)) }
            #expect(!alike.isEmpty)
        }
    }
}
