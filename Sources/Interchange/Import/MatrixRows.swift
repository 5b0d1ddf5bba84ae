import DutyModel
import Tabular

/// A matrix: people in rows, events in columns, marks where they meet.
final class MatrixRows: RowHandler {
    private let session: SheetSession
    private let legend: MarkLegend
    private var drafts: [Int: Int]?

    init(_ session: SheetSession, legend: MarkLegend) {
        self.session = session
        self.legend = legend
    }

    func take() throws {
        let drafts = try self.drafts ?? open()
        self.drafts = drafts
        let row = PersonRow(session: session)
        guard let person = row.person(days: nil) else {
            session.end(row.isGuest ? .leftOut : .rejected)
            return
        }
        var outcome = RowOutcome.same
        for group in groups(of: drafts) {
            guard let next = put(group, of: person) else { continue }
            if next == .new || (next == .changed && outcome == .same) { outcome = next }
        }
        session.end(outcome)
    }

    func finish() throws {}

    /// Columns of one event: one as a rule, several where each status has its own.
    private func groups(of drafts: [Int: Int]) -> [(draft: Int, columns: [EventColumn])] {
        var groups: [(draft: Int, columns: [EventColumn])] = []
        for event in session.layout.events {
            guard let draft = drafts[event.column] else { continue }
            if let last = groups.last, last.draft == draft, event.mark != nil {
                groups[groups.count - 1].columns.append(event)
            } else {
                groups.append((draft, [event]))
            }
        }
        return groups
    }

    /// One person at one event; nil where the cells say nothing of it.
    private func put(
        _ group: (draft: Int, columns: [EventColumn]), of person: (member: MemberID, notes: PersonNotes)
    ) -> RowOutcome? {
        let days = session.desk.records[group.draft].record.days
        let isSeated =
            session.desk.roster.isSeated(person.member, on: days.first)
            || session.desk.roster.isSeated(person.member, on: days.last)
        guard let (reading, column) = reading(group) else { return nil }
        guard let reading else {
            guard isSeated, isExpected(person.member, at: group.draft) else { return nil }
            let unknown = AttendanceReading(status: .unknown, invitedAs: person.notes.invitedAs)
            return AttendancePut(session: session).put(unknown, of: person.member, into: group.draft, column: column)
        }
        guard isSeated else {
            let who = session.desk.people.described(person.member)
            session.report(
                .error, column: column, heading: session.layout.headings[column],
                value: TextFolding.trimmed(session.row[column].text), "\(days.first) 不在其任期内：\(who)",
                "请核对，或先更正名册里的任职时间")
            return nil
        }
        var told = reading
        told.invitedAs = reading.invitedAs ?? PersonNotes.invitation(session.title("part")) ?? person.notes.invitedAs
        return AttendancePut(session: session).put(told, of: person.member, into: group.draft, column: column)
    }

    /// What the cells say, with the column that says it. The outer nil is a cell not understood, after a finding, or
    /// one that says “not invited”; the inner nil is an empty cell.
    private func reading(
        _ group: (draft: Int, columns: [EventColumn])
    ) -> (reading: AttendanceReading?, column: Int)? {
        let filled = group.columns.filter { !session.row[$0.column].isEmpty }
        guard let event = filled.first else { return (nil, group.columns[0].column) }
        let text = TextFolding.trimmed(session.row[event.column].text)
        if filled.count == 1, ["-", "—", "——", "/", "－", "–"].contains(text) { return nil }
        if filled.count > 1 {
            session.report(
                .error, column: event.column, heading: event.title, value: text, "同一次活动标了几种情况", "请只保留一种")
            return nil
        }
        if let mark = event.mark { return (AttendanceReading(status: mark), event.column) }
        guard let parsed = StatusReading.parse(text, legend: legend) else {
            session.report(
                .error, column: event.column, heading: event.title, value: text, "不是认识的出席情况",
                "请改为标记 \(MarkLegend.usualText)，或写出席、迟到、早退、请假、缺席")
            return nil
        }
        if let mark = legend.unexplained(text), text.utf8.count <= 8 {
            session.reportMark(mark, read: parsed.status, column: event.column)
        }
        let reading = AttendanceReading(
            status: parsed.status, halfDays: parsed.halfDays, held: parsed.halfDaysHeld, note: parsed.note)
        return (reading, event.column)
    }

    /// Whether an empty cell leaves a question: only where the member was expected.
    private func isExpected(_ member: MemberID, at draft: Int) -> Bool {
        let record = session.desk.records[draft].record
        switch session.desk.kinds[record.kind]?.expects {
        case .everyMember: return true
        case .standingMembers:
            return session.desk.roster.roles(of: member, on: record.days.first).has(.standing)
        default: return false
        }
    }

    /// Opens the event of every column; what is wrong with one is said once.
    private func open() throws -> [Int: Int] {
        var drafts: [Int: Int] = [:]
        var reported: Set<String> = []
        for event in session.layout.events {
            func complain(_ severity: Finding.Severity, _ problem: String, _ remedy: String) {
                guard reported.insert(event.title + problem).inserted else { return }
                session.add(
                    Finding(
                        severity, file: session.summary.file, sheet: session.summary.sheet, row: event.dateRow,
                        column: event.column, heading: event.title, value: event.date, problem: problem, remedy: remedy)
                )
            }
            guard let reading = reading(of: event, complain) else { continue }
            let split = HeaderReader.splitDate(event.title)
            var facts = EventFacts(title: TitleText.cleaned(split.title), reading: reading)
            facts.kindWord = event.group.isEmpty ? session.label("eventKind") : event.group
            facts.kindIsTold = event.group.isEmpty
            facts.place = TitleText.cleaned(session.label("place"))
            facts.organizer = TitleText.cleaned(session.label("organizer"))
            let source = RecordDesk.Source(file: session.summary.file, sheet: session.summary.sheet, row: event.dateRow)
            drafts[event.column] = try EventMaker(desk: session.desk).open(facts, source: source) {
                complain($0.severity, $0.clause, $0.remedy)
            }
        }
        return drafts
    }

    private func reading(
        of event: EventColumn, _ complain: (Finding.Severity, String, String) -> Void
    ) -> DateReading? {
        guard !event.date.isEmpty else {
            complain(.error, "没有日期", "请在名称下面一行写日期")
            return nil
        }
        do throws(DateProblem) {
            let reading = try DateText.parse(event.date, year: session.year)
            if reading.monthOnly { throw .notADate }
            if reading.yearAssumed { complain(.notice, "没有写年份，按 \(reading.days.first.year) 年处理", "") }
            return reading
        } catch {
            complain(.error, error.clause, error.remedy)
            return nil
        }
    }
}
