import ArgumentParser
import DutyModel
import DutyRegister
import Reports

/// `lvzhi record …`: the families without a command of their own, and every record together.
struct OtherCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "record", also: ["记录"], "大会发言、文史宣传、表彰、公益服务等其他履职，和全部记录的清单。",
        example: """
              lvzhi record add 大会发言 推进乡村振兴 --date 2024-01-10 --by 张三 --oral
              lvzhi record add 公益活动 助学捐赠 --date 2024-09-01 --by 张三,李四 --level 县
              lvzhi record list --person 张三 --year 2024
            """,
        subcommands: [AddRecord.self, ListAllRecords.self, ShowAnyRecord.self])
}

struct AddRecord: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "登记大会发言、稿件、表彰或公益服务。",
        example: """
              lvzhi record add 大会发言 推进乡村振兴 --date 2024-01-10 --by 张三 --oral
              lvzhi record add 表彰 优秀政协委员 --date 2024-12-20 --by 张三 --level 市 --from 市政协
            """,
        more: "种类见 lvzhi kind list。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("种类，如 大会发言、宣传稿件、表彰、公益活动。", valueName: "kind")) var kind: String
    @Argument(help: ArgumentHelp("题目或名称。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("日期。", valueName: "date")) var date: String
    @Option(help: ArgumentHelp("委员；稿件的第一位是作者，其余是合作者。", valueName: "people")) var by: [String]
    @Option(help: ArgumentHelp("级别：县、市、省、国家。", valueName: "level")) var level: [LevelWord] = []
    @Option(help: ArgumentHelp("会议、媒体、表彰单位或服务对象。", valueName: "text")) var from: String = ""
    @Option(help: ArgumentHelp("项目、金额、进度。", valueName: "text")) var project: String = ""
    @Option(help: ArgumentHelp("成效。", valueName: "text")) var outcome: String = ""
    @Flag(help: "大会发言是口头的。") var oral = false
    @OptionGroup var fields: RecordFields

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let family = try register.kinds().kind(named: kind)?.family
        let saved = try register.add(
            fields.draft(
                kind: kind, title: title, days: try fields.future.days(date, in: context), people: people(family),
                content: try content(family)))
        context.saved("已登记\(kind)“\(title)”，\(saved.value.people.count) 人", saved)
    }

    private func people(_ family: RecordFamily?) -> [PersonDraft] {
        let words = People.words(by)
        return words.enumerated().map { position, word in
            switch family {
            case .publication, .speech: PersonDraft(word, part: position == 0 ? .author : .coAuthor)
            case .commendation: PersonDraft(word, part: .recipient)
            case .publicService: PersonDraft(word, part: .doer)
            default: PersonDraft(word)
            }
        }
    }

    private func content(_ family: RecordFamily?) throws(Failure) -> RecordContent? {
        switch family {
        case .speech: .speech(SpeechContent(oral: oral, meeting: from))
        case .publication: .publication(PublicationContent(medium: from, level: level.set))
        case .commendation: .commendation(CommendationContent(grantedBy: from, level: level.set))
        case .publicService: .publicService(PublicServiceContent(beneficiary: from, project: project, outcome: outcome))
        case nil: nil
        case .some(let family):
            throw Failure(.usage, "“\(kind)”是\(family.label)。", advice: "请用 lvzhi \(family.word) add 登记。")
        }
    }
}

struct ListAllRecords: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "各种履职记录的总清单。",
        example: """
              lvzhi record list --person 张三 --year 2024
              lvzhi record list --kind 活动 --year 2024 -o 活动清单.xlsx
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var span: SpanOptions
    @Option(help: ArgumentHelp("只看这一种类或一类，如 会议、活动。", valueName: "kind")) var kind: String?
    @Option(help: ArgumentHelp("只看与这位委员有关的。", valueName: "person")) var person: String?
    @Option(help: ArgumentHelp("只看这个界别或机构的。", valueName: "body")) var sector: String?
    @Option(help: ArgumentHelp("名称或编号的一部分。", valueName: "text")) var find: String?
    @Option(help: ArgumentHelp("最多列出几条。", valueName: "n")) var limit: Int?

    func run(in context: CommandContext) throws {
        let filter = RecordFilter(
            kind: kind, days: try span.days(in: context), person: person, organization: sector, text: find,
            limit: limit)
        let register = try storeOptions.reading(in: context)
        let list = try register.records(filter)
        if let member = try person.flatMap({ try register.resolve([$0]).first }) {
            return try output.write([RecordTable.list(list.records, of: member.id, names: list.names)], in: context)
        }
        try output.write([RecordTable.list(list.records, family: nil, names: list.names)], in: context)
    }
}

struct ShowAnyRecord: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "任何一条记录的全部内容。", example: "  lvzhi record show 推进乡村振兴")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String

    func run(in context: CommandContext) throws {
        let list = try storeOptions.reading(in: context).record(record)
        guard let found = list.records.first else { return }
        try output.write(RecordSheet.document(of: found, names: list.names), in: context)
    }
}
