import DutyModel
import Tabular

/// A long list: each row is one person at one event.
final class AttendanceRows: RowHandler {
    private let session: SheetSession
    private let cells: AttendanceCells
    /// Drafts by the row's own words for the event; nil where these make no event.
    private var drafts: [String: Int?] = [:]
    private var last: (words: String, draft: Int?)?

    init(_ session: SheetSession, legend: MarkLegend) {
        self.session = session
        cells = AttendanceCells(session: session, legend: legend)
    }

    func take() throws {
        guard let draft = try draft() else {
            session.end(.rejected)
            return
        }
        let row = PersonRow(session: session)
        guard let person = row.person(days: session.desk.records[draft].record.days) else {
            session.end(row.isGuest ? .leftOut : .rejected)
            return
        }
        guard let reading = cells.reading(notes: person.notes) else {
            session.end(.rejected)
            return
        }
        session.end(AttendancePut(session: session).put(reading, of: person.member, into: draft))
    }

    func finish() throws {}

    private static let eventFields = ["eventTitle", "date", "half", "eventKind", "organizer", "place", "session"]

    /// The draft of the row's event. Events are told by the words in the row, so that a date is read once for many.
    private func draft() throws -> Int? {
        let texts = AttendanceRows.eventFields.map { session.cell($0).text }
        if let last, last.draft != nil, texts.allSatisfy(\.isEmpty) { return last.draft }
        let words = texts.joined(separator: "\u{1F}")
        if let last, last.words == words, last.draft != nil { return last.draft }
        if let known = drafts[words], known != nil {
            last = (words, known)
            return known
        }
        let draft = try open()
        drafts[words] = .some(draft)
        last = (words, draft)
        return draft
    }

    private func open() throws -> Int? {
        let title = session.title("eventTitle")
        if title.isEmpty { session.report(.error, field: "eventTitle", "会议或活动的名称为空", "请填名称") }
        guard let reading = session.exactDate("date") ?? headReading(), !title.isEmpty, session.isAcceptable else {
            return nil
        }
        var facts = EventFacts(title: title, reading: session.withHalf(reading))
        facts.kindWord = session.text("eventKind")
        facts.place = session.title("place")
        facts.organizer = session.title("organizer")
        facts.session = session.text("session")
        let source = RecordDesk.Source(
            file: session.summary.file, sheet: session.summary.sheet, row: session.row.number)
        return try EventMaker(desk: session.desk).open(facts, source: source) { problem in
            session.report(problem.severity, field: problem.field, problem.clause, problem.remedy)
        }
    }

    /// A date above the table, where the rows have none.
    private func headReading() -> DateReading? {
        guard session.isAcceptable else { return nil }
        if session.text("date").isEmpty, let label = session.layout.labels["date"],
            case .success(let reading) = session.reading(of: label.cell)
        {
            return reading
        }
        if session.text("date").isEmpty { session.report(.error, field: "date", "日期为空", "请填日期") }
        return nil
    }
}
