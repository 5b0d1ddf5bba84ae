import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi research …`
struct ResearchCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "research", also: ["调研"], "调研成果：登记、查找、采纳和批示。",
        example: """
              lvzhi research add 数字经济发展调研 --drafter 张三 --team 李四,王五 --date 2024-06-20
              lvzhi research list --year 2024
            """,
        subcommands: [
            AddResearch.self, AdoptWork<ResearchWorks>.self, ListRecords<ResearchWorks>.self,
            ShowRecord<ResearchWorks>.self, EditRecord<ResearchWorks>.self, DeleteRecord<ResearchWorks>.self,
        ])
}

struct AddResearch: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "登记一项调研成果，写明执笔人和课题组。",
        example: "  lvzhi research add 数字经济发展调研 --drafter 张三 --team 李四,王五 --date 2024-06-20 --adopted 县")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("课题。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("完成的日期，或起止日期。", valueName: "date")) var date: String
    @Option(help: ArgumentHelp("执笔人。", valueName: "people")) var drafter: [String] = []
    @Option(help: ArgumentHelp("课题组成员。", valueName: "people")) var team: [String] = []
    @Option(help: ArgumentHelp("调研地点。", valueName: "text")) var sites: String = ""
    @Option(help: ArgumentHelp("报告的题目。", valueName: "text")) var report: String = ""
    @Option(help: ArgumentHelp("被哪一级采纳。", valueName: "level")) var adopted: [LevelWord] = []
    @Option(help: ArgumentHelp("得到哪一级领导批示。", valueName: "level")) var instructed: [LevelWord] = []
    @OptionGroup var fields: RecordFields

    func run(in context: CommandContext) throws {
        let content = ResearchContent(
            sites: sites, report: report, adopted: adopted.set, instructed: instructed.set)
        let people = [PersonDraft].of(drafter, .drafter) + .of(team, .teamMember)
        guard !people.isEmpty else {
            throw Failure(.usage, "没有写明是谁的成果。", advice: "用 --drafter 写执笔人，用 --team 写课题组成员。")
        }
        let saved = try storeOptions.writing(in: context).add(
            fields.draft(
                kind: "research", title: title, days: try fields.future.days(date, in: context), people: people,
                content: .research(content)))
        context.saved("已登记调研成果“\(title)”，\(saved.value.people.count) 人", saved)
    }
}

/// `lvzhi NOUN adopt`: adoption and instruction that come later.
struct AdoptWork<Family: FamilyWords>: LvzhiCommand {
    static var configuration: CommandConfiguration {
        .command(
            "adopt", also: ["采纳", "采用"], "登记\(Family.noun)被哪一级采纳采用、得到哪一级批示。",
            example: """
                  lvzhi \(Family.word) adopt \(Family.sample) 县 市
                  lvzhi \(Family.word) adopt \(Family.sample) 市 --date 2024-06-12 --by 市政协研究室
                  lvzhi \(Family.word) adopt \(Family.sample) --instructed 县 --date 2024-07-01 --by 王县长
                """)
    }

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号或名称。", valueName: "record")) var record: String
    @Argument(help: ArgumentHelp("采纳采用的级别，可以写多个。", valueName: "level")) var levels: [LevelWord] = []
    @Option(help: ArgumentHelp("批示的级别。", valueName: "level")) var instructed: [LevelWord] = []
    @Option(help: ArgumentHelp("采纳采用或批示的日期。", valueName: "date")) var date: String?
    @Option(help: ArgumentHelp("采用单位或批示的领导。", valueName: "text")) var by: String = ""

    func run(in context: CommandContext) throws {
        let day: CivilDay? = try context.day(date)
        let adoptions =
            levels.map { Adoption($0.level, day: day, by: by) }
            + instructed.map { Adoption($0.level, isInstruction: true, day: day, by: by) }
        guard !levels.isEmpty || !instructed.isEmpty else {
            throw Failure(.usage, "没有写明级别。", advice: "写 乡镇、县、市、省 或 国家。")
        }
        let saved = try storeOptions.writing(in: context).edit(record, family: Family.family) { record in
            switch record.content {
            case .research(var content):
                for adoption in adoptions { content.take(adoption) }
                record.content = .research(content)
            case .opinionReport(var content):
                for adoption in adoptions { content.take(adoption) }
                record.content = .opinionReport(content)
            default: break
            }
        }
        context.saved("“\(saved.value.title)”已记采纳采用情况", saved.change)
    }
}
