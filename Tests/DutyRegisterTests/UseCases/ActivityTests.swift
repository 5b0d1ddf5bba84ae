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

    /// What is wrong with an activity of 教育界 (003 王五, 004 赵六) on a day of 2024.
    private func findings(
        _ attendees: ActivityDraft.Attendees, guests: [String] = [], excused: [String] = [], sector: String = "教育界",
        day text: String = "2024-05-10"
    ) throws -> [RegisterFinding] {
        try withRegister { register in
            try register.addSix()
            let draft = ActivityDraft(
                sector: sector, title: "座谈", days: DayRange(day(text)), attendees: attendees, guests: guests,
                excused: excused)
            let found = try refusal { _ = try register.logActivity(draft) }
            #expect(try register.records().records.count == (found.isEmpty ? 1 : 0))
            return found
        }
    }

    @Test(
        "who is of another sector is not taken for one of the sector's own",
        arguments: [
            ActivityDraft.Attendees.allBut(["李四"]), .only(["李四"]), .present(["王五", "李四"]),
        ])
    func notOfSector(_ attendees: ActivityDraft.Attendees) throws {
        let found = try findings(attendees)
        guard case .notOfSector(let person, "教育界")? = found.first else { throw Unexpected() }
        #expect(found.count == 1 && person.number == "002" && person.sector == "经济界")
    }

    @Test("a person said to be there and on leave is a contradiction, not the one said last")
    func contradiction() throws {
        for found in [
            try findings(.present(["王五"]), excused: ["003"]), try findings(.only(["王五"]), excused: ["王五"]),
            try findings(.allBut(["王五"]), excused: ["王五"]), try findings(.allBut(["王五"]), guests: ["王五"]),
        ] {
            guard case .statedTwice(let person, _, _)? = found.first else { throw Unexpected() }
            #expect(found.count == 1 && person.number == "003")
        }
        #expect(try findings(.allBut(["王五"]), guests: ["002"], excused: ["赵六"]).isEmpty)
    }

    @Test("a meeting knows no one present and absent either")
    func contradictoryMarks() throws {
        try withRegister { register in
            try register.addSix()
            let both = [PersonDraft("002"), PersonDraft("002", status: .excused)]
            let draft = RecordDraft(kind: "培训", title: "读书班", days: DayRange(day("2024-03-01")), people: both)
            guard case .statedTwice(_, .present, .excused)? = try refusal({ _ = try register.add(draft) }).first else {
                throw Unexpected()
            }
            _ = try register.add(RecordDraft(kind: "培训", title: "读书班", days: DayRange(day("2024-03-01"))))
            let found = try refusal { _ = try register.markAttendance("读书班", AttendanceMarks(people: both)) }
            guard case .statedTwice(_, .present, .excused)? = found.first else { throw Unexpected() }
            #expect(found.count == 1)
        }
    }

    @Test("a name that several bear is the sector's own one, or the one of the sector in brackets")
    func namesakes() throws {
        #expect(try findings(.only(["张三"]), sector: "经济界").isEmpty)
        #expect(try findings(.only(["王五"]), guests: ["张三（医卫界）", "张三(经济)"]).isEmpty)
        guard case .ambiguousPerson? = try findings(.only(["王五"]), guests: ["张三"]).first else { throw Unexpected() }
        guard case .unknownPerson(_, let similar)? = try findings(.only(["王五（医卫界）"])).first else {
            throw Unexpected()
        }
        #expect(similar.map(\.number) == ["003"])
    }

    @Test("a sector is known by the beginning of its name and written with the whole of it")
    func shortSector() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.logActivity(
                ActivityDraft(sector: "教育", title: "座谈", days: DayRange(day("2024-05-10")), attendees: .allBut([])))
            #expect(saved.value.organizer == "教育界" && saved.value.people.count == 2)
        }
    }

    @Test("one mistake is one finding: a day outside the term, a sector that is not there")
    func once() throws {
        let outside = try findings(.only([]), day: "2034-05-10")
        #expect(outside == [.outsideTerms(DayRange(day("2034-05-10")), terms: days("2022-01-10", "2027-01-09"))])
        guard case .unknownOrganization? = try findings(.only(["王五"]), sector: "文艺界").first else {
            throw Unexpected()
        }
        #expect(try findings(.only(["王五"]), sector: "文艺界").count == 1)
    }

    @Test("an item of another sector's plan is not carried out by this one")
    func planItemElsewhere() throws {
        try withRegister { register in
            try register.addSix()
            let item = try register.addPlanItem(sector: "经济界", year: 2024, month: 5, topic: "营商环境").value.id
            let draft = ActivityDraft(
                sector: "教育界", title: "座谈", days: DayRange(day("2024-05-10")), attendees: .allBut([]), planItem: item)
            let found = try refusal { _ = try register.logActivity(draft) }
            #expect(found == [.planItemElsewhere(item, topic: "营商环境", sector: "经济界")])
        }
    }

    @Test("fewer than no citizens cannot have come")
    func negativeHeadcount() throws {
        try withRegister { register in
            try register.addSix()
            let draft = ActivityDraft(
                sector: "教育界", title: "座谈", days: DayRange(day("2024-05-10")), attendees: .allBut([]),
                publicHeadcount: -3)
            let found = try refusal { _ = try register.logActivity(draft) }
            #expect(found == [.outOfRange(field: .publicHeadcount, value: -3, 0...1_000_000)])
        }
    }
}
