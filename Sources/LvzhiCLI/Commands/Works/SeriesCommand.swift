import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi series …`
struct SeriesCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "series", also: ["专题"], "把一年的记录归在一起：专委会一委一品、系列活动、议事厅和委员工作室。",
        example: """
              lvzhi series add 一委一品 数字经济发展 --year 2024 --sector 经济委员会 --leaders 张三
              lvzhi event add 调研活动 数字经济企业调研 --date 2024-04-10 --attendees 张三 --part-of 数字经济发展
              lvzhi series show 数字经济发展
            """,
        subcommands: [
            AddSeries.self, ListRecords<SeriesWorks>.self, ShowRecord<SeriesWorks>.self, EditSeries.self,
            DeleteRecord<SeriesWorks>.self,
        ])
}

enum SeriesWorks: FamilyWords {
    static let family = RecordFamily.programme
    static let sample = "数字经济发展"
}

struct AddSeries: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "登记一个专题系列；活动登记时用 --part-of 归入，以后用 lvzhi link 归入。",
        example: """
              lvzhi series add 一委一品 数字经济发展 --year 2024 --sector 经济委员会
              lvzhi series add 系列活动 人民政协成立75周年系列活动 --date 2024-01-01至2024-12-31
              lvzhi series add 协商平台 三河社区委员工作室 --year 2024 --venue 工作室 --leaders 张三 --place 三河社区 --schedule 每月第一个周五
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("种类：一委一品、系列活动、协商平台。", valueName: "kind")) var kind: String
    @Argument(help: ArgumentHelp("议题或名称。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("年度，就是这一整年。", valueName: "year")) var year: Int?
    @Option(help: ArgumentHelp("起止日期；不是一整年时写。", valueName: "date")) var date: String?
    @Option(help: ArgumentHelp("负责的委员。", valueName: "people")) var leaders: [String] = []
    @Option(help: ArgumentHelp("是哪种场所：议事厅、工作室、线上。", valueName: "venue")) var venue: ConsultationVenue?
    @Option(help: ArgumentHelp("开放时间。", valueName: "text")) var schedule: String = ""
    @Option(help: ArgumentHelp("年度成效。", valueName: "text")) var outcome: String = ""
    @OptionGroup var fields: RecordFields

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).add(
            fields.draft(
                kind: kind, title: title, days: try days(in: context), people: .of(leaders, .organizer),
                content: .programme(ProgrammeContent(venue: venue, schedule: schedule, outcome: outcome))))
        context.saved("已登记\(kind)“\(title)”（\(Lines.span(saved.value.days))）", saved)
    }

    private func days(in context: CommandContext) throws(Failure) -> DayRange {
        switch (year, date) {
        case (let year?, nil): return .year(year)
        case (nil, let date?): return try context.days(date)
        case (nil, nil): return .year(context.today.year)
        default: throw Failure(.usage, "--year 和 --date 只能写一个。", advice: "请只留下一个。")
        }
    }
}

struct EditSeries: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "edit", also: ["修改"], "修改一个专题系列；只改写明的几项。",
        example: "  lvzhi series edit 数字经济发展 --outcome 形成调研报告三篇，县政府采纳建议五条")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号或名称。", valueName: "record")) var record: String
    @OptionGroup var changes: EditFields
    @Option(help: ArgumentHelp("是哪种场所：议事厅、工作室、线上。", valueName: "venue")) var venue: ConsultationVenue?
    @Option(help: ArgumentHelp("开放时间。", valueName: "text")) var schedule: String?
    @Option(help: ArgumentHelp("年度成效。", valueName: "text")) var outcome: String?

    func run(in context: CommandContext) throws {
        let change = try changes.change(in: context)
        let saved = try storeOptions.writing(in: context).edit(record, family: .programme) { record in
            change(&record)
            guard case .programme(var content) = record.content else { return }
            content.venue = venue ?? content.venue
            content.schedule = schedule ?? content.schedule
            content.outcome = outcome ?? content.outcome
            record.content = .programme(content)
        }
        context.saved("已修改“\(saved.value.title)”", saved)
    }
}
