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
              lvzhi rulebook adopt sample-county/2024
            """,
        more: "旁边的 同名.cases.yaml 一并采用。往年的结果仍按当年采用的办法计算。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("考核办法文件，或随程序附带的编号/年度。", valueName: "file")) var file: String
    @Option(help: ArgumentHelp("算例文件，不写时用同名的 .cases.yaml（如果有）。", valueName: "file")) var cases: String?
    @Option(help: ArgumentHelp("从哪一年度起用，不写时为办法自己的年度。", valueName: "year")) var year: Int?

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let texts = try RulebookTexts.require(file, casesFile: cases)
        let saved = try register.adoptRulebook(
            text: texts.text, cases: texts.cases, file: texts.file, casesFile: texts.casesFile, year: year)
        context.saved("已采用“\(saved.value.title)”，从 \(saved.value.year) 年度起", saved.change)
        if texts.casesFile.isEmpty { context.errors.line("提示：没有算例，建议写几个 同名.cases.yaml 以便核对。") }
    }
}
