import ArgumentParser
import DutyRegister
import MarkedYAML
import Scoring

struct CheckRulebook: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "check", also: ["检查"], "检查考核办法文件：写法、用词、前后矛盾；没有输出就是没有问题。",
        example: """
              lvzhi rulebook check 本县2024.yaml
              lvzhi rulebook check hefei/2015
            """,
        more: "每处问题都写明文件、行、列，有问题时退出码为 3。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("考核办法文件，或随程序附带的编号/年度；可以写多个。", valueName: "file")) var files: [String]

    func run(in context: CommandContext) throws {
        let kinds = try storeOptions.kinds(in: context)
        var findings: [DocumentFinding] = []
        for file in files {
            do {
                let texts = try RulebookTexts.require(file)
                let rulebook = try Rulebook.load(text: texts.text, file: texts.file, catalogue: kinds)
                _ = try rulebook.compiled()
                context.note(rulebook.notices)
            } catch let error as DocumentError {
                findings += error.findings
            }
        }
        guard findings.isEmpty else { throw DocumentError(findings) }
        context.note("没有发现问题。")
    }
}

extension CommandContext {
    /// 提醒, on the side: what a rulebook says that is hardly meant.
    fileprivate func note(_ notices: [DocumentFinding]) {
        for notice in notices { note("提醒：\(notice)") }
    }
}

struct TestRulebook: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "test", also: ["试算"], "用算例试算考核办法，逐项核对应得的分。",
        example: """
              lvzhi rulebook test 本县2024.yaml
              lvzhi rulebook test sample-county/2024
              lvzhi rulebook test 本县2024.yaml 另一份算例.yaml
            """,
        more: "算例写在办法旁边的 同名.cases.yaml 里。不符的算例写明文件、行、列，退出码为 3。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("考核办法文件，或随程序附带的编号/年度。", valueName: "file")) var file: String
    @Argument(help: ArgumentHelp("算例文件，不写时用同名的 .cases.yaml。", valueName: "cases")) var cases: String?

    func run(in context: CommandContext) throws {
        let kinds = try storeOptions.kinds(in: context)
        let texts = try RulebookTexts.require(file, casesFile: cases)
        let rulebook = try Rulebook.load(text: texts.text, file: texts.file, catalogue: kinds)
        // Where the usual file is missing, reading it tells so.
        let path = texts.casesFile.isEmpty ? RulebookFiles.usualCases(of: file) : texts.casesFile
        let text = texts.casesFile.isEmpty ? try TextFile.read(path) : texts.cases
        let examples = try RulebookCases.load(text: text, file: path, catalogue: kinds)
        context.note(rulebook.notices)
        let findings = examples.run(rulebook, catalogue: kinds)
        guard findings.isEmpty else { throw DocumentError(findings) }
        let ranked = examples.populations.isEmpty ? "" : "，\(examples.populations.count) 个名次算例（全体）"
        context.output.line("\(examples.cases.count) 个算例\(ranked)全部相符。")
    }
}
