import ArgumentParser
import DutyRegister
import Reports
import Scoring

struct ShowRulebook: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "一份考核办法：指标、分值、依据、基本要求、等次。",
        example: """
              lvzhi rulebook show --year 2024
              lvzhi rulebook show sample-county/2024 --format markdown
              lvzhi rulebook show 本县2024.yaml -o 本县2024.html
              lvzhi rulebook show --year 2024 --text
            """,
        more: "不写名称时看登记库在该年度用的那一份。")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var year: YearOption
    @Argument(help: ArgumentHelp("文件，随程序附带的编号/年度，或已采用的年度。", valueName: "rulebook")) var name: String?
    @Option(help: ArgumentHelp("看这个文件，不看登记库采用的。", valueName: "file")) var file: String?
    @Flag(help: "原样输出考核办法的文本。") var text = false

    func run(in context: CommandContext) throws {
        if let name = name ?? file {
            let named = try NamedRulebook.find(name, options: storeOptions, in: context)
            if text { return context.output.write(named.text) }
            return try output.write(RulebookReport.document(of: named.rulebook), in: context)
        }
        let year = year.value(in: context)
        let choice = try storeOptions.reading(in: context).rulebook(for: year)
        context.warn(choice.entry, isExact: choice.isExact, year: year)
        if text { return context.output.write(choice.text) }
        try output.write(RulebookReport.document(of: choice.rulebook), in: context)
    }
}
