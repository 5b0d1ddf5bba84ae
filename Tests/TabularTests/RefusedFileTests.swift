import Tabular
import Testing

@Suite("Files that are refused")
struct RefusedFileTests {
    /// The error that opening and reading a file of these bytes gives.
    private func refusal(
        _ bytes: [UInt8], named name: String = "a.xlsx", limits: ReadLimits = ReadLimits()
    ) -> ReadError? {
        var found: ReadError?
        try? withFolder { folder in
            try write(bytes, to: folder + "/" + name)
            do {
                let source = try SheetSource(path: folder + "/" + name, limits: limits)
                try source.forEachRow(ofSheet: 0) { _ in }
            } catch let error as ReadError {
                found = error
            }
            #expect(try contents(folder + "/" + name) == bytes)
        }
        return found
    }

    private func contents(_ path: String) throws -> [UInt8] { try bytes(path) }

    private static func compound(_ stream: String) -> [UInt8] {
        let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        return head + [UInt8](repeating: 0, count: 1500) + stream.utf8.flatMap { [$0, 0] }
    }

    private static let files: [(name: String, bytes: [UInt8], error: ReadError)] = [
        ("empty", [], .emptyFile),
        ("with a password", compound("EncryptedPackage"), .encrypted),
        ("before 2007", compound("Workbook"), .oldWorkbook),
        ("page", Array("\u{FEFF}\n<!DOCTYPE html><html><table>".utf8), .webPage),
        (
            "old XML", Array("<?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?>".utf8),
            .notASheetFile(found: "Excel 2003 XML 表格")
        ),
        ("pdf", Array("%PDF-1.7".utf8), .notASheetFile(found: "PDF")),
        ("nulls", [65, 0, 66, 0], .notASheetFile(found: "二进制数据")),
        ("half a directory", Array(HandMadeWorkbook(rows: "<row/>").bytes.dropLast(30)), .cut),
    ]

    @Test("known by their content, whatever their name", arguments: files.map(\.name))
    func refused(name: String) throws {
        let file = try #require(RefusedFileTests.files.first { $0.name == name })
        #expect(refusal(file.bytes) == file.error)
        #expect(refusal(file.bytes, named: "a.csv") == file.error)
    }

    @Test("no file, a folder")
    func notThere() {
        #expect(throws: ReadError.missing) { try SheetSource(path: "/nirgends/a.xlsx") }
        #expect(throws: ReadError.notAFile) { try SheetSource(path: "/tmp") }
    }

    @Test("packages that hold no workbook are named")
    func otherPackages() {
        for (part, found) in [
            ("word/document.xml", "Word 文档"), ("content.xml", "ODS 工作簿"), ("xl/workbook.bin", "XLSB 二进制工作簿"),
            ("readme.txt", "ZIP 压缩包"),
        ] {
            var zip = ZipBytes()
            zip.add(part, [])
            #expect(refusal(zip.bytes) == .notASheetFile(found: found))
        }
    }

    @Test("a missing sheet is named")
    func missingPart() {
        var workbook = HandMadeWorkbook()
        workbook.parts.removeAll { $0.name.hasSuffix("sheet1.xml") }
        #expect(refusal(workbook.bytes) == .missingPart("xl/worksheets/sheet1.xml"))
    }

    @Test("entities are refused before they are expanded")
    func entities() {
        for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"] {
            var workbook = HandMadeWorkbook(rows: "<row><c><v>1</v></c></row>")
            workbook[part] = "<!DOCTYPE a [<!ENTITY b 'bbbb'>]><a>&b;</a>"
            #expect(refusal(workbook.bytes) == .entity(part: part))
        }
    }

    @Test("XML that is cut or broken is an error with its place, also after rows were read")
    func brokenXML() {
        var workbook = HandMadeWorkbook()
        workbook["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData><row><c><v>1</v></c></row>\n<row></worksheet>"
        guard case .damaged(let part, let detail) = refusal(workbook.bytes) else {
            Issue.record("not refused")
            return
        }
        #expect(part == "xl/worksheets/sheet1.xml" && detail.hasPrefix("第 2 行"))
    }

    @Test("a wrong checksum is an error")
    func checksum() {
        var zip = ZipBytes()
        for part in HandMadeWorkbook(rows: "<row><c><v>1</v></c></row>").parts {
            zip.add(part.name, Array(part.content.utf8), checksum: part.name.hasSuffix("sheet1.xml") ? 1 : nil)
        }
        #expect(refusal(zip.bytes) == .damaged(part: "xl/worksheets/sheet1.xml", detail: "校验和不符"))
    }

    @Test("what unpacks to too much is stopped")
    func bombs() throws {
        try withFolder { folder in
            let path = folder + "/b.xlsx"
            let workbook = try WorkbookWriter(path: path)
            let sheet = try workbook.addSheet("a")
            for row in 1...2000 { try sheet.writeRow(row, [0, 0, 0, 0, 0, 0, 0, 0]) }
            try workbook.close()
            var limits = ReadLimits()
            limits.ratioFreeBytes = 10_000
            limits.ratio = 5
            let bomb = refusal(try bytes(path), limits: limits)
            guard case .bomb(let part, _) = bomb else {
                Issue.record("\(String(describing: bomb))")
                return
            }
            #expect(part == "xl/worksheets/sheet1.xml")
            limits = ReadLimits()
            limits.inflatedBytes = 100_000
            guard case .bomb = refusal(try bytes(path), limits: limits) else {
                Issue.record("not stopped")
                return
            }
        }
    }

    @Test("a cut workbook is an error at every length, never fewer rows")
    func cutAnywhere() throws {
        try withFolder { folder in
            let path = folder + "/b.xlsx"
            let workbook = try WorkbookWriter(path: path)
            let sheet = try workbook.addSheet("a")
            for row in 1...200 { try sheet.writeRow(row, ["王建国", .integer(row * 7919)]) }
            try workbook.close()
            let whole = try bytes(path)
            for step in 0..<50 {
                let cut = Array(whole.prefix(whole.count * step / 50))
                #expect(refusal(cut) != nil, "\(step)/50")
            }
            #expect(refusal(whole) == nil)
        }
    }

    @Test("flipped bytes never give other values without an error")
    func flipped() throws {
        let whole = HandMadeWorkbook(rows: "<row><c t='str'><v>王建国</v></c><c><v>7919</v></c></row>").bytes
        for place in stride(from: 0, to: whole.count, by: 7) {
            var bytes = whole
            bytes[place] ^= 0x04
            try withFolder { folder in
                try write(bytes, to: folder + "/a.xlsx")
                guard let source = try? SheetSource(path: folder + "/a.xlsx") else { return }
                guard let rows = try? source.firstRows(9, ofSheet: 0) else { return }
                #expect(rows.map(\.cells) == [["王建国", 7919]], "byte \(place)")
            }
        }
    }
}
