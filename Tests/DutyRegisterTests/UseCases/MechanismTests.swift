import DutyModel
import Scoring
import Testing

@testable import DutyRegister

/// What the year's work plan names besides meetings and proposals.
@Suite struct MechanismTests {
    private func add(
        _ register: Register, _ kind: String, _ title: String, on text: String = "2024-05-10",
        people: [PersonDraft] = [], details: EventDetails = EventDetails()
    ) throws -> DutyRecord {
        try register.add(
            RecordDraft(
                kind: kind, title: title, days: DayRange(day(text)), people: people,
                content: .event(EventContent(details: details)))
        ).value
    }

    @Test("a consultation follows from an inspection, and both know of it")
    func follows() throws {
        try withRegister { register in
            try register.addSix()
            _ = try add(register, "主席集体调研", "现代服务业调研", people: ["001"])
            _ = try add(register, "专题协商会", "现代服务业协商会", on: "2024-07-02", people: ["001"])
            let linked = try register.link("现代服务业协商会", .follows, "现代服务业调研")
            #expect(linked.value.links.count == 1)
            #expect(try register.link("现代服务业协商会", .follows, "现代服务业调研").change == 0)
            #expect(try register.record("现代服务业调研").linking.map(\.record.title) == ["现代服务业协商会"])
            #expect(try refusal { _ = try register.link("现代服务业调研", .follows, "现代服务业调研") }.count == 1)
            #expect(try refusal { _ = try register.delete("现代服务业调研") }.count == 1)
            _ = try register.unlink("现代服务业协商会", nil, "现代服务业调研")
            #expect(try register.record("现代服务业调研").linking.isEmpty)
        }
    }

    @Test("一委一品 holds ordinary events together; only a programme can")
    func programme() throws {
        try withRegister { register in
            try register.addSix()
            let programme = try register.add(
                RecordDraft(
                    kind: "一委一品", title: "数字经济发展", days: .year(2024), people: ["002"],
                    content: .programme(ProgrammeContent(outcome: "报告三篇"))))
            #expect(programme.value.people.map(\.part) == [.organizer])
            _ = try add(register, "调研活动", "企业调研", people: ["001"])
            _ = try register.link("企业调研", .partOf, "数字经济发展")
            #expect(try register.record("数字经济发展").linking.map(\.relation) == [.partOf])
            let findings = try refusal { _ = try register.link("数字经济发展", .partOf, "企业调研") }
            #expect(findings.contains { if case .wrongFamily(_, .event, .programme) = $0 { true } else { false } })
        }
    }

    @Test("who is visited is in the record and earns nothing unless a rule says so; a sensitive text stays short")
    func visits() throws {
        try withRegister { register in
            try register.addSix()
            let record = try add(
                register, "访委员", "访委员王五", people: ["001", PersonDraft("003", part: .visited)],
                details: EventDetails(needs: "用工难", followUp: "转县人社局"))
            #expect(record.people.map(\.halfDays) == [1, 0])
            #expect(try register.facts(of: "003", year: 2024)[0].partCode == Part.visited.rawValue)
            #expect(Selection().parts & 1 << UInt32(Part.visited.rawValue) == 0)
            let long = EventDetails(needs: String(repeating: "长", count: 61))
            let findings = try refusal { _ = try add(register, "谈心谈话", "谈话", people: ["001"], details: long) }
            #expect(findings == [.sensitiveText(kind: "谈心谈话", field: "诉求", characters: 61, maximum: 60)])
            _ = try add(register, "访委员", "再访", people: ["001"], details: long)
        }
    }

    @Test("every adoption of an opinion report keeps its day and body; levels and first days follow")
    func adoptions() throws {
        try withRegister { register in
            try register.addSix()
            _ = try register.add(
                RecordDraft(kind: "社情民意", title: "停车难", days: DayRange(day("2024-03-08")), people: ["001"]))
            let saved = try register.edit("停车难") { record in
                guard case .opinionReport(var content) = record.content else { return }
                content.take(Adoption(.prefecture, day: day("2024-06-12"), by: "市政协"))
                content.take(Adoption(.county, day: day("2024-04-01")))
                content.take(Adoption(.county, isInstruction: true, day: day("2024-07-01"), by: "王县长"))
                content.take(Adoption(.county, by: "县政协"))
                record.content = .opinionReport(content)
            }
            guard case .opinionReport(let content) = saved.value.content else { throw Unexpected() }
            #expect(content.adopted == [.county, .prefecture] && content.instructed == .county)
            #expect(content.adoptedOn == day("2024-04-01") && content.instructedOn == day("2024-07-01"))
            #expect(content.adoptions.map(\.by) == ["市政协", "县政协", "王县长"])
        }
    }

    @Test("a seat cannot end before the last day of the member's last record, also where it began before")
    func seats() throws {
        try withRegister { register in
            try register.addSix()
            _ = try register.add(
                RecordDraft(
                    kind: "全会", title: "三次会议", days: days("2024-01-09", "2024-01-12"), people: ["002"],
                    content: .event(EventContent(halfDaysHeld: 7))))
            #expect(try refusal { _ = try register.endSeat("002", last: day("2024-01-10")) }.count == 1)
            let seats = try register.member("002").memberships.map(\.membership)
            let id = try #require(seats.first { $0.role == .member }).id
            #expect(try refusal { _ = try register.endMembership(id, last: day("2024-01-11")) }.count == 1)
            _ = try register.endSeat("002", last: day("2024-01-12"))
        }
    }

    @Test("a county adds a kind by its catalogue alone, records it and counts it in its rulebook")
    func ownKind() throws {
        try withRegister { register in
            try register.addSix()
            let own = Kind(
                code: KindCode(rawValue: 600), key: "tea", name: "茶馆议事", aliases: ["茶议"], family: .event,
                groups: ["活动"], expects: .listed)
            let saved = try register.adoptKinds(KindCatalogue(try register.kinds().kinds + [own]))
            #expect(saved.value.added == [own] && saved.value.changed.isEmpty)
            #expect(try register.adoptKinds(register.kinds()).change == 0)
            _ = try add(register, "茶议", "修路", people: ["001"])
            _ = try register.adoptRulebook(
                text: """
                    考核办法: 茶馆
                    编号: tea
                    年度: 2024
                    依据: 测试
                    指标:
                      - {编号: A, 名称: 茶馆议事, 依据: 一, 计入: {类别: 茶馆议事}, 分值: 5}
                    """, file: "茶馆.yaml")
            #expect(try register.profile("001", year: 2024).profile.total == Rational(5))
            var other = own
            other.family = .research
            let changed = KindCatalogue(try register.kinds().kinds.filter { $0.code != own.code } + [other])
            #expect(try refusal { _ = try register.adoptKinds(changed) } == [.kindFixed("茶馆议事", field: "类型")])
            // A kind the catalogue no longer names stays.
            _ = try register.adoptKinds(KindCatalogue(try register.kinds().kinds.filter { $0.code != own.code }))
            #expect(try register.kinds().kind(named: "茶议") == own)
        }
    }
}
