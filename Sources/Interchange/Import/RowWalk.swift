import Tabular

/// Goes through the rows of one sheet: data to the handler, everything else left out.
struct RowWalk {
    private let session: SheetSession
    private var handler: any RowHandler
    private let nextHandler: () throws -> any RowHandler
    private var filter: RowFilter
    private var lists: [SheetLayout]?
    private var headRows: Int
    /// Rows since the last one of data: what stands above a second table.
    private var above: [SheetRow] = []

    /// `nextHandler` makes the handler of a further table, once the session has its layout.
    init(session: SheetSession, handler: any RowHandler, nextHandler: @escaping () throws -> any RowHandler) {
        self.session = session
        self.handler = handler
        self.nextHandler = nextHandler
        filter = RowFilter(layout: session.layout)
        lists = session.layout.kind == .attendance ? session.layout.lists() : nil
        headRows = session.layout.headRows
    }

    mutating func take(_ row: SheetRow) throws {
        session.begin(row)
        guard headRows == 0 else {
            headRows -= 1
            session.end(.leftOut)
            return
        }
        if isSignIn, filter.isRepeatedHeader(row), let layout = furtherTable(under: row) { try begin(layout) }
        switch verdict(row) {
        case .leftOut:
            above.append(row)
            session.end(.leftOut)
        case .section(let text):
            above.append(row)
            session.enterSection(text)
            session.end(.leftOut)
        case .data:
            above.removeAll(keepingCapacity: true)
            try takeData(row)
        }
    }

    func finish() throws { try handler.finish() }

    private func takeData(_ row: SheetRow) throws {
        if session.reportUncalculated() {
            session.end(.rejected)
        } else if let lists {
            try session.takeLists(lists) { try handler.take() }
        } else {
            try handler.take()
        }
    }

    // MARK: A second sign-in sheet below the first

    /// The rows are people and the event stands above them.
    private var isSignIn: Bool {
        let layout = session.layout
        return layout.kind == .attendance && layout.events.isEmpty && !layout.has("eventTitle")
    }

    /// Labelled values between two tables are no people.
    private func verdict(_ row: SheetRow) -> RowFilter.Verdict {
        let verdict = filter.verdict(row)
        guard isSignIn, verdict == .data, let first = row.cells.first(where: { !$0.isEmpty }) else { return verdict }
        return LabelBlock.labelled(in: first.text, map: session.layout.map).isEmpty ? .data : .leftOut
    }

    /// The layout of another table of the sheet, where the rows above this header tell of another event. The header
    /// and the title of a page printed anew tell of the same.
    private func furtherTable(under header: SheetRow) -> SheetLayout? {
        guard !above.isEmpty else { return nil }
        var layout = HeaderReader(map: session.layout.map, rows: above + [header]).layout(headerAt: above.count)
        layout.headRows = 0
        let told = [layout.labels["eventTitle"]?.text, layout.labels["date"]?.text].compactMap { $0 }
        let titles = layout.titles.filter { SheetEvent.withoutForm($0).count >= 4 && !RowFilter.isClosing($0) }
        let known = session.layout.titles + session.layout.labels.values.map(\.text)
        return (told + titles).contains { !known.contains($0) } && layout.has("name") ? layout : nil
    }

    private mutating func begin(_ layout: SheetLayout) throws {
        let row = session.row
        try handler.finish()
        session.begin(row)
        session.adopt(layout)
        filter = RowFilter(layout: layout)
        lists = layout.lists()
        handler = try nextHandler()
    }
}

extension SheetSession {
    /// Whether the row holds a formula whose value was never stored, or one that failed; each is a finding.
    func reportUncalculated() -> Bool {
        var isFound = false
        for column in row.cells.indices {
            guard case .error(let text) = row[column], layout.isRead(column) else { continue }
            isFound = true
            let isPending = row[column] == .uncalculated
            report(
                .error, column: column,
                heading: layout.headings.indices.contains(column) ? layout.headings[column] : "",
                value: isPending ? "" : text, isPending ? "公式没有计算结果" : "公式的结果是错误值",
                isPending ? "请用 Excel 或 WPS 打开，重新计算后保存" : "请更正公式，或直接填写内容")
        }
        return isFound
    }
}

extension SheetLayout {
    /// Whether anything is taken from a column.
    func isRead(_ column: Int) -> Bool {
        columns.contains { $0.key != "ignored" && $0.key != "index" && $0.value.contains(column) }
            || halfDayColumns.contains(column) || events.contains { $0.column == column }
    }
}
