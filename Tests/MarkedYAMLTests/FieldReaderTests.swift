import MarkedYAML
import Testing

@Suite("reading marked YAML")
struct FieldReaderTests {
    private func messages(_ text: String, read: (inout FieldReader) -> Void) throws -> [String] {
        let findings = FindingList(file: "t")
        if let node = MarkedDocument.read(text, into: findings),
            var reader = FieldReader(node, as: "表", findings: findings)
        {
            read(&reader)
            reader.finish()
        }
        return findings.findings.sorted().map { "\($0.line):\($0.column) \($0.message)" }
    }

    @Test("gives texts, numbers, flags, words and lists")
    func values() throws {
        let found = try messages("名称: 甲\n数: 3\n有: 是\n词: [一, 二]\n一词: 三\n空: ~\n") { reader in
            #expect(reader.requiredText("名称") == "甲")
            #expect(reader.integer("数", in: 1...5) == 3)
            #expect(reader.flag("有") == true)
            #expect(reader.words("词").map(\.text) == ["一", "二"])
            #expect(reader.words("一词").map(\.text) == ["三"])
            #expect(reader.text("空")?.isEmpty == true)
            #expect(reader.text("没有") == nil)
        }
        #expect(found.isEmpty)
    }

    @Test("tells every wrong value, unknown key and missing key, each at its place")
    func allAtOnce() throws {
        let found = try messages("名成: 甲\n数: 九\n有: 也许\n词: {一: 二}\n") { reader in
            _ = reader.requiredText("名称")
            _ = reader.integer("数", in: 1...5)
            _ = reader.flag("有")
            _ = reader.words("词")
        }
        #expect(
            found == [
                "1:1 不认识的键（在表里）“名成”，是不是“名称”？可用的有：名称、数、有、词", "1:1 表缺少“名称”", "2:4 “数”应是 1 到 5 的整数，这里是“九”",
                "3:4 “有”应写“是”或“否”，这里是“也许”", "4:4 “词”应是一个词或一列词，这里有一组键值（一…）",
            ])
    }

    @Test(
        "tells duplicate keys where the second one stands, and reads on",
        arguments: [
            ("甲: 1\n乙: 2\n甲: 3\n", ["3:1 键“甲”重复：同一处只能写一次"]),
            ("{甲: 1, 乙: 2, 甲: 3}\n", ["1:14 键“甲”重复：同一处只能写一次"]),
            (
                "甲: 1\n甲: 2\n乙: 3\n乙: 4\n", ["2:1 键“甲”重复：同一处只能写一次", "4:1 键“乙”重复：同一处只能写一次"]
            ),
            ("乙: {甲: 1}\n甲: 1\n甲: 2\n", ["3:1 键“甲”重复：同一处只能写一次"]),
        ])
    func duplicates(_ text: String, _ expected: [String]) throws {
        let found = try messages(text) { reader in
            _ = reader.take("甲")
            _ = reader.take("乙")
        }
        #expect(found == expected)
    }

    @Test(
        "says what is probably meant where the text is no YAML",
        arguments: [
            ("名称：甲\n数: 1\n", "1:3 这里是全角冒号：请写成“键: 值”，半角冒号加一个空格"),
            ("名称:\n\t甲: 1\n", "2:1 缩进用了制表符：请改用半角空格"),
            ("名称: {甲: 1, 乙: 2\n数: 1\n", "2:2 花括号没有配对，或缺逗号：请检查这一行和上一行的缩进、冒号、引号和括号"),
            ("", "1:1 文件是空的"),
        ])
    func syntax(_ text: String, _ expected: String) throws {
        #expect(try messages(text) { _ in } == [expected])
    }

    @Test("stops at a text that stands for billions of values")
    func references() throws {
        let levels = (1...12).map { level in
            "层\(level): &n\(level) [" + (0..<10).map { _ in level == 1 ? "甲" : "*n\(level - 1)" }.joined(separator: ",")
                + "]"
        }
        let found = try messages(levels.joined(separator: "\n")) { reader in
            for level in 1...12 { _ = reader.take("层\(level)") }
        }
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("内容太多：一份文件最多二十万项") == true)
    }

    @Test("stops at a text nested without end")
    func nesting() throws {
        let found = try messages("甲: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500)) {
            _ = $0.take("甲")
        }
        #expect(found == ["1:67 嵌套太深"])
    }

    @Test("takes a byte order mark for nothing")
    func marks() throws {
        #expect(try messages("\u{FEFF}甲: 1\n") { _ = $0.take("甲") }.isEmpty)
    }
}
