import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi opinion …`
struct OpinionCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "opinion", also: ["社情民意"], "社情民意信息：登记、采用和批示。",
        example: """
              lvzhi opinion add 关于完善停车设施的建议 --author 张三 --date 2024-03-08
              lvzhi opinion adopt 关于完善停车设施的建议 县
            """,
        subcommands: [
            AddOpinion.self, AdoptWork<Opinions>.self, ListRecords<Opinions>.self, ShowRecord<Opinions>.self,
            EditRecord<Opinions>.self, DeleteRecord<Opinions>.self,
        ])
}

struct AddOpinion: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "登记一条社情民意信息。",
        example: "  lvzhi opinion add 关于完善停车设施的建议 --author 张三 --with 李四 --date 2024-03-08 --adopted 县")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("标题。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("报送的日期。", valueName: "date")) var date: String
    @Option(help: ArgumentHelp("作者。", valueName: "person")) var author: String
    @Option(help: ArgumentHelp("合作者。", valueName: "people")) var with: [String] = []
    @Option(help: ArgumentHelp("编号。", valueName: "number")) var number: String = ""
    @Option(help: ArgumentHelp("被哪一级采用。", valueName: "level")) var adopted: [LevelWord] = []
    @Option(help: ArgumentHelp("得到哪一级领导批示。", valueName: "level")) var instructed: [LevelWord] = []
    @OptionGroup var fields: RecordFields

    func run(in context: CommandContext) throws {
        let content = OpinionReportContent(adopted: adopted.set, instructed: instructed.set)
        let people = [PersonDraft(author, part: .author)] + .of(with, .coAuthor)
        let saved = try storeOptions.writing(in: context).add(
            fields.draft(
                kind: "opinion", number: number, title: title, days: DayRange(try fields.future.day(date, in: context)),
                people: people,
                content: .opinionReport(content)))
        context.saved("已登记社情民意信息“\(title)”", saved)
    }
}
