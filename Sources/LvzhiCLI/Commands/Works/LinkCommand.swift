import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi link …`
struct LinkCommand: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "link", also: ["连接"], "说明一条记录与另一条的关系：承接、依据、同一成果、属于；两边查看时都看得到。",
        example: """
              lvzhi link 现代服务业专题协商会 承接 现代服务业主席集体调研
              lvzhi link 数字经济企业调研 属于 数字经济发展
              lvzhi link 2024001 依据 数字经济发展调研
              lvzhi link 2024001 依据 数字经济发展调研 --remove
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String
    @Argument(help: ArgumentHelp("关系：承接、依据、同一成果、属于。", valueName: "relation")) var relation: RecordLink.Relation
    @Argument(help: ArgumentHelp("另一条记录。", valueName: "other")) var other: String
    @Flag(help: "取消这个关系。") var remove = false

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let saved =
            remove
            ? try register.unlink(record, relation, other) : try register.link(record, relation, other)
        let word = RecordLink.Relation.words.first { $0.value == relation }?.words.first ?? ""
        context.saved("“\(saved.value.title)”\(remove ? "不再" : "")\(word)“\(other)”", saved)
    }
}
