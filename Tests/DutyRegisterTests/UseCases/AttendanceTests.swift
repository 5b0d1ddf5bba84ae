import DutyModel
import Scoring
import Testing

@testable import DutyRegister

/// Attendance as it is: who was expected, who came, who asked for leave, and what is not known.
@Suite struct AttendanceTests {
    /// Six members, 张三 (001) and 王五 (003) 常委, and a meeting of the standing committee.
    private func standing(
        _ register: Register, _ title: String = "十次常委会议", half: DayPart? = nil, expects: ExpectationDraft? = nil
    ) throws -> DutyRecord {
        var draft = RecordDraft(
            kind: "常委会", title: title, days: DayRange(day("2024-03-05")),
            content: .event(EventContent(mandatory: true)))
        draft.half = half
        draft.expects = expects
        return try register.add(draft).value
    }

    private func addSeven(_ register: Register) throws {
        try register.addSix()
        for number in ["007", "008"] {
            let member = Member(id: MemberID(rawValue: 0), number: number, name: "常委" + number)
            _ = try register.addMember(MemberDraft(member, sector: "经济界", role: .standing))
        }
    }

    @Test("those expected follow from seats on the day; 列席 are named one by one, and nobody is counted yet")
    func expected() throws {
        try withRegister { register in
            try addSeven(register)
            _ = try register.endSeat("008", last: day("2024-03-04"))
            let record = try standing(register, expects: ExpectationDraft(attending: ["002"]))
            let numbers = try register.record("十次常委会议").members.values.map(\.number).sorted()
            #expect(numbers == ["002", "007"])
            #expect(record.people.map(\.invitedAs) == [.member, .attending])
            #expect(record.people.allSatisfy { $0.status == .unknown })
            #expect(AttendanceTally(record.people).unknown == 2)
            let again = try register.expectAttendance("十次常委会议", ExpectationDraft())
            #expect(again.change == 0 && again.value.added == 0)
            _ = try register.markAttendance("十次常委会议", AttendanceMarks(people: [PersonDraft("001", status: .unknown)]))
            #expect(try register.expectAttendance("十次常委会议", ExpectationDraft()).value.outside.count == 1)
            _ = try register.removeAttendance("十次常委会议", ["001"])
            #expect(try refusal { _ = try register.removeAttendance("十次常委会议", ["001"]) }.count == 1)
        }
    }

    @Test("all of a sector but these: one of another sector is pointed out, what is said of one goes first")
    func allBut() throws {
        try withRegister { register in
            try register.addSix()
            _ = try standing(register)
            func mark(_ except: [String], _ people: [PersonDraft] = []) throws -> DutyRecord {
                let rest = AttendanceMarks.Rest(of: .body("教育界"), except: except)
                return try register.markAttendance("十次常委会议", AttendanceMarks(people: people, rest: rest)).value
            }
            #expect(try mark(["王五"]).people.map(\.status) == [.absent, .present])
            #expect(
                try mark(["王五"], [PersonDraft("003", status: .excused)]).people.map(\.status) == [.excused, .present])
            let findings = try refusal { _ = try mark(["002"]) }
            #expect(findings.contains { if case .notOfSector = $0 { true } else { false } })
            let rest = AttendanceMarks(people: [], rest: .init(of: .body("医卫界")))
            // 张三 is the name of two; among those of 医卫界 it is one.
            let one = AttendanceMarks(people: [], rest: .init(of: .body("医卫界"), except: ["张三"]))
            #expect(try register.markAttendance("十次常委会议", one).value.people.count == 4)
            #expect(try register.markAttendance("十次常委会议", rest).change > 0)
        }
    }

    @Test("leave is asked for, refused, approved: each its own status, and what was told before stays")
    func leave() throws {
        try withRegister { register in
            try register.addSix()
            _ = try standing(register)
            func excuse(_ status: AttendanceStatus, _ leave: Leave) throws -> Participation {
                let draft = PersonDraft("003", status: status, details: AttendanceDetails(leave: leave))
                return try register.excuse("十次常委会议", [draft]).value.people[0]
            }
            let asked = try excuse(.unknown, Leave(applicant: "办公室", day: day("2024-03-04"), reason: "出差"))
            #expect(
                asked.status == .unknown && asked.details.leave?.isBelated(for: DayRange(day("2024-03-05"))) == false)
            #expect(try register.attendanceGaps(in: .year(2024)).map(\.pendingLeave) == [1])
            // Beside the row of the meeting stands one with the reason as a label.
            func status() throws -> UInt8? {
                try register.facts(of: "003", year: 2024).first { $0.kindCode > 0 }?.statusCode
            }
            #expect(try status() == AttendanceStatus.unknown.rawValue)
            let refused = try excuse(.leaveRefused, Leave(approver: "王主席", decision: .refused))
            #expect(refused.details.leave?.reason == "出差" && refused.details.leave?.day == day("2024-03-04"))
            #expect(try status() == AttendanceStatus.leaveRefused.rawValue)
            // Marked otherwise later: the decision follows.
            let marks = AttendanceMarks(people: [PersonDraft("003", status: .excused)])
            let approved = try register.markAttendance("十次常委会议", marks).value.people[0]
            #expect(approved.details.leave?.decision == .approved && approved.details.leave?.approver == "王主席")
            #expect(Leave(day: day("2024-03-06")).isBelated(for: DayRange(day("2024-03-05"))))
        }
    }

    @Test("times belong to lateness, a substitute to absence; marking again keeps what it does not say")
    func details() throws {
        try withRegister { register in
            try register.addSix()
            _ = try standing(register)
            func mark(_ draft: PersonDraft) throws -> Participation {
                try register.markAttendance("十次常委会议", AttendanceMarks(people: [draft])).value.people[0]
            }
            let late = try mark(
                PersonDraft(
                    "003", status: .late, invitedAs: .attending, online: true, source: .signIn, note: "雨天",
                    details: AttendanceDetails(arrived: ClockTime("9:40"))))
            #expect(late.details.arrived?.description == "09:40")
            #expect(try register.facts(of: "003", year: 2024)[0].marks.contains(.online))
            let there = try mark(PersonDraft("003"))
            #expect(there.invitedAs == .attending && there.note == "雨天" && there.source == .signIn)
            #expect(there.details.arrived == nil)
            let substituted = try mark(
                PersonDraft("003", status: .substituted, details: AttendanceDetails(substitute: "周老师")))
            #expect(!substituted.status.wasThere && substituted.halfDays == 0)
            #expect(substituted.details.substitute == "周老师")
            let row = try register.facts(of: "003", year: 2024)[0]
            #expect(row.statusCode == AttendanceStatus.substituted.rawValue && row.halfDaysAttended == 0)
        }
    }

    @Test("meetings of one name in the morning and in the afternoon are two; one without its half is asked about")
    func halves() throws {
        try withRegister { register in
            try register.addSix()
            let morning = try standing(register, half: .morning)
            let afternoon = try standing(register, half: .afternoon)
            #expect(morning.id != afternoon.id)
            #expect(try refusal { _ = try standing(register, half: .morning) }.count == 1)
            #expect(try refusal { _ = try standing(register) }.count == 1)
            #expect(try register.record("十次常委会议@下午").records.map(\.id) == [afternoon.id])
            #expect(try register.record("十次常委会议@2024-03-05上午").records.map(\.id) == [morning.id])
            #expect(try refusal { _ = try register.record("十次常委会议") }.count == 1)
            let findings = try refusal {
                _ = try register.edit(String(morning.id.rawValue)) { $0.days = days("2024-03-05", "2024-03-06") }
            }
            #expect(findings == [.halfOfMore(.morning, days: 2, halfDays: 1)])
        }
    }

    @Test("reported numbers are compared with the list; what is unknown or missing is told for the year's close")
    func reconciled() throws {
        try withRegister { register in
            try addSeven(register)
            var event = EventContent(mandatory: true, reportedExpected: 3, reportedPresent: 1)
            event.details.invitations = [Invitation(.standing)]
            _ = try register.add(
                RecordDraft(
                    kind: "常委会", title: "十次常委会议", days: DayRange(day("2024-03-05")), people: ["007"],
                    content: .event(event)))
            let gap = try #require(try register.attendanceGaps(in: .year(2024)).first)
            #expect(gap.missing.map(\.number) == ["008"] && gap.unknown.isEmpty)
            #expect(gap.expected?.reported == 3 && gap.expected?.listed == 1 && gap.present == nil)
            let marks = AttendanceMarks(people: [PersonDraft("008", status: .excused)])
            _ = try register.markAttendance("十次常委会议", marks)
            _ = try register.markAttendance(
                "十次常委会议", AttendanceMarks(people: [PersonDraft("001", status: .absent, invitedAs: .attending)]))
            // Three with the one who sat in.
            #expect(try register.attendanceGaps(in: .year(2024)).isEmpty)
            #expect(try register.attendanceGaps(in: .year(2025)).isEmpty)
        }
    }

    @Test("every change of a list is one action and one undo")
    func undone() throws {
        try withRegister { register in
            try register.addSix()
            let record = try standing(register)
            let expected = try register.expectAttendance(
                "十次常委会议", ExpectationDraft(circles: [.init(.body("教育界"))], observers: ["001"]))
            let marked = try register.markAttendance(
                "十次常委会议", AttendanceMarks(people: [], rest: .init(of: .listed, except: ["王五"])))
            #expect(marked.value.people.map(\.status) == [.absent, .present, .present])
            let log = try register.log()
            #expect(log[0].summary.hasSuffix("无故缺席 王五，其余 2 人出席"))
            _ = try register.undo(marked.change)
            _ = try register.undo(expected.change)
            #expect(try register.record("十次常委会议").records == [record])
        }
    }
}
