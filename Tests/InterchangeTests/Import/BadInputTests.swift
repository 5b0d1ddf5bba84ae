import DutyModel
import Interchange
import Tabular
import Testing

/// Every mistake an office makes, with the finding it must bring: cell, severity and words.
@Suite struct BadInputTests {
    private let county: SmallCounty

    init() throws { county = try SmallCounty() }

    struct Case: Sendable, CustomTestStringConvertible {
        var mistake: String
        var rows: [[Cell]]
        var cell: String?
        var words: String
        var severity = Finding.Severity.error
        var testDescription: String { mistake }
    }

    private static func signIn(_ row: [Cell], date: String = "2024年3月5日", headings: [Cell]? = nil) -> [[Cell]] {
        [
            ["会议名称：民生座谈会"], [.text("类别：座谈会　时间：\(date)")],
            headings ?? ["序号", "姓名", "界别", "出席情况", "出席半天数"], row,
        ]
    }

    static let cases: [Case] = [
        Case(mistake: "wrong sheet", rows: [["会议经费表"], ["科目", "金额"], ["会场", 1200]], cell: "A2", words: "不是认识的表"),
        Case(
            mistake: "unknown heading", rows: signIn([1, "张三", "", "出席"], headings: ["序号", "姓名", "出席率情", "出席情况"]),
            cell: "C3", words: "不认识的栏目", severity: .doubtful),
        Case(
            mistake: "no name column", rows: signIn([1, "张三", "", "出席"], headings: ["序号", "代号", "", "出席情况"]),
            cell: "A3", words: "“姓名”"),
        Case(
            mistake: "unknown member", rows: signIn([1, "张五", "", "出席"]), cell: "B4", words: "名册里没有这个人，相近的有：11001 张三"),
        Case(
            mistake: "two of one name", rows: signIn([1, "王 芳", "", "出席"]), cell: "B4",
            words: "11003 王芳（教育界，县三中）；11004 王芳（经济界，恒远公司）", severity: .doubtful),
        Case(
            mistake: "impossible date", rows: signIn([1, "张三", "", "出席"], date: "2024年2月30日"), cell: "A2",
            words: "日历上没有这一天"),
        Case(mistake: "no date", rows: signIn([1, "张三", "", "出席"], date: ""), cell: nil, words: "看不出是哪一天"),
        Case(mistake: "outside the membership", rows: signIn([1, "欧阳雪", "", "出席"]), cell: "B4", words: "不在其任期内"),
        Case(
            mistake: "half-days above those held", rows: signIn([1, "张三", "", "出席", 5]), cell: "E4",
            words: "多于举办的 1 个半天"),
        Case(mistake: "unknown mark", rows: signIn([1, "张三", "", "卍"]), cell: "D4", words: "不是认识的出席情况"),
        Case(mistake: "no name", rows: signIn([1, "", "教育界", "出席"]), cell: "B4", words: "姓名为空"),
        Case(
            mistake: "number of somebody else",
            rows: signIn(["11002", "张三", "", "出席"], headings: ["委员编号", "姓名", "界别", "出席情况"]), cell: "A4",
            words: "编号与姓名不符"),
        Case(
            mistake: "unknown number",
            rows: signIn(["11999", "张三", "", "出席"], headings: ["委员编号", "姓名", "界别", "出席情况"]), cell: "A4",
            words: "没有这个委员编号"),
        Case(
            mistake: "doubled proposal number",
            rows: [
                ["2024年提案一览表"], ["提案号", "案由", "第一提案人", "提交时间"], ["12", "关于甲的建议", "张三", "2024-01-10"],
                ["12", "关于乙的建议", "李四光", "2024-01-10"],
            ], cell: "A4", words: "提案号重复：第 3 行"),
        Case(
            mistake: "open list of people",
            rows: [["活动名称", "时间", "类别", "参加人员"], ["民生座谈", "2024-03-05", "座谈会", "张三、李四光等12人"]], cell: "D2",
            words: "写的是 12 人，列出的是 2 人", severity: .doubtful),
        Case(
            mistake: "unknown sector",
            rows: [["界别活动登记表"], ["界别", "活动名称", "时间", "参加人员"], ["火星界", "座谈", "2024-03-05", "张三"]], cell: "A3",
            words: "没有这个界别（有：教育界、经济界）"),
        Case(
            mistake: "unknown filing",
            rows: [["提案一览表"], ["案由", "第一提案人", "提交时间", "立案情况"], ["关于甲的建议", "张三", "2024-01-10", "看看再说"]], cell: "D3",
            words: "不是认识的立案情况"),
        Case(
            mistake: "an event of no kind", rows: [["活动名称", "时间", "姓名", "出席情况"], ["某某", "2024-03-05", "张三", "出席"]],
            cell: "A2",
            words: "看不出是哪一类", severity: .doubtful),
        Case(
            mistake: "one person twice with two statuses",
            rows: signIn([1, "张三", "", "出席"]) + [[2, "张　三", "", "缺席"]], cell: "D5", words: "已有另一条（第 4 行）",
            severity: .doubtful),
        Case(
            mistake: "a sheet that fits two kinds", rows: [["标题", "作者", "时间"], ["某文", "张三", "2024-03-05"]], cell: nil,
            words: "--kind"),
    ]

    @Test("a mistake is a finding at its cell, and its row is not taken in", arguments: cases)
    func finding(_ item: Case) throws {
        let path = try county.folder.workbook("错.xlsx", item.rows)
        let plan = try county.plan(path)
        let findings = plan.findings.filter { $0.severity >= .doubtful }
        let finding = try #require(findings.first { $0.sentence.contains(item.words) }, "\(plan.findings)")
        #expect(finding.severity == item.severity)
        #expect(finding.cell == item.cell, "\(finding)")
        #expect(finding.file == "错.xlsx" && finding.sheet == "Sheet1")
        #expect(!finding.remedy.isEmpty)
        #expect(!plan.isClean)
    }

    @Test("an encrypted workbook is named as such")
    func encrypted() throws {
        // A compound file: what a workbook with a password is outside.
        let path = try county.folder.bytes(
            "密.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 2048))
        let plan = try county.plan(path)
        #expect(plan.findings.count == 1 && plan.findings[0].severity == .error && plan.isEmpty, "\(plan.findings)")
    }

    @Test("a workbook cut anywhere is refused and nothing taken in")
    func cut() throws {
        let whole = try county.folder.workbook("整.xlsx", BadInputTests.signIn([1, "张三", "", "出席"]))
        let source = try #require(FileBytes.read(whole))
        for length in stride(from: 1, to: source.count, by: max(1, source.count / 23)) {
            let path = try county.folder.bytes("断.xlsx", Array(source.prefix(length)))
            let plan = try county.plan(path)
            #expect(plan.findings.contains { $0.severity == .error && $0.file == "断.xlsx" }, "\(length)")
            #expect(plan.isEmpty)
        }
    }

    @Test("wrong encoding names the line")
    func encoding() throws {
        let bytes = Array("姓名,界别\n".utf8) + [0xFF, 0xFE, 0x81] + Array("张三,教育界\n".utf8)
        let path = try county.folder.bytes("码.csv", bytes)
        let plan = try county.plan(path)
        #expect(
            plan.findings.contains { $0.severity == .error && $0.row == 2 && $0.problem.contains("编码") },
            "\(plan.findings)")
    }

    @Test("a missing and an empty file")
    func missing() throws {
        let empty = try county.folder.bytes("空.csv", [])
        let plan = try county.plan("/nowhere/名册.xlsx", empty)
        #expect(plan.findings.map(\.severity) == [.error, .error])
    }

    @Test("all findings come at once, in the order of the sheet")
    func all() throws {
        let rows =
            BadInputTests.signIn([1, "张五", "", "出席"]) + [
                [2, "张三", "", "卍"], [3, "李四光", "", "出席"], [4, "欧阳雪", "", "出席"],
            ]
        let plan = try county.plan(try county.folder.workbook("多.xlsx", rows))
        #expect(plan.findings.compactMap(\.cell) == ["B4", "D5", "B7"])
        #expect(plan.totals[.rejected] == 3 && plan.totals[.new] == 1 && plan.totals[.leftOut] == 3)
    }

    @Test("the workbook comes back with the results beside its rows")
    func giveBack() throws {
        let rows = BadInputTests.signIn([1, "张五", "", "出席"]) + [[2, "张三", "", "出席"]]
        let path = try county.folder.workbook("退.xlsx", rows)
        let plan = try county.plan(path)
        try ResultWorkbook.write(path, of: plan, to: county.folder.path + "/退-结果.xlsx")
        let result = try county.folder.read("退-结果.xlsx")
        #expect(result[2][5].text == "导入结果")
        #expect(result[3][5].text.hasPrefix("退回：“姓名”发现“张五”，委员名册里没有这个人"))
        #expect(result[4][5].text == "新增")
        #expect(result[3][1].text == "张五")
    }
}
