import Tabular
import Testing

@Suite("Tables in every format")
struct DocumentTests {
    private let document = TableDocument(
        title: "2024年履职得分",
        columns: [
            TableColumn("memberId", "委员编号", .identifier), TableColumn("name", "姓名"),
            TableColumn("points", "得分", .number(fractionDigits: 1)),
            TableColumn("rate", "出席率", .percent(fractionDigits: 1)),
            TableColumn("joined", "任职", .date),
        ],
        rows: [
            [7, "王建国", .decimal("92.5"), .decimal("0.8543"), .date(CellDate(year: 2022, month: 1, day: 5)!)],
            ["008", "欧阳修远", 100, 1],
        ],
        notes: ["出席率按应到计算。"])

    private func text(_ format: OutputFormat, _ documents: [TableDocument]? = nil) throws -> String {
        let sink = ByteSink.memory()
        try TableDocument.render(documents ?? [document], as: format, to: sink)
        return sink.text
    }

    @Test("for the terminal")
    func terminal() throws {
        #expect(
            try text(.table) == """
                2024年履职得分

                委员编号  姓名       得分  出席率  任职
                --------  --------  -----  ------  ----------
                7         王建国     92.5   85.4%  2022-01-05
                008       欧阳修远  100.0  100.0%

                出席率按应到计算。

                """)
    }

    @Test("as comma-separated text")
    func csv() throws {
        #expect(
            try text(.csv) == """
                委员编号,姓名,得分,出席率,任职
                7,王建国,92.5,85.4%,2022-01-05
                008,欧阳修远,100.0,100.0%,

                """)
    }

    @Test("as JSON and JSON Lines, numbers exact and ids as text")
    func json() throws {
        let first = #"{"memberId":"7","name":"王建国","points":92.5,"rate":0.8543,"joined":"2022-01-05"}"#
        let second = #"{"memberId":"008","name":"欧阳修远","points":100,"rate":1,"joined":null}"#
        #expect(try text(.jsonl) == first + "\n" + second + "\n")
        let value = try JSONValue(parsing: text(.json))
        #expect(value["title"] == "2024年履职得分")
        #expect(value["rows"] == .array([try JSONValue(parsing: first), try JSONValue(parsing: second)]))
        #expect(value["columns"]?.array?.first == ["key": "memberId", "name": "委员编号"])
    }

    @Test("as a workbook that reads back")
    func workbook() throws {
        try withFolder { folder in
            let path = folder + "/a.xlsx"
            try TableDocument.write([document, document], as: .xlsx, toFile: path)
            let source = try SheetSource(path: path)
            #expect(source.sheets.map(\.name) == ["2024年履职得分", "2024年履职得分(2)"])
            let rows = try source.firstRows(9, ofSheet: 1)
            #expect(rows.map(\.number) == [1, 2, 3, 4, 6])
            #expect(rows[2].cells.map(\.text) == document.rows[0].map(\.text))
            #expect(rows[2][0] == "7")
            let sink = ByteSink.memory()
            try document.render(as: .xlsx, to: sink)
            #expect(sink.bytes.starts(with: [0x50, 0x4B]))
        }
    }

    @Test("several documents stand below each other, and JSON stays one document")
    func several() throws {
        #expect(try text(.csv, [document, document]).contains("2024年履职得分\n委员编号"))
        #expect(try JSONValue(parsing: text(.json, [document, document])).array?.count == 2)
        #expect(try text(.jsonl, [document, document]).hasPrefix(#"{"table":"2024年履职得分","memberId":"7""#))
    }

    @Test("a table without rows says so to people and is empty to programs")
    func noRows() throws {
        let empty = TableDocument(columns: [TableColumn("a", "甲")])
        #expect(try text(.table, [empty]) == "甲\n--\n（没有内容）\n")
        #expect(try text(.csv, [empty]) == "甲\n")
        #expect(try text(.jsonl, [empty]) == "")
    }

    @Test("a format is known by a file's name")
    func formats() {
        let names = ["a.xlsx", "/x.y/b.CSV", "c.jsonl", "d.ndjson", "e.txt", "f", "g.pdf", ".csv", "a.b/c"]
        #expect(names.map { OutputFormat(path: $0) } == [.xlsx, .csv, .jsonl, .jsonl, .table, nil, nil, nil, nil])
    }

    @Test("a file appears whole or not at all")
    func wholeFile() throws {
        try withFolder { folder in
            do {
                let sink = try ByteSink.file(folder + "/a.csv")
                try sink.write("halb")
                #expect(try files(in: folder) != ["a.csv"])
            }
            #expect(try files(in: folder) == [])
            try TableDocument.write([document], as: .csv, toFile: folder + "/a.csv")
            #expect(try bytes(folder + "/a.csv").starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(try String(decoding: bytes(folder + "/a.csv"), as: UTF8.self).contains("\r\n"))
            #expect(try files(in: folder) == ["a.csv"])
        }
    }
}

@Suite("Comma-separated text written")
struct CSVWriterTests {
    private static let fields: [(cell: Cell, text: String)] = [
        ("=1+1", "'=1+1"), ("@a", "'@a"), ("+86 138", "'+86 138"), ("-5", "-5"), ("-5%", "-5%"), ("+3.5", "+3.5"),
        ("-a", "'-a"), ("\ta", "\"'\ta\""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
        (.integer(-3), "-3"), (.empty, ""), (.bool(true), "TRUE"), (" a", "\" a\""), ("王建国", "王建国"),
    ]

    @Test("formulas are defused, plain numbers are not touched", arguments: fields)
    func field(cell: Cell, text: String) throws {
        let sink = ByteSink.memory()
        try CSVWriter(to: sink, style: .pipe).writeRow([cell, 1])
        #expect(sink.text == text + ",1\n")
    }

    @Test("what is written is read back")
    func roundTrip() throws {
        try withFolder { folder in
            let texts = ["王,建国", "a\"b", "x\ny", "", "末"]
            let sink = try ByteSink.file(folder + "/a.csv")
            try CSVWriter(to: sink, style: .file).writeRow(texts)
            try sink.finish()
            let rows = try SheetSource(path: folder + "/a.csv").firstRows(2, ofSheet: 0)
            #expect(rows.map { $0.cells.map(\.text) } == [texts])
        }
    }
}

@Suite("Numbers and names of cells")
struct CellTests {
    @Test("numbers show at most 15 digits and never an exponent")
    func numbers() {
        let pairs = [
            ("14", "14"), ("14.0", "14"), ("1.4E1", "14"), ("0.30000000000000004", "0.3"), ("-0.50", "-0.5"),
            ("1E-3", "0.001"), ("9.999999999999999E-1", "1"), ("110101199003074477", "110101199003074477"), ("0", "0"),
            ("-0", "0"), (".5", "0.5"), ("1.5E3", "1500"), ("123456789.123456789", "123456789.123457"),
        ]
        for (text, plain) in pairs { #expect(CellNumber(text)?.decimal == plain, "\(text)") }
        for text in ["", "-", "1e", "1.2.3", " 1", "1 ", "0x1", "1,5", "三", "1e999999", "1e-9223372036854775808"] {
            #expect(CellNumber(text) == nil)
        }
        #expect(CellNumber("14.0")?.integer == 14 && CellNumber("14.5")?.integer == nil)
    }

    @Test("cell names are read and written")
    func names() {
        for (text, row, column) in [("A1", 1, 0), ("Z9", 9, 25), ("AA10", 10, 26), ("XFD1048576", 1_048_576, 16_383)] {
            #expect(CellName(text) == CellName(row: row, column: column))
            #expect(CellName(row: row, column: column).description == text)
        }
        #expect(CellName("$C$14")?.description == "C14")
        for text in ["", "A", "1", "1A", "A0", "XFE1", "A1048577", "A1B", "王1"] { #expect(CellName(text) == nil) }
        #expect(CellRange("C3:A1")?.description == "A1:C3")
        #expect(CellRange("B2")?.description == "B2")
        #expect(CellRange("A1:") == nil)
    }

    @Test("dates that do not exist are refused")
    func dates() {
        #expect(CellDate(year: 2023, month: 2, day: 29) == nil)
        #expect(CellDate(year: 2024, month: 2, day: 29)?.description == "2024-02-29")
        #expect(CellDate(year: 2024, month: 3, day: 5, secondOfDay: 52_215)?.description == "2024-03-05 14:30:15")
    }
}
