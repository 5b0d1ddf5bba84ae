import DutyModel
import Tabular

/// One event a row, the people in its cells: 参加人员, 请假, 缺席.
final class EventRows: RowHandler {
    private let session: SheetSession

    init(_ session: SheetSession) { self.session = session }

    func take() throws {
        guard let facts = facts() else {
            session.end(.rejected)
            return
        }
        let source = RecordDesk.Source(
            file: session.summary.file, sheet: session.summary.sheet, row: session.row.number)
        let draft = try EventMaker(desk: session.desk).open(facts, source: source) { problem in
            session.report(problem.severity, field: problem.field, problem.clause, problem.remedy)
        }
        guard let draft else {
            session.end(.rejected)
            return
        }
        let outcome = put(into: draft)
        if session.desk.records[draft].record.people.isEmpty, session.isAcceptable {
            session.report(.error, field: "attendees", "没有列出参加人员", "请填参加人员的姓名")
        }
        session.end(session.desk.records.outcome(of: draft).with(outcome))
    }

    func finish() throws {}

    private func facts() -> EventFacts? {
        let title = session.title("eventTitle")
        if title.isEmpty { session.report(.error, field: "eventTitle", "会议或活动的名称为空", "请填名称") }
        let reading = session.exactDate("date")
        if reading == nil, session.cell("date").isEmpty {
            session.report(.error, field: "date", "日期为空", "请填日期")
        }
        guard let reading, !title.isEmpty, session.isAcceptable else { return nil }
        var facts = EventFacts(title: title, reading: session.withHalf(reading))
        facts.details = session.eventDetails()
        guard session.isAcceptable else { return nil }
        facts.kindWord = session.text("eventKind")
        facts.place = session.title("place")
        facts.organizer = session.title("organizer")
        facts.session = session.text("session")
        facts.sector = session.text("sector")
        let note = session.title("note")
        facts.note = note.isEmpty ? session.title("topic") : note
        return facts
    }

    private static let lists: [(field: String, status: AttendanceStatus)] = [
        ("attendees", .present), ("markPresent", .present), ("markLate", .late), ("markLeftEarly", .leftEarly),
        ("markExcused", .excused), ("markAbsent", .absent),
    ]

    private func put(into draft: Int) -> RowOutcome {
        var outcome = RowOutcome.same
        let days = session.desk.records[draft].record.days
        for (field, status) in EventRows.lists where session.layout.has(field) {
            for person in session.people(in: field, sector: session.text("sector"), days: days) {
                var reading = AttendanceReading(status: person.notes.status ?? status)
                reading.invitedAs = person.notes.invitedAs
                reading.part = person.notes.part
                outcome = outcome.with(
                    AttendancePut(session: session).put(
                        reading, of: person.member, into: draft, column: session.column(field)))
            }
        }
        return outcome
    }
}
