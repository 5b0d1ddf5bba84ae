import DutyModel
import Testing

@testable import DutyRegister

@Suite struct MembershipTests {
    @Test("a transfer ends the old sector the day before and begins the new one on the day")
    func transferred() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.transfer("001", to: "教育界", on: day("2024-06-01"))
            #expect(saved.value.from == day("2024-06-01"))
            let file = try register.member("001")
            #expect(file.memberships.map(\.membership.to) == [nil, day("2024-05-31"), nil])
            #expect(try register.members(MemberFilter(sector: "教育界", day: day("2024-06-01"))).count == 3)
            #expect(try register.members(MemberFilter(sector: "教育界", day: day("2024-05-31"))).count == 2)
        }
    }

    @Test("a member belongs to one sector at a time")
    func oneSector() throws {
        try withRegister { register in
            try register.addSix()
            let findings = try refusal {
                _ = try register.addMembership("001", MembershipDraft(.sector, "医卫界", role: .belongs))
            }
            guard case .alreadyInSector(let person, let sector, _, _) = findings.first else { throw Unexpected() }
            #expect(person.name == "张三" && sector == "经济界")
        }
    }

    @Test("who leaves the committee leaves every body")
    func left() throws {
        try withRegister { register in
            try register.addSix()
            #expect(try register.endSeat("006", last: day("2024-09-30")).value.count == 2)
            #expect(try register.members(MemberFilter(day: day("2024-10-01"))).count == 5)
            #expect(try register.members(MemberFilter(day: day("2024-09-30"))).count == 6)
        }
    }

    @Test("a seat does not end before the member's last record unless that is meant")
    func recordsAfterSeat() throws {
        try withRegister { register in
            try register.addSix()
            for date in ["2024-01-20", "2024-03-01", "2024-02-01"] {
                _ = try register.add(
                    RecordDraft(kind: "培训", title: "读书班 \(date)", days: DayRange(day(date)), people: ["006", "001"]))
            }
            let found = try refusal { _ = try register.endSeat("006", last: day("2024-01-31")) }
            guard case .recordsAfterSeat(let person, _, let records)? = found.first else { throw Unexpected() }
            #expect(person.number == "006" && records.map(\.title) == ["读书班 2024-02-01", "读书班 2024-03-01"])
            #expect(try register.members(MemberFilter(day: day("2024-02-01"))).count == 6)
            _ = try register.endSeat("006", last: day("2024-01-31"), leavingRecords: true)
            #expect(try register.members(MemberFilter(day: day("2024-02-01"))).count == 5)
        }
    }

    @Test("a new convener takes over from the one in office")
    func conveners() throws {
        try withRegister { register in
            try register.addSix()
            _ = try register.setConvener(of: "经济界", "001", from: day("2022-01-10"))
            _ = try register.setConvener(of: "经济界", "002", from: day("2024-01-01"))
            let then = try register.organizations(.sector, on: day("2023-12-31"))[0]
            let now = try register.organizations(.sector, on: day("2024-01-01"))[0]
            #expect(then.conveners.map(\.number) == ["001"])
            #expect(now.conveners.map(\.number) == ["002"])
            #expect(now.members == 2)
        }
    }
}
