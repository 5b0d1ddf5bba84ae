import Tabular
import Testing
import Typesetting

@Suite("pages as PDF") struct PDFTests {
    static func table(rows: Int, title: String = "名单") -> TableDocument {
        TableDocument(
            title: title,
            columns: [TableColumn("n", "序号", .number()), TableColumn("name", "姓名"), TableColumn("unit", "单位")],
            rows: (0..<rows).map { [.integer($0 + 1), .text("委员\($0 + 1)"), .text("示范县第 \($0 + 1) 中学")] })
    }

    @Test("a long table repeats its head on every page, which says which of how many it is") func pages() throws {
        let pdf = try ReadPDF([Manuscript(title: "名册", blocks: [.title("名册"), .table(Self.table(rows: 120))])])
        #expect(pdf.pages.count > 2)
        for (place, page) in pdf.pages.enumerated() {
            #expect(page.contains("序号") && page.contains("姓名"), "page \(place + 1)")
            #expect(page.squeezed.contains("第\(place + 1)页共\(pdf.pages.count)页"), "page \(place + 1)")
        }
        for row in [1, 60, 120] { #expect(pdf.text.contains("委员\(row)")) }
        #expect(pdf.facts.contains("A4"))
    }

    @Test("each document of a file numbers its own pages, and bookmarks lead to it") func documents() throws {
        let sheets = ["张三", "李四"].map { name in
            Manuscript(
                title: name, blocks: [.title(name), .table(Self.table(rows: 70, title: "\(name)的记录"))],
                shelf: ["教育界"])
        }
        let pdf = try ReadPDF(sheets)
        #expect(pdf.pages.count == 4)
        #expect(pdf.pages[2].squeezed.contains("第1页共2页"))
        for name in ["教育界", "张三", "李四", "李四的记录"] { #expect(pdf.outline.contains(name), "\(name)") }
        #expect(pdf.outline.contains("page=\"3\""))
    }

    @Test("no line begins with what must not begin one or ends with what must not end one", arguments: 6...14)
    func breaking(ems: Int) throws {
        let text = "会议指出：（一）要加强学习，“不调研不提提案”；（二）做好服务、办实事……《办法》第五条规定：“委员应当参加会议。”"
        let filler = String(repeating: "宽", count: 52 - ems)
        let table = TableDocument(
            columns: [TableColumn("a", "甲"), TableColumn("b", "乙")], rows: [[.text(text), .text(filler)]])
        let pdf = try ReadPDF([Manuscript(title: "断行", blocks: [.table(table)])])
        let lines = pdf.text.split(separator: "\n").map { line in
            line.split(separator: " ").first { !$0.hasPrefix("宽") }.map(String.init) ?? ""
        }
        for line in lines where !line.isEmpty {
            if let first = line.first { #expect(!"，。；：、）”》…！？".contains(first), "\(line)") }
            if let last = line.last { #expect(!"（“《".contains(last), "\(line)") }
        }
    }

    @Test("equal documents are equal bytes") func equal() throws {
        let sheet = Manuscript(title: "名册", blocks: [.title("名册"), .table(Self.table(rows: 10))])
        #expect(try ReadPDF([sheet]).bytes == ReadPDF([sheet]).bytes)
    }

    @Test("a row longer than a page goes on over the next, and nothing of it is lost") func longRow() throws {
        let words = (1...900).map { "第\($0)句。" }.joined()
        let table = TableDocument(
            columns: [TableColumn("a", "事由"), TableColumn("b", "说明")], rows: [["总结", .text(words)]])
        let pdf = try ReadPDF([Manuscript(title: "长", blocks: [.table(table)])])
        #expect(pdf.pages.count > 1)
        let joined = pdf.text.squeezed
        for number in [1, 450, 900] { #expect(joined.contains("第\(number)句"), "\(number)") }
    }

    @Test("an empty table says so, and a file without documents is still a PDF") func empty() throws {
        let pdf = try ReadPDF([Manuscript(title: "空", blocks: [.table(Self.table(rows: 0))])])
        #expect(pdf.text.contains("没有内容"))
        #expect(try ReadPDF([]).facts.contains("Pages:           1"))
    }

    @Test("what steers a screen or turns the writing is not set") func steering() throws {
        let pdf = try ReadPDF([
            Manuscript(title: "字", blocks: [.paragraph("甲\u{1B}[31m乙\u{202E}丙\u{0}丁", .note)])
        ])
        #expect(pdf.text.contains("甲[31m乙丙丁"))
    }
}
