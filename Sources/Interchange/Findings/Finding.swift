/// One thing wrong, or worth a look, in a file that came in: where it stands, what was found, what to do.
public struct Finding: Hashable, Sendable {
    public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
        /// 提示: nothing is held back.
        case notice = 0
        /// 待定: the row waits for a person's answer.
        case doubtful = 1
        /// 错误: the row cannot be taken in.
        case error = 2

        public var label: String {
            switch self {
            case .notice: "提示"
            case .doubtful: "待定"
            case .error: "错误"
            }
        }

        public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
    }

    public var severity: Severity
    /// Name of the file without its folder.
    public var file: String
    /// Name of the sheet; empty for CSV.
    public var sheet: String
    /// Row as the spreadsheet program numbers it (a CSV file: the line); nil where the whole file or sheet is meant.
    public var row: Int?
    /// Column, 0 for A; nil where the whole row is meant.
    public var column: Int?
    /// The heading above the cell, or the field of an archive line.
    public var heading: String
    /// What stood there; empty where nothing did.
    public var value: String
    /// What is wrong, a clause without full stop.
    public var problem: String
    /// What to do, beginning with 请; may be empty.
    public var remedy: String

    public init(
        _ severity: Severity, file: String, sheet: String = "", row: Int? = nil, column: Int? = nil,
        heading: String = "", value: String = "", problem: String, remedy: String = ""
    ) {
        self.severity = severity
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
        self.heading = heading
        self.value = value
        self.problem = problem
        self.remedy = remedy
    }

    /// `C14`; nil where no single cell is meant.
    public var cell: String? {
        guard let row, let column else { return nil }
        return Finding.letters(ofColumn: column) + String(row)
    }

    /// `错误：名册.xlsx〔Sheet1〕第 14 行 C14“手机号”：发现“138x”，应为 11 位数字；请改正`.
    public var sentence: String {
        var text = "\(severity.label)：\(file)"
        if !sheet.isEmpty { text += "〔\(sheet)〕" }
        if let row { text += (sheet.isEmpty ? " " : "") + "第 \(row) 行" }
        if let cell { text += " \(cell)" }
        if !heading.isEmpty { text += "“\(heading)”" }
        text += "：" + message
        return text
    }

    /// The sentence without the place: what an added column of a given-back workbook says.
    public var message: String {
        var text = value.isEmpty ? "" : "发现“\(shortened)”，"
        text += problem
        if !remedy.isEmpty { text += "；" + remedy }
        return text
    }

    private var shortened: String {
        let line = String(value.map { $0.isNewline ? " " : $0 })
        return line.count <= 40 ? line : line.prefix(40) + "…"
    }

    /// `A` for 0, `AA` for 26.
    public static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

extension Finding: CustomStringConvertible {
    public var description: String { sentence }
}
