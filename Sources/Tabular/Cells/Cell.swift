/// One cell as the file has it. What it means is for others to decide.
public enum Cell: Equatable, Sendable {
    /// Nothing.
    case empty
    /// Text, rich text without its styles, or the text result of a formula.
    case text(String)
    /// A number, exactly as written.
    case number(CellNumber)
    /// A truth value.
    case bool(Bool)
    /// A day, perhaps with a time of day; from a date format or an ISO date.
    case date(CellDate)
    /// A time of day without a day, in seconds since midnight.
    case time(secondOfDay: Int)
    /// An error of the spreadsheet (`#N/A`, `#REF!`), or `Cell.uncalculated`.
    case error(String)
    /// A picture inside the cell (WPS writes these as `=DISPIMG(…)`).
    case image
}

extension Cell {
    /// A whole number.
    public static func integer(_ value: Int) -> Cell { .number(CellNumber(value)) }

    /// A number given as decimal text (`"12.5"`); text where it is no number.
    public static func decimal(_ text: String) -> Cell {
        CellNumber(text).map(Cell.number) ?? .text(text)
    }

    /// A formula without a result: the workbook was written by a program and never calculated.
    public static let uncalculated = Cell.error("#公式未计算")

    /// Whether there is nothing in it (blanks count as nothing).
    public var isEmpty: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        default: false
        }
    }

    /// What a reader sees in the cell: `12.5`, `2024-03-05`, `2024-03-05 14:30`, `TRUE`; empty text for an empty cell.
    public var text: String {
        switch self {
        case .empty, .image: ""
        case .text(let text), .error(let text): text
        case .number(let number): number.decimal
        case .bool(let flag): flag ? "TRUE" : "FALSE"
        case .date(let date): date.description
        case .time(let second): CellDate.clock(second)
        }
    }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
}
