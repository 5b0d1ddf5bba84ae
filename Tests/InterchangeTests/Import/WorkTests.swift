import DutyModel
import Interchange
import Tabular
import Testing

@Suite struct WorkTests {
    private let county: SmallCounty

    init() throws { county = try SmallCounty() }

    private func content<Value>(_ family: RecordFamily, _ get: (RecordContent) -> Value?) throws -> Value {
        try #require(get(try county.only(family).content))
    }

    @Test("a proposal with its signers, nodes, honours and the research it rests on")
    func proposal() throws {
        let research = try county.folder.workbook(
            "调研.xlsx",
            [
                ["2024年调研成果汇总表"], ["课题名称", "调研时间", "调研地点", "执笔人", "课题组成员", "采纳情况", "批示情况"],
                ["农村养老服务情况", "2024年3月", "三河镇", "李四光", "张三、李四光、阿依古丽·买买提", "县政府办采纳", "县委书记批示"],
            ])
        let proposals = try county.folder.workbook(
            "提案.xlsx",
            [
                ["政协十一届三次会议提案一览表"],
                [
                    "提案号", "案由", "性质", "第一提案人", "第一提案人编号", "联名提案人", "会间/平时", "提交时间", "立案情况", "立案时间", "承办单位", "会办单位",
                    "交办时间",
                    "满意度", "重点/优秀", "调研依据",
                ],
                [
                    "12", "关于加强农村养老的建议", "联名", "王　芳", "11004", "张三、李四光（谢绝）", "会间", "2024-01-10", "立案", 45310, "县民政局",
                    "县财政局",
                    "2024.2.1", "基本满意", "重点、优秀", "农村养老服务情况",
                ],
                ["13", "关于甲的建议", "", "张三", "", "", "平时", "2024-05-10", "不予立案"],
                ["14", "关于乙的建议", "集体", "教育界", "", "", "会间", "2024-01-11", "转社情民意"], ["合计", "3件"],
            ])
        let plan = try county.plan(proposals, research)
        #expect(plan.isClean && plan.findings.isEmpty, "\(plan.findings)")
        county.register.apply(plan)
        #expect(try county.plan(proposals, research).isEmpty)
        let found = county.register.records(of: .proposal, in: .year(2024)).sorted { $0.number < $1.number }
        #expect(found.map(\.number) == ["12", "13", "14"])
        let roster = county.register.roster
        #expect(found[0].people.map { roster[$0.member]?.number } == ["11004", "11001", "11002"])
        #expect(found[0].people.map(\.part) == [.firstSigner, .coSigner, .coSigner])
        #expect(found[0].people.map(\.confirmed) == [true, true, false])
        #expect(found[0].links == [RecordLink(.basedOn, try county.only(.research).id)])
        guard case .proposal(let first) = found[0].content, case .proposal(let second) = found[1].content,
            case .proposal(let third) = found[2].content
        else { return }
        #expect(first.mode == .joint && first.duringSession && first.session == "十一届三次")
        #expect(first.stages.map(\.stage) == [.submitted, .filed, .assigned])
        #expect(first.stages[1].day == CivilDay(iso: "2024-01-19"))
        #expect(first.honours == [.key, .excellent] && first.satisfaction == .mostlySatisfied)
        #expect(first.handlingUnits == ["县民政局", "县财政局"])
        #expect(second.mode == .individual && !second.duringSession && second.has(.notFiled))
        #expect(third.mode == .collective && third.has(.converted) && found[2].people.isEmpty)
        #expect(found[2].organizer == "教育界" && found[2].organization != nil)
    }

    @Test("research: a drafter and a team, adopted and instructed by levels")
    func research() throws {
        let path = try county.folder.workbook(
            "调研.xlsx",
            [
                ["调研成果汇总表"], ["课题名称", "时间", "执笔人", "课题组", "采纳情况", "批示情况"],
                ["养老", "2024年3月5日-7日", "李四光", "张三、李四光", "省政协、县政府", "未批示"],
            ])
        try county.take(path)
        let record = try county.only(.research)
        #expect(record.people.map(\.part) == [.drafter, .teamMember])
        let research: ResearchContent = try content(.research) {
            if case .research(let value) = $0 { value } else { nil }
        }
        #expect(research.adopted == [.province, .county] && research.instructed == [])
    }

    @Test("a lecture: speaker, listeners, audience")
    func lecture() throws {
        let path = try county.folder.workbook(
            "讲堂.xlsx",
            [
                ["2024年“委员讲堂”登记表"], ["期数", "讲座主题", "讲座时间", "地点", "主讲人", "听讲委员", "受众", "受众人数", "形式"],
                [1, "民法典", "2024年4月9日下午", "县图书馆", "张　三", "李四光、阿依古丽·买买提", "社区居民", "约80人", "线上"],
            ])
        try county.take(path)
        let record = try county.only(.lecture)
        #expect(
            record.people.map(\.part) == [.speaker, .listener, .listener] && record.people.map(\.halfDays) == [1, 1, 1])
        #expect(
            record.content
                == .lecture(LectureContent(audience: "社区居民", publicHeadcount: 80, online: true, halfDaysHeld: 1)))
    }

    @Test("sector activities carry out items of the plan, in one workbook with it")
    func activities() throws {
        let plan = try county.folder.workbook(
            "计划.xlsx", merges: ["A3:A4"],
            [
                ["2024年界别年度协商计划"], ["界别", "协商议题", "计划月份", "牵头人"], ["教育界", "校园餐质量", "4月", "张三"],
                ["", "课后服务", "10月", "张三"],
            ])
        let activity = try county.folder.workbook(
            "活动.xlsx",
            [
                ["界别活动登记表"], ["界别", "活动名称", "活动时间", "参加委员", "请假委员", "界别群众人数", "对应计划项目", "活动成效"],
                ["教育", "走进食堂", "2024.4.12", "张三，李四光", "王芳", 12, "校园餐质量", "提出意见 3 条"],
            ])
        try county.take(plan)
        try county.take(activity)
        let record = try county.only(.sectorActivity)
        #expect(county.statuses(record) == ["11001": .present, "11002": .present, "11003": .excused])
        let item = try #require(county.register.planItems().first { $0.topic == "校园餐质量" })
        #expect(item.month == 4 && item.lead == "张三")
        #expect(
            record.content
                == .sectorActivity(
                    SectorActivityContent(planItem: item.id, publicHeadcount: 12, halfDaysHeld: 1, outcome: "提出意见 3 条"))
        )
    }

    @Test("opinion reports: adopted by level in columns of a two-row heading")
    func opinions() throws {
        let path = try county.folder.workbook(
            "社情.xlsx", merges: ["D2:F2", "A2:A3", "B2:B3", "C2:C3", "G2:G3"],
            [
                ["社情民意信息采用情况表"], ["标题", "反映人", "报送时间", "采用情况", "", "", "批示情况"], ["", "", "", "县采用", "市采用", "省采用", ""],
                ["关于停车难", "张三、李四光", "2024-05-01", "√", "", "是", "县长批示"],
            ])
        try county.take(path)
        let record = try county.only(.opinionReport)
        #expect(
            record.content == .opinionReport(OpinionReportContent(adopted: [.county, .province], instructed: .county)))
        #expect(record.people.map(\.part) == [.author, .coAuthor])
    }

    @Test("other duties by their kind; two members under one title are two records")
    func duties() throws {
        let path = try county.folder.csv(
            "其他.csv",
            "类别,名称,姓名,界别,时间,级别,发言形式,会议,服务对象,成效\n大会发言,谈教育,张三,,2024-01-18,,口头,十一届三次全会,,\n心得文章,学习心得,张三,,2024-07-05,,,,,\n心得文章,学习心得,李四光,,2024-07-05,,,,,\n表彰,先进个人,王芳,经济界,2024-09-01,市级,,,,\n帮扶,结对,阿依古丽·买买提,,2024.10.1,,,,困难群众,已落实\n"
        )
        let plan = try county.take(path)
        #expect(plan.records.count == 5)
        #expect(try county.only(.speech).content == .speech(SpeechContent(oral: true, meeting: "十一届三次全会")))
        #expect(try county.only(.commendation).content == .commendation(CommendationContent(level: .prefecture)))
        #expect(try county.only(.publicService).people[0].part == .doer)
    }

    @Test("quantities with the unit of the heading or of the cell, and labels")
    func quantities() throws {
        let path = try county.folder.csv(
            "数量.csv",
            "类别,名称,姓名,时间,金额,服务时长,标签\n公益活动,捐资助学,张三,2024-05-01,5万元,2.5,助学、乡村\n公益活动,义诊,张三,2024-06-01,,,\n")
        try county.take(path)
        let record = try #require(county.register.recordsByID.values.first { $0.title == "捐资助学" })
        #expect(record.quantities == [Quantity(.yuan, 50_000), Quantity(.hours, thousandths: 2_500)])
        #expect(record.labels == ["助学", "乡村"])
    }

    @Test("what a sheet leaves empty stays as it was")
    func emptyCells() throws {
        func sheet(_ number: String, _ leader: Cell, _ honour: Cell) throws -> String {
            try county.folder.workbook(
                "提案\(number).xlsx",
                [
                    ["提案一览表"], ["提案号", "案由", "第一提案人", "提交时间", "领衔督办", "重点/优秀"],
                    ["5", "关于甲的建议", "张三", "2024-01-10", leader, honour],
                ])
        }
        try county.take(try sheet("一", "县长", "重点"))
        let plan = try county.plan(try sheet("二", "", "优秀"))
        county.register.apply(plan)
        guard case .proposal(let content) = try county.only(.proposal).content else { return }
        #expect(content.leader == "县长" && content.honours == [.key, .excellent])
    }

    @Test("a kind nobody knows in a sheet of research is a finding, not the first kind")
    func unknownKind() throws {
        let path = try county.folder.csv("调研.csv", "调研成果汇总表,,,\n课题名称,类别,时间,执笔人\n养老,跳舞,2024-03-05,李四光\n")
        let plan = try county.plan(path)
        #expect(plan.findings.map(\.problem) == ["没有“跳舞”这个类别"])
    }

    @Test("the day of an adoption stands beside its level")
    func adoptionDays() throws {
        let path = try county.folder.csv(
            "社情.csv",
            "社情民意信息采用表,,,,,,\n题目,反映人,报送日期,采用情况,采用日期,批示情况,批示领导\n停车难,张三,2024-03-08,市政协采用,2024-06-12,县长批示,王县长\n")
        try county.take(path)
        let opinion: OpinionReportContent = try content(.opinionReport) {
            if case .opinionReport(let value) = $0 { value } else { nil }
        }
        #expect(opinion.adoptedOn == CivilDay(iso: "2024-06-12") && opinion.adopted == .prefecture)
        #expect(opinion.adoptions.map(\.by) == ["", "王县长"])
    }
}
