public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// A sector's activity with its attendees.
    public func logActivity(_ draft: ActivityDraft) throws -> Saved<DutyRecord> {
        try write(.activityLog) { transaction in
            var desk = try RecordDesk(&transaction)
            guard let kind = desk.activityKind(draft.kind) else { throw Refusal(desk.findings) }
            let people = try desk.attendees(of: draft, in: &transaction)
            let whole = RecordDraft(
                kind: kind.key, title: draft.title, days: draft.days, place: draft.place, organizer: draft.sector,
                organization: draft.sector, content: .sectorActivity(desk.content(of: draft)),
                evidence: draft.evidence, note: draft.note)
            guard var record = try desk.record(of: whole, in: &transaction) else { throw Refusal(desk.findings) }
            record.people = people
            try desk.examine(record, over: nil, evenIfAlike: draft.evenIfAlike, in: &transaction)
            try desk.requireReferences(of: record, in: &transaction)
            try desk.requireNothingFound()
            let saved = try desk.insert(record, in: &transaction)
            let present = saved.people.count { $0.status.wasThere }
            transaction.context.summary = "\(desk.name(of: saved))，\(present) 人参加"
            return saved
        }
    }
}

extension RecordDesk {
    /// The kind named, or the catalogue's first of the family.
    fileprivate mutating func activityKind(_ word: String?) -> Kind? {
        guard let word else { return kinds.kinds.first { $0.family == .sectorActivity } }
        let found = kinds.kind(named: word)
        if found == nil { findings.append(.unknownKind(word: word, known: kinds.kinds.map(\.name))) }
        return found
    }

    fileprivate mutating func content(of draft: ActivityDraft) -> SectorActivityContent {
        if UInt8(exactly: draft.halfDays) == nil {
            findings.append(.halfDaysImpossible(halfDays: draft.halfDays, maximum: 2 * draft.days.count))
        }
        return SectorActivityContent(
            planItem: draft.planItem, publicHeadcount: UInt32(clamping: draft.publicHeadcount),
            halfDaysHeld: UInt8(clamping: draft.halfDays), outcome: draft.outcome)
    }

    /// Everyone the activity says something about, the sector's members first, in order of 委员编号.
    fileprivate mutating func attendees(
        of draft: ActivityDraft, in transaction: inout RecordTransaction
    ) throws -> [Participation] {
        let sector: [Member]
        let day = draft.days.first
        switch directory.organization(named: draft.sector, .sector, term: directory.term(on: day)?.number) {
        case .success(let body): sector = try directory.members(of: body.id, on: day, in: &transaction)
        case .failure: sector = []  // Found again, and told, when the record is made.
        }
        let named = try find(draft.attendees.words, in: &transaction)
        let guests = try find(draft.guests, in: &transaction)
        let excused = try find(draft.excused, in: &transaction)
        var marks = AttendeeMarks(halfDays: UInt8(clamping: draft.halfDays))
        switch draft.attendees {
        case .present:
            marks.set(.absent, sector)
            marks.set(.present, named)
        case .allBut:
            marks.set(.present, sector)
            marks.set(.absent, named)
        case .only: marks.set(.present, named)
        }
        marks.set(.excused, excused)
        marks.set(.present, guests)
        return marks.participations
    }

    private mutating func find(_ words: [String], in transaction: inout RecordTransaction) throws -> [Member] {
        let (found, missing) = try directory.people(words, in: &transaction)
        findings += missing
        return found
    }
}

extension ActivityDraft.Attendees {
    fileprivate var words: [String] {
        switch self {
        case .present(let words), .allBut(let words), .only(let words): words
        }
    }
}

/// Who was there and who was not; what is said later wins.
private struct AttendeeMarks {
    let halfDays: UInt8
    private var order: [MemberID] = []
    private var statuses: [MemberID: AttendanceStatus] = [:]

    init(halfDays: UInt8) { self.halfDays = halfDays }

    mutating func set(_ status: AttendanceStatus, _ members: [Member]) {
        for member in members {
            if statuses.updateValue(status, forKey: member.id) == nil { order.append(member.id) }
        }
    }

    var participations: [Participation] {
        order.map { id in
            let status = statuses[id] ?? .unknown
            return Participation(
                member: id, part: .attendee, status: status, halfDays: status.wasThere ? halfDays : 0)
        }
    }
}
