import DutyModel
import Interchange
import Tabular
import Testing

/// Files that are no mistakes of form, but would quietly come to mean something else.
@Suite struct AwkwardTests {
    private let county: SmallCounty

    init() throws { county = try SmallCounty() }

    struct Case: Sendable, CustomTestStringConvertible {
        var awkwardness: String
        var rows: [[Cell]]
        var cell: String?
        var words: String
        var severity = Finding.Severity.error
        var counts: [RowOutcome: Int] = [:]
        var testDescription: String { awkwardness }
    }

    private static func signIn(
        _ rows: [[Cell]], head: String = "会议名称：民生座谈会　时间：2024年3月5日", headings: [Cell] = ["姓名", "界别", "出席情况", "备注"]
    ) -> [[Cell]] {
        [[.text(head)], headings] + rows
    }

    private static let activities: [[Cell]] = [
        ["界别活动登记表"], ["界别", "活动主题", "活动时间", "参加委员", "请假委员"],
    ]

    private static let proposals: [Cell] = ["提案号", "案由", "第一提案人", "届次", "提交时间"]

    static let cases: [Case] = [
        Case(
            awkwardness: "a status without a name", rows: signIn([["张三", "", "√"], ["", "", "√"]]), cell: "A4",
            words: "姓名为空", counts: [.new: 1, .rejected: 1]),
        Case(
            awkwardness: "a mark no legend explains",
            rows: signIn([["张三", "", "√"], ["李四光", "", "○"], ["王芳", "经济界", "△"]]),
            cell: "C4", words: "照通常用法是“请假(批准)”", severity: .doubtful, counts: [.new: 1, .doubtful: 2]),
        Case(
            awkwardness: "a sector that is not the member's", rows: signIn([["张三", "经济界", "√"]]), cell: "B3",
            words: "11001 张三（教育界，县一中）不在经济界", severity: .doubtful, counts: [.doubtful: 1]),
        Case(
            awkwardness: "a number of one and the sector of the other of one name",
            rows: signIn(
                [["11003", "王芳", "经济界", "√"]], headings: ["委员编号", "姓名", "界别", "出席情况"]), cell: "C3",
            words: "11003 王芳（教育界，县三中）不在经济界", severity: .doubtful),
        Case(
            awkwardness: "a kind nobody knows",
            rows: signIn([["张三", "", "√"]], head: "会议名称：民生座谈会　类别：跳舞会　时间：2024年3月5日"),
            cell: "A1", words: "没有“跳舞会”这个类别", counts: [.rejected: 1]),
        Case(
            awkwardness: "a day in no term", rows: signIn([["张三", "", "√"]], head: "会议名称：民生座谈会　时间：2027年3月5日"),
            cell: "A1",
            words: "不在任何一届之内（第十一届 2022-01-01 至 2026-12-31）"),
        Case(
            awkwardness: "present and on leave in one row",
            rows: activities + [["教育界", "走访", "2024-05-01", "张三、李四光", "张三"]], cell: "E3", words: "既列为出席又列为请假",
            counts: [.rejected: 1]),
        Case(
            awkwardness: "a number of two opinion reports",
            rows: [
                ["社情民意信息采用表"], ["编号", "题目", "反映人", "报送日期"], ["SQ1", "停车难", "张三", "2024-05-01"],
                ["SQ1", "就医难", "李四光", "2024-05-02"],
            ], cell: "A4", words: "编号重复：这个号已是“停车难”", counts: [.new: 1, .rejected: 1]),
        Case(
            awkwardness: "one number with and without its session",
            rows: [
                ["提案一览表"], proposals, ["2024001", "关于停车的建议", "张三", "十一届三次", "2024-01-10"],
                ["第2024001号", "关于就医难问题的提案", "李四光", "", "2024-01-11"],
            ], cell: "A4", words: "提案号重复：这个号已是“关于停车的建议”", counts: [.new: 1, .rejected: 1]),
    ]

    private static let bent: [Case] = [
        Case(
            awkwardness: "leave with half-days attended",
            rows: signIn([["张三", "", "请假", 1]], headings: ["姓名", "界别", "出席情况", "出席半天数"]), cell: "D3",
            words: "写的是请假(批准)，出席半天数是 1"),
        Case(
            awkwardness: "presence for no half-day",
            rows: signIn([["张三", "", "出席", 0]], headings: ["姓名", "界别", "出席情况", "出席半天数"]), cell: "D3",
            words: "写的是出席，出席半天数是 0"),
        Case(
            awkwardness: "present in one mark and on leave in brackets", rows: signIn([["张三", "", "√（请假）"]]),
            cell: "C3", words: "不是认识的出席情况"),
        Case(
            awkwardness: "half-days held that differ from row to row",
            rows: signIn(
                [["张三", "出席", 2, 4], ["李四光", "出席", 2, 3]], head: "会议名称：民生座谈会　时间：2024年3月5日至6日",
                headings: ["姓名", "出席情况", "出席半天数", "应到半天数"]), cell: "D4", words: "共 4 个半天，这里写的是 3 个"),
        Case(
            awkwardness: "a stretch of days nobody sat through",
            rows: signIn([["张三", "", "√"]], head: "会议名称：民生座谈会　时间：2024年3月5日至4月2日"),
            cell: "A1", words: "前后 29 天，按 58 个半天计", severity: .notice),
        Case(
            awkwardness: "fewer names than were expected",
            rows: signIn([["张三", "", "√"]], head: "会议名称：民生座谈会　时间：2024年3月5日　应到：10人"),
            cell: "A1", words: "写的应到 10 人，名单里只有 1 人", severity: .notice),
        Case(
            awkwardness: "a date that begins with its day",
            rows: signIn([["张三", "", "√"]], head: "会议名称：民生座谈会　时间：5/3/2024"), cell: "A1",
            words: "看不出哪个是月、哪个是日"),
        Case(
            awkwardness: "a number nobody has in place of a name", rows: signIn([["12345", "", "√"]]), cell: "A3",
            words: "名册里也没有这个委员编号"),
        Case(awkwardness: "two names in one row", rows: signIn([["张三、李四光", "", "√"]]), cell: "A3", words: "一行里写了几个人"),
        Case(
            awkwardness: "a season for a month",
            rows: [["2024年界别协商计划"], ["界别", "协商议题", "计划月份"], ["教育界", "食堂", "第二季度"]], cell: "C3", words: "没有月份，未记",
            severity: .notice),
        Case(
            awkwardness: "two months for one",
            rows: [["2024年界别协商计划"], ["界别", "协商议题", "计划月份"], ["教育界", "食堂", "3-4月"]], cell: "C3", words: "按 3 月记",
            severity: .notice),
        Case(
            awkwardness: "filed before it was submitted",
            rows: [["提案一览表"], ["案由", "第一提案人", "提交时间", "立案时间"], ["关于停车的建议", "张三", "2024-01-10", "2023-12-01"]],
            cell: "D3", words: "早于提交时间（2024-01-10）"),
        Case(
            awkwardness: "the first signer among the co-signers",
            rows: [["提案一览表"], ["案由", "第一提案人", "联名提案人", "提交时间"], ["关于停车的建议", "张三", "张三、李四光", "2024-01-10"]],
            cell: "C3", words: "已经是提案人", severity: .notice),
        Case(
            awkwardness: "members under 听众",
            rows: [["委员讲堂登记表"], ["主题", "主讲人", "时间", "听众"], ["垃圾分类", "张三", "2024-05-01", "李四光、居民"]], cell: "D3",
            words: "写到了委员“李四光”", severity: .notice),
        Case(
            awkwardness: "a guest at a sector's activity",
            rows: activities + [["教育界", "走访", "2024-05-01", "张三、李四光、阿依古丽·买买提", ""]], cell: "D3",
            words: "有 1 人不是教育界的委员", severity: .notice),
    ]

    @Test("what would quietly mean something else is pointed out at its cell", arguments: cases + bent)
    func awkward(_ item: Case) throws {
        let path = try county.folder.workbook("表.xlsx", item.rows)
        let plan = try county.plan(path)
        let finding = plan.findings.first { $0.words.contains(item.words) }
        let all = plan.findings.map(\.sentence)
        #expect(finding != nil, "\(all)")
        #expect(finding?.cell == item.cell && finding?.severity == item.severity, "\(all)")
        for (outcome, count) in item.counts { #expect(plan.totals[outcome] == count, "\(outcome) \(all)") }
    }

    @Test("a cell wrong in two readings of it is one finding")
    func once() throws {
        let path = try county.folder.workbook(
            "提案.xlsx", [["提案一览表"], ["案由", "第一提案人", "提交时间", "立案时间"], ["关于停车的建议", "张三", "2024-01-10", "2024-02-30"]])
        #expect(try county.plan(path).findings.map(\.cell) == ["D3"])
    }

    @Test("late in brackets is late")
    func late() throws {
        try county.take(try county.folder.workbook("签到.xlsx", AwkwardTests.signIn([["张三", "", "√（迟到）"]])))
        #expect(county.statuses(try county.only(.event)) == ["11001": .late])
    }

    @Test("a workbook with nothing in it says so")
    func nothing() throws {
        let path = try county.folder.workbook("空.xlsx", [])
        #expect(try county.plan(path).findings.map(\.severity) == [.error])
    }

    @Test("a plenary under another of its names is pointed out")
    func plenary() throws {
        func sheet(_ title: String) throws -> String {
            try county.folder.workbook(
                "\(title).xlsx", AwkwardTests.signIn([["张三", "", "√"]], head: "会议名称：\(title)　时间：2024年1月10日"))
        }
        try county.take(try sheet("县政协十一届三次会议"))
        let plan = try county.plan(try sheet("政协示范县第十一届委员会第三次全体会议"))
        #expect(plan.findings.contains { $0.problem.contains("可能是同一件事") })
    }

    @Test("a proposal of July without 会间 or 平时 is no proposal of the session")
    func timing() throws {
        try county.take(
            try county.folder.workbook(
                "全会.xlsx", AwkwardTests.signIn([["张三", "", "√"]], head: "会议名称：县政协十一届三次会议　时间：2024年1月10日至12日")))
        let path = try county.folder.workbook(
            "提案.xlsx",
            [
                ["提案一览表"], AwkwardTests.proposals, ["1", "关于停车的建议", "张三", "十一届三次", "2024-01-09"],
                ["2", "关于就医的建议", "张三", "十一届三次", "2024-07-10"],
            ])
        let plan = try county.plan(path)
        let timings = plan.records.compactMap { change -> Bool? in
            guard case .proposal(let proposal) = change.value.content else { return nil }
            return proposal.duringSession
        }
        #expect(timings == [true, false])
        #expect(plan.findings.map(\.row) == [4])
    }

    // MARK: Rows that are refused leave nothing behind

    @Test("a proposal whose number another has changes nothing of that other")
    func refusedProposal() throws {
        let head: [[Cell]] = [["提案一览表"], AwkwardTests.proposals]
        try county.take(
            try county.folder.workbook("一.xlsx", head + [["2024001", "关于停车的建议", "张三", "十一届三次", "2024-01-10"]]))
        let before = try county.only(.proposal)
        for (session, number) in [("十一届三次", "2024001"), ("", "2024001"), ("", "第２０２４００１号")] {
            let path = try county.folder.workbook(
                "二.xlsx", head + [[.text(number), "关于完全不同的事情", "李四光", .text(session), "2024-02-10"]])
            let plan = try county.plan(path)
            #expect(plan.totals[.rejected] == 1 && plan.isEmpty, "\(session) \(number)")
        }
        // The same matter under the same number is the same proposal, with or without its session.
        let again = try county.folder.workbook(
            "三.xlsx", head + [["第2024001号", "关于停车的建议", "张三", "", "2024-01-10"]])
        #expect(try county.plan(again).totals[.same] == 1)
        #expect(try county.only(.proposal) == before)
    }

    @Test("a matrix row with one wrong mark marks nobody")
    func refusedMatrixRow() throws {
        let path = try county.folder.workbook(
            "考勤.xlsx",
            [
                ["2024年会议考勤表"], ["姓名", "重点工作视察(2024年5月6日)", "民生座谈会(2024年5月7日)"], ["张三", "√", "√"], ["李四光", "√", "卍"],
            ])
        let plan = try county.plan(path)
        #expect(plan.totals[.rejected] == 1 && plan.totals[.new] == 1)
        #expect(plan.records.count == 2 && plan.records.allSatisfy { $0.value.people.count == 1 })
    }

    @Test("a roster row in doubt changes nothing of the member")
    func refusedRosterRow() throws {
        let path = try county.folder.workbook(
            "名册.xlsx",
            [
                ["政协示范县第十一届委员会委员名册"], ["委员编号", "姓名", "性别", "界别", "政协职务"], ["11002", "李四光", "男", "教育界", "常委"],
                ["11003", "王芳", "女", "教育界", "委员"],
            ])
        let plan = try county.plan(path)
        #expect(plan.totals[.doubtful] == 1 && plan.totals[.same] == 1)
        #expect(plan.isEmpty, "\(plan.members) \(plan.memberships)")
    }

    @Test("an event of refused rows only is no event")
    func noEvent() throws {
        let path = try county.folder.workbook("签到.xlsx", AwkwardTests.signIn([["张五", "", "√"], ["王芳", "", "√"]]))
        #expect(try county.plan(path).isEmpty)
    }

    // MARK: What was put right by hand

    @Test("an event's new place is counted on a row and said; one put right by hand stays")
    func eventChange() throws {
        func sheet(_ place: String) throws -> String {
            try county.folder.workbook(
                "签到.xlsx",
                AwkwardTests.signIn([["张三", "", "√"], ["李四光", "", "√"]], head: "会议名称：民生座谈会　时间：2024年3月5日　地点：\(place)"))
        }
        try county.take(try sheet("三楼"))
        let plan = try county.plan(try sheet("五楼"))
        #expect(plan.totals[.changed] == 1 && plan.totals[.same] == 1 && plan.records.count == 1)
        #expect(plan.findings.contains { $0.problem.contains("地点由“三楼”改为“五楼”") })
        let record = try county.only(.event)
        county.register.editedByHand = [record.id]
        let kept = try county.plan(try sheet("五楼"))
        #expect(kept.isEmpty && kept.totals[.same] == 2)
        #expect(kept.findings.contains { $0.problem.contains("保留改过的") })
    }

    // MARK: Tables beside and below each other

    @Test("lists side by side are all read")
    func sideBySide() throws {
        let path = try county.folder.workbook(
            "签到.xlsx",
            AwkwardTests.signIn(
                [[1, "张三", "√", 2, "李四光", "√"], [3, "阿依古丽·买买提", "√", 4, "", ""]],
                headings: ["序号", "姓名", "签名", "序号", "姓名", "签名"]))
        try county.take(path)
        #expect(
            county.statuses(try county.only(.event)) == ["11001": .present, "11002": .present, "11005": .present])
        let wrong = try county.folder.workbook(
            "错.xlsx",
            AwkwardTests.signIn(
                [[1, "张三", "√", 2, "李五光", "√"]], head: "会议名称：就业座谈会　时间：2024年3月6日",
                headings: ["序号", "姓名", "签名", "序号", "姓名", "签名"]))
        let plan = try county.plan(wrong)
        #expect(plan.findings.map(\.cell) == ["E3"] && plan.isEmpty)
    }

    @Test("a second sign-in sheet below the first is an event of its own; a page printed anew is not")
    func below() throws {
        let first = AwkwardTests.signIn([["张三", "", "√"]])
        let path = try county.folder.workbook(
            "签到.xlsx", first + [[]] + AwkwardTests.signIn([["李四光", "", "√"]], head: "会议名称：就业座谈会　时间：2024年3月6日"))
        try county.take(path)
        let titles = county.register.recordsByID.values.map { "\($0.title) \($0.people.count)" }
        #expect(Set(titles) == ["民生座谈会 1", "就业座谈会 1"])
        let pages = try county.folder.workbook("页.xlsx", first + first.prefix(2) + [["李四光", "", "√"]])
        let plan = try county.plan(pages)
        #expect(plan.isClean && plan.records.count == 1 && plan.records.first?.value.people.count == 2)
    }

    @Test("an instruction under 采用情况 is no adoption")
    func instruction() throws {
        let path = try county.folder.workbook(
            "信息.xlsx", [["社情民意信息采用表"], ["题目", "反映人", "报送日期", "采用情况"], ["停车难", "张三", "2024-05-01", "市采用、县长批示"]])
        try county.take(path)
        guard case .opinionReport(let report) = try county.only(.opinionReport).content else { return }
        #expect(report.adopted == .prefecture && report.instructed == .county)
    }

    @Test("marks are explained by the caller where the sheet does not")
    func legendOption() throws {
        let path = try county.folder.workbook("签到.xlsx", AwkwardTests.signIn([["张三", "", "○"], ["李四光", "", "△"]]))
        try county.take(path, options: Importer.Options(legend: "○出席 △请假"))
        #expect(county.statuses(try county.only(.event)) == ["11001": .present, "11002": .excused])
    }
}

extension Finding {
    /// Problem and remedy.
    fileprivate var words: String { problem + "；" + remedy }
}
