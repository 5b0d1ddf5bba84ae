import Tabular
import Testing

@Suite("Workbooks as other programs write them")
struct AwkwardWorkbookTests {
    private func read(_ workbook: HandMadeWorkbook) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        try withFolder { folder in
            try write(workbook.bytes, to: folder + "/a.xlsx")
            rows = try SheetSource(path: folder + "/a.xlsx").firstRows(100, ofSheet: 0)
        }
        return rows
    }

    private static let cells: [(xml: String, cell: Cell)] = [
        ("<c><v>14</v></c>", 14),
        ("<c><v>0.30000000000000004</v></c>", .decimal("0.30000000000000004")),
        ("<c t='n'><v>1E3</v></c>", .decimal("1E3")),
        ("<c t='s'><v>0</v></c>", "王建国"),
        ("<c t='s'><v>9</v></c>", .error("#REF!")),
        ("<c t='inlineStr'><is><r><t>欧阳</t></r><r><t>修远</t></r></is></c>", "欧阳修远"),
        ("<c t='inlineStr'><is><t>漢</t><rPh sb='0' eb='1'><t>かん</t></rPh></is></c>", "漢"),
        ("<c t='str'><f>A1</f><v>结果</v></c>", "结果"),
        ("<c t='str'><f>A1</f><v></v></c>", .empty),
        ("<c><f>A1+1</f></c>", .uncalculated),
        ("<c t='b'><v>1</v></c>", .bool(true)),
        ("<c t='e'><v>#N/A</v></c>", .error("#N/A")),
        ("<c t='inlineStr'><is><t>a_x000D_b_x005F_x0041_</t></is></c>", "a\rb_x0041_"),
        ("<c t='str'><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c>", .image),
        ("<c t='d'><v>2024-03-05</v></c>", .date(CellDate(year: 2024, month: 3, day: 5)!)),
        (
            "<c t='d'><v>2024-03-05T14:30:00.000Z</v></c>",
            .date(CellDate(year: 2024, month: 3, day: 5, secondOfDay: 52_200)!)
        ),
        ("<c><v>三成</v></c>", "三成"),
        ("<x:c xmlns:x='m' t='b'><x:v>0</x:v></x:c>", .bool(false)),
    ]

    @Test("every kind of cell is understood", arguments: cells)
    func understands(xml: String, cell: Cell) throws {
        var workbook = HandMadeWorkbook(rows: "<row>\(xml)<c><v>1</v></c></row>")
        workbook["xl/sharedStrings.xml"] = "<sst><si><r><t>王</t></r><r><t>建国</t></r></si></sst>"
        #expect(try read(workbook).map(\.cells) == [[cell, 1]])
    }

    private static let formats: [(code: String, serial: String, text: String)] = [
        ("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "45356", "2024-03-05"),
        ("[$-804]yyyy/m/d", "45356", "2024-03-05"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45356", "2024-03-05"),
        ("m/d", "45356", "2024-03-05"),
        ("yyyy-mm-dd hh:mm", "45356.604166666664", "2024-03-05 14:30"),
        ("yyyy-mm-dd hh:mm", "45356", "2024-03-05 00:00"),
        ("[Red]0.00", "45356", "45356"),
        ("&quot;day&quot;0", "45356", "45356"),
        ("0.00E+00", "45356", "45356"),
        ("General", "45356", "45356"),
        ("G/通用格式", "45356", "45356"),
        ("_ * #,##0.00_ ", "45356", "45356"),
        ("h:mm AM/PM", "0.5", "12:00"),
        ("[h]:mm", "1.25", "1.25"),
        ("[h]:mm", "0.25", "06:00"),
        ("yyyy-mm-dd", "-3", "-3"),
        ("yyyy-mm-dd", "59", "1900-02-28"),
        ("yyyy-mm-dd", "60", "60"),
        ("yyyy-mm-dd", "61", "1900-03-01"),
        ("yyyy-mm-dd", "2958465", "9999-12-31"),
        ("yyyy-mm-dd", "2958466", "2958466"),
    ]

    @Test("number formats decide what is a date", arguments: formats)
    func decides(code: String, serial: String, text: String) throws {
        var workbook = HandMadeWorkbook(rows: "<row><c s='1'><v>\(serial)</v></c></row>")
        workbook["xl/styles.xml"] = """
            <styleSheet><numFmts><numFmt numFmtId="176" formatCode="\(code)"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>
            """
        #expect(try read(workbook).map { $0.cells.map(\.text) } == [[text]])
    }

    @Test("built-in date formats, the Chinese ones among them", arguments: [14, 22, 27, 31, 36, 50, 57, 58])
    func builtIn(id: Int) throws {
        var workbook = HandMadeWorkbook(rows: "<row><c s='0'><v>45356</v></c></row>")
        workbook["xl/styles.xml"] = "<styleSheet><cellXfs><xf numFmtId='\(id)'/></cellXfs></styleSheet>"
        #expect(try read(workbook)[0][0].text.hasPrefix("2024-03-05"))
    }

    @Test("a workbook that counts from 1904")
    func calendarOf1904() throws {
        var workbook = HandMadeWorkbook(rows: "<row><c s='0'><v>43894</v></c></row>")
        workbook["xl/styles.xml"] = "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>"
        workbook["xl/workbook.xml"] = """
            <workbook><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>
            """
        #expect(try read(workbook)[0][0].text == "2024-03-05")
    }

    @Test("rows and cells without names, gaps, and empty rows at the end")
    func places() throws {
        let workbook = HandMadeWorkbook(
            rows: """
                <row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="F2"><v>3</v></c><c r="G2" s="1"/></row>
                <row><c><v>4</v></c></row><row r="9"/><row r="10"><c r="A10" s="1"/><c t="str"><v> </v></c></row>
                <row r="1048576" hidden="1"><c r="XFD1048576"><v>5</v></c></row><row r="7"/>
                """)
        let rows = try read(workbook)
        #expect(rows.map(\.number) == [2, 3, 1_048_576])
        #expect(rows[0].cells == [.empty, 1, 2, .empty, .empty, 3])
        #expect(rows[2].cells.count == 16_384 && rows[2].isHidden)
        #expect(rows[2].name(ofColumn: 16_383).description == "XFD1048576")
    }

    @Test("parts named with backslashes and other capitals, prefixed names, strict namespace")
    func foreignNames() throws {
        var workbook = HandMadeWorkbook()
        workbook["xl/_rels/workbook.xml.rels"] = """
            <Relationships><Relationship Id="rId1" Target="worksheets\\Sheet1.xml"
            Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/></Relationships>
            """
        workbook["xl/worksheets/sheet1.xml"] = """
            <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:dimension ref="A1"/>
            <x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>对</x:t></x:is></x:c></x:row></x:sheetData>
            </x:worksheet>
            """
        workbook.parts = workbook.parts.map { ($0.name.replacing("/", with: "\\"), $0.content) }
        #expect(try read(workbook).map(\.cells) == [["对"]])
    }

    @Test("charts are no sheets, and what is very hidden is hidden")
    func sheets() throws {
        var workbook = HandMadeWorkbook()
        workbook["xl/workbook.xml"] = """
            <workbook><sheets><sheet name="图" r:id="rId2"/><sheet name="a&amp;b" r:id="rId1" state="veryHidden"/></sheets>
            </workbook>
            """
        workbook["xl/_rels/workbook.xml.rels"] = """
            <Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="t/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>
            """
        try withFolder { folder in
            try write(workbook.bytes, to: folder + "/a.xlsx")
            let sheets = try SheetSource(path: folder + "/a.xlsx").sheets
            #expect(sheets.map(\.name) == ["a&b"] && sheets.map(\.isHidden) == [true])
        }
    }

    private struct Enough: Error {}

    @Test("reading ends where the reader says so, and its error comes out")
    func stopping() throws {
        let workbook = HandMadeWorkbook(rows: String(repeating: "<row><c><v>1</v></c></row>", count: 9) + "<broken")
        try withFolder { folder in
            try write(workbook.bytes, to: folder + "/a.xlsx")
            let source = try SheetSource(path: folder + "/a.xlsx")
            #expect(try source.firstRows(3, ofSheet: 0).map(\.number) == [1, 2, 3])
            #expect(throws: Enough.self) {
                try source.forEachRow(ofSheet: 0) { row in if row.number == 4 { throw Enough() } }
            }
            #expect(throws: ReadError.self) { try source.forEachRow(ofSheet: 0) { _ in } }
        }
    }

    @Test("an identity number that was taken for a number is known to have lost digits")
    func lostDigits() throws {
        let rows = try read(
            HandMadeWorkbook(rows: "<row><c><v>1.1010119900307447E+17</v></c><c><v>138000</v></c></row>"))
        let lost = rows[0].cells.map { cell in
            if case .number(let number) = cell { number.hasLostDigits } else { false }
        }
        #expect(lost == [true, false])
    }
}
