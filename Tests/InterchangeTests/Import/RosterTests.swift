import DutyModel
import Interchange
import Tabular
import Testing

@Suite struct RosterTests {
    @Test("a roster makes members, bodies and memberships; the same one again nothing")
    func first() throws {
        let county = try SmallCounty()
        let register = county.register
        #expect(register.members.count == 6)
        let zhang = try county.member("11001")
        #expect(zhang.name == "张三" && zhang.unit == "县一中" && zhang.post == "校长" && zhang.sex == .male)
        let li = try county.member("11002")
        #expect(li.name == "李四光" && li.ethnicity == "回族" && li.birthday == BirthDate(iso: "1980-05"))
        #expect(try county.member("11005").name == "阿依古丽·买买提")
        let day = CivilDay(iso: "2024-03-05")!
        let roster = register.roster
        #expect(roster.roles(of: zhang.id, on: day).has(.standing))
        #expect(roster.roles(of: zhang.id, on: day).has(.convener))
        #expect(roster.organizations(.sector, of: li.id, on: day).map(\.name) == ["教育界"])
        #expect(!roster.isSeated(try county.member("11006").id, on: day))
        #expect(roster.isSeated(try county.member("11006").id, on: CivilDay(iso: "2024-06-18")!))
        let again = try county.plan(county.folder.path + "/名册.xlsx")
        #expect(again.isEmpty && again.isClean)
        #expect(again.totals[.same] == 6 && again.totals[.leftOut] == 4)
    }

    @Test("entry, exit and change of sector are intervals")
    func changes() throws {
        let county = try SmallCounty()
        let path = try county.folder.workbook(
            "变动.xlsx",
            [
                ["2024年委员变动情况"], ["委员编号", "姓名", "变动情况", "原界别", "现界别", "政协职务", "变动时间"],
                ["11007", "赵六", "增补", "", "经济界", "委员", "2024年5月16日"],
                ["11002", "李四光", "辞去", "教育界", "", "委员", "2024.7.1"],
                ["11003", "王芳", "界别调整", "教育界", "经济界", "委员", "2024年6月1日"],
            ])
        let plan = try county.take(path)
        #expect(plan.totals[.new] == 1 && plan.totals[.changed] == 2)
        let roster = county.register.roster
        let wang = try county.member("11003").id
        #expect(roster.organizations(.sector, of: wang, on: CivilDay(iso: "2024-05-31")!).map(\.name) == ["教育界"])
        #expect(roster.organizations(.sector, of: wang, on: CivilDay(iso: "2024-06-01")!).map(\.name) == ["经济界"])
        #expect(roster.isSeated(wang, on: CivilDay(iso: "2024-12-31")!))
        let li = try county.member("11002").id
        #expect(roster.isSeated(li, on: CivilDay(iso: "2024-07-01")!))
        #expect(!roster.isSeated(li, on: CivilDay(iso: "2024-07-02")!))
        #expect(roster.organizations(.specialCommittee, of: li, on: CivilDay(iso: "2024-07-02")!).isEmpty)
        #expect(!roster.isSeated(try county.member("11007").id, on: CivilDay(iso: "2024-05-15")!))
    }

    @Test("two rows of one member are two intervals in sectors and one seat")
    func twoRows() throws {
        let county = try SmallCounty()
        let path = try county.folder.workbook(
            "名册2.xlsx",
            [
                ["第十一届委员名册"], ["委员编号", "姓名", "界别", "政协职务", "任职时间", "离任时间"],
                ["11008", "孙七", "教育界", "委员", "2022-01-01", "2024-06-30"],
                ["11008", "孙七", "经济界", "委员", "2024-07-01", ""],
            ])
        try county.take(path)
        let roster = county.register.roster
        let sun = try county.member("11008").id
        #expect(roster.memberships(of: sun).count == 3)
        #expect(roster.isSeated(sun, on: CivilDay(iso: "2026-01-01")!))
    }

    @Test("without numbers people are told by name and sector, and given numbers")
    func numbers() throws {
        let register = try Library.emptyRegister()
        let folder = Folder()
        let path = try folder.csv("名册.csv", "姓名,界别,性别\n张三,教育界,男\n李四,,女\n张三,经济界,男\n")
        let plan = try Library.importer().plan(files: [path], against: register, ids: register.ids)
        #expect(plan.isClean, "\(plan.findings)")
        #expect(plan.members.map(\.value.number) == ["11001", "11002", "11003"])
        register.apply(plan)
        #expect(try Library.importer().plan(files: [path], against: register, ids: register.ids).isEmpty)
    }

    @Test("sectors may stand as lines between the names")
    func sections() throws {
        let register = try Library.emptyRegister()
        let folder = Folder()
        let path = try folder.workbook(
            "名册.xlsx", merges: ["A1:D1", "A3:D3", "A6:D6"],
            [
                ["政协示范县第十一届委员会委员名单"], ["序号", "姓名", "性别", "工作单位及职务"], ["一、教育界（2人）"], [1, "张　三", "男", "县一中 校长"],
                [2, "李　四", "女", "县二中 教师"], ["二、经济界 1人"], [1, "王五", "男", "恒远公司 经理"],
            ])
        let plan = try Library.importer().plan(files: [path], against: register, ids: register.ids)
        #expect(plan.findings.allSatisfy { $0.severity == .notice }, "\(plan.findings)")
        #expect(plan.totals[.new] == 3 && plan.totals[.leftOut] == 4)
        let sectors = plan.organizations.map(\.value).filter { $0.classification == .sector }
        #expect(sectors.map(\.name) == ["教育界", "经济界"])
        register.apply(plan)
        #expect(try Library.importer().plan(files: [path], against: register, ids: register.ids).isEmpty)
    }

    @Test(
        "every mistake in a roster is a finding at its cell",
        arguments: [
            (["11010", "周八", "教育界", "138x"], "D3", Finding.Severity.error, "电话"),
            (["11010", "周八", "教域界", "13800000009"], "C3", .error, "界别里没有它"),
            (["11001", "周八", "教育界", "13800000009"], "B3", .doubtful, "张三"),
            (["11010", "", "教育界", "13800000009"], "B3", .error, "姓名为空"),
            (["", "王芳", "", "13800000009"], "B3", .doubtful, "2 名委员"),
            (["11001", "张三", "经济界", "13800000009"], "C3", .doubtful, "没有写从哪天变动"),
        ])
    func mistakes(_ row: [String], _ cell: String, _ severity: Finding.Severity, _ words: String) throws {
        let county = try SmallCounty()
        let path = try county.folder.workbook(
            "错.xlsx", [["第十一届委员名册"], ["委员编号", "姓名", "界别", "手机号"], row.map { $0.isEmpty ? .empty : .text($0) }])
        let plan = try county.plan(path)
        let finding = try #require(plan.findings.first { $0.severity >= .doubtful }, "\(plan.findings)")
        #expect(finding.cell == cell && finding.severity == severity, "\(finding)")
        #expect(finding.sentence.contains(words), "\(finding)")
        #expect(finding.sentence.hasPrefix("\(severity.label)：错.xlsx〔Sheet1〕第 3 行 \(cell)“"))
        #expect(plan.totals[severity == .error ? .rejected : .doubtful] == 1)
    }

    @Test("one number for two people is refused")
    func doubled() throws {
        let county = try SmallCounty()
        let path = try county.folder.workbook(
            "重.xlsx",
            [
                ["第十一届委员名册"], ["委员编号", "姓名", "界别"], ["11020", "周八", "教育界"], ["11020", "吴九", "教育界"],
                ["11020", "周八", "教育界"],
            ])
        let plan = try county.plan(path)
        #expect(plan.findings.map(\.cell) == ["A4", "B5"])
        #expect(plan.totals[.new] == 1 && plan.totals[.rejected] == 1 && plan.totals[.doubtful] == 1)
    }

    @Test("a term the register does not have is refused")
    func unknownTerm() throws {
        let county = try SmallCounty()
        let path = try county.folder.workbook(
            "十二届.xlsx", [["第十二届委员名册"], ["委员编号", "姓名", "界别"], ["12001", "周八", "教育界"]])
        let plan = try county.plan(path)
        #expect(plan.findings.contains { $0.severity == .error && $0.problem.contains("第十二届") })
        #expect(plan.isEmpty)
    }
}
