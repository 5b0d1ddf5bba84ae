public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// Marks people at an event, a lecture or an activity; who is not yet on its list is added.
    public func markAttendance(_ event: String, _ marks: AttendanceMarks) throws -> Saved<DutyRecord> {
        try attendance(.attendanceMark, event) { record, desk, transaction in
            try desk.mark(marks, in: &record, &transaction)
        }
    }

    /// 请假 of people at an event: asked for, approved or refused. Each draft's leave says which.
    public func excuse(_ event: String, _ people: [PersonDraft]) throws -> Saved<DutyRecord> {
        try attendance(.attendanceExcuse, event) { record, desk, transaction in
            try desk.mark(AttendanceMarks(people: people), in: &record, &transaction)
        }
    }

    /// Takes people off an event's list who should not be on it.
    public func removeAttendance(_ event: String, _ words: [String]) throws -> Saved<DutyRecord> {
        try attendance(.attendanceRemove, event) { record, desk, transaction in
            let listed = try transaction.values(Member.self, record.people.map(\.member))
            let (found, missing) = try desk.directory.people(words, preferring: listed, in: &transaction)
            desk.findings += missing
            for member in found {
                guard record.people.contains(where: { $0.member == member.id }) else {
                    let candidate = try desk.directory.candidate(member, in: &transaction)
                    desk.findings.append(.notListed(person: candidate))
                    continue
                }
                record.people.removeAll { $0.member == member.id }
            }
            transaction.context.summary = "\(desk.name(of: record))，移出 \(Named.some(found.map(\.name)))"
        }
    }

    /// Puts everyone expected on an event's list as 未确认.
    public func expectAttendance(_ event: String, _ draft: ExpectationDraft) throws -> Saved<ExpectedList> {
        nonisolated(unsafe) var outside: [MemberID] = []
        nonisolated(unsafe) var before = 0
        let saved = try attendance(.attendanceExpect, event) { record, desk, transaction in
            before = record.people.count
            outside = try desk.invite(draft, to: &record, in: &transaction)
            transaction.context.summary = "\(desk.name(of: record))，应到名单 \(record.people.count) 人"
        }
        let list = ExpectedList(record: saved.value, added: saved.value.people.count - before, outside: outside)
        return Saved(value: list, change: saved.change)
    }

    private func attendance(
        _ useCase: UseCase, _ event: String,
        _ change: (inout DutyRecord, inout RecordDesk, inout RecordTransaction) throws -> Void
    ) throws -> Saved<DutyRecord> {
        try rewrite(useCase, event, family: nil) { record, desk, transaction in
            guard record.content.isAttended else {
                throw Refusal(.wrongFamily(record: record.id, found: record.content.family, wanted: .event))
            }
            try change(&record, &desk, &transaction)
        }
    }
}

/// What came of putting those expected on a list.
public struct ExpectedList: Sendable {
    public var record: DutyRecord
    /// How many were put on the list.
    public var added: Int
    /// On the list as 委员, nothing known of them, and in none of the circles expected.
    public var outside: [MemberID]
}

extension RecordDesk {
    /// Marks those named, then those excepted, then everybody else of the circle.
    fileprivate mutating func mark(
        _ marks: AttendanceMarks, in record: inout DutyRecord, _ transaction: inout RecordTransaction
    ) throws {
        let circle = try marks.rest.map { try members(of: $0.of, at: record, in: &transaction) } ?? []
        if let rest = marks.rest, circle.isEmpty, findings.isEmpty {
            findings.append(.nobodyIn(circle: rest.of.name))
        }
        let near = circle.isEmpty ? try transaction.values(Member.self, record.people.map(\.member)) : circle
        var named: [MemberID: AttendanceStatus] = [:]
        var told: [(name: String, status: AttendanceStatus)] = []
        for draft in marks.people {
            guard let member = try mark(draft, near: near, in: &record, named: &named, &transaction) else { continue }
            told.append((member.name, draft.status))
        }
        guard let rest = marks.rest else {
            transaction.context.summary = "\(name(of: record))：\(Named.byStatus(told))"
            return
        }
        for member in try excepted(rest, of: circle, &transaction) where named[member.id] == nil {
            named[member.id] = .absent
            mark(member.id, .absent, in: &record)
            told.append((member.name, .absent))
        }
        for member in circle where named[member.id] == nil { mark(member.id, rest.status, in: &record) }
        let others = circle.count { named[$0.id] == nil }
        transaction.context.summary =
            "\(name(of: record))：\(Named.byStatus(told))\(told.isEmpty ? "" : "，")其余 \(others) 人\(rest.status.label)"
    }

    /// Marks one person named, who is returned; nil after a finding.
    private mutating func mark(
        _ draft: PersonDraft, near: [Member], in record: inout DutyRecord, named: inout [MemberID: AttendanceStatus],
        _ transaction: inout RecordTransaction
    ) throws -> Member? {
        switch try directory.person(draft.word, preferring: near, in: &transaction) {
        case .failure(let refusal):
            findings += refusal.findings
            return nil
        case .success(let member):
            if let other = named.updateValue(draft.status, forKey: member.id) {
                let candidate = try directory.candidate(member, in: &transaction)
                findings.append(.twice(candidate, draft.part ?? .attendee, other, draft.status))
            }
            let place = record.people.firstIndex { $0.member == member.id }
            let part = draft.part ?? place.map { record.people[$0].part } ?? newcomerPart(in: record)
            var new = try participation(draft, of: member, part: part, in: record, in: &transaction)
            if let place {
                new.keep(record.people[place], where: draft)
                record.people[place] = new
            } else {
                record.people.append(new)
            }
            return member
        }
    }

    /// Those of a circle who were not there; who is not in it is a finding.
    private mutating func excepted(
        _ rest: AttendanceMarks.Rest, of circle: [Member], _ transaction: inout RecordTransaction
    ) throws -> [Member] {
        let (found, missing) = try directory.people(rest.except, preferring: circle, in: &transaction)
        findings += missing
        for member in found where !circle.contains(where: { $0.id == member.id }) {
            let candidate = try directory.candidate(member, in: &transaction)
            findings.append(.notOfSector(person: candidate, sector: rest.of.name))
        }
        return found
    }

    /// Marks one of the rest, keeping all but status and half-days.
    private func mark(_ member: MemberID, _ status: AttendanceStatus, in record: inout DutyRecord) {
        let halfDays = status.wasThere ? record.content.halfDaysHeld ?? 0 : 0
        if let place = record.people.firstIndex(where: { $0.member == member }) {
            let before = record.people[place]
            record.people[place].status = status
            record.people[place].halfDays = halfDays
            record.people[place].settle(after: before)
        } else {
            record.people.append(
                Participation(member: member, part: newcomerPart(in: record), status: status, halfDays: halfDays))
        }
    }

    private func newcomerPart(in record: DutyRecord) -> Part {
        record.content.family == .lecture ? .listener : .attendee
    }

    /// Who belongs to a circle on the record's first day, in order of 委员编号 (those listed: of the list).
    private mutating func members(
        of circle: AttendanceMarks.Circle, at record: DutyRecord, in transaction: inout RecordTransaction
    ) throws -> [Member] {
        let day = record.days.first
        switch circle {
        case .listed:
            let listed = record.people.filter(\.part.attends)
            return try transaction.values(Member.self, listed.map(\.member))
        case .committee: return try directory.members(of: .committee, on: day, in: &transaction)
        case .standing: return try directory.members(of: .standing, on: day, in: &transaction)
        case .body(let word):
            switch directory.organization(named: word, term: directory.term(on: day)?.number) {
            case .success(let body): return try directory.members(of: body.id, on: day, in: &transaction)
            case .failure(let refusal):
                findings += refusal.findings
                return []
            }
        }
    }
}

extension AttendanceMarks.Circle {
    fileprivate var name: String {
        switch self {
        case .committee: "全体委员"
        case .standing: "常委"
        case .listed: "名单"
        case .body(let name): name
        }
    }
}

extension Participation {
    /// What a draft does not say stays as it was.
    fileprivate mutating func keep(_ before: Participation, where draft: PersonDraft) {
        if draft.invitedAs == nil { invitedAs = before.invitedAs }
        if draft.note.isEmpty { note = before.note }
        if draft.source == .unstated { source = before.source }
        online = online || before.online
        confirmed = before.confirmed && confirmed
        details = details.over(before.details)
        settle(after: before)
    }

    /// What a new status leaves of the details: times belong to lateness, a substitute to absence, and a decision on
    /// leave follows the status.
    fileprivate mutating func settle(after before: Participation) {
        var details = details
        if status != .late { details.arrived = nil }
        if status != .leftEarly { details.left = nil }
        if status != .substituted { details.substitute = "" }
        switch status {
        case .excused: details.leave?.decision = .approved
        case .leaveRefused: details.leave?.decision = .refused
        default: break
        }
        self.details = details
    }
}

/// Names in the change log: a few are told, many are counted.
enum Named {
    static func some(_ names: [String]) -> String {
        names.count <= 5 ? names.joined(separator: "、") : "\(names.prefix(3).joined(separator: "、"))等 \(names.count) 人"
    }

    /// 请假(批准) 张三、李四，迟到 王五.
    static func byStatus(_ people: [(name: String, status: AttendanceStatus)]) -> String {
        AttendanceStatus.allCases.compactMap { status in
            let names = people.filter { $0.status == status }.map(\.name)
            return names.isEmpty ? nil : "\(status.label) \(some(names))"
        }.joined(separator: "，")
    }
}
