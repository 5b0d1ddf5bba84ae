import Tabular
import Testing

@Suite("On the terminal")
struct DisplayTests {
    private static let widths: [(text: String, narrow: Int, wide: Int)] = [
        ("", 0, 0), ("abc", 3, 3), ("王建国", 6, 6), ("欧阳修远", 8, 8), ("𠮷", 2, 2), ("ｱ", 1, 1), ("Ａ，", 4, 4),
        ("①“√×○△—", 7, 14), ("e\u{301}", 1, 1), ("👨‍👩‍👧", 2, 2), ("🇨🇳", 2, 2), ("✔️", 2, 2), ("한", 2, 2),
        ("a\u{200B}b", 2, 2), ("\u{1B}\u{7F}", 0, 0), ("…", 1, 2),
    ]

    @Test("columns that a text takes", arguments: widths)
    func measures(text: String, narrow: Int, wide: Int) {
        #expect(DisplayWidth.standard.columns(of: text) == narrow)
        #expect(DisplayWidth(ambiguousIsWide: true).columns(of: text) == wide)
    }

    @Test("texts are cut, filled up and broken by columns, not by characters")
    func fitting() {
        let width = DisplayWidth.standard
        #expect(width.truncated("欧阳修远", to: 8) == "欧阳修远")
        #expect(width.truncated("欧阳修远", to: 7) == "欧阳修…")
        #expect(width.truncated("欧阳修远", to: 6) == "欧阳…")
        #expect(width.truncated("欧阳", to: 0) == "")
        #expect(width.padded("王", to: 4, .right) == "  王")
        #expect(width.padded("王", to: 5, .center) == " 王  ")
        #expect(width.wrapped("关于加强农村道路建设的提案", to: 10) == ["关于加强农", "村道路建设", "的提案"])
        #expect(width.wrapped("编号 2024-15 号", to: 8) == ["编号", "2024-15", "号"])
        #expect(width.wrapped("a\n\nb", to: 8) == ["a", "", "b"])
        #expect(width.wrapped("", to: 8) == [""])
    }

    @Test("Chinese names stand in straight columns, numbers to the right")
    func table() {
        let table = TextTable(
            columns: [.init("姓名"), .init("得分", .right), .init("备注")],
            rows: [["王建国", "9.5", "常委"], ["欧阳修远", "100", ""], ["李"]])
        #expect(
            table.lines() == [
                "姓名      得分  备注",
                "--------  ----  ----",
                "王建国     9.5  常委",
                "欧阳修远   100",
                "李",
            ])
    }

    @Test("a wide table gives way until it fits, by cutting or by wrapping")
    func narrowTerminal() {
        var table = TextTable(
            columns: [.init("编号"), .init("案由")], rows: [["0001", "关于加强农村道路建设的提案"]])
        table.totalWidth = 20
        #expect(table.lines().last == "0001  关于加强农村…")
        table.overflow = .wrap
        #expect(table.lines().suffix(2) == ["0001  关于加强农村道", "      路建设的提案"])
    }

    @Test("numbers and dates do not give way")
    func rigidColumns() {
        var table = TextTable(
            columns: [.init("日期", isRigid: true), .init("案由"), .init("得分", .right, isRigid: true)],
            rows: [["2024-03-05 14:30", "关于加强农村道路建设的提案", "1234567.5"]])
        table.totalWidth = 10
        #expect(table.lines().last == "2024-03-05 14:30  关于…   1234567.5")
    }

    @Test("what a record holds cannot colour the screen, move the cursor or turn the writing")
    func unsafeText() {
        let table = TextTable(columns: [.init("a")], rows: [["\u{1B}[31mx\u{202E}\ny\tz"]])
        #expect(table.lines().last == "\u{FFFD}[31mx\u{FFFD} y z")
    }

    @Test("headings are bold only where colour is wanted")
    func color() {
        var table = TextTable(columns: [.init("a")], rows: [["b"]])
        #expect(!table.lines()[0].contains("\u{1B}"))
        table.usesColor = true
        #expect(table.lines()[0] == "\u{1B}[1ma\u{1B}[0m")
    }
}
