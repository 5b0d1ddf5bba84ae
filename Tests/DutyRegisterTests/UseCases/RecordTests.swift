import DutyModel
import Scoring
import Testing

@testable import DutyRegister

@Suite struct RecordTests {
    @Test("a proposal is kept with its signers in order and found by number")
    func proposal() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.add(
                RecordDraft(
                    kind: "提案", number: "2024001", title: "关于加强乡村养老的建议", days: DayRange(day("2024-01-20")),
                    people: ["李四", "003"], content: .proposal(ProposalContent(mode: .joint))))
            #expect(saved.value.people.map(\.part) == [.firstSigner, .coSigner])
            _ = try register.advanceProposal("2024001", ProposalStageEntry(.filed, day: day("2024-02-01")))
            _ = try register.honourProposal("2024001", .key, leader: "刘主席")
            let found = try register.record("2024001")
            guard case .proposal(let content) = found.records[0].content else { throw Unexpected() }
            #expect(content.has(.filed) && content.honours == .key && content.leader == "刘主席")
            let row = try register.facts(of: "002", year: 2024).filter { $0.basisCode == 0 }
            #expect(row.count == 1 && row[0].marks.contains(.stage(.filed)) && row[0].marks.contains(.key))
        }
    }

    @Test("everything wrong with a record is told at once and nothing is written")
    func wrong() throws {
        try withRegister { register in
            try register.addSix()
            _ = try register.endSeat("006", last: day("2024-01-31"))
            let before = try register.overview()
            let findings = try refusal {
                _ = try register.add(
                    RecordDraft(
                        kind: "常委会", title: "", days: DayRange(day("2024-03-01")),
                        people: [PersonDraft("001", halfDays: 3), "002", "002", "钱八", "006"]))
            }
            #expect(findings.contains(.empty(field: .title)))
            #expect(findings.contains { if case .halfDaysAboveHeld(_, 3, 1) = $0 { true } else { false } })
            #expect(findings.contains { if case .personTwice = $0 { true } else { false } })
            #expect(findings.contains { if case .unknownPerson("钱八", _) = $0 { true } else { false } })
            #expect(
                findings.contains { if case .outsideMembership(let who, _) = $0 { who.number == "006" } else { false } }
            )
            #expect(try register.overview() == before)
        }
    }

    @Test("a proposal number is used once in a session, and a record that looks the same is pointed out")
    func twice() throws {
        try withRegister { register in
            try register.addSix()
            func draft(_ title: String) -> RecordDraft {
                RecordDraft(
                    kind: "proposal", number: "7", title: title, days: DayRange(day("2024-01-20")), people: ["002"])
            }
            _ = try register.add(draft("甲"))
            let taken = try refusal { _ = try register.add(draft("乙")) }
            #expect(taken.contains { if case .recordNumberTaken("7", _) = $0 { true } else { false } })
            // Nor with its number written out, or under a session the first one does not say.
            var written = draft("丙")
            written.number = "第７号"
            written.content = .proposal(
                ProposalContent(mode: .individual, session: "十一届三次", category: "", stages: []))
            let again7 = try refusal { _ = try register.add(written) }
            #expect(again7.contains { if case .recordNumberTaken("7", _) = $0 { true } else { false } })

            let lecture = RecordDraft(
                kind: "委员讲堂", title: "讲政策", days: DayRange(day("2024-05-01")), people: ["002"])
            _ = try register.add(lecture)
            let alike = try refusal { _ = try register.add(lecture) }
            #expect(alike.contains { if case .looksTheSame = $0 { true } else { false } })
            var again = lecture
            again.evenIfAlike = true
            _ = try register.add(again)
            #expect(try register.records(RecordFilter(kind: "委员讲堂")).records.count == 2)
        }
    }

    @Test("days after every term and a year that is none are refused")
    func impossibleDays() throws {
        try withRegister { register in
            try register.addSix()
            let findings = try refusal {
                _ = try register.add(
                    RecordDraft(kind: "培训", title: "读书班", days: DayRange(day("2204-03-05")), people: ["002"]))
            }
            let terms = days("2022-01-10", "2027-01-09")
            #expect(findings.contains(.outsideTerms(DayRange(day("2204-03-05")), terms: terms)))
        }
    }

    @Test("an edit moves fact rows with the day and the people; a deletion takes them away")
    func moved() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.add(
                RecordDraft(kind: "培训", title: "读书班", days: DayRange(day("2023-12-31")), people: ["001", "002"]))
            let word = String(saved.value.id.rawValue)
            _ = try register.edit(word) { record in
                record.days = DayRange(day("2024-01-01"))
                record.people.removeFirst()
            }
            #expect(try register.facts(of: "001", year: 2023).isEmpty)
            #expect(try register.facts(of: "002", year: 2023).isEmpty)
            #expect(try register.facts(of: "001", year: 2024).isEmpty)
            #expect(try register.facts(of: "002", year: 2024).count == 1)
            _ = try register.delete(word)
            #expect(try register.facts(of: "002", year: 2024).isEmpty)
        }
    }

    @Test("records that others rest on are not deleted")
    func inUse() throws {
        try withRegister { register in
            try register.addSix()
            let research = try register.add(
                RecordDraft(kind: "调研报告", title: "养老调研", days: DayRange(day("2023-11-01")), people: ["002"]))
            _ = try register.add(
                RecordDraft(
                    kind: "提案", title: "关于养老的提案", days: DayRange(day("2024-01-20")), people: ["002"],
                    links: [(.basedOn, "养老调研")]))
            let findings = try refusal { _ = try register.delete(String(research.value.id.rawValue)) }
            #expect(findings.contains { if case .recordInUse = $0 { true } else { false } })
        }
    }

    @Test("records are listed by kind, person, body and days")
    func listed() throws {
        try withRegister { register in
            try register.addSix()
            for month in 1...6 {
                _ = try register.add(
                    RecordDraft(
                        kind: month % 2 == 0 ? "视察" : "培训", title: "第 \(month) 次",
                        days: DayRange(CivilDay(year: 2024, month: month, day: 1)!),
                        people: month < 4 ? ["001"] : ["002"]))
            }
            #expect(try register.records(RecordFilter(kind: "视察")).records.count == 3)
            #expect(try register.records(RecordFilter(kind: "活动")).records.count == 6)
            #expect(
                try register.records(RecordFilter(person: "001")).records.map(\.title) == ["第 1 次", "第 2 次", "第 3 次"])
            #expect(try register.records(RecordFilter(days: days("2024-02-01", "2024-03-31"))).records.count == 2)
            #expect(try register.records(RecordFilter(text: "5")).records.count == 1)
            #expect(try register.records(RecordFilter(limit: 2)).records.map(\.title) == ["第 5 次", "第 6 次"])
        }
    }
}
