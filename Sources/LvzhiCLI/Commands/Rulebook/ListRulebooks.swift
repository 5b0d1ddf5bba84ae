import ArgumentParser
import DutyRegister
import MarkedYAML
import Scoring
import Tabular

struct ListRulebooks: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "登记库采用过的考核办法，和随程序附带的样例和各地办法。",
        example: """
              lvzhi rulebook list
              lvzhi rulebook list --shipped
            """,
        more: "附带的办法按“编号/年度”使用：lvzhi rulebook show sample-county/2024。")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "只列随程序附带的。") var shipped = false

    func run(in context: CommandContext) throws {
        var rows: [[Cell]] = []
        let hasStore = storeOptions.store != nil || TextFile.exists(storeOptions.path(in: context))
        if !shipped, hasStore {
            rows = try storeOptions.reading(in: context).rulebooks().map { entry in
                [
                    .text("采用"), .integer(entry.year), .text(entry.name), .text(entry.title),
                    .text(entry.hasCases ? "有" : "无"), .text("\(entry.adopted)"), .text(entry.hash),
                ]
            }
        }
        rows += try shippedRows(in: context)
        let table = TableDocument(
            columns: [
                TableColumn("source", "来源"), TableColumn("year", "年度", .number()), TableColumn("id", "编号"),
                TableColumn("title", "考核办法"), TableColumn("cases", "算例"), TableColumn("adopted", "采用时间"),
                TableColumn("hash", "指纹", maximumWidth: 16),
            ],
            rows: rows)
        try output.write([table], in: context)
    }

    /// One that cannot be read is named all the same.
    private func shippedRows(in context: CommandContext) throws -> [[Cell]] {
        guard let library = SchemaLibrary.find() else { return [] }
        let kinds = try library.kinds()
        return library.rulebooks.map { shipped in
            let rulebook = try? library.rulebook(shipped, catalogue: kinds)
            let hasCases = library.text("rulebooks/\(shipped).cases.yaml") != nil
            return [
                .text("附带"), .integer(shipped.year), .text("\(shipped)"), .text(rulebook?.name ?? "（有错误，请用 check 检查）"),
                .text(hasCases ? "有" : "无"), .empty, .empty,
            ]
        }
    }
}
