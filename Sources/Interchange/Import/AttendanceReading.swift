import DutyModel
import Tabular

/// What one row says of one person at one event.
struct AttendanceReading: Hashable {
    var status: AttendanceStatus = .unknown
    /// Half-days attended where the row says so.
    var halfDays: Int?
    /// Half-days held where the row says so.
    var held: Int?
    var invitedAs: InvitedAs?
    var part: Part?
    var note = ""
    var online = false
    /// How it is known, where the sheet shows that.
    var source: AttendanceSource?
    /// Times, leave, substitute; nil where the row says nothing of them.
    var details: AttendanceDetails?
}

/// Reads the status columns of a row.
final class AttendanceCells {
    let session: SheetSession
    private let legend: MarkLegend
    /// What status texts mean: there are few, and they come in every row.
    private var statuses: [String: StatusReading] = [:]

    init(session: SheetSession, legend: MarkLegend) {
        self.session = session
        self.legend = legend
    }

    private func status(_ text: String) -> StatusReading? {
        if let known = statuses[text] { return known }
        guard let read = StatusReading.parse(text, legend: legend) else { return nil }
        if statuses.count < 1000 { statuses[text] = read }
        return read
    }

    /// Nil after a finding.
    func reading(notes: PersonNotes) -> AttendanceReading? {
        var reading = AttendanceReading(
            status: notes.status ?? .unknown, invitedAs: notes.invitedAs, part: notes.part,
            note: notes.rest.joined(separator: "，"))
        guard takeHalfDayColumns(into: &reading), takeMarks(into: &reading), takeStatus(into: &reading),
            takeSignature(into: &reading)
        else { return nil }
        takeNote(into: &reading)
        takePart(into: &reading)
        takeLeave(into: &reading)
        guard takeDetails(into: &reading) else { return nil }
        guard takeHalfDays(into: &reading) else { return nil }
        return isExplained(reading) ? reading : nil
    }

    /// Whether no mark of the row has to be guessed at.
    private func isExplained(_ reading: AttendanceReading) -> Bool {
        let columns = session.layout.halfDayColumns + ["status", "signature", "note"].compactMap { session.column($0) }
        for column in columns {
            let text = TextFolding.trimmed(session.row[column].text)
            guard text.utf8.count <= 8, let mark = legend.unexplained(text),
                let read = StatusReading.parse(text, legend: legend)
            else { continue }
            session.reportMark(mark, read: read.status, column: column)
            return false
        }
        return true
    }

    /// A mark for each half-day: how many were attended, and what the whole comes to.
    private func takeHalfDayColumns(into reading: inout AttendanceReading) -> Bool {
        let columns = session.layout.halfDayColumns
        guard !columns.isEmpty else { return true }
        var marks: [AttendanceStatus] = []
        for column in columns where !session.row[column].isEmpty {
            let text = TextFolding.trimmed(session.row[column].text)
            guard let parsed = StatusReading.parse(text, legend: legend) else {
                session.report(
                    .error, column: column, heading: session.layout.headings[column], value: text, "不是认识的出席情况",
                    "请改为标记 \(MarkLegend.usualText)，或写出席、迟到、早退、请假、缺席")
                return false
            }
            marks.append(parsed.status)
        }
        guard !marks.isEmpty else { return true }
        let attended = marks.count(where: \.wasThere)
        reading.held = columns.count
        reading.halfDays = attended
        reading.status = AttendanceCells.overall(marks)
        if attended > 0, reading.note.isEmpty { reading.note = AttendanceCells.missed(marks) }
        return true
    }

    /// 缺席 1 个半天、请假 2 个半天: what the one status for the whole does not say.
    private static func missed(_ marks: [AttendanceStatus]) -> String {
        let kinds: [AttendanceStatus] = [.absent, .leaveRefused, .excused]
        let parts = kinds.map { kind in (kind, marks.count { $0 == kind }) }.filter { $0.1 > 0 }
        return parts.map { "\($0.label) \($1) 个半天" }.joined(separator: "、")
    }

    /// Late or left early once is late or left early; who was never there is what the first mark says.
    private static func overall(_ marks: [AttendanceStatus]) -> AttendanceStatus {
        guard marks.contains(where: \.wasThere) else { return marks.first { $0 != .unknown } ?? .unknown }
        if marks.contains(.late) { return .late }
        return marks.contains(.leftEarly) ? .leftEarly : .present
    }

    private static let marks: [(field: String, status: AttendanceStatus)] = [
        ("markPresent", .present), ("markLate", .late), ("markLeftEarly", .leftEarly), ("markExcused", .excused),
        ("markAbsent", .absent),
    ]

    /// 出席 | 请假 | 缺席 columns with √ in one of them.
    private func takeMarks(into reading: inout AttendanceReading) -> Bool {
        var set: [(status: AttendanceStatus, text: String)] = []
        for (field, status) in AttendanceCells.marks where session.layout.has(field) {
            let text = session.text(field)
            if text.isEmpty || (YesNo.parse(text) == false && text != "×") { continue }
            set.append((status, text))
        }
        // Late and left early go with present.
        if set.count > 1, set.contains(where: { $0.status == .present }) {
            let finer = set.filter { $0.status == .late || $0.status == .leftEarly }
            if finer.count == set.count - 1 { set = [finer[0]] }
        }
        guard set.count <= 1 else {
            let names = set.map(\.status.label).joined(separator: "、")
            session.report(.error, field: AttendanceCells.marks[0].field, value: "", "同时标了\(names)", "请只保留一种")
            return false
        }
        guard let only = set.first else { return true }
        reading.status = only.status
        if only.text.count > 1, let words = StatusReading.parse(only.text, legend: legend) {
            if words.status == .leaveRefused { reading.status = .leaveRefused }
            reading.halfDays = words.halfDays
            reading.held = words.halfDaysHeld
        }
        if only.status == .excused, only.text.count > 1, YesNo.parse(only.text) == nil { reading.note = only.text }
        return true
    }

    private func takeStatus(into reading: inout AttendanceReading) -> Bool {
        let cell = session.cell("status")
        guard !cell.isEmpty else { return true }
        return take(cell, field: "status", into: &reading)
    }

    /// Whether a cell means a status; a finding where it means nothing known.
    private func take(_ cell: Cell, field: String, into reading: inout AttendanceReading) -> Bool {
        if case .time = cell { reading.status = .present; return true }
        if case .date = cell { reading.status = .present; return true }
        let text = TextFolding.trimmed(cell.text)
        if let parsed = status(text) {
            reading.status = parsed.status
            reading.halfDays = parsed.halfDays
            reading.held = parsed.halfDaysHeld
            if !parsed.note.isEmpty { reading.note = parsed.note }
            return true
        }
        if let invited = PersonNotes.invitation(TextFolding.withoutSpaces(text)) {
            (reading.status, reading.invitedAs) = (.present, invited)
            return true
        }
        session.report(
            .error, field: field, "不是认识的出席情况", "请改为出席、迟到、早退、请假、请假(未批准)、缺席、未确认，或标记 \(MarkLegend.usualText)")
        return false
    }

    /// A signature, a time or a picture shows that someone was there; nothing shows nothing.
    private func takeSignature(into reading: inout AttendanceReading) -> Bool {
        let cell = session.cell("signature")
        guard !cell.isEmpty else { return true }
        if YesNo.parse(cell.text) != false { reading.source = .signIn }
        if let time = AttendanceCells.time(cell) {
            reading.details = reading.details ?? AttendanceDetails()
            reading.details?.arrived = time
        }
        guard reading.status == .unknown else { return true }
        if case .text(let text) = cell, let parsed = StatusReading.parse(text, legend: legend) {
            reading.status = parsed.status
            reading.halfDays = parsed.halfDays
            reading.held = parsed.halfDaysHeld
            return true
        }
        if YesNo.parse(cell.text) != false { reading.status = .present }
        return true
    }

    /// 备注 may be where the leave stands: 请假（出差）, 因公请假, 列席.
    private func takeNote(into reading: inout AttendanceReading) {
        let note = session.title("note")
        guard !note.isEmpty else { return }
        if let invited = PersonNotes.invitation(note) {
            reading.invitedAs = invited
            return
        }
        let parsed = StatusReading.parse(note, legend: legend) ?? AttendanceCells.loose(note)
        if let parsed, parsed.status == .leaveRefused, reading.status == .absent || reading.status == .excused {
            (reading.status, reading.note) = (.leaveRefused, note)
            return
        }
        if let parsed, reading.status == .unknown || (reading.status == .present && parsed.status.wasThere) {
            let isRefined = reading.status == .present
            reading.status = isRefined && parsed.status == .present ? .present : parsed.status
            reading.halfDays = parsed.halfDays ?? reading.halfDays
            reading.held = parsed.halfDaysHeld ?? reading.held
            if StatusWords.status(note) == nil { reading.note = note }
        } else {
            reading.note = note
        }
    }

    /// 因公出差请假, 请病假: a leave told in a few words.
    private static func loose(_ note: String) -> StatusReading? {
        guard note.count <= 16 else { return nil }
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(note))
        if ["未请假", "无故"].contains(where: text.contains) { return StatusReading(status: .absent) }
        if ["未批准", "未准"].contains(where: text.contains) { return StatusReading(status: .leaveRefused) }
        if ["请假", "事假", "病假", "公假", "请病", "请事"].contains(where: text.contains) {
            return StatusReading(status: .excused)
        }
        if text.hasPrefix("迟到") { return StatusReading(status: .late) }
        return text.hasPrefix("早退") ? StatusReading(status: .leftEarly) : nil
    }

    private func takePart(into reading: inout AttendanceReading) {
        let text = session.title("part")
        guard !text.isEmpty else { return }
        if let invited = PersonNotes.invitation(text) {
            reading.invitedAs = invited
        } else if let part = PartWords.part(text) {
            reading.part = part
        } else if reading.note.isEmpty {
            reading.note = text
        }
    }

    private func takeLeave(into reading: inout AttendanceReading) {
        let reason = session.title("leaveNote")
        if !reason.isEmpty, reading.status == .unknown { reading.status = .excused }
        let approved = session.text("leaveApproved")
        if reading.status == .excused, !approved.isEmpty, YesNo.parse(approved) == false {
            reading.status = .leaveRefused
        }
    }

    private func takeHalfDays(into reading: inout AttendanceReading) -> Bool {
        for (field, path) in [("halfDays", \AttendanceReading.halfDays), ("halfDaysHeld", \AttendanceReading.held)] {
            let text = session.text(field)
            guard !text.isEmpty else { continue }
            if field == "halfDays", ["全程", "全部", "全勤"].contains(text) { continue }
            if field == "halfDays", let parsed = StatusReading.parse(text, legend: legend), parsed.halfDays != nil {
                reading.halfDays = parsed.halfDays
                reading.held = parsed.halfDaysHeld ?? reading.held
                continue
            }
            guard let number = ChineseNumber.parse(text), number < 255 else {
                session.report(.error, field: field, "不是半天数", "请写整数，如 2，或 2/6")
                return false
            }
            reading[keyPath: path] = number
        }
        if let attended = reading.halfDays, attended > 0, reading.status == .unknown { reading.status = .present }
        return agree(reading)
    }

    /// Leave for the whole of it and half-days attended contradict each other, and so do presence and none.
    private func agree(_ reading: AttendanceReading) -> Bool {
        guard let attended = reading.halfDays, reading.status != .unknown, reading.status.wasThere != (attended > 0)
        else { return true }
        session.report(
            .error, field: session.text("halfDays").isEmpty ? "status" : "halfDays",
            "写的是\(reading.status.label)，出席半天数是 \(attended)", "请核对；只出席了一部分的，请写出席和半天数")
        return false
    }
}
