import DutyModel
import Tabular

/// The people of a record as a table; columns of which nobody has anything are left out.
struct AttendanceTable {
    let record: DutyRecord
    let names: RecordNames

    var table: TableDocument {
        let attends = record.people.contains { $0.halfDays > 0 || $0.status != .present }
        var columns: [(column: TableColumn, cell: (Participation) -> Cell)] = [
            (TableColumn("number", "委员编号", .identifier), { .words(names.number($0.member)) }),
            (TableColumn("name", "姓名"), { .words(names.name($0.member)) }),
            (TableColumn("part", "角色"), { .text(role($0)) }),
        ]
        if attends {
            columns.append((TableColumn("status", "出席情况"), { .words($0.part.attends ? status($0) : "") }))
            columns.append((TableColumn("halfDays", "半天数", .number()), { .integer(Int($0.halfDays)) }))
        }
        for (column, text) in optional where record.people.contains(where: { !text($0).isEmpty }) {
            columns.append((column, { .words(text($0)) }))
        }
        columns.append((TableColumn("note", "备注"), { .words($0.confirmed ? $0.note : "未确认 " + $0.note) }))
        return TableDocument(
            title: "人员", columns: columns.map(\.column),
            rows: record.people.map { person in columns.map { $0.cell(person) } })
    }

    private func role(_ person: Participation) -> String {
        person.part.label + (person.invitedAs == .member ? "" : "（\(person.invitedAs.label)）")
    }

    /// 迟到 09:40, 代会（王五）.
    private func status(_ person: Participation) -> String {
        let details = person.details
        var text = person.status.label
        if let time = details.arrived ?? details.left { text += " \(time)" }
        if !details.substitute.isEmpty { text += "（\(details.substitute)）" }
        return text + (person.online ? "（线上）" : "")
    }

    private var optional: [(column: TableColumn, text: (Participation) -> String)] {
        [
            (TableColumn("leave", "请假", maximumWidth: 40), { leave($0) }),
            (TableColumn("work", "作品、题目", maximumWidth: 32), { $0.details.work }),
            (TableColumn("source", "来源"), { $0.source.label }),
        ]
    }

    /// 因公出差；2024-01-05 请，王主席批准.
    private func leave(_ person: Participation) -> String {
        guard let leave = person.details.leave else { return "" }
        var asked = leave.day.map { "\($0)\(leave.time.map { " \($0)" } ?? "") " } ?? ""
        asked += leave.applicant.isEmpty ? (asked.isEmpty ? "" : "请") : "\(leave.applicant)代请"
        let parts = [
            leave.reason, asked, leave.isBelated(for: record.days) ? "事后补假" : "",
            leave.approver.isEmpty && leave.decision == .approved ? "" : leave.approver + leave.decision.label,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "；")
    }

    /// What stands below: how many came, and where reported numbers differ.
    static func notes(_ record: DutyRecord) -> [String] {
        let tally = AttendanceTally(record.people)
        let presence = RecordWords.presence(record)
        var notes = presence.isEmpty ? [] : ["实到/应到 \(presence)"]
        if tally.unknown > 0 {
            let pending = tally.pendingLeave > 0 ? "，其中请假待批 \(tally.pendingLeave) 人" : ""
            notes.append("未确认 \(tally.unknown) 人\(pending)，不计入实到和应到")
        }
        guard case .event(let event) = record.content else { return notes }
        if let told = event.reportedExpected.map({ Int($0) }), !tally.agrees(expected: told) {
            notes.append("报告应到 \(told) 人，名单上是 \(tally.members) 人")
        }
        if let told = event.reportedPresent.map({ Int($0) }), !tally.agrees(present: told) {
            notes.append("报告实到 \(told) 人，名单上到会的是 \(tally.presentMembers) 人")
        }
        return notes
    }
}
