import ArgumentParser
import DutyRegister
import Reports
import Scoring

struct CompareScores: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "compare", also: ["对照"], "同一年的记录按两份考核办法各算一遍：谁的名次、等次变了，为什么。不写入任何东西。",
        example: """
              lvzhi score compare --rulebook 2024 --rulebook 本县2025.yaml --year 2024
              lvzhi score compare --rulebook sample-county/2024 --rulebook hefei/2015 --year 2024 -o 对照.xlsx
            """,
        more: "办法可以写文件名、随程序附带的编号/年度，或已采用的年度。只列有变化的委员，全部列出请加 --all。")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var year: YearOption
    @Option(
        name: .customLong("rulebook"), parsing: .singleValue,
        help: ArgumentHelp("考核办法，写两次。", valueName: "rulebook"))
    var rulebooks: [String]
    @Flag(help: "没有变化的委员也列出。") var all = false

    func run(in context: CommandContext) throws {
        guard rulebooks.count == 2 else {
            throw Failure(.usage, "要写两份考核办法，这里是 \(rulebooks.count) 份。", advice: "请写两次 --rulebook。")
        }
        let year = year.value(in: context)
        let named = try rulebooks.map { try NamedRulebook.find($0, options: storeOptions, in: context).rulebook }
        let compared = try storeOptions.reading(in: context).compare(named[0], named[1], year: year)
        let names = zip(rulebooks, named).map { "\($1.name)（\($0)）" }
        let report = ComparisonReport(
            title: "\(year) 年度按两份考核办法对照", names: (names[0], names[1]),
            members: compared.map {
                .init(person: PersonHeading($0.person), first: $0.first, second: $0.second)
            })
        try output.write(report.document(onlyChanged: !all), in: context)
    }
}
