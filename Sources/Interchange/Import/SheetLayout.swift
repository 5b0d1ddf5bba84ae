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

    /// One layout for each of several lists of people side by side; nil for an ordinary table. Columns before the
    /// first list belong to all of them.
    func lists() -> [SheetLayout]? {
        guard let names = columns["name"], names.count > 1, events.isEmpty, halfDayColumns.isEmpty else { return nil }
        let words = Set(names.map { TextFolding.heading(headings[$0]) })
        let repeated = columns.values.filter { $0.count == names.count }
        let isGrid = zip(names, names.dropFirst()).allSatisfy { $1 > $0 + 1 }
        guard words.count == 1, repeated.count > 1 || isGrid else { return nil }
        let starts = names.indices.map { list in repeated.map { $0[list] }.min() ?? names[list] }
        guard zip(starts, starts.dropFirst()).allSatisfy(<), zip(names, starts.dropFirst()).allSatisfy(<) else {
            return nil
        }
        return starts.indices.map { list in
            let end = list + 1 < starts.count ? starts[list + 1] : Int.max
            var part = self
            part.columns = columns.compactMapValues { places in
                let own = places.filter { $0 < starts[0] || ($0 >= starts[list] && $0 < end) }
                return own.isEmpty ? nil : own
            }
            return part
        }
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
