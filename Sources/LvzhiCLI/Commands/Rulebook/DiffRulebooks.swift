import ArgumentParser
import Reports

struct DiffRulebooks: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "diff", also: ["对比"], "两份考核办法的差别：哪些指标、分值、上限、基本要求和等次变了。",
        example: """
              lvzhi rulebook diff hefei/2015 hefei/2017
              lvzhi rulebook diff sample-county/2024 本县2025.yaml
            """,
        more: "办法可以写文件名、随程序附带的编号/年度，或已采用的年度。")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("原来的考核办法。", valueName: "before")) var before: String
    @Argument(help: ArgumentHelp("现在的考核办法。", valueName: "after")) var after: String

    func run(in context: CommandContext) throws {
        let first = try NamedRulebook.find(before, options: storeOptions, in: context)
        let second = try NamedRulebook.find(after, options: storeOptions, in: context)
        try output.write(RulebookDifference(from: first.rulebook, to: second.rulebook).document, in: context)
    }
}
