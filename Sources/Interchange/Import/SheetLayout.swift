import DutyModel
import Tabular

/// How one sheet is laid out: where its table begins, what its columns are, what stands above.
struct SheetLayout {
    var map: ColumnMap
    /// Rows before the first data row, by place among the rows read.
    var headRows: Int
    /// Columns of each field, left to right.
    var columns: [String: [Int]]
    /// Heading of each column as written, lowest header row first where it has one.
    var headings: [String]
    /// Columns whose heading means an event: a matrix.
    var events: [EventColumn]
    /// Columns of one event's half-days, each with a mark of its own.
    var halfDayColumns: [Int]
    /// Headings with text below that no field was found for.
    var unknown: [UnknownHeading]
    /// Texts above the table that are no labelled values.
    var titles: [String]
    /// Labelled values above the table.
    var labels: [String: LabelledValue]

    /// Columns of each block, where a sign-in sheet has two or more lists of people side by side; else empty.
    var sideBySide: [Range<Int>] {
        guard kind == .attendance, events.isEmpty, let names = columns["name"], names.count > 1 else { return [] }
        let width = names[1] - names[0]
        guard names[0] < width else { return [] }
        return names.indices.map { $0 * width..<($0 + 1) * width }
    }

    var kind: SheetKind { map.kind }
    func has(_ field: String) -> Bool { columns[field] != nil }
}

/// A heading no field was found for, and where it stands.
struct UnknownHeading: Hashable {
    var text: String
    var row: Int
    var column: Int
}

/// 会议名称：…… above a table.
struct LabelledValue: Hashable {
    var text: String
    var cell: Cell
    var row: Int
    var column: Int

    static func == (left: LabelledValue, right: LabelledValue) -> Bool {
        left.text == right.text && left.row == right.row && left.column == right.column
    }
    func hash(into hasher: inout Hasher) {
        hasher.combine(row)
        hasher.combine(column)
    }
}

/// A column of a matrix: one event, or one status of one event.
struct EventColumn: Hashable {
    var column: Int
    var title: String
    /// Text of its date, with the row it stands in; empty where there is none.
    var date: String
    var dateRow: Int
    /// Heading above several events: 会议.
    var group: String
    /// 出席 in a column of its own under the event.
    var mark: AttendanceStatus?
}
