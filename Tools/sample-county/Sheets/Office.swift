import DutyModel

/// The files of the office: what goes into which workbook.
struct Office {
    let county: County
    let year: Year2024
    let lightYears: [LightYear]

    init(seed: UInt64) {
        var founding = Founding(chance: SeededGenerator(seed: seed))
        let county = founding.county()
        self.county = county
        year = Year2024(county: county, seed: seed)
        lightYears = [2022, 2023, 2025, 2026].map { LightYear($0, county: county, seed: seed) }
    }

    func write(to files: Files) throws {
        let attendance = AttendanceSheets(county: county)
        let works = WorkSheets(county: county)
        try files.workbook("01委员名册.xlsx", RosterWorkbook(county: county).sheets)
        try files.workbook(
            "02十一届三次全会签到.xlsx", [attendance.plenary(year.plenary, halfDays: Year2024.plenaryHalfDays)])
        try files.workbook(
            "03常委会会议签到.xlsx",
            zip(["九次", "十次", "十一次", "十二次"], year.standing).map { attendance.statusColumns($1, sheet: $0) })
        try files.workbook(
            "04主席会议考勤.xlsx", [attendance.meetingColumns(year.leaders, sheet: "主席会议", title: "2024年主席会议考勤表")])
        try files.workbook(
            "05调研视察考勤.xlsx", [attendance.longList(year.research, sheet: "调研视察", title: "2024年调研视察活动考勤表")])
        try files.workbook(
            "06委派民主监督.xlsx",
            year.supervision.map {
                attendance.longList($0.outings, sheet: $0.unit, title: "委派\($0.unit)民主监督小组活动考勤表")
            })
        // 调研 before 提案: a proposal names the research it rests on, which must be in the register by then.
        try files.workbook("07调研成果汇总表.xlsx", [works.research(year.reports)])
        try files.workbook("08提案一览表.xlsx", [ProposalSheet(county: county).draft(year.proposals, year: 2024)])
        try files.gb18030("09社情民意采用情况.csv", works.opinions(year.opinions))
        try files.workbook("10委员讲堂登记表.xlsx", [works.lectures(year.lectures)])
        try files.workbook(
            "11界别活动登记表.xlsx",
            [works.plan(year.plan), works.activities(year.activities, title: "2024年界别活动登记表")])
        try files.utf8(
            "12有事好商量参加情况.csv", attendance.oneRowEach(year.consultations, sheet: "有事好商量", title: "2024年“有事好商量”协商活动参加情况"))
        try files.workbook(
            "13学习培训考勤.xlsx", zip(["读书班", "培训班"], year.training).map { attendance.halfDayCounts($1, sheet: $0) })
        try files.workbook(
            "14七十五周年系列活动签到.xlsx",
            year.anniversary.map { attendance.statusColumns($0, sheet: String($0.kind.prefix(10))) })
        try files.workbook(
            "15访企和民主评议参加情况.xlsx",
            [
                attendance.oneRowEach(year.enterprises, sheet: "访企", title: "2024年访企活动参加情况"),
                attendance.oneRowEach(year.appraisals, sheet: "民主评议", title: "2024年基层站所民主评议参加情况"),
            ])
        try files.workbook("16其他履职登记表.xlsx", works.others(year.others))
        for light in lightYears { try write(light, to: files) }
    }

    private func write(_ light: LightYear, to files: Files) throws {
        let attendance = AttendanceSheets(county: county)
        try files.workbook(
            "\(light.year)年履职情况汇总.xlsx",
            [
                attendance.longList(light.gatherings, sheet: "会议考勤", title: "\(light.year)年会议考勤表"),
                ProposalSheet(county: county).draft(light.proposals, year: light.year),
                WorkSheets(county: county).activities(light.activities, title: "\(light.year)年界别活动登记表"),
            ])
    }
}
