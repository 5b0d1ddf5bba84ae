import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi init`
struct InitCommand: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "init", also: ["新建"], "新建一个登记库。",
        example: """
              lvzhi init --committee 政协某县委员会 --term 11 --from 2021-12-20 --to 2026-12-31
              lvzhi init --store 某县.lvzhi --committee 政协某县委员会 --term 11 --from 2021-12-20 --sector 教育界 --sector 科技界
            """,
        more: "界别可以现在用 --sector 写，也可以在导入名册时自动添加。--to 不写时按一届五年计。")

    @OptionGroup var storeOptions: StoreOptions
    @Option(help: ArgumentHelp("政协委员会的全称。", valueName: "name")) var committee: String
    @Option(help: ArgumentHelp("第几届。", valueName: "n")) var term: Int
    @Option(help: ArgumentHelp("这一届的第一天。", valueName: "date")) var from: String
    @Option(help: ArgumentHelp("这一届的最后一天。", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("界别，可以写多个。", valueName: "name")) var sector: [String] = []

    func run(in context: CommandContext) throws {
        let first = try context.day(from)
        let last = try context.day(to) ?? fiveYears(from: first)
        guard let days = DayRange(first, last) else {
            throw Failure(.usage, "届期的最后一天 \(last) 早于第一天 \(first)。", advice: "请核对 --from 和 --to。")
        }
        let setup = RegisterSetup(
            committee: Committee(name: committee), terms: [Term(number: term, days: days)],
            sectors: People.words(sector))
        let path = storeOptions.path(in: context)
        _ = try Register.create(at: path, setup, by: storeOptions.principal(in: context))
        context.output.line("已新建登记库 \(path)：\(committee)，第 \(term) 届（\(Lines.span(days))）。")
        context.output.line("下一步：用 lvzhi import 导入委员名册，或用 lvzhi member add 添加委员。")
    }

    private func fiveYears(from first: CivilDay) -> CivilDay {
        let (year, month, day) = first.components
        return (CivilDay(year: year + 5, month: month, day: day) ?? .lastDay(ofYear: year + 5)) + -1
    }
}
