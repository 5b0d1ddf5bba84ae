import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi lecture …`
struct LectureCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "lecture", also: ["讲堂"], "委员讲堂：登记主讲人、听众和群众人数。",
        example: """
              lvzhi lecture add 家庭教育讲座 --speaker 张三 --date 2024-04-15 --audience 社区居民 --public 80
              lvzhi lecture list --year 2024
            """,
        subcommands: [
            AddLecture.self, ListRecords<Lectures>.self, ShowRecord<Lectures>.self, EditRecord<Lectures>.self,
            DeleteRecord<Lectures>.self,
        ])
}

struct AddLecture: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "登记一次委员讲堂。",
        example: "  lvzhi lecture add 家庭教育讲座 --speaker 张三 --listeners 李四,王五 --date 2024-04-15 --public 80")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("题目。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("日期。", valueName: "date")) var date: String
    @Option(help: ArgumentHelp("主讲人。", valueName: "people")) var speaker: [String] = []
    @Option(help: ArgumentHelp("到场听讲的委员。", valueName: "people")) var listeners: [String] = []
    @Option(help: ArgumentHelp("受众，如 社区居民。", valueName: "text")) var audience: String = ""
    @Option(name: .customLong("public"), help: ArgumentHelp("到场的群众人数。", valueName: "n")) var publicHeads: UInt32 = 0
    @Option(help: ArgumentHelp("半天数，不写时为 1。", valueName: "n")) var halfDays: UInt8?
    @Flag(help: "线上举行。") var online = false
    @OptionGroup var fields: RecordFields

    func run(in context: CommandContext) throws {
        guard !People.words(speaker).isEmpty else {
            throw Failure(.usage, "没有写明主讲人。", advice: "用 --speaker 写主讲的委员。")
        }
        let content = LectureContent(
            audience: audience, publicHeadcount: publicHeads, online: online, halfDaysHeld: halfDays ?? 1)
        let people = [PersonDraft].of(speaker, .speaker) + .of(listeners, .listener)
        let saved = try storeOptions.writing(in: context).add(
            fields.draft(
                kind: "lecture", title: title, days: try fields.future.days(date, in: context), people: people,
                content: .lecture(content))
        )
        context.saved("已登记委员讲堂“\(title)”，\(saved.value.people.count) 位委员", saved)
    }
}
