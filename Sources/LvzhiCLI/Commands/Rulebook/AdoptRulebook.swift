import ArgumentParser
import DutyRegister
import Reports
import Tabular

struct AdoptRulebook: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "adopt", also: ["采用"], "采用一份考核办法：先检查、再试算，都通过才记入登记库。",
        example: """
              lvzhi rulebook adopt 本县2024.yaml
              lvzhi rulebook adopt 本县2024.yaml --year 2025
            """,
        more: "旁边的 同名.cases.yaml 一并采用。往年的结果仍按当年采用的办法计算。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("考核办法文件。", valueName: "file")) var file: String
    @Option(help: ArgumentHelp("算例文件，不写时用同名的 .cases.yaml（如果有）。", valueName: "file")) var cases: String?
    @Option(help: ArgumentHelp("从哪一年度起用，不写时为办法自己的年度。", valueName: "year")) var year: Int?

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let usual = RulebookFiles.usualCases(of: file)
        let casesFile = cases ?? (TextFile.exists(usual) ? usual : "")
        let casesText = casesFile.isEmpty ? "" : try TextFile.read(casesFile)
        let saved = try register.adoptRulebook(
            text: try TextFile.read(file), cases: casesText, file: file, casesFile: casesFile, year: year)
        context.saved("已采用“\(saved.value.title)”，从 \(saved.value.year) 年度起", saved.change)
        if casesFile.isEmpty { context.errors.line("提示：没有算例，建议写几个 同名.cases.yaml 以便核对。") }
    }
}

struct ListRulebooks: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "登记库采用过的考核办法。", example: "  lvzhi rulebook list")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) throws {
        let rulebooks = try storeOptions.reading(in: context).rulebooks()
        let table = TableDocument(
            columns: [
                TableColumn("year", "年度", .number()), TableColumn("id", "编号"), TableColumn("title", "考核办法"),
                TableColumn("cases", "算例"), TableColumn("adopted", "采用时间"), TableColumn("hash", "指纹", maximumWidth: 16),
            ],
            rows: rulebooks.map { entry in
                [
                    .integer(entry.year), .text(entry.name), .text(entry.title), .text(entry.hasCases ? "有" : "无"),
                    .text("\(entry.adopted)"), .text(entry.hash),
                ]
            })
        try output.write([table], in: context)
    }
}

struct ShowRulebook: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "一个年度用的考核办法：指标、分值、依据、基本要求、等次。",
        example: """
              lvzhi rulebook show --year 2024
              lvzhi rulebook show --year 2024 --text
              lvzhi rulebook show --file 本县2024.yaml
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var year: YearOption
    @Option(help: ArgumentHelp("看这个文件，不看登记库采用的。", valueName: "file")) var file: String?
    @Flag(help: "原样输出考核办法的文本。") var text = false

    func run(in context: CommandContext) throws {
        if let file {
            let rulebook = try RulebookFiles.rulebook(file, kinds: try storeOptions.kinds(in: context))
            return try output.write(RulebookReport.document(of: rulebook), in: context)
        }
        let year = year.value(in: context)
        let choice = try storeOptions.reading(in: context).rulebook(for: year)
        context.warn(choice.entry, isExact: choice.isExact, year: year)
        if text { return context.output.write(choice.text) }
        try output.write(RulebookReport.document(of: choice.rulebook), in: context)
    }
}
