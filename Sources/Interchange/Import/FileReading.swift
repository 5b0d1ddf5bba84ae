import DutyModel
import MarkedYAML
import Tabular

/// Opens the files of an import, finds out what their sheets are, and reads these in the order they depend on
/// each other.
struct FileReading {
    let desk: PlanDesk
    let progress: (Int) -> Void
    private var jobs: [Job] = []
    private var rowsRead = 0

    init(desk: PlanDesk, progress: @escaping (Int) -> Void) {
        self.desk = desk
        self.progress = progress
    }

    /// One sheet to be read.
    private struct Job {
        var source: SheetSource
        var sheet: Int
        var layout: SheetLayout
        var summary: SheetSummary
        var year: Int?
    }

    /// Finds the sheets of a file that hold something we know.
    mutating func open(_ path: String) {
        let file = FileReading.name(of: path)
        do {
            let source = try SheetSource(path: path)
            for hint in source.hints { desk.plan.findings.append(Finding(.notice, file: file, problem: hint)) }
            let seen = source.sheets.filter { !$0.isHidden || desk.options.includesHidden }
            let (before, known) = (jobs.count, desk.plan.sheets.count)
            for sheet in seen { try look(at: sheet, of: source, file: file, isOnly: seen.count == 1) }
            if jobs.count == before, desk.plan.sheets.count == known {
                let isHidden = seen.isEmpty && !source.sheets.isEmpty
                desk.plan.findings.append(
                    Finding(
                        .error, file: file, problem: isHidden ? "工作表都是隐藏的" : "工作簿里的表都是空的",
                        remedy: isHidden ? "请取消隐藏，或加 --hidden" : ""))
                desk.plan.sheets.append(SheetSummary(path: path, file: file, sheet: ""))
            }
        } catch let error as ReadError {
            desk.plan.findings.append(ReadFinding.finding(for: error, file: file))
            desk.plan.sheets.append(SheetSummary(path: path, file: file, sheet: ""))
        } catch {
            desk.plan.findings.append(Finding(.error, file: file, problem: "读不出：\(error)"))
        }
    }

    static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private mutating func look(at sheet: SheetInfo, of source: SheetSource, file: String, isOnly: Bool) throws {
        let rows = try source.firstRows(LayoutFinder.searchDepth + 5, ofSheet: sheet.index, filling: .everywhere)
        var summary = SheetSummary(path: source.path, file: file, sheet: sheet.name)
        if rows.isEmpty {
            if isOnly {
                desk.plan.findings.append(Finding(.error, file: file, sheet: sheet.name, problem: "表是空的"))
                desk.plan.sheets.append(summary)
            }
            return
        }
        let names = [sheet.name, FileReading.stem(of: file)]
        let finder = LayoutFinder(columns: desk.columns, names: names, rows: rows)
        switch finder.find(kind: desk.options.kind) {
        case .found(let layout):
            summary.kind = layout.kind
            let texts = layout.titles + layout.labels.values.map(\.text) + names
            let year = texts.lazy.compactMap { DateText.year(in: $0) }.first ?? desk.options.year
            jobs.append(Job(source: source, sheet: sheet.index, layout: layout, summary: summary, year: year))
        case .ambiguous(let kinds):
            try refuse(&summary, source, sheet, FileReading.ambiguous(kinds))
        case .none where !isOnly && FileReading.isAside(sheet.name):
            try leaveOut(&summary, source, sheet)
        case .none(let nearest):
            try refuse(&summary, source, sheet, FileReading.unknown(nearest), at: nearest)
        }
    }

    private static func stem(of file: String) -> String {
        file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    }

    private static func ambiguous(_ kinds: [SheetKind]) -> (problem: String, remedy: String) {
        let names = kinds.map { "\($0.label)（--kind \($0.rawValue)）" }.joined(separator: "、")
        return ("看不出是哪种表：\(names)都像", "请用 --kind 指明")
    }

    private static func unknown(_ header: LayoutFinder.NearestHeader?) -> (problem: String, remedy: String) {
        let nearest = header.map { "：\($0.lack)" } ?? ""
        let kinds = SheetKind.allCases.map(\.rawValue).joined(separator: "|")
        return ("不是认识的表\(nearest)", "请检查表头，或用 --kind \(kinds) 指明是哪种表")
    }

    /// 填表说明, 目录 and their like beside the tables hold no data.
    private static func isAside(_ name: String) -> Bool {
        ["说明", "目录", "字典", "选项", "示例", "样表", "模板", "封面", "图例", "须知"].contains { name.contains($0) }
    }

    private func leaveOut(_ summary: inout SheetSummary, _ source: SheetSource, _ sheet: SheetInfo) throws {
        try source.forEachRow(ofSheet: sheet.index) { row in
            summary.rows.append(RowRecord(number: row.number, outcome: .leftOut))
        }
        desk.plan.sheets.append(summary)
        desk.plan.findings.append(
            Finding(.notice, file: summary.file, sheet: sheet.name, problem: "不是数据表，整张略过"))
    }

    /// Counts all rows of a sheet as rejected, with one finding.
    private func refuse(
        _ summary: inout SheetSummary, _ source: SheetSource, _ sheet: SheetInfo,
        _ why: (problem: String, remedy: String), at header: LayoutFinder.NearestHeader? = nil
    ) throws {
        try source.forEachRow(ofSheet: sheet.index) { row in
            summary.rows.append(RowRecord(number: row.number, outcome: .rejected))
        }
        desk.plan.sheets.append(summary)
        desk.plan.findings.append(
            Finding(
                .error, file: summary.file, sheet: sheet.name, row: header?.row, column: header?.column,
                heading: "表头", value: header?.headings ?? "", problem: why.problem, remedy: why.remedy))
    }

    /// Reads every sheet found.
    mutating func readAll() throws {
        let order: [SheetKind] = [.roster, .plans, .research]
        let ranked = jobs.enumerated().sorted { left, right in
            let first = order.firstIndex(of: left.element.layout.kind) ?? order.count
            let second = order.firstIndex(of: right.element.layout.kind) ?? order.count
            return (first, left.offset) < (second, right.offset)
        }
        for (_, job) in ranked { try read(job) }
        progress(rowsRead)
        LookAlikes(desk: desk).report()
    }

    private mutating func read(_ job: Job) throws {
        let isText = if case .text = job.source.kind { true } else { false }
        let session = SheetSession(
            desk: desk, layout: job.layout, summary: job.summary, year: job.year,
            // Never for attendance: there the sector tells same names apart, and must not be made up.
            fillsDown: isText && [.roster, .plans, .activities].contains(job.layout.kind))
        for heading in job.layout.unknown {
            session.add(FileReading.finding(for: heading, in: job.layout, of: job.summary))
        }
        do {
            let handler = try handler(for: session, job: job)
            try readRows(job, session, handler)
        } catch let error as ReadError {
            session.add(ReadFinding.finding(for: error, file: job.summary.file, sheet: job.summary.sheet))
        }
        desk.plan.sheets.append(session.summary)
        desk.plan.findings.append(contentsOf: session.findings)
    }

    /// A heading we do not know may be one that matters, written otherwise: someone must look.
    private static func finding(
        for heading: UnknownHeading, in layout: SheetLayout, of summary: SheetSummary
    ) -> Finding {
        let known = Array(layout.map.headingByField.values).sorted()
        let near = NearestWord.of(heading.text, in: known).map { "，是不是“\($0)”" } ?? ""
        return Finding(
            .doubtful, file: summary.file, sheet: summary.sheet, row: heading.row, column: heading.column,
            heading: heading.text, value: heading.text, problem: "\(layout.kind.label)里不认识的栏目\(near)",
            remedy: layout.events.isEmpty
                ? "请改用认识的表头；若不需要这一栏，请删去" : "若是一次会议，请在名称下面一行写日期，如 2024-03-05；若不需要这一栏，请删去")
    }

    private mutating func readRows(_ job: Job, _ session: SheetSession, _ handler: any RowHandler) throws {
        let reading = self
        var walk = RowWalk(session: session, handler: handler) { try reading.handler(for: session, job: job) }
        var count = rowsRead
        let progress = progress
        try job.source.forEachRow(ofSheet: job.sheet, filling: .everywhere) { row in
            try walk.take(row)
            count += 1
            if count % 1000 == 0 { progress(count) }
        }
        rowsRead = count
        try walk.finish()
    }

    private func handler(for session: SheetSession, job: Job) throws -> any RowHandler {
        switch session.layout.kind {
        case .roster: RosterRows(session)
        case .attendance: try attendance(session, job)
        case .proposals: ProposalRows(session)
        case .research: WorkRows(session, reader: ResearchReader())
        case .lectures: WorkRows(session, reader: LectureReader())
        case .activities: WorkRows(session, reader: ActivityReader())
        case .opinions: WorkRows(session, reader: OpinionReader())
        case .duties: WorkRows(session, reader: DutyReader())
        case .plans: PlanRows(session)
        }
    }

    private func attendance(_ session: SheetSession, _ job: Job) throws -> any RowHandler {
        let layout = session.layout
        let legend = try LegendSearch.legend(
            of: layout, in: job.source, sheet: job.sheet, otherwise: desk.options.legend)
        if !layout.events.isEmpty { return MatrixRows(session, legend: legend) }
        if layout.has("eventTitle"), layout.has("attendees") { return EventRows(session) }
        if layout.has("eventTitle") { return AttendanceRows(session, legend: legend) }
        return SignInRows(session, legend: legend)
    }
}

/// Finds the line that says what the marks mean, wherever it stands.
enum LegendSearch {
    static func legend(
        of layout: SheetLayout, in source: SheetSource, sheet: Int, otherwise told: String?
    ) throws -> MarkLegend {
        let usual = told.flatMap { MarkLegend($0) } ?? .usual
        for text in layout.titles + layout.labels.values.map(\.text) + layout.headings {
            if let legend = MarkLegend(text) { return legend }
        }
        guard try hasMarks(layout, source, sheet) else { return usual }
        var found: MarkLegend?
        try source.scanRows(ofSheet: sheet) { row in
            for cell in row.cells {
                guard case .text(let text) = cell, text.utf8.count > 8, let legend = MarkLegend(text) else { continue }
                found = legend
                return .stop
            }
            return .proceed
        }
        return found ?? usual
    }

    /// Whether the first rows of data hold marks other than √ alone.
    private static func hasMarks(_ layout: SheetLayout, _ source: SheetSource, _ sheet: Int) throws -> Bool {
        let rows = try source.firstRows(layout.headRows + 200, ofSheet: sheet)
        return rows.dropFirst(layout.headRows).contains { row in
            row.cells.contains { cell in
                guard case .text(let text) = cell, text.utf8.count <= 8 else { return false }
                let scalars = TextFolding.withoutSpaces(text).unicodeScalars
                return scalars.count == 1 && scalars.first.flatMap(MarkLegend.family) != nil
            }
        }
    }
}
