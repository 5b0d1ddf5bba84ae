import DutyModel
import Tabular

/// One sheet while it is being read: its layout, the row in hand, what has been found so far.
final class SheetSession {
    let desk: PlanDesk
    private(set) var layout: SheetLayout
    private(set) var summary: SheetSummary
    private(set) var findings: [Finding] = []
    /// The year for dates without one.
    let year: Int?
    /// The row in hand.
    private(set) var row = SheetRow(number: 0, cells: [])
    private var worst: Finding.Severity?
    /// Outcomes of the lists side by side in the row in hand, while they are taken.
    private var partOutcomes: [RowOutcome]?
    /// Sector of a heading line inside the table, and of the last row, where the file has no merged cells.
    var sectionSector = ""
    private var sectorAbove = ""
    private let fillsDown: Bool
    private var saidFillDown = false
    private var saidYear = false
    private var saidMark = false

    private var names: [String: (NameText, PersonNotes)] = [:]

    init(desk: PlanDesk, layout: SheetLayout, summary: SheetSummary, year: Int?, fillsDown: Bool) {
        self.desk = desk
        self.layout = layout
        self.summary = summary
        self.year = year
        self.fillsDown = fillsDown
        self.summary.kind = layout.kind
        self.summary.unknownHeadings = layout.unknown.map(\.text)
    }

    // MARK: Rows

    func begin(_ row: SheetRow) {
        self.row = row
        worst = nil
        desk.records.journal.clear()
    }

    /// Notes the outcome of the row in hand, unless what was found about it says otherwise.
    /// - Returns: the place of the row, for outcomes that are known only later.
    @discardableResult
    func end(_ outcome: RowOutcome) -> Int {
        if isAcceptable, outcome == .new || outcome == .changed, let year = desk.records.closedYear() {
            report(
                .error, column: nil, heading: "", value: "", "\(year) 年度已封账，这一行要改动它",
                "要更正，先用 lvzhi year reopen \(year) --reason 原因 重开；只补记而不动已定的结果，加 --late-fact 原因 再导入")
        }
        let final: RowOutcome =
            switch worst {
            case .error: .rejected
            case .doubtful: .doubtful
            default: outcome
            }
        if partOutcomes != nil {
            partOutcomes?.append(final)
            return summary.rows.count
        }
        switch final {
        case .new, .changed, .same: desk.records.keepRow()
        case .doubtful, .rejected, .leftOut: desk.records.dropRow()
        }
        summary.rows.append(RowRecord(number: row.number, outcome: final))
        return summary.rows.count - 1
    }

    /// Replaces an outcome given before, unless what was found since `resume` says otherwise.
    func settle(_ place: Int, as outcome: RowOutcome) {
        switch worst {
        case .error: summary.rows[place].outcome = .rejected
        case .doubtful: summary.rows[place].outcome = .doubtful
        default: summary.rows[place].outcome = outcome
        }
    }

    /// The outcome of a row as it stands.
    func outcome(at place: Int) -> RowOutcome { summary.rows[place].outcome }

    /// Whether the row in hand has nothing against it so far.
    var isAcceptable: Bool { worst == nil || worst == .notice }

    /// Takes up again what was found about an earlier row.
    func resume(_ row: SheetRow) {
        self.row = row
        worst = nil
    }

    // MARK: Several lists and tables

    /// Goes on with another table of the same sheet.
    func adopt(_ layout: SheetLayout) {
        self.layout = layout
        (sectionSector, sectorAbove) = ("", "")
        names.removeAll(keepingCapacity: true)
    }

    /// Takes the row in hand once for each list that has something in it; the row is in order where all of it is.
    func takeLists(_ lists: [SheetLayout], _ take: () throws -> Void) rethrows {
        let (whole, wholeRow) = (layout, row)
        partOutcomes = []
        var worstOfAll: Finding.Severity?
        for list in lists {
            let own = Set(list.columns.values.joined())
            let cells = wholeRow.cells.enumerated().map { own.contains($0.offset) ? $0.element : .empty }
            let part = SheetRow(number: wholeRow.number, cells: cells)
            guard RowFilter(layout: list).verdict(part) == .data else { continue }
            (layout, row, worst) = (list, part, nil)
            try take()
            if let worst { worstOfAll = max(worstOfAll ?? .notice, worst) }
        }
        (layout, row, worst) = (whole, wholeRow, worstOfAll)
        let outcomes = partOutcomes ?? []
        partOutcomes = nil
        if outcomes.contains(.rejected) { worst = .error }
        if outcomes.contains(.doubtful), worst != .error { worst = .doubtful }
        end(outcomes.filter { $0 != .leftOut }.reduce(outcomes.isEmpty ? .leftOut : .same) { $0.with($1) })
    }

    // MARK: Cells

    /// The first column of a field that holds something in this row, else its first column.
    func column(_ field: String) -> Int? {
        guard let columns = layout.columns[field] else { return nil }
        return columns.first { !row[$0].isEmpty } ?? columns.first
    }

    func cell(_ field: String) -> Cell { column(field).map { row[$0] } ?? .empty }

    /// The text of a field, trimmed; empty where there is none.
    func text(_ field: String) -> String { TextFolding.trimmed(cell(field).text) }

    /// A title as people read it.
    func title(_ field: String) -> String { TitleText.cleaned(cell(field).text) }

    /// The name of the row and its notes. Names come again and again, so what they mean is kept for a while.
    func name() -> (NameText, PersonNotes) {
        let raw = cell("name").text
        if let known = names[raw] { return known }
        let name = NameText(raw)
        let read = (name, PersonNotes(name.notes))
        if names.count >= 20_000 { names.removeAll(keepingCapacity: true) }
        names[raw] = read
        return read
    }

    /// A label above the table.
    func label(_ field: String) -> String { layout.labels[field].map { TextFolding.trimmed($0.text) } ?? "" }

    /// The sector the row names, or that of the lines above it.
    func sector() -> String {
        let own = title("sector")
        if !own.isEmpty {
            sectorAbove = own
            return own
        }
        guard !sectionSector.isEmpty || fillsDown else { return "" }
        if sectionSector.isEmpty, !sectorAbove.isEmpty, layout.has("sector"), !saidFillDown {
            saidFillDown = true
            report(
                .notice, field: "sector", value: "", "界别留空的行都按上面最近的一行“\(sectorAbove)”处理（合并单元格另存为文本后只剩第一行）")
        }
        return sectionSector.isEmpty ? (layout.has("sector") ? sectorAbove : "") : sectionSector
    }

    /// A heading line inside the table. A roster may name a sector the register does not have yet.
    func enterSection(_ text: String) {
        var name = text[...]
        if name.hasSuffix("人") { name = name.dropLast() }
        while let last = name.last, last.isNumber || last == "共" { name = name.dropLast() }
        if let sector = desk.sector(named: String(name), on: nil) {
            sectionSector = sector.name
        } else if layout.kind == .roster, !layout.has("sector"), name.count <= 20 {
            sectionSector = String(name)
        }
    }

    // MARK: Findings

    /// Reports on a field of the row in hand.
    func report(
        _ severity: Finding.Severity, field: String?, value: String? = nil, _ problem: String, _ remedy: String = ""
    ) {
        let column = field.flatMap { self.column($0) }
        let heading = column.map { layout.headings[$0] } ?? field.map { layout.map.heading(ofField: $0) } ?? ""
        let value = value ?? field.map { TextFolding.trimmed(cell($0).text) } ?? ""
        report(severity, column: column, heading: heading, value: value, problem, remedy)
    }

    /// Reports on a column of the row in hand.
    func report(
        _ severity: Finding.Severity, column: Int?, heading: String, value: String, _ problem: String,
        _ remedy: String = ""
    ) {
        worst = max(worst ?? .notice, severity)
        add(
            Finding(
                severity, file: summary.file, sheet: summary.sheet, row: row.number, column: column, heading: heading,
                value: value, problem: problem, remedy: remedy))
    }

    /// Reports on a labelled value above the table, or on the sheet where there is none.
    func reportAbove(_ severity: Finding.Severity, label field: String, _ problem: String, _ remedy: String = "") {
        let label = layout.labels[field]
        add(
            Finding(
                severity, file: summary.file, sheet: summary.sheet, row: label?.row, column: label?.column,
                heading: layout.map.heading(ofField: field), value: label?.text ?? "", problem: problem, remedy: remedy)
        )
    }

    /// The row rests on a mark nobody explained. Said once a sheet; every such row waits.
    func reportMark(_ mark: UnicodeScalar, read status: AttendanceStatus, column: Int?) {
        guard !saidMark else {
            worst = max(worst ?? .notice, .doubtful)
            return
        }
        saidMark = true
        report(
            .doubtful, column: column, heading: column.map { layout.headings[$0] } ?? "", value: String(mark),
            "本表没有说明 \(mark) 是什么意思（各地用法不同），照通常用法是“\(status.label)”；有 ○ 或 △ 的行都待定",
            "请在表头之上加一行，如“注：\(MarkLegend.usualText)”，或用 --legend 指明")
    }

    /// A cell that is read twice is wrong once.
    func add(_ finding: Finding) {
        guard !findings.suffix(10).contains(finding) else { return }
        findings.append(finding)
    }

    // MARK: Dates

    /// The date of a field; a finding where it is none, nil too where the cell is empty.
    func date(_ field: String) -> DateReading? {
        let cell = cell(field)
        guard !cell.isEmpty else { return nil }
        switch reading(of: cell) {
        case .success(let reading):
            if reading.yearAssumed { noteYear(reading, field: field) }
            return reading
        case .failure(let problem):
            report(.error, field: field, problem.clause, problem.remedy)
            return nil
        }
    }

    /// The day of a field that means one day; for ranges the first.
    func day(_ field: String) -> CivilDay? { date(field)?.days.first }

    /// A date that must be exact to the day.
    func exactDate(_ field: String) -> DateReading? {
        guard let reading = date(field) else { return nil }
        if reading.monthOnly { report(.error, field: field, "只有年月，没有日", "请写明是哪一天") }
        return reading
    }

    func reading(of cell: Cell) -> Result<DateReading, DateProblem> {
        switch cell {
        case .date(let date):
            guard let day = CivilDay(year: date.year, month: date.month, day: date.day) else {
                return .failure(.noSuchDay)
            }
            return .success(DateReading(days: DayRange(day)))
        case .number(let number):
            guard let day = DateText.serial(number.decimal) ?? DateText.compact(number.decimal) else {
                return .failure(.notADate)
            }
            return .success(DateReading(days: DayRange(day)))
        default:
            return Result { () throws(DateProblem) in try DateText.parse(cell.text, year: year) }
        }
    }

    /// Says once a sheet that a year was filled in.
    private func noteYear(_ reading: DateReading, field: String) {
        guard !saidYear else { return }
        saidYear = true
        report(.notice, field: field, "没有写年份，本表这样的日期都按 \(reading.days.first.year) 年处理")
    }
}
