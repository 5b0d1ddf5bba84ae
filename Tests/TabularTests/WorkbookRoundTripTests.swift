import Tabular
import Testing

@Suite("Workbooks written and read back")
struct WorkbookRoundTripTests {
    @Test("every kind of cell comes back as it was", arguments: [false, true])
    func everyKindComesBack(constantMemory: Bool) throws {
        try withFolder { folder in
            let cells: [Cell] = [
                "王建国", "=1+1", "_x0041_", "a\u{1}b", "𠮷 ", 14, .decimal("0.1"), .decimal("-12.345"), .bool(true),
                .date(try #require(CellDate(year: 2024, month: 3, day: 5))),
                .date(try #require(CellDate(year: 2024, month: 3, day: 5, secondOfDay: 52_200))),
                .date(try #require(CellDate(year: 1900, month: 2, day: 28))),
                .date(try #require(CellDate(year: 1900, month: 3, day: 1))),
                .time(secondOfDay: 30_600), "110101199003074477",
            ]
            let path = folder + "/a.xlsx"
            var options = WorkbookOptions()
            options.constantMemory = constantMemory
            let workbook = try WorkbookWriter(path: path, options: options)
            let sheet = try workbook.addSheet("名册")
            try sheet.writeRow(3, cells)
            try workbook.close()
            let rows = try SheetSource(path: path).firstRows(10, ofSheet: 0)
            #expect(rows == [SheetRow(number: 3, cells: cells)])
        }
    }

    @Test("sheets keep their names, their order and what is hidden; names no program accepts are cleaned")
    func sheetNames() throws {
        try withFolder { folder in
            let path = folder + "/a.xlsx"
            let workbook = try WorkbookWriter(path: path)
            let names = ["名册", "名册", "2024/5", "", "'a'", String(repeating: "长", count: 40)]
            let written = try names.map { try workbook.addSheet($0, isHidden: $0 == "2024/5").name }
            #expect(
                written == ["名册", "名册(2)", "2024_5", "Sheet", "_a_", String(repeating: "长", count: 31)])
            try workbook.close()
            let sheets = try SheetSource(path: path).sheets
            #expect(sheets.map(\.name) == written)
            #expect(sheets.map(\.isHidden) == [false, false, true, false, false, false])
        }
    }

    @Test("merged cells are filled downwards, everywhere, or not at all")
    func mergedCells() throws {
        try withFolder { folder in
            let path = folder + "/a.xlsx"
            let workbook = try WorkbookWriter(path: path)
            let sheet = try workbook.addSheet("界别")
            try sheet.merge(try #require(CellRange("A1:C1")), "界别名册", style: .title)
            try sheet.merge(try #require(CellRange("A2:A4")), "农业界")
            for row in 2...4 { try sheet.write(.integer(row), at: CellName(row: row, column: 1)) }
            try workbook.close()
            let source = try SheetSource(path: path)
            #expect(try source.mergedRanges(ofSheet: 0).map(\.description) == ["A1:C1", "A2:A4"])
            let plain = try source.firstRows(9, ofSheet: 0)
            #expect(plain.map(\.cells) == [["界别名册"], ["农业界", 2], [.empty, 3], [.empty, 4]])
            let down = try source.firstRows(9, ofSheet: 0, filling: .down)
            #expect(down.map(\.cells) == [["界别名册"], ["农业界", 2], ["农业界", 3], ["农业界", 4]])
            let all = try source.firstRows(1, ofSheet: 0, filling: .everywhere)
            #expect(all.map(\.cells) == [["界别名册", "界别名册", "界别名册"]])
        }
    }

    @Test("the same content gives the same bytes")
    func sameBytes() throws {
        try withFolder { folder in
            for name in ["a", "b"] {
                let workbook = try WorkbookWriter(path: folder + "/\(name).xlsx")
                let sheet = try workbook.addSheet("表")
                try sheet.writeRow(1, ["姓名", "状态"], style: .heading)
                try sheet.allow(["出席", "缺席"], in: try #require(CellRange("B2:B9")), message: "请从列表中选")
                sheet.freeze(rows: 1)
                try sheet.filter(try #require(CellRange("A1:B9")))
                try sheet.setWidth(20, ofColumn: 0)
                try sheet.setUpPrinting()
                try workbook.close()
            }
            #expect(try bytes(folder + "/a.xlsx") == bytes(folder + "/b.xlsx"))
            let sheets = try SheetSource(path: folder + "/a.xlsx").sheets
            #expect(sheets.map(\.name) == ["表", "选项"] && sheets[1].isHidden)
        }
    }

    @Test("a writer that is not closed leaves the old file as it was and nothing beside it")
    func notClosed() throws {
        try withFolder { folder in
            let path = folder + "/a.xlsx"
            try write("alt", to: path)
            do {
                let workbook = try WorkbookWriter(path: path)
                _ = try workbook.addSheet("表")
            }
            #expect(try bytes(path) == Array("alt".utf8))
            #expect(try files(in: folder) == ["a.xlsx"])
        }
    }

    @Test("a folder that is not there is named")
    func missingFolder() {
        #expect(throws: WriteError.missingFolder(path: "/nirgends/a.xlsx")) {
            try WorkbookWriter(path: "/nirgends/a.xlsx")
        }
    }

    @Test("hidden rows are flagged")
    func hiddenRows() throws {
        try withFolder { folder in
            let workbook = try WorkbookWriter(path: folder + "/a.xlsx")
            let sheet = try workbook.addSheet("表")
            try sheet.writeRow(1, ["a"])
            try sheet.hideRow(2)
            try sheet.writeRow(2, ["b"])
            try workbook.close()
            let rows = try SheetSource(path: folder + "/a.xlsx").firstRows(5, ofSheet: 0)
            #expect(rows.map(\.isHidden) == [false, true])
        }
    }

    @Test("a sheet longer than a block of its part comes back whole")
    func manyRows() throws {
        try withFolder { folder in
            let workbook = try WorkbookWriter(path: folder + "/a.xlsx")
            let sheet = try workbook.addSheet("签到")
            for row in 1...5000 { try sheet.writeRow(row, [.integer(row), "王建国", .decimal("\(row).5")]) }
            try workbook.close()
            var next = 1
            try SheetSource(path: folder + "/a.xlsx").forEachRow(ofSheet: 0) { row in
                let expected: [Cell] = [.integer(next), "王建国", .decimal("\(next).5")]
                if row != SheetRow(number: next, cells: expected) { Issue.record("row \(next): \(row)") }
                next += 1
            }
            #expect(next == 5001)
        }
    }
}
