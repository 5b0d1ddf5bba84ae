import DutyModel
import Scoring
import Testing

@testable import DutyRegister

@Suite struct ActivityTests {
    @Test("a convener logs an activity with who came; the rest of the sector was absent")
    func present() throws {
        try withRegister { register in
            try register.addSix()
            let item = try register.addPlanItem(sector: "经济界", year: 2024, month: 5, topic: "营商环境")
            let saved = try register.logActivity(
                ActivityDraft(
                    sector: "经济界", title: "走访企业", days: DayRange(day("2024-05-10")), attendees: .present(["李四"]),
                    guests: ["003"], planItem: item.value.id))
            let statuses = saved.value.people.map(\.status)
            #expect(statuses == [.absent, .present, .present])
            let plan = try register.planItems(year: 2024)
            #expect(plan.count == 1 && plan[0].isDone && plan[0].activities[0].title == "走访企业")
            #expect(try refusal { _ = try register.removePlanItem(item.value.id) }.count == 1)
        }
    }

    @Test("all of the sector but these")
    func allBut() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.logActivity(
                ActivityDraft(
                    sector: "教育界", title: "座谈", days: DayRange(day("2024-05-10")), attendees: .allBut(["王五"])))
            #expect(saved.value.people.map(\.status) == [.absent, .present])
        }
    }

    @Test("attendance is marked for people named and for everyone else of a body")
    func marked() throws {
        try withRegister { register in
            try register.addSix()
            _ = try register.add(
                RecordDraft(
                    kind: "全会", title: "十一届三次会议", days: days("2024-01-18", "2024-01-20"),
                    content: .event(EventContent(halfDaysHeld: 6, mandatory: true))))
            let marks = AttendanceMarks(
                people: [PersonDraft("002", status: .excused), PersonDraft("003", status: .late, halfDays: 4)],
                rest: .init(of: .committee))
            let saved = try register.markAttendance("十一届三次会议", marks)
            #expect(saved.value.people.count == 6)
            let row = try register.facts(of: "003", year: 2024)[0]
            #expect(row.halfDaysAttended == 4 && row.halfDaysHeld == 6 && row.isMandatory)
            #expect(try register.facts(of: "001", year: 2024)[0].halfDaysAttended == 6)
            #expect(try register.facts(of: "002", year: 2024)[0].statusCode == AttendanceStatus.excused.rawValue)
        }
    }
}
