import ArgumentParser
import DutyModel
import DutyRegister
import Tabular

/// `lvzhi sector …`
struct SectorCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "sector", also: ["界别"], "界别：人数、召集人。",
        example: """
              lvzhi sector list
              lvzhi sector convener 教育界 张三 --from 2024-01-01
            """,
        subcommands: [ListSectors.self, AddSector.self, SetConvener.self])
}

struct ListSectors: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "列出界别，和某一天的人数、召集人。",
        example: """
              lvzhi sector list
              lvzhi sector list --date 2024-01-01 --format csv
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("哪一届，不写时为最近一届。", valueName: "term")) var term: Int?
    @Option(help: ArgumentHelp("按哪一天算人数。", valueName: "date")) var date: String?

    func run(in context: CommandContext) throws {
        let register = try storeOptions.reading(in: context)
        let entries = try register.organizations(.sector, term: term, on: try context.day(date))
        let table = TableDocument(
            columns: [
                TableColumn("sector", "界别"), TableColumn("members", "人数", .number()),
                TableColumn("conveners", "召集人"), TableColumn("deputies", "副召集人"),
            ],
            rows: entries.map { entry in
                [
                    .text(entry.organization.name), .integer(entry.members),
                    .text(entry.conveners.map(\.name).joined(separator: "、")),
                    .text(entry.deputies.map(\.name).joined(separator: "、")),
                ]
            })
        try output.write([table], in: context)
    }
}

struct AddSector: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "添加一个界别（或其他机构）。",
        example: """
              lvzhi sector add 环境资源界 --alias 环资界
              lvzhi sector add 提案委员会 --class committee
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("名称。", valueName: "name")) var name: String
    @Option(help: ArgumentHelp("别名，可以写多个。", valueName: "name")) var alias: [String] = []
    @Option(help: ArgumentHelp("哪一届，不写时为最近一届。", valueName: "term")) var term: Int?
    @Option(name: .customLong("class"), help: ArgumentHelp("哪类机构。", valueName: "class"))
    var bodyClass: BodyClassWord = BodyClassWord(value: .sector)

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context)
            .addOrganization(bodyClass.value, name, term: term, aliases: alias)
        context.saved("已添加\(bodyClass.value.label) \(name)", saved.change)
    }
}

/// The class of a body as a word.
struct BodyClassWord: WordArgument {
    var value: OrganizationClass
    var defaultValueDescription: String { value.label }

    static let words: [(value: BodyClassWord, words: [String])] = [
        (BodyClassWord(value: .sector), ["sector", "界别"]),
        (BodyClassWord(value: .activityGroup), ["group", "界别活动组"]),
        (BodyClassWord(value: .specialCommittee), ["committee", "专门委员会", "专委会"]),
        (BodyClassWord(value: .townshipGroup), ["township", "乡镇联络组"]),
    ]
}

struct SetConvener: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "convener", also: ["召集人"], "确定界别的召集人；原来的召集人到前一天为止。",
        example: """
              lvzhi sector convener 教育界 张三 --from 2024-01-01
              lvzhi sector convener 教育界 李四 --from 2024-01-01 --deputy
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("界别。", valueName: "sector")) var sector: String
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String
    @Option(help: ArgumentHelp("从哪一天起。", valueName: "date")) var from: String
    @Flag(help: "是副召集人。") var deputy = false

    func run(in context: CommandContext) throws {
        let day = try context.day(from)
        let saved = try storeOptions.writing(in: context).setConvener(of: sector, person, from: day, deputy: deputy)
        context.saved("\(person) 从 \(day) 起为\(sector)的\(deputy ? "副召集人" : "召集人")", saved.change)
    }
}
