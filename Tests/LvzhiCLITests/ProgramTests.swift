import DutyModel
import Testing

@testable import LvzhiCLI

/// Runs the program within the test, with streams kept in memory.
func lvzhi(_ words: String..., answers: [String] = []) -> (status: ProgramStatus, output: String, errors: String) {
    let output = MemoryStream()
    let errors = MemoryStream()
    var answers = answers[...]
    let context = CommandContext(
        output: output, errors: errors, environment: ["LVZHI_ACTOR": "测试员"],
        now: { Instant(milliseconds: 1_709_251_200_000) },
        readLine: { answers.popFirst() }, canAsk: !answers.isEmpty)
    let status = Program.run(words, in: context)
    return (status, output.text, errors.text)
}

@Suite("the command line") struct ProgramTests {
    @Test("help is in Chinese throughout") func help() {
        let answer = lvzhi("--help")
        #expect(answer.status == .ok)
        #expect(answer.errors.isEmpty)
        for english in ["OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "Show ", "See '"] {
            #expect(!answer.output.contains(english), "\(english)")
        }
        #expect(answer.output.contains("用法：lvzhi"))
    }

    @Test("help of a command lines its right column up by display width") func columns() {
        let lines = lvzhi("attend", "--help").output.split(separator: "\n")
        let row = lines.first { $0.contains("mark, 登记") }
        #expect(row?.hasPrefix("  mark, 登记              ") == true, "\(row ?? "")")
    }

    @Test(
        "a mistake in the command line is told in Chinese and ends with 2",
        arguments: [
            (["foo"], "没有命令“foo”"), (["member", "foo"], "没有命令“foo”"),
            (["member", "list", "--fomat", "csv"], "没有选项“--fomat”。是不是想写“--format”？"),
            (["member", "list", "--format", "doc"], "“doc”不能用作“--format <fmt>”"),
            (["event", "add"], "缺少参数"), (["member", "show", "a", "b"], "多出来的参数“b”"),
            (["member", "show"], "缺少参数“<person>”"), (["member", "list", "--sector"], "选项“--sector <sector>”后面缺少内容"),
            (["proposal", "stage", "1", "什么"], "可用：提出、审查、立案"),
        ])
    func mistakes(words: [String], sentence: String) {
        let output = MemoryStream()
        let errors = MemoryStream()
        let context = CommandContext(
            output: output, errors: errors, environment: [:], now: { Instant(milliseconds: 0) })
        #expect(Program.run(words, in: context) == .usage)
        #expect(output.text.isEmpty)
        #expect(errors.text.hasPrefix("错误："))
        #expect(errors.text.contains(sentence), "\(errors.text)")
    }

    @Test("Chinese command words do the same") func aliases() {
        #expect(lvzhi("委员", "列表", "--help").output == lvzhi("member", "list", "--help").output)
    }

    @Test("the version is told") func version() {
        let answer = lvzhi("--version")
        #expect(answer.status == .ok)
        #expect(answer.output.hasPrefix("lvzhi "))
    }

    @Test("completion scripts are given as they are", arguments: ["bash", "zsh", "fish"])
    func completion(shell: String) {
        let answer = lvzhi("completion", shell)
        #expect(answer.status == .ok)
        #expect(answer.output.contains("lvzhi"))
    }

    @Test("parser messages of every pattern are matched") func patterns() {
        #expect(ParserMessages.match("a 'x' b 'y'", against: "a '%' b '%'") == ["x", "y"])
        #expect(ParserMessages.match("a 'x' c", against: "a '%' b") == nil)
        #expect(ParserMessages.match("Invalid option: -q", against: "Invalid option: %") == ["-q"])
    }
}
