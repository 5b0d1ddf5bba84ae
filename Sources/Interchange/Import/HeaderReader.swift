import DutyModel
import Tabular

/// Reads a header of one to four rows, and the lines above it.
struct HeaderReader {
    let map: ColumnMap
    let rows: [SheetRow]

    func layout(headerAt start: Int) -> SheetLayout {
        let height = height(from: start)
        let header = Array(rows[start..<start + height])
        var layout = SheetLayout(
            map: map, headRows: start + height, columns: [:], headings: [], events: [], halfDayColumns: [], unknown: [],
            titles: [],
            labels: [:])
        let width = header.map(\.cells.count).max() ?? 0
        for column in 0..<width { place(column, of: header, in: &layout) }
        let above = LabelBlock(map: map, rows: Array(rows[..<start]))
        layout.titles = above.titles
        layout.labels = above.labels
        HeaderReader.settleAttendance(&layout)
        return layout
    }

    /// A row below the header belongs to it where a heading goes on (merged), or where it names no one and holds
    /// dates, statuses or headings.
    private func height(from start: Int) -> Int {
        let keyColumn = rows[start].cells.indices.first { isKey(rows[start][$0].text) } ?? 0
        let heading = TextFolding.heading(rows[start][keyColumn].text)
        var height = 1
        while height < 4, start + height < rows.count {
            let row = rows[start + height]
            let key = TextFolding.heading(row[keyColumn].text)
            guard key == heading || (key.isEmpty && looksLikeHeader(row)) else { break }
            height += 1
        }
        return height
    }

    private func isKey(_ text: String) -> Bool {
        guard let field = map.field(ofHeading: text) else { return false }
        return map.required.contains { $0.contains(field) }
    }

    private func looksLikeHeader(_ row: SheetRow) -> Bool {
        let texts = row.cells.filter { !$0.isEmpty }
        // A row that begins with its number is a row of data.
        guard let first = texts.first, !DateText.isDigits(TextFolding.trimmed(first.text)) else { return false }
        let telling = texts.count { cell in
            map.field(ofHeading: cell.text) != nil || StatusWords.status(cell.text) != nil || isDate(cell)
                || LevelText.parse(cell.text).map { !$0.isEmpty } == true
        }
        let marks = texts.count { $0.text.unicodeScalars.count == 1 && StatusReading.parse($0.text) != nil }
        return telling * 2 >= texts.count && marks == 0
    }

    private func isDate(_ cell: Cell) -> Bool {
        if case .date = cell { return true }
        if case .number = cell { return false }
        return (try? DateText.parse(cell.text, year: 2000)) != nil
    }

    /// Puts one column where it belongs.
    private func place(_ column: Int, of header: [SheetRow], in layout: inout SheetLayout) {
        var texts: [(text: String, cell: Cell, row: Int)] = []
        for row in header where !row[column].isEmpty {
            let text = TextFolding.trimmed(row[column].text)
            if texts.last?.text != text { texts.append((text, row[column], row.number)) }
        }
        layout.headings.append(texts.last.map { TitleText.cleaned($0.text) } ?? "")
        guard !texts.isEmpty else { return }
        if let field = field(of: texts.map(\.text)), !isMatrixMark(field, texts.map(\.text)) {
            layout.columns[field, default: []].append(column)
        } else if map.kind == .attendance, isHalfDay(texts) {
            layout.halfDayColumns.append(column)
        } else if map.kind == .attendance, let event = event(column, texts) {
            layout.events.append(event)
        } else {
            let text = texts.map { TitleText.cleaned($0.text) }.joined(separator: " / ")
            layout.unknown.append(UnknownHeading(text: text, row: texts[0].row, column: column))
        }
    }

    /// The field of a column: its lowest heading, else those above, else both together.
    private func field(of texts: [String]) -> String? {
        for text in texts.reversed() {
            if let field = map.field(ofHeading: text) { return field }
        }
        guard texts.count > 1 else { return nil }
        let (parent, sub) = (texts[texts.count - 2], texts[texts.count - 1])
        return map.field(ofHeading: sub + parent) ?? map.field(ofHeading: parent + sub)
    }

    /// 出席 under the name of an event, where the event is no heading we know.
    private func isMatrixMark(_ field: String, _ texts: [String]) -> Bool {
        guard map.kind == .attendance, field.hasPrefix("mark"), texts.count > 1 else { return false }
        let parents = texts.dropLast()
        return parents.contains { isEventTitle($0) }
    }

    /// “1月10日” over “上午”: one half-day of the event that stands above the table.
    private func isHalfDay(_ texts: [(text: String, cell: Cell, row: Int)]) -> Bool {
        let halves = ["上午", "下午", "晚上", "晚"]
        return texts.allSatisfy { text, cell, _ in
            isDate(cell) || halves.contains(TextFolding.heading(text))
        }
    }

    /// 参会人员 over single names is a column of names, where nothing says that the rows are events.
    private static func settleAttendance(_ layout: inout SheetLayout) {
        guard layout.kind == .attendance, let people = layout.columns["attendees"], !layout.has("name"),
            !layout.has("eventTitle")
        else { return }
        layout.columns["attendees"] = nil
        layout.columns["name"] = people
    }

    private func isEventTitle(_ text: String) -> Bool {
        let general = ["会议", "活动", "出席情况", "考勤", "到会情况", "参会情况", "会议情况", "考勤情况", "参加情况"]
        return !general.contains(TextFolding.heading(text)) && map.field(ofHeading: text) == nil
    }

    private func event(_ column: Int, _ texts: [(text: String, cell: Cell, row: Int)]) -> EventColumn? {
        var event = EventColumn(column: column, title: "", date: "", dateRow: texts[0].row, group: "")
        var titles: [String] = []
        for (text, cell, row) in texts {
            if isDate(cell) {
                (event.date, event.dateRow) = (cell.text, row)
            } else if let status = StatusWords.status(text), !titles.isEmpty {
                event.mark = status
            } else {
                let split = HeaderReader.splitDate(text)
                titles.append(split.title)
                if let date = split.date { (event.date, event.dateRow) = (date, row) }
            }
        }
        guard let title = titles.last, !title.isEmpty else { return nil }
        guard !event.date.isEmpty || texts.count > 1 else { return nil }
        event.title = TitleText.cleaned(title)
        event.group = titles.count > 1 ? TitleText.cleaned(titles[0]) : ""
        return event
    }

    /// “全会(1月10日)”, “常委会\n2024.3.5”, “3月5日 常委会”: title and date of one heading.
    static func splitDate(_ text: String) -> (title: String, date: String?) {
        let (outside, inside) = NameText.splitBrackets(TextFolding.halfWidth(text))
        if let date = inside.first(where: { (try? DateText.parse($0, year: 2000)) != nil }) {
            return (TextFolding.trimmed(outside), date)
        }
        let pieces = outside.split(whereSeparator: \.isWhitespace).map(String.init)
        if pieces.count > 1, let date = pieces.first(where: { (try? DateText.parse($0, year: 2000)) != nil }) {
            return (pieces.filter { $0 != date }.joined(), date)
        }
        return splitRun(TextFolding.trimmed(text))
    }

    /// “9月5日常委会”, “常委会2024.9.5”: a date at either end, with nothing between.
    private static func splitRun(_ text: String) -> (title: String, date: String?) {
        let marks = "0123456789０１２３４５６７８９年月日号./-"
        for date in [text.prefix { marks.contains($0) }, text.suffix(from: tail(of: text, marks))] {
            guard date.count >= 3, date.count < text.count, (try? DateText.parse(date, year: 2000)) != nil else {
                continue
            }
            let title = date.startIndex == text.startIndex ? text[date.endIndex...] : text[..<date.startIndex]
            return (TextFolding.trimmed(title), String(date))
        }
        return (text, nil)
    }

    /// Where the run of marks at the end of a text begins.
    private static func tail(of text: String, _ marks: String) -> String.Index {
        var start = text.endIndex
        while start > text.startIndex, marks.contains(text[text.index(before: start)]) {
            start = text.index(before: start)
        }
        return start
    }
}

/// The lines above a table: titles, and labelled values.
struct LabelBlock {
    private(set) var titles: [String] = []
    private(set) var labels: [String: LabelledValue] = [:]
    private let map: ColumnMap

    init(map: ColumnMap, rows: [SheetRow]) {
        self.map = map
        for row in rows { take(row) }
    }

    private mutating func take(_ row: SheetRow) {
        var texts: [(text: String, column: Int)] = []
        for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
            let text = TextFolding.trimmed(cell.text)
            if texts.last?.text != text { texts.append((text, column)) }
        }
        var position = 0
        while position < texts.count {
            let (text, column) = texts[position]
            position += 1
            let inside = LabelBlock.labelled(in: text, map: map)
            if !inside.isEmpty {
                for (field, value) in inside { add(field, value, .text(value), row.number, column) }
            } else if let field = map.fieldByLabel[TextFolding.heading(text)], position < texts.count,
                LabelBlock.labelled(in: texts[position].text, map: map).isEmpty,
                map.fieldByLabel[TextFolding.heading(texts[position].text)] == nil
            {
                add(field, texts[position].text, row[texts[position].column], row.number, texts[position].column)
                position += 1
            } else {
                titles.append(text)
            }
        }
    }

    private mutating func add(_ field: String, _ text: String, _ cell: Cell, _ row: Int, _ column: Int) {
        guard !text.isEmpty, labels[field] == nil else { return }
        labels[field] = LabelledValue(text: text, cell: cell, row: row, column: column)
    }

    /// “时间：3月5日上午　地点：三楼会议室” is two values. A value runs to the next known label.
    static func labelled(in text: String, map: ColumnMap) -> [(field: String, value: String)] {
        guard !map.fieldByLabel.isEmpty else { return [] }
        let scalars = Array(text.unicodeScalars)
        var found: [(field: String, labelStart: Int, valueStart: Int)] = []
        for (position, scalar) in scalars.enumerated() where scalar == ":" || scalar == "：" {
            if let label = label(endingAt: position, of: scalars, map: map) {
                found.append((label.field, label.start, position + 1))
            }
        }
        return found.enumerated().map { place, item in
            let end = place + 1 < found.count ? found[place + 1].labelStart : scalars.count
            let value = String(String.UnicodeScalarView(scalars[item.valueStart..<max(item.valueStart, end)]))
            return (item.field, TextFolding.trimmed(value))
        }
    }

    /// The longest known label that ends before a colon and begins where a word begins; where none does, the longest
    /// without white space in it. So “常委会议　时间：” ends with 时间, not with 会议时间.
    private static func label(
        endingAt end: Int, of scalars: [UnicodeScalar], map: ColumnMap
    ) -> (field: String, start: Int)? {
        var inside: (field: String, start: Int)?
        for start in max(0, end - 12)..<end {
            let label = scalars[start..<end]
            guard let field = map.fieldByLabel[TextFolding.heading(String(String.UnicodeScalarView(label)))] else {
                continue
            }
            let before = start == 0 ? nil : scalars[start - 1]
            if before.map({ TextFolding.isSpace($0) || "，。；、,;|".unicodeScalars.contains($0) }) ?? true {
                return (field, start)
            }
            if inside == nil, !label.contains(where: TextFolding.isSpace) { inside = (field, start) }
        }
        return inside
    }
}
