internal import DutyModel
internal import Interchange
internal import KeyValueStore
internal import RecordStore

// Who is expected: circles of members on the day, and people named one by one.

extension RecordDesk {
    /// Puts everybody expected on a record's list, as 未确认; of those on it already only the capacity may change.
    /// - Returns: those on the list as 委员 of whom nothing is known and whom no circle holds.
    @discardableResult
    mutating func invite(
        _ draft: ExpectationDraft, to record: inout DutyRecord, in transaction: inout RecordTransaction
    ) throws -> [MemberID] {
        guard record.content.isAttended else {
            throw Refusal(.wrongFamily(record: record.id, found: record.content.family, wanted: .event))
        }
        let invitations = invitations(of: draft, for: record)
        if case .event(var event) = record.content {
            event.details.invitations = invitations
            record.content = .event(event)
        }
        var held: Set<MemberID> = []
        for invitation in invitations {
            for member in try members(of: invitation.circle, on: record.days.first, in: &transaction)
            where held.insert(member).inserted {
                expect(member, as: invitation.invitedAs, overrides: false, in: &record)
            }
        }
        for (words, capacity) in [(draft.attending, InvitedAs.attending), (draft.observers, .observer)] {
            let (found, missing) = try directory.people(words, in: &transaction)
            findings += missing
            for member in found { expect(member.id, as: capacity, overrides: true, in: &record) }
        }
        guard !invitations.isEmpty else { return [] }
        return record.people.filter {
            $0.status == .unknown && $0.invitedAs == .member && $0.part.attends && !held.contains($0.member)
        }.map(\.member)
    }

    private func expect(
        _ member: MemberID, as capacity: InvitedAs, overrides: Bool, in record: inout DutyRecord
    ) {
        if let place = record.people.firstIndex(where: { $0.member == member }) {
            if overrides { record.people[place].invitedAs = capacity }
        } else {
            let part: Part = record.content.family == .lecture ? .listener : .attendee
            record.people.append(Participation(member: member, part: part, status: .unknown, invitedAs: capacity))
        }
    }

    /// Those of the draft; where it names none, the record's own, else those usual for its kind.
    private mutating func invitations(of draft: ExpectationDraft, for record: DutyRecord) -> [Invitation] {
        guard draft.circles.isEmpty else {
            return draft.circles.compactMap { told in
                circle(told.circle, on: record.days.first).map { Invitation($0, as: told.invitedAs) }
            }
        }
        if case .event(let event) = record.content, !event.details.invitations.isEmpty {
            return event.details.invitations
        }
        return usualInvitations(to: record)
    }

    /// Whom the catalogue expects at a record's kind.
    func usualInvitations(to record: DutyRecord) -> [Invitation] {
        switch kinds[record.kind]?.expects {
        case .everyMember: [Invitation(.committee)]
        case .standingMembers: [Invitation(.standing)]
        case .sectorMembers: record.organization.map { [Invitation(.body($0))] } ?? []
        case .listed, nil: []
        }
    }

    private mutating func circle(_ word: AttendanceMarks.Circle, on day: CivilDay) -> Invitation.Circle? {
        switch word {
        case .committee: return .committee
        case .standing: return .standing
        case .listed: return nil
        case .body(let name):
            switch directory.organization(named: name, term: directory.term(on: day)?.number) {
            case .success(let body): return .body(body.id)
            case .failure(let refusal):
                findings += refusal.findings
                return nil
            }
        }
    }
}

extension Directory {
    /// Who belongs to a circle on a day, in order of 委员编号.
    mutating func members(
        of circle: Invitation.Circle, on day: CivilDay, in transaction: inout some Reading & ~Copyable
    ) throws -> [Member] {
        switch circle {
        case .committee:
            guard let term = term(on: day)?.number, let body = committee(of: term) else { return [] }
            return try members(of: body.id, on: day, in: &transaction)
        case .standing:
            guard let term = term(on: day)?.number, let body = committee(of: term) else { return [] }
            let standing = try transaction.memberships(in: body.id).filter {
                $0.holds(on: day) && RoleSet($0.role).has(.standing)
            }
            return try transaction.values(Member.self, Array(Set(standing.map(\.member))))
                .sorted { $0.number < $1.number }
        case .body(let body): return try members(of: body, on: day, in: &transaction)
        }
    }
}

extension RecordDesk {
    fileprivate mutating func members(
        of circle: Invitation.Circle, on day: CivilDay, in transaction: inout RecordTransaction
    ) throws -> [MemberID] {
        try directory.members(of: circle, on: day, in: &transaction).map(\.id)
    }
}
