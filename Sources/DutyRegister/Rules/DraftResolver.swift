internal import DutyModel
internal import Interchange
internal import KeyValueStore
internal import RecordStore

extension RecordDesk {
    /// The record of a draft, its words found; what cannot be found is added to the findings. Its id is 0.
    mutating func record(of draft: RecordDraft, in transaction: inout RecordTransaction) throws -> DutyRecord? {
        guard let kind = kinds.kind(named: draft.kind) else {
            findings.append(.unknownKind(word: draft.kind, known: kinds.kinds.map(\.name)))
            return nil
        }
        let content = draft.content ?? .plain(kind.family, of: kind)
        let number = kind.family == .proposal ? ProposalNumber.plain(draft.number) : draft.number
        var record = DutyRecord(
            id: RecordID(rawValue: 0), kind: kind.code, number: number, title: draft.title, days: draft.days,
            half: draft.half, place: draft.place, organizer: draft.organizer, content: content,
            evidence: draft.evidence,
            note: draft.note)
        if let word = draft.organization {
            record.organization = organization(word, for: record)
        }
        record.people = try participations(of: draft.people, in: record, in: &transaction)
        if let expects = draft.expects { try invite(expects, to: &record, in: &transaction) }
        for link in draft.links {
            do {
                let linked = try transaction.record(link.word, family: nil, kinds: kinds, within: view)
                record.links.append(RecordLink(link.relation, linked.id))
            } catch let refusal as Refusal { findings += refusal.findings }
        }
        return record
    }

    /// The body of a word: a sector where the family is a sector's.
    private mutating func organization(_ word: String, for record: DutyRecord) -> OrganizationID? {
        let classification: OrganizationClass? = record.content.family == .sectorActivity ? .sector : nil
        let term = directory.term(on: record.days.first)?.number
        switch directory.organization(named: word, classification, term: term) {
        case .success(let body): return body.id
        case .failure(let refusal):
            findings += refusal.findings
            return nil
        }
    }

    /// The people of a list, each with part and half-days filled in.
    mutating func participations(
        of drafts: [PersonDraft], in record: DutyRecord, in transaction: inout RecordTransaction
    ) throws -> [Participation] {
        var people: [Participation] = []
        for (place, draft) in drafts.enumerated() {
            switch try directory.person(draft.word, in: &transaction) {
            case .success(let member):
                let part = draft.part ?? record.content.family.usualPart(at: place)
                people.append(try participation(draft, of: member, part: part, in: record, in: &transaction))
            case .failure(let refusal): findings += refusal.findings
            }
        }
        return people
    }

    /// What a draft says of a member. Half-days that do not fit are a finding.
    mutating func participation(
        _ draft: PersonDraft, of member: Member, part: Part, in record: DutyRecord,
        in transaction: inout RecordTransaction
    ) throws -> Participation {
        let held = Int(record.content.halfDaysHeld ?? 0)
        let halfDays = draft.halfDays ?? (draft.status.wasThere && part.attends ? held : 0)
        if UInt8(exactly: halfDays) == nil || halfDays > held {
            let candidate = try directory.candidate(member, in: &transaction)
            findings.append(.halfDaysAboveHeld(person: candidate, attended: halfDays, held: held))
        }
        return Participation(
            member: member.id, part: part, status: draft.status, invitedAs: draft.invitedAs ?? .member,
            halfDays: UInt8(clamping: min(halfDays, held)), confirmed: draft.confirmed, online: draft.online,
            source: draft.source, note: draft.note, details: draft.details)
    }
}
