import DutyModel
import TestSupport
import Testing

@testable import LvzhiCLI

/// Runs the program within the test, with streams kept in memory.
func lvzhi(_ words: String..., answers: [String] = []) -> (status: ProgramStatus, output: String, errors: String) {
    lvzhi(words, answers: answers)
}

func lvzhi(_ words: [String], answers: [String] = []) -> (status: ProgramStatus, output: String, errors: String) {
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
            (["activity", "add", "--public", "-3", "--title", "x"], "“-3”不能用作“--public <n>”：不能是负数"),
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

    @Test("help says what a word may be and what it is when left out, once") func words() {
        let page = lvzhi("member", "add", "--help").output
        #expect(page.contains("在政协的任职，不写时为委员。（可用：委员、常委、"))
        #expect(!page.contains("不写时为 1") && !page.contains(" - "))
        let marking = lvzhi("attend", "mark", "--help").output
        #expect(marking.contains("（可用：委员、列席、观察）") && !marking.contains("不写时为 0"))
    }

    @Test("a date still to come is refused with today's date, unless it is meant") func future() {
        let directory = TemporaryDirectory()
        let store = directory.file("县.lvzhi")
        _ = lvzhi(
            "init", "--store", store, "--committee", "政协某县委员会", "--term", "11", "--from", "2022-01-10", "--sector",
            "教育界")
        let words = ["event", "add", "培训", "读书班", "--date", "2024-03-02", "--store", store]
        let refused = lvzhi(words)
        #expect(refused.status == .findings && refused.errors.contains("还没有到，今天是 2024-03-01"), "\(refused.errors)")
        #expect(lvzhi(words + ["--future"]).status == .ok)
        let today = lvzhi(["event", "add", "培训", "座谈", "--date", "3月1日", "--store", store])
        #expect(today.status == .ok && today.errors.contains("按今年 2024-03-01 登记"), "\(today.errors)")
    }

    @Test("what is not there is 1, what is wrong in itself 3, what is there already 5") func statuses() {
        let directory = TemporaryDirectory()
        let store = directory.file("县.lvzhi")
        let founding = [
            "init", "--store", store, "--committee", "政协某县委员会", "--term", "11", "--from", "2022-01-10", "--sector",
            "教育界,经济界",
        ]
        #expect(lvzhi(founding).status == .ok)
        #expect(lvzhi(founding).status == .conflict)
        let member = ["member", "add", "001", "张三", "--sector", "教育界", "--store", store]
        #expect(lvzhi(member).status == .ok)
        #expect(lvzhi(member).status == .conflict)
        func activity(_ more: String...) -> ProgramStatus {
            lvzhi(["activity", "add", "--title", "座谈", "--date", "2024-02-01", "--store", store] + more).status
        }
        #expect(activity("--sector", "教育界", "--all") == .ok)
        #expect(activity("--sector", "教育界", "--all") == .conflict)
        #expect(activity("--sector", "卫生界", "--all") == .failed)
        #expect(activity("--sector", "经济界", "--only", "李四") == .failed)
        #expect(activity("--sector", "经济界", "--only", "张三") == .findings)
        #expect(activity("--sector", "教育界") == .usage)
        for missing in [["member", "show", "李四"], ["event", "show", "全会"], ["import", "show", "9"], ["undo", "99"]] {
            #expect(lvzhi(missing + ["--store", store]).status == .failed, "\(missing)")
        }
        #expect(lvzhi(["member", "list", "--store", store + "x"]).status == .store)
    }

    @Test("undo without a number takes back the last entry, an undo too") func undo() {
        let directory = TemporaryDirectory()
        let store = directory.file("县.lvzhi")
        _ = lvzhi("init", "--store", store, "--committee", "政协某县委员会", "--term", "11", "--from", "2022-01-10")
        #expect(lvzhi("undo", "--store", store).status == .failed)
        _ = lvzhi("event", "add", "培训", "读书班", "--date", "2024-02-01", "--store", store)
        func events() -> Bool { lvzhi("event", "list", "--store", store).output.contains("读书班") }
        #expect(events())
        #expect(lvzhi("undo", "--store", store).output.contains("已撤销第 2 号操作（增加记录："))
        #expect(!events())
        #expect(lvzhi("undo", "--store", store).output.contains("已撤销第 3 号操作（撤销：第 2 号变更）"))
        #expect(events())
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
