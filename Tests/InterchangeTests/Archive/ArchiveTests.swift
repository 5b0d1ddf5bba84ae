import DutyModel
import Interchange
import Testing

@Suite struct ArchiveTests {
    private func lines(_ register: RandomRegister) -> [[UInt8]] {
        let writer = ArchiveWriter(roster: register.roster, kinds: register.kinds)
        return register.items.map { writer.line($0) }
    }

    @Test("what was written is read back the same, and written again to the same bytes", arguments: 1...25)
    func roundTrip(_ seed: Int) throws {
        let register = RandomRegister(seed: UInt64(seed), kinds: try Library.kinds())
        let lines = lines(register)
        var reader = ArchiveReader(file: "存档.jsonl")
        let items = lines.map { reader.read(line: $0.dropLast()) }
        reader.finish()
        #expect(reader.findings.isEmpty, "seed \(seed): \(reader.findings.prefix(3))")
        #expect(items == register.items.map { Optional($0) }, "seed \(seed)")
        let writer = ArchiveWriter(roster: register.roster, kinds: register.kinds)
        #expect(items.compactMap { $0 }.map { writer.line($0) } == lines, "seed \(seed)")
    }

    @Test("every line is one line of JSON that names its type")
    func shape() throws {
        for line in lines(RandomRegister(seed: 3, kinds: try Library.kinds())) {
            #expect(line.last == 0x0A && !line.dropLast().contains(0x0A))
            #expect(String(decoding: line, as: UTF8.self).hasPrefix("{\"type\":\""))
        }
    }

    static let small: [String] = [
        #"{"type":"register","version":1,"committee":"政协示范县委员会"}"#,
        #"{"type":"term","number":11,"from":"2022-01-01","to":"2026-12-31"}"#,
        #"{"type":"organization","id":1,"class":"sector","name":"教育界","term":11}"#,
        #"{"type":"member","id":1,"number":"11001","name":"张三"}"#,
        #"{"type":"membership","id":1,"member":"11001","organization":1,"role":"belongs","from":"2022-01-01"}"#,
        #"{"type":"kind","code":1,"key":"plenary","name":"全体会议","family":"event","expects":"everyMember"}"#,
        #"{"type":"record","id":"7","kind":"plenary","title":"全会","from":"2024-01-10","to":"2024-01-12","people":[{"member":"11001","part":"attendee","status":"present","halfDays":6}],"content":{"halfDaysHeld":6}}"#,
        #"{"type":"end","lines":7,"members":1,"records":1}"#,
    ]

    @Test("an archive written by hand is read")
    func byHand() {
        var reader = ArchiveReader(file: "存档.jsonl")
        let items = ArchiveTests.small.compactMap { reader.read(line: $0.utf8) }
        reader.finish()
        #expect(items.count == 8 && reader.findings.isEmpty, "\(reader.findings)")
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var line: Int
        var from: String
        var to: String
        var field: String
        var words: String
        var testDescription: String { "\(from) → \(to)" }
    }

    static let faults: [Fault] = [
        Fault(line: 1, from: "\"version\":1", to: "\"version\":9", field: "version", words: "更新的程序"),
        Fault(line: 2, from: "\"2022-01-01\"", to: "\"2022-02-30\"", field: "from", words: "日期"),
        Fault(line: 2, from: "2026-12-31", to: "2021-12-31", field: "to", words: "早于"),
        Fault(line: 3, from: "sector", to: "section", field: "class", words: "之一"),
        Fault(line: 3, from: "\"term\":11", to: "\"term\":12", field: "term", words: "没有这一届"),
        Fault(line: 4, from: "\"name\"", to: "\"nmae\"", field: "name", words: "缺少"),
        Fault(line: 4, from: "\"id\":1", to: "\"id\":\"1\"", field: "id", words: "整数"),
        Fault(line: 4, from: "}", to: "", field: "", words: "不是完整的 JSON"),
        Fault(line: 5, from: "11001", to: "11002", field: "member", words: "没有这个委员编号"),
        Fault(line: 5, from: "\"organization\":1", to: "\"organization\":2", field: "organization", words: "没有这个机构"),
        Fault(line: 6, from: "\"code\":1", to: "\"code\":5000", field: "code", words: "1023"),
        Fault(line: 7, from: "plenary", to: "plenty", field: "kind", words: "没有这个类别"),
        Fault(line: 7, from: "\"halfDays\":6", to: "\"halfDays\":7", field: "people[0].halfDays", words: "多于"),
        Fault(
            line: 7, from: "\"status\":\"present\"", to: "\"status\":\"there\"", field: "people[0].status", words: "之一"),
        Fault(
            line: 7, from: "\"halfDaysHeld\":6", to: "\"halfDaysHeld\":6,\"extra\":1", field: "content.extra",
            words: "不认识的字段"),
        Fault(line: 7, from: "\"id\":\"7\"", to: "\"id\":\"72057594037927936\"", field: "id", words: "不是记录编号"),
    ]

    @Test("a wrong line is a finding with its number and field", arguments: faults)
    func fault(_ fault: Fault) throws {
        var lines = ArchiveTests.small
        #expect(lines[fault.line - 1].contains(fault.from))
        lines[fault.line - 1] = lines[fault.line - 1].replacing(fault.from, with: fault.to, maxReplacements: 1)
        var reader = ArchiveReader(file: "存档.jsonl")
        for line in lines { _ = reader.read(line: line.utf8) }
        let finding = try #require(reader.findings.first { $0.problem.contains(fault.words) }, "\(reader.findings)")
        #expect(finding.row == fault.line && finding.heading == fault.field, "\(finding)")
    }

    @Test("lines out of order, twice, or pointing nowhere")
    func order() {
        var reader = ArchiveReader(file: "a")
        let lines = ArchiveTests.small
        for line in [lines[0], lines[1], lines[3], lines[2], lines[3]] { _ = reader.read(line: line.utf8) }
        #expect(reader.findings.contains { $0.problem.contains("次序") && $0.row == 4 })
        #expect(reader.findings.contains { $0.problem == "重复" && $0.row == 5 })
        var linked = ArchiveReader(file: "a")
        for line in lines.dropLast(2) { _ = linked.read(line: line.utf8) }
        let last = lines[6].replacing(
            "\"people\"", with: "\"links\":[{\"relation\":\"basedOn\",\"record\":\"9\"}],\"people\"")
        _ = linked.read(line: last.utf8)
        _ = linked.read(line: lines[7].utf8)
        #expect(linked.findings.isEmpty)
        linked.finish()
        #expect(linked.findings.map(\.value) == ["9"])
    }

    @Test("an archive cut after any whole line is refused", arguments: 1...7)
    func cut(_ kept: Int) throws {
        var reader = ArchiveReader(file: "存档.jsonl")
        for line in ArchiveTests.small.prefix(kept) { _ = reader.read(line: line.utf8) }
        #expect(reader.findings.isEmpty)
        reader.finish()
        let finding = try #require(reader.findings.first)
        #expect(reader.findings.count == 1 && finding.problem.contains("没有结尾一行") && finding.row == kept)
    }

    @Test("an archive that lost a line in its middle is refused")
    func hole() {
        var reader = ArchiveReader(file: "存档.jsonl")
        var lines = ArchiveTests.small
        lines.remove(at: 6)
        for line in lines { _ = reader.read(line: line.utf8) }
        reader.finish()
        #expect(reader.findings.map(\.heading) == ["lines", "records"], "\(reader.findings)")
        #expect(reader.findings.allSatisfy { $0.row == 7 && $0.problem.contains("不完整") })
    }

    @Test("nothing may stand after the last line")
    func afterTheEnd() {
        var reader = ArchiveReader(file: "存档.jsonl")
        let last = ArchiveTests.small[7]
        for line in ArchiveTests.small + [last] { _ = reader.read(line: line.utf8) }
        #expect(reader.findings.contains { $0.row == 9 && $0.problem.contains("次序") }, "\(reader.findings)")
    }

    @Test("an empty file and a foreign one are no archives")
    func foreign() {
        var empty = ArchiveReader(file: "a")
        empty.finish()
        #expect(empty.findings.count == 1)
        var other = ArchiveReader(file: "a")
        _ = other.read(line: "姓名,界别".utf8)
        _ = other.read(line: #"{"name":"x"}"#.utf8)
        #expect(other.findings.count == 2)
    }
}
