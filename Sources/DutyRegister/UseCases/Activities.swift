public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// A sector's activity with its attendees.
    public func logActivity(_ draft: ActivityDraft) throws -> Saved<DutyRecord> {
        try writeScoped(.activityLog) { transaction, grant in
            var desk = try RecordDesk(&transaction, grant)
            guard let kind = desk.activityKind(draft.kind) else { throw Refusal(desk.findings) }
            let people = try desk.attendees(of: draft, in: &transaction)
            var whole = RecordDraft(
                kind: kind.key, title: draft.title, days: draft.days, place: draft.place, organizer: draft.sector,
                organization: draft.sector, content: .sectorActivity(desk.content(of: draft)),
                evidence: draft.evidence, note: draft.note)
            whole.half = draft.half
            guard var record = try desk.record(of: whole, in: &transaction) else { throw Refusal(desk.findings) }
            record.people = people
            if let body = record.organization { record.organizer = desk.directory.organizations[body]?.name ?? "" }
            try desk.examine(record, over: nil, evenIfAlike: draft.evenIfAlike, in: &transaction)
            try desk.requireReferences(of: record, in: &transaction)
            try desk.requireNothingFound()
            let saved = try desk.enter(record, asDraft: draft.isDraft, in: &transaction)
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
        if !(0...1_000_000).contains(draft.publicHeadcount) {
            findings.append(.outOfRange(field: .publicHeadcount, value: draft.publicHeadcount, 0...1_000_000))
        }
        return SectorActivityContent(
            planItem: draft.planItem, publicHeadcount: UInt32(clamping: draft.publicHeadcount),
            halfDaysHeld: UInt8(clamping: draft.halfDays), outcome: draft.outcome)
    }

    /// Everyone the activity says something about, the sector's members first, in order of 委员编号.
    fileprivate mutating func attendees(
        of draft: ActivityDraft, in transaction: inout RecordTransaction
    ) throws -> [Participation] {
        let day = draft.days.first
        let body = try? directory.organization(named: draft.sector, .sector, term: directory.term(on: day)?.number)
            .get()
        // Not found: found again, and told, when the record is made.
        let sector = try body.map { try directory.members(of: $0.id, on: day, in: &transaction) } ?? []
        let named = try find(draft.attendees.words, of: body, sector, in: &transaction)
        let excused = try find(draft.excused, of: body, sector, in: &transaction)
        let guests = try find(draft.guests, in: &transaction)
        var marks = AttendeeMarks(halfDays: UInt8(clamping: draft.halfDays))
        switch draft.attendees {
        case .present:
            marks.suppose(.absent, sector)
            marks.state(.present, named)
        case .allBut:
            marks.suppose(.present, sector)
            marks.state(.absent, named)
        case .only: marks.state(.present, named)
        }
        marks.state(.excused, excused)
        marks.state(.present, guests)
        for conflict in marks.conflicts {
            let candidate = try directory.candidate(conflict.member, in: &transaction)
            findings.append(.statedTwice(person: candidate, conflict.first, conflict.second))
        }
        return marks.participations
    }

    private mutating func find(_ words: [String], in transaction: inout RecordTransaction) throws -> [Member] {
        let (found, missing) = try directory.people(words, in: &transaction)
        findings += missing
        return found
    }

    /// People named as a sector's own; who is not is a finding. A name that several bear is the sector's one.
    private mutating func find(
        _ words: [String], of body: Organization?, _ sector: [Member], in transaction: inout RecordTransaction
    ) throws -> [Member] {
        let (found, missing) = try directory.people(words, preferring: sector, in: &transaction)
        findings += missing
        guard let body else { return found }
        let own = Set(sector.map(\.id))
        for member in found where !own.contains(member.id) {
            let candidate = try directory.candidate(member, in: &transaction)
            findings.append(.notOfSector(person: candidate, sector: body.name))
        }
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

/// Who was there and who was not. What is said of one person goes before what is supposed of all.
private struct AttendeeMarks {
    struct Conflict {
        var member: Member
        var first: AttendanceStatus
        var second: AttendanceStatus
    }

    let halfDays: UInt8
    /// People of whom different things were said.
    private(set) var conflicts: [Conflict] = []
    private var order: [MemberID] = []
    private var statuses: [MemberID: AttendanceStatus] = [:]
    private var stated: Set<MemberID> = []

    init(halfDays: UInt8) { self.halfDays = halfDays }

    mutating func suppose(_ status: AttendanceStatus, _ members: [Member]) {
        for member in members { set(status, member.id) }
    }

    mutating func state(_ status: AttendanceStatus, _ members: [Member]) {
        for member in members {
            if !stated.insert(member.id).inserted, let first = statuses[member.id], first != status {
                conflicts.append(Conflict(member: member, first: first, second: status))
            }
            set(status, member.id)
        }
    }

    private mutating func set(_ status: AttendanceStatus, _ member: MemberID) {
        if statuses.updateValue(status, forKey: member) == nil { order.append(member) }
    }

    var participations: [Participation] {
        order.map { id in
            let status = statuses[id] ?? .unknown
            return Participation(
                member: id, part: .attendee, status: status, halfDays: status.wasThere ? halfDays : 0)
        }
    }
}
