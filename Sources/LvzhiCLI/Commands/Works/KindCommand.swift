import ArgumentParser
import DutyModel
import DutyRegister
import Scoring
import Tabular

/// `lvzhi kind …`
struct KindCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "kind", also: ["种类"], "履职记录的种类。", example: "  lvzhi kind list",
        subcommands: [ListKinds.self, UpdateKinds.self],
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

/// `lvzhi kind update`
struct UpdateKinds: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "update", also: ["更新"], "按类别目录（kinds.yaml）增加种类、改名称和归类；新的种类马上可以登记，也可以写进考核办法。",
        example: """
              lvzhi kind update
              lvzhi kind update 本县类别.yaml
            """,
        more: "不写文件时用随程序的目录。目录里没有的种类保留；已有记录的种类，键和类型不能改。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("类别目录文件。", valueName: "file")) var file: String?

    func run(in context: CommandContext) throws {
        let catalogue: KindCatalogue
        if let file {
            catalogue = try KindCatalogueReader.read(try TextFile.read(file), file: file)
        } else {
            guard let library = SchemaLibrary.find() else { throw Failure.schemasMissing }
            catalogue = try library.kinds()
        }
        let saved = try storeOptions.writing(in: context).adoptKinds(catalogue)
        let names = saved.value.added.map(\.name).joined(separator: "、")
        context.saved(
            "已更新种类：新增 \(saved.value.added.count) 种\(names.isEmpty ? "" : "（\(names)）")，改动 \(saved.value.changed.count) 种",
            saved.change)
    }
}
