import DutyModel
import TestSupport
import Testing

@testable import DutyRegister

@Suite struct ObjectionTests {
    @Test("an objection is answered with a reason and the correction; both stay, and the year counts them")
    func answered() throws {
        try withRegister { owner in
            try owner.addSix()
            _ = try owner.addAccount(AccountDraft(name: "委员", role: .member, person: "001"))
            let member = owner.acting(as: Principal(account: "委员", origin: "测试"))
            let record = try owner.add(
                RecordDraft(kind: "公益活动", title: "助学", days: DayRange(day("2024-09-01")), people: ["001"])
            ).value
            let wrong = try member.object(ObjectionDraft(.wrong, record: "助学", text: "是两次")).value
            #expect(wrong.year == 2024 && wrong.record == record.id && wrong.account != nil)
            _ = try member.object(ObjectionDraft(.missing, year: 2024, text: "漏了一次家访"))
            #expect(try owner.objectionCounts(year: 2024).open == 2)
            let fix = try owner.edit("助学") { $0.note = "两次" }.change
            let reply = AnswerDraft(.upheld, reason: "已更正", changes: [fix], record: "助学")
            _ = try owner.answer(wrong.id, reply)
            #expect(try refusal { _ = try owner.answer(wrong.id, reply) } == [.objectionSettled(wrong.id)])
            let shown = try member.objection(wrong.id)
            #expect(shown.objection.text == "是两次" && shown.objection.answer?.changes == [fix])
            #expect(shown.corrected?.title == "助学")
            let counts = try owner.objectionCounts(year: 2024)
            #expect(counts.open == 1 && counts.total == 2 && counts.byOutcome == [.upheld: 1])
        }
    }

    @Test("everything wrong with an objection or an answer is told at once")
    func wrong() throws {
        try withRegister { owner in
            try owner.addSix()
            _ = try SampleRulebook.adopt(in: owner)
            _ = try owner.add(
                RecordDraft(kind: "公益活动", title: "助学", days: DayRange(day("2024-09-01")), people: ["001"]))
            let findings = try refusal {
                _ = try owner.object(
                    ObjectionDraft(.wrong, person: "002", record: "助学", indicator: "没有这项", year: 2024, text: " "))
            }
            // Somebody else's record is not this member's to object to.
            #expect(findings.contains(.unknownRecord(word: "助学")))
            #expect(findings.contains(.empty(field: .objectionText)))
            #expect(findings.contains { if case .unknownIndicator = $0 { true } else { false } })
            #expect(
                try refusal { _ = try owner.object(ObjectionDraft(.wrong, person: "001", text: "错")) }
                    == [.empty(field: .objectionTarget)])
            let raised = try owner.object(ObjectionDraft(.missing, person: "001", year: 2024, text: "漏")).value
            let bad = try refusal { _ = try owner.answer(raised.id, AnswerDraft(.upheld, reason: "", changes: [999])) }
            #expect(bad == [.empty(field: .answerReason), .unknownChangeSet(999)])
        }
    }
}
