import Tabular
import Testing

@Suite("Comma-separated text")
struct TextFileTests {
    private static let gallery: [(text: String, rows: [[String]])] = [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("\"a,1\",\"say \"\"hi\"\"\"\n", [["a,1", "say \"hi\""]]),
        ("\"two\nlines\",b\n", [["two\nlines", "b"]]),
        ("a,,\n,,\n\n,b", [["a"], ["", "b"]]),
        ("5\"管,b\n", [["5\"管", "b"]]),
        ("a\tb,c\nd\te\n", [["a", "b,c"], ["d", "e"]]),
        ("a;b;c\n1;2;3\n", [["a", "b", "c"], ["1", "2", "3"]]),
        ("姓名\n王建国\n", [["姓名"], ["王建国"]]),
        ("\"a\",\"\"\n\"\",b", [["a"], ["", "b"]]),
        ("\n\n", []),
    ]

    @Test("rows and fields", arguments: gallery)
    func readsRows(text: String, rows: [[String]]) throws {
        #expect(try read(Array(text.utf8)) == rows)
    }

    private func read(_ bytes: [UInt8]) throws -> [[String]] { try TabularTests.rows(ofText: bytes) }

    private static let faults: [(text: String, error: ReadError)] = [
        ("a,b\n1,\"2\n3,4\n5,6", .unclosedQuote(line: 2)),
        ("a,b\n\"1\"x,2\n", .textAfterQuote(line: 2, column: 0)),
    ]

    @Test("a row with more columns than a sheet is refused")
    func tooManyColumns() {
        #expect(throws: ReadError.tooLarge(line: 1, detail: "超过 16384 列")) {
            try read([UInt8](repeating: 0x2C, count: 16_384))
        }
    }

    @Test("faults are named with their line", arguments: faults)
    func namesFault(text: String, error: ReadError) {
        #expect(throws: error) { try read(Array(text.utf8)) }
    }

    @Test("rows keep the line they begin on")
    func lineNumbers() throws {
        try withFolder { folder in
            try write("a\r\n\r\n\"x\ny\"\nb\n", to: folder + "/a.csv")
            let rows = try SheetSource(path: folder + "/a.csv").firstRows(9, ofSheet: 0)
            #expect(rows.map(\.number) == [1, 3, 5])
        }
    }

    @Test("a full-width comma as separator is pointed out")
    func fullWidthComma() throws {
        try withFolder { folder in
            try write("姓名，界别\n王建国，农业界\n", to: folder + "/a.csv")
            #expect(try SheetSource(path: folder + "/a.csv").hints.count == 1)
            try write("姓名,备注\n王建国，,农业界\n", to: folder + "/a.csv")
            #expect(try SheetSource(path: folder + "/a.csv").hints.isEmpty)
        }
    }

    @Test("text longer than a block, with a character and a line end across the border", arguments: 0..<6)
    func blocks(shift: Int) throws {
        let line = "编号\(String(repeating: "王", count: 7)),\"引\"\"号\",x\r\n"
        let text = String(repeating: "a", count: shift) + String(repeating: line, count: 5000)
        let rows = try read(Array(text.utf8))
        #expect(rows.count == 5000)
        #expect(Set(rows.dropFirst().map { $0.joined(separator: "|") }).count == 1)
        #expect(rows.last == ["编号王王王王王王王", "引\"号", "x"])
    }
}

@Suite("Encodings")
struct EncodingTests {
    // 王建国,农业界 in GB18030
    private static let wang: [UInt8] = [0xCD, 0xF5, 0xBD, 0xA8, 0xB9, 0xFA]
    private static let sector: [UInt8] = [0xC5, 0xA9, 0xD2, 0xB5, 0xBD, 0xE7]
    private static let gbLine: [UInt8] = wang + [0x2C] + sector + [0x0A]
    private static let utf8Line = Array("王建国,农业界\n".utf8)

    private func wide(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test("UTF-8 with and without mark, UTF-16 both ways, GB18030")
    func encodings() throws {
        let expected = [["王建国", "农业界"]]
        #expect(try rows(ofText: EncodingTests.utf8Line) == expected)
        #expect(try rows(ofText: [0xEF, 0xBB, 0xBF] + EncodingTests.utf8Line) == expected)
        #expect(try rows(ofText: [0xFF, 0xFE] + wide("王建国\t农业界\r\n", bigEndian: false)) == expected)
        #expect(try rows(ofText: [0xFE, 0xFF] + wide("王建国,农业界", bigEndian: true)) == expected)
        #expect(try rows(ofText: EncodingTests.gbLine) == expected)
    }

    @Test("characters of four bytes in GB18030")
    func fourBytes() throws {
        #expect(try rows(ofText: [0x95, 0x34, 0xB2, 0x35, 0x2C, 0x81, 0x39, 0xEE, 0x39]) == [["𠮷", "㐀"]])
    }

    @Test("a long file of GB18030, with characters across the borders of blocks", arguments: 0..<4)
    func longGB(shift: Int) throws {
        var bytes = [UInt8](repeating: 0x61, count: shift)
        for _ in 0..<20_000 { bytes += EncodingTests.gbLine }
        let rows = try rows(ofText: bytes)
        #expect(rows.count == 20_000 && rows.last == ["王建国", "农业界"])
    }

    @Test("a file that changes its encoding at its end is refused with the place")
    func mixed() {
        var bytes: [UInt8] = []
        for _ in 0..<60_000 { bytes += EncodingTests.utf8Line }
        let end = bytes.count
        bytes += EncodingTests.gbLine
        #expect(throws: ReadError.mixedEncodings(offset: end + 1, line: 60_001)) { try rows(ofText: bytes) }
        var reversed: [UInt8] = []
        for _ in 0..<1000 { reversed += EncodingTests.gbLine }
        let border = reversed.count
        for _ in 0..<3 { reversed += EncodingTests.utf8Line }
        #expect(throws: ReadError.mixedEncodings(offset: border, line: 1001)) { try rows(ofText: reversed) }
    }

    @Test("bytes that are of no encoding are refused with their place")
    func badBytes() {
        let bytes = EncodingTests.gbLine + [0x61, 0xFF, 0x62]
        #expect(throws: ReadError.badEncoding(offset: 15, line: 2)) { try rows(ofText: bytes) }
        let half = EncodingTests.gbLine + [0xCD]
        #expect(throws: ReadError.badEncoding(offset: 14, line: 2)) { try rows(ofText: half) }
        let marked = [0xEF, 0xBB, 0xBF] + EncodingTests.gbLine
        #expect(throws: ReadError.badEncoding(offset: 4, line: 1)) { try rows(ofText: marked) }
    }

    @Test("text in GB18030 is not taken for two encodings by chance", arguments: 0..<20)
    func notMixedByChance(seed: UInt64) throws {
        // Common characters stand in rows B0 to F7 of the table.
        var state = seed &+ 0x9E37_79B9
        func next(_ bound: UInt64) -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(state >> 33 % bound)
        }
        var bytes: [UInt8] = []
        for _ in 0..<5000 {
            for _ in 0..<(2 + next(4)) { bytes += [0xB0 + next(39), 0xA1 + next(93)] }
            bytes.append(0x0A)
        }
        #expect(try rows(ofText: bytes).count == 5000)
    }
}
