public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// Marks people at an event, a lecture or an activity; who is not yet on its list is added.
    public func markAttendance(_ event: String, _ marks: AttendanceMarks) throws -> Saved<DutyRecord> {
        try rewrite(.attendanceMark, event, family: nil) { record, desk, transaction in
            guard record.content.isAttended else {
                throw Refusal(.wrongFamily(record: record.id, found: record.content.family, wanted: .event))
            }
            var named: [MemberID: AttendanceStatus] = [:]
            for draft in marks.people {
                try desk.mark(draft, in: &record, named: &named, &transaction)
            }
            if let rest = marks.rest {
                let others = try desk.members(of: rest.of, at: record, in: &transaction)
                for member in others where named[member] == nil { desk.mark(member, rest.status, in: &record) }
            }
            transaction.context.summary = "\(desk.name(of: record))，\(named.count) 人"
        }
    }
}

extension RecordDesk {
    /// Marks one person named.
    fileprivate mutating func mark(
        _ draft: PersonDraft, in record: inout DutyRecord, named: inout [MemberID: AttendanceStatus],
        _ transaction: inout RecordTransaction
    ) throws {
        switch try directory.person(draft.word, in: &transaction) {
        case .failure(let refusal): findings += refusal.findings
        case .success(let member):
            if let other = named.updateValue(draft.status, forKey: member.id) {
                let candidate = try directory.candidate(member, in: &transaction)
                findings.append(.twice(candidate, draft.part ?? .attendee, other, draft.status))
            }
            let place = record.people.firstIndex { $0.member == member.id }
            let part = draft.part ?? place.map { record.people[$0].part } ?? newcomerPart(in: record)
            let new = try participation(draft, of: member, part: part, in: record, in: &transaction)
            if let place { record.people[place] = new } else { record.people.append(new) }
        }
    }

    /// Marks one of the rest, keeping all but status and half-days.
    fileprivate func mark(_ member: MemberID, _ status: AttendanceStatus, in record: inout DutyRecord) {
        let halfDays = status.wasThere ? record.content.halfDaysHeld ?? 0 : 0
        if let place = record.people.firstIndex(where: { $0.member == member }) {
            record.people[place].status = status
            record.people[place].halfDays = halfDays
        } else {
            record.people.append(
                Participation(member: member, part: newcomerPart(in: record), status: status, halfDays: halfDays))
        }
    }

    private func newcomerPart(in record: DutyRecord) -> Part {
        record.content.family == .lecture ? .listener : .attendee
    }

    /// Who belongs to a circle on the record's first day, in order of 委员编号 (those listed: of the list).
    fileprivate mutating func members(
        of circle: AttendanceMarks.Circle, at record: DutyRecord, in transaction: inout RecordTransaction
    ) throws -> [MemberID] {
        let day = record.days.first
        let term = directory.term(on: day)?.number
        switch circle {
        case .listed: return record.people.map(\.member)
        case .committee:
            guard let term, let body = directory.committee(of: term) else { return [] }
            return try directory.members(of: body.id, on: day, in: &transaction).map(\.id)
        case .standing:
            guard let term, let body = directory.committee(of: term) else { return [] }
            let standing = try transaction.memberships(in: body.id).filter {
                $0.holds(on: day) && RoleSet($0.role).has(.standing)
            }
            return try transaction.values(Member.self, standing.map(\.member)).sorted { $0.number < $1.number }
                .map(\.id)
        case .body(let word):
            switch directory.organization(named: word, term: term) {
            case .success(let body): return try directory.members(of: body.id, on: day, in: &transaction).map(\.id)
            case .failure(let refusal):
                findings += refusal.findings
                return []
            }
        }
    }
}
