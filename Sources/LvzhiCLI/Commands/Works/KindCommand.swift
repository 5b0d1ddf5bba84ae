import ArgumentParser
import DutyModel
import DutyRegister
import Tabular

/// `lvzhi kind …`
struct KindCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "kind", also: ["种类"], "履职记录的种类。", example: "  lvzhi kind list", subcommands: [ListKinds.self],
        default: ListKinds.self)
}

struct ListKinds: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "列出这个登记库认识的种类、别名和归类。",
        example: """
              lvzhi kind list
              lvzhi kind list --format json
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) throws {
        let kinds = try storeOptions.reading(in: context).kinds().kinds
        let table = TableDocument(
            columns: [
                TableColumn("key", "英文键"), TableColumn("name", "种类"), TableColumn("family", "登记命令"),
                TableColumn("groups", "归类"), TableColumn("aliases", "别名", maximumWidth: 40),
                TableColumn("note", "说明", maximumWidth: 40),
            ],
            rows: kinds.map { kind in
                [
                    .text(kind.key), .text(kind.name), .text("lvzhi \(kind.family.word) add"),
                    .text(kind.groups.joined(separator: "、")), .text(kind.aliases.joined(separator: "、")),
                    .text(kind.note),
                ]
            })
        try output.write([table], in: context)
    }
}
