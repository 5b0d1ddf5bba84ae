import DutyModel
import Testing

@testable import DutyRegister

@Suite struct MemberTests {
    @Test("a member added is found by number, and by a name that only one bears")
    func found() throws {
        try withRegister { register in
            try register.addSix()
            #expect(try register.resolve(["003", "李四", "王　五"]).map(\.number) == ["003", "002", "003"])
            let file = try register.member("001")
            #expect(file.memberships.map(\.organization.name) == ["政协某县委员会", "经济界"])
        }
    }

    @Test("words that name nobody or several are told all at once, with who may be meant")
    func notFound() throws {
        try withRegister { register in
            try register.addSix()
            let findings = try refusal { _ = try register.resolve(["张三", "钱八", "李士"]) }
            guard case .ambiguousPerson(_, let candidates) = findings[0] else { throw Unexpected() }
            #expect(candidates.map(\.number) == ["001", "005"])
            #expect(candidates.map(\.sector) == ["经济界", "医卫界"])
            #expect(findings[1] == .unknownPerson(word: "钱八", similar: []))
            guard case .unknownPerson(_, let similar) = findings[2] else { throw Unexpected() }
            #expect(similar.map(\.name) == ["李四"])
        }
    }

    @Test("a number taken, an empty name and an unknown sector are refused together and nothing is written")
    func refused() throws {
        try withRegister { register in
            try register.addSix()
            let before = try register.overview()
            let member = Member(id: MemberID(rawValue: 0), number: "001", name: " ")
            let findings = try refusal { _ = try register.addMember(MemberDraft(member, sector: "体育界")) }
            #expect(findings.count == 3)
            #expect(findings.contains(.empty(field: .name)))
            #expect(
                findings.contains(
                    .unknownOrganization(word: "体育界", classification: .sector, known: ["经济界", "教育界", "医卫界"])))
            #expect(try register.overview() == before)
        }
    }

    @Test("an edit keeps the id and frees the old number")
    func edited() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.editMember("001") { member in
                member.number = "101"
                member.phone = "13800000000"
            }
            #expect(saved.change > 0)
            #expect(try register.member("101").member.phone == "13800000000")
            #expect(try refusal { _ = try register.resolve(["001"]) }.count == 1)
            let again = try register.editMember("101") { $0.number = "101" }
            #expect(again.change == 0)
        }
    }

    @Test("lists are filtered by sector, role, day and text")
    func listed() throws {
        try withRegister { register in
            try register.addSix()
            let member = Member(id: MemberID(rawValue: 0), number: "007", name: "周八")
            _ = try register.addMember(
                MemberDraft(member, sector: "经济界", role: .standing, from: day("2024-06-01")))
            #expect(try register.members(MemberFilter(sector: "经济界")).map(\.member.number) == ["001", "002", "007"])
            #expect(try register.members(MemberFilter(role: .standing)).map(\.member.number) == ["007"])
            #expect(try register.members(MemberFilter(day: day("2024-05-31"))).count == 6)
            #expect(try register.members(MemberFilter(year: 2024)).count == 7)
            #expect(try register.members(MemberFilter(text: "张")).map(\.member.number) == ["001", "005"])
        }
    }
}

/// Thrown where a test finds another case than it looks for.
struct Unexpected: Error {}
