import DutyModel
import Interchange
import Tabular
import Testing

@Suite struct AttendanceTests {
    private let county: SmallCounty

    init() throws { county = try SmallCounty() }

    @Test("a sign-in sheet: particulars above, people below, marks under a legend of its own")
    func signIn() throws {
        let path = try county.folder.workbook(
            "签到.xlsx", merges: ["A1:E1"],
            [
                ["县政协十一届十次常委会议签到表"], ["会议名称：县政协十一届十次常委会议"], ["时间：2024年3月5日上午　地点：三楼会议室　组织单位：县政协办公室"],
                ["注：√出席　○迟到　△请假　×缺席"], ["序号", "姓名", "界别", "出席情况", "备注"], [1, "张　三", "教育界", "√"],
                [2, "李四光（女，回族）", "教育界", "○"], [3, "王芳", "教育界", "△", "出差"], [4, "王芳", "经济界", "×"],
                [5, "阿依古丽·买买提", "", "√", "列席"], ["合计", "", "", "实到3人"], ["记录人："],
            ])
        try county.take(path)
        let record = try county.only(.event)
        #expect(record.title == "县政协十一届十次常委会议")
        #expect(county.register.kinds[record.kind]?.key == "standing")
        #expect(record.days == DayRange(CivilDay(iso: "2024-03-05")!))
        #expect(record.place == "三楼会议室" && record.organizer == "县政协办公室")
        #expect(
            county.statuses(record) == [
                "11001": .present, "11002": .late, "11003": .excused, "11004": .absent, "11005": .present,
            ])
        guard case .event(let event) = record.content else { return }
        #expect(event.halfDaysHeld == 1 && event.mandatory && event.session == "十一届十次")
        #expect(record.people.map(\.halfDays) == [1, 1, 0, 0, 1])
        #expect(record.people[4].invitedAs == .attending)
        #expect(record.people[2].note == "出差")
    }

    @Test("a signature or a time shows presence; nothing shows nothing")
    func signatures() throws {
        let path = try county.folder.csv(
            "签到册.csv",
            "座谈会签到册,,,\n会议名称：民生座谈会 时间：2024年3月5日,,,\n序号,姓名,界别,签到时间,备注\n1,张三,,8:45,\n2,李四光,,,请假\n3,阿依古丽·买买提,,,\n"
        )
        try county.take(path)
        #expect(
            county.statuses(try county.only(.event)) == ["11001": .present, "11002": .excused, "11005": .unknown])
    }

    @Test("columns 出席, 请假, 缺席 with √ in one of them")
    func statusColumns() throws {
        let path = try county.folder.workbook(
            "视察.xlsx", merges: ["C3:E3"],
            [
                ["会议名称：重点项目视察"], ["时间：2024-05-06 9:00-17:00"], ["序号", "姓名", "会议"], ["", "", "出席", "请假", "缺席"],
                [1, "张三", "√"], [2, "李四光", "", "√"], [3, "阿依古丽•买买提", "", "", "√"],
            ])
        try county.take(path)
        let record = try county.only(.event)
        #expect(county.statuses(record) == ["11001": .present, "11002": .excused, "11005": .absent])
        #expect(record.people[0].halfDays == 2)
        let doubled = try county.folder.workbook(
            "重.xlsx",
            [["会议名称：重点项目视察", "时间：2024-05-07"], ["姓名", "出席", "请假"], ["张三", "√", "√"]])
        #expect(try county.plan(doubled).findings.contains { $0.problem.contains("同时标了") && $0.row == 3 })
    }

    @Test("a matrix of people and events, with dates in a second heading row")
    func matrix() throws {
        let path = try county.folder.workbook(
            "考勤.xlsx", merges: ["A1:E1", "A2:A3", "B2:B3", "C2:C3"],
            [
                ["2024年会议考勤表"], ["序号", "姓名", "界别", "十一届三次全体会议", "重点工作视察"], ["", "", "", "1月10日", "2024年5月6日"],
                [1, "张三", "教育界", "√", "○"], [2, "李四光", "教育界", "△", ""], [3, "王芳", "经济界", "×", "—"],
                [4, "阿依古丽·买买提", "", "", "√"], ["合计", "", "", "2", "1"], ["说明：√出席 ○请假 △迟到 ×缺席"],
            ])
        let plan = try county.take(path)
        #expect(plan.findings.map(\.severity) == [.notice] && plan.findings[0].cell == "D3")
        let records = county.register.recordsByID.values.sorted { $0.days.first < $1.days.first }
        #expect(records.map { $0.days.first.description } == ["2024-01-10", "2024-05-06"])
        // At a plenary everyone is expected, so an empty cell is a question; at a visit it is nothing.
        #expect(
            county.statuses(records[0]) == [
                "11001": .present, "11002": .late, "11004": .absent, "11005": .unknown,
            ])
        #expect(county.statuses(records[1]) == ["11001": .excused, "11005": .present])
    }

    @Test("two lists of people side by side")
    func sideBySide() throws {
        let path = try county.folder.workbook(
            "并排.xlsx", merges: ["A5:F5"],
            [
                ["三河镇调研活动签到表"], ["时间：2024年4月18日（星期四）上午9:00"], ["序号", "姓名", "签到", "序号", "姓名", "签到"],
                [1, "张三", "√", 2, "李四光", "√"], ["教育界"], [3, "王芳", "√", 4, ""], ["", "", "", "", "2024年4月18日"],
            ])
        let plan = try county.take(path)
        #expect(county.statuses(try county.only(.event)) == ["11001": .present, "11002": .present, "11003": .present])
        #expect(plan.totals[.new] == 2 && plan.totals[.leftOut] == 5)
    }

    @Test("a matrix with 出席, 请假, 缺席 under every event")
    func statusMatrix() throws {
        let path = try county.folder.workbook(
            "两会.xlsx", merges: ["B2:D2", "E2:G2", "B3:D3", "E3:G3", "A2:A4"],
            [
                ["2024年考勤"], ["姓名", "一季度常委会", "", "", "二季度常委会", "", ""], ["", "2024.3.5", "", "", "2024.6.5", "", ""],
                ["", "出席", "请假", "缺席", "出席", "请假", "缺席"], ["张三", "√", "", "", "", "√", ""],
                ["李四光", "", "√", "", "", "", "√"],
            ])
        try county.take(path)
        let records = county.register.recordsByID.values.sorted { $0.days.first < $1.days.first }
        #expect(records.map(\.title) == ["一季度常委会", "二季度常委会"])
        #expect(county.statuses(records[0]) == ["11001": .present, "11002": .excused])
        #expect(county.statuses(records[1]) == ["11001": .excused, "11002": .absent])
    }

    @Test("a name with 委员 behind it, without its dot, or a number in its place")
    func names() throws {
        let path = try county.folder.csv(
            "姓名.csv", "会议名称：民生座谈会\n时间：2024年3月5日\n姓名,界别,出席情况\n张三委员,,出席\n阿依古丽买买提,,出席\n11004,,出席\n")
        try county.take(path)
        #expect(county.statuses(try county.only(.event)) == ["11001": .present, "11005": .present, "11004": .present])
    }

    @Test("an empty sector in a text file is not made up to tell same names apart")
    func noInvention() throws {
        let path = try county.folder.csv(
            "同名.csv", "会议名称：民生座谈会\n时间：2024年3月5日\n姓名,界别,出席情况\n张三,教育界,出席\n王芳,,出席\n")
        let plan = try county.plan(path)
        #expect(plan.findings.map(\.cell) == ["A5"] && plan.totals[.doubtful] == 1)
    }

    @Test("titles and dates in one heading, however they stand together")
    func headingDates() throws {
        let path = try county.folder.workbook(
            "考勤2.xlsx",
            [
                ["2024年会议出席情况"], ["姓名", "常委会议(3月5日)", "主席会议\n6月6日", "9月5日座谈会", "学习培训2024.10.8", "出席率"],
                ["张三", "√", "√", "√", "√", "100%"],
            ])
        try county.take(path)
        let records = county.register.recordsByID.values.sorted { $0.days.first < $1.days.first }
        #expect(records.map(\.title) == ["常委会议", "主席会议", "座谈会", "学习培训"])
        #expect(records.map { $0.days.first.description } == ["2024-03-05", "2024-06-06", "2024-09-05", "2024-10-08"])
    }

    @Test("one event's half-days in columns of their own")
    func halfDayColumns() throws {
        let path = try county.folder.workbook(
            "全会.xlsx", merges: ["C4:D4", "A4:A5", "B4:B5"],
            [
                ["十一届三次全会签到表"], ["会议名称：县政协十一届三次会议　时间：2024年1月10日至11日上午　地点：县会议中心"], ["说明：√出席　○迟到　△请假　×缺席"],
                ["姓名", "界别", "1月10日", "", "1月11日"], ["", "", "上午", "下午", "上午"], ["张三", "教育界", "√", "√", "√"],
                ["李四光", "教育界", "√", "△", "○"], ["阿依古丽·买买提", "经济界", "△", "△", "△"],
            ])
        try county.take(path)
        let record = try county.only(.event)
        #expect(county.statuses(record) == ["11001": .present, "11002": .late, "11005": .excused])
        #expect(record.people.map(\.halfDays) == [3, 2, 0])
        #expect(record.content == .event(EventContent(halfDaysHeld: 3, mandatory: true, session: "十一届三次")))
    }

    @Test("a long list, events merged over their people, “2/6” in a cell")
    func longList() throws {
        let path = try county.folder.workbook(
            "长表.xlsx", merges: ["A2:A3", "B2:B3", "C2:C3"],
            [
                ["活动名称", "类别", "时间", "姓名", "界别", "参加情况"], ["常委读书班", "学习培训", "2024年7月3日至5日", "张三", "教育界", "2/6"],
                ["", "", "", "李四光", "教育界", "请假（未批准）"], ["学习座谈会", "座谈会", 45419, "张三", "", "迟到"],
            ])
        try county.take(path)
        let records = county.register.recordsByID.values.sorted { $0.days.first < $1.days.first }
        #expect(records.map(\.title) == ["学习座谈会", "常委读书班"])
        #expect(records[0].days.first == CivilDay(iso: "2024-05-07"))
        #expect(records[1].people.map(\.halfDays) == [2, 0])
        #expect(records[1].people[1].status == .leaveRefused)
    }

    @Test("one event a row, its people in one cell")
    func eventRows() throws {
        let path = try county.folder.gb18030(
            "协商.csv",
            "活动名称,类别,活动时间,组织单位,参加人员,请假\r\n社区停车协商,有事好商量,2024.3.5,县政协办公室,张　三、李四光；王芳（经济界）,阿依古丽·买买提\r\n")
        try county.take(path)
        #expect(
            county.statuses(try county.only(.event)) == [
                "11001": .present, "11002": .present, "11004": .present, "11005": .excused,
            ])
    }

    @Test("two sign-in sheets of one event are one record")
    func merged() throws {
        for (name, person) in [("上.xlsx", "张三"), ("下.xlsx", "李四光")] {
            let path = try county.folder.workbook(
                name, [["会议名称：“民生”座谈会", "时间：2024年3月5日"], ["姓名", "出席情况"], [.text(person), "出席"]])
            try county.take(path)
        }
        #expect(county.statuses(try county.only(.event)) == ["11001": .present, "11002": .present])
    }

    @Test("a changed status is a change, and nothing else")
    func changed() throws {
        func sheet(_ status: String) throws -> String {
            try county.folder.workbook(
                "座谈.xlsx", [["会议名称：民生座谈会", "时间：2024年3月5日"], ["姓名", "出席情况"], ["张三", "出席"], ["李四光", .text(status)]])
        }
        try county.take(try sheet("请假"))
        let plan = try county.plan(try sheet("缺席"))
        #expect(plan.totals[.same] == 1 && plan.totals[.changed] == 1 && plan.records.count == 1)
    }

    @Test("a sector's activity signed in for is the sector's")
    func sectorActivity() throws {
        let path = try county.folder.workbook(
            "界别.xlsx", [["活动名称：教育界界别活动走进校园", "时间：2024年4月2日", "组织单位：教育界"], ["姓名", "签到"], ["张三", "张三"], ["李四光", ""]])
        try county.take(path)
        let record = try county.only(.sectorActivity)
        #expect(record.organization.flatMap { county.register.organizations[$0] }?.name == "教育界")
    }

    @Test("events that look alike are pointed out and held apart")
    func alike() throws {
        let people: [[Cell]] = [["张三", "出席"], ["李四光", "出席"], ["阿依古丽·买买提", "出席"]]
        for title in ["会议名称：民生问题座谈会", "会议名称：民生问题专题座谈会"] {
            let path = try county.folder.workbook(
                "\(title).xlsx", [[.text(title), "时间：2024年3月5日"], ["姓名", "出席情况"]] + people)
            let plan = try county.plan(path)
            #expect(plan.isClean && plan.records.count == 1)
            if title.contains("专题") { #expect(plan.findings.contains { $0.problem.contains("很像") }) }
            county.register.apply(plan)
        }
    }

    @Test("morning and afternoon meetings of one name stay two, in one import and in two; again they are the same")
    func halves() throws {
        func sheet(_ half: String) throws -> String {
            try county.folder.workbook(
                "\(half).xlsx",
                [[.text("会议名称：民生座谈会　时间：2024年3月5日\(half)")], ["姓名", "界别", "出席情况"], ["张三", "教育界", "√"]])
        }
        let (morning, afternoon, evening) = (try sheet("上午"), try sheet("下午"), try sheet("晚上"))
        county.register.apply(try county.plan(morning))
        county.register.apply(try county.plan(afternoon, evening))
        let found = county.register.records(of: .event, in: .year(2024))
        #expect(Set(found.map(\.half)) == [.morning, .afternoon, .evening])
        #expect(try county.plan(morning, afternoon, evening).isEmpty)
    }

    @Test("a sheet that does not say the half-day speaks of the one meeting there is")
    func unstatedHalf() throws {
        let plain = try county.folder.csv("甲.csv", "会议名称：民生座谈会 时间：2024年3月5日,,\n姓名,界别,出席情况\n张三,教育界,√\n")
        let told = try county.folder.csv("乙.csv", "会议名称：民生座谈会 时间：2024年3月5日下午,,\n姓名,界别,出席情况\n李四光,教育界,√\n")
        county.register.apply(try county.plan(plain))
        county.register.apply(try county.plan(told))
        let record = try county.only(.event)
        #expect(record.half == .afternoon && record.people.count == 2)
        #expect(try county.plan(plain).isEmpty)
    }

    @Test("times, substitutes, leave and ways of taking part from columns of their own")
    func detailColumns() throws {
        let path = try county.folder.csv(
            "签到.csv",
            """
            会议名称：民生座谈会 时间：2024年3月5日,,,,,,,,
            姓名,界别,出席情况,到会时间,代会人,请假事由,批准人,请假日期,参会方式
            张三,教育界,迟到,9:40,,,,,
            李四光,教育界,请假,,,出差,王主席,2024-03-04,
            阿依古丽·买买提,,,,周老师,,,,

            """)
        try county.take(path)
        let people = try county.only(.event).people
        #expect(people.map(\.status) == [.late, .excused, .substituted])
        #expect(people[0].details.arrived == ClockTime("9:40"))
        #expect(people[1].details.leave?.approver == "王主席" && people[1].details.leave?.reason == "出差")
        #expect(people[1].details.leave?.decision == .approved)
        #expect(people[2].details.substitute == "周老师")
    }

    @Test("one consultation a row, with venue, source of the topic, parties and what was agreed")
    func consultations() throws {
        let path = try county.folder.csv(
            "协商.csv",
            """
            有事好商量登记表,,,,,,,,,
            活动名称,类别,时间,上下午,参加人员,协商场所,选题来源,参与各方,协商成果,群众人数
            加装电梯,有事好商量,2024-05-12,下午,张三、李四光,社区协商议事厅,群众出题,三河社区、县住建局,先装三栋,30

            """)
        try county.take(path)
        let record = try county.only(.event)
        guard case .event(let event) = record.content else { return }
        #expect(record.half == .afternoon && event.details.venue == .hall && event.details.topicSource == .people)
        #expect(event.details.parties == "三河社区、县住建局" && event.details.outcome == "先装三栋")
        #expect(event.details.publicHeadcount == 30)
    }
}
