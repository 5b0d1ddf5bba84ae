import ArgumentParser
import DutyModel
import DutyRegister
import Reports

extension RecordList {
    /// The names the report tables need.
    var names: RecordNames {
        RecordNames(
            kinds: kinds, members: members, organizations: organizations, links: linked.mapValues(\.title),
            linking: linking.map { ($0.relation, $0.record.when, $0.record.title) })
    }
}

/// `lvzhi NOUN list`
struct ListRecords<Family: FamilyWords>: LvzhiCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", also: ["列表"], "列出\(Family.noun)，可以按年度、日期、委员、名称查找。",
            example: """
                  lvzhi \(Family.word) list --year 2024
                  lvzhi \(Family.word) list --person 张三 -o 清单.xlsx
                """)
    }

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var span: SpanOptions
    @Option(help: ArgumentHelp("只看这一种类。", valueName: "kind")) var kind: String?
    @Option(help: ArgumentHelp("只看与这位委员有关的。", valueName: "person")) var person: String?
    @Option(help: ArgumentHelp("只看这个界别或机构的。", valueName: "body")) var sector: String?
    @Option(help: ArgumentHelp("名称或编号的一部分。", valueName: "text")) var find: String?
    @Option(help: ArgumentHelp("最多列出几条。", valueName: "n")) var limit: Int?

    func run(in context: CommandContext) throws {
        let filter = RecordFilter(
            kind: kind, family: Family.family, days: try span.days(in: context), person: person, organization: sector,
            text: find, limit: limit)
        let list = try storeOptions.reading(in: context).records(filter)
        try output.write([RecordTable.list(list.records, family: Family.family, names: list.names)], in: context)
    }
}

/// `lvzhi NOUN show`
struct ShowRecord<Family: FamilyWords>: LvzhiCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show", also: ["查看"], "一条\(Family.noun)的全部内容和人员。",
            example: "  lvzhi \(Family.word) show \(Family.sample)")
    }

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String

    func run(in context: CommandContext) throws {
        let list = try storeOptions.reading(in: context).record(record, family: Family.family)
        guard let found = list.records.first else { return }
        try output.write(RecordSheet.document(of: found, names: list.names), in: context)
    }
}

/// `lvzhi NOUN delete`
struct DeleteRecord<Family: FamilyWords>: LvzhiCommand {
    static var configuration: CommandConfiguration {
        .command(
            "delete", also: ["删除"], "删除一条登记错了的\(Family.noun)；可以撤销。",
            example: "  lvzhi \(Family.word) delete \(Family.sample) --yes")
    }

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String
    @Flag(help: "不再询问。") var yes = false

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let list = try register.record(record, family: Family.family)
        guard let found = list.records.first else { return }
        if !yes { try context.confirm("删除“\(found.title)”（\(Lines.span(found.days))，\(found.people.count) 人）？") }
        let saved = try register.delete(String(found.id.rawValue), family: Family.family)
        context.saved("已删除“\(found.title)”", saved.change)
    }
}

/// `lvzhi NOUN edit`
struct EditRecord<Family: FamilyWords>: LvzhiCommand {
    static var configuration: CommandConfiguration {
        .command(
            "edit", also: ["修改"], "修改一条\(Family.noun)；只改写明的几项。",
            example: "  lvzhi \(Family.word) edit \(Family.sample) --place 县政协会议室")
    }

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String
    @OptionGroup var changes: EditFields

    func run(in context: CommandContext) throws {
        let change = try changes.change(in: context)
        let saved = try storeOptions.writing(in: context).edit(record, family: Family.family) { change(&$0) }
        context.saved("已修改“\(saved.value.title)”", saved)
    }
}

/// What every record may be changed in.
struct EditFields: ParsableArguments {
    @Option(help: ArgumentHelp("新的名称。", valueName: "text")) var title: String?
    @Option(help: ArgumentHelp("新的编号。", valueName: "text")) var number: String?
    @Option(help: ArgumentHelp("新的日期。", valueName: "date")) var date: String?
    @Option(help: ArgumentHelp("新的地点。", valueName: "text")) var place: String?
    @Option(help: ArgumentHelp("新的组织单位。", valueName: "text")) var organizer: String?
    @Option(help: ArgumentHelp("新的备注。", valueName: "text")) var note: String?
    @Option(help: ArgumentHelp("增加一份佐证材料的名称。", valueName: "text")) var evidence: [String] = []
    @Option(help: ArgumentHelp("登记数量，如 3000字、2.5小时、5万元。", valueName: "quantity")) var quantity: [String] = []
    @Option(help: ArgumentHelp("贴上标签，如 约稿、主要领导批示。", valueName: "word")) var label: [String] = []
    @Option(help: ArgumentHelp("去掉标签。", valueName: "word")) var unlabel: [String] = []
    @Option(help: ArgumentHelp("采用、刊发或评选的日期。", valueName: "date")) var adoptedOn: String?
    @Option(help: ArgumentHelp("批示的日期。", valueName: "date")) var instructedOn: String?
    @OptionGroup var future: FutureOption

    /// What was given, read whole, as a change to a record; what was not given stays.
    func change(in context: CommandContext) throws(Failure) -> (inout DutyRecord) -> Void {
        let days = try date.map { text throws(Failure) in try future.days(text, in: context) }
        let quantities = try quantity.map { text throws(Failure) in
            guard let quantity = Quantity(text) else {
                throw Failure(.usage, "“\(text)”不是数量。", advice: "写数和单位，如 3000字、2.5小时、5万元。")
            }
            return quantity
        }
        let adopted = try adoptedOn.map { text throws(Failure) in try future.day(text, in: context) }
        let instructed = try instructedOn.map { text throws(Failure) in try future.day(text, in: context) }
        return { record in
            for quantity in quantities { record.state(quantity) }
            record.labels = record.labels.filter { !unlabel.contains($0) }
            record.labels += label.filter { !record.labels.contains($0) }
            if let adopted { record.content.adoptedOn = adopted }
            if let instructed { record.content.instructedOn = instructed }
            if let title { record.title = title }
            if let number { record.number = number }
            if let days { record.days = days }
            if let place { record.place = place }
            if let organizer { record.organizer = organizer }
            if let note { record.note = note }
            record.evidence += evidence.filter { !record.evidence.contains($0) }
        }
    }
}
