internal import DutyModel

/// What must hold of one member's memberships together.
enum MembershipRules {
    /// Everything wrong with all memberships of one member.
    static func findings(
        in memberships: [Membership], of person: PersonCandidate, organizations: [OrganizationID: Organization]
    ) -> [RegisterFinding] {
        var found: [RegisterFinding] = []
        for (place, membership) in memberships.enumerated() {
            if let to = membership.to, to < membership.from {
                found.append(.ends(beforeItBegins: .membershipDays, from: membership.from, to: to))
            }
            for other in memberships[..<place] where overlap(membership, other) {
                found += clash(membership, other, person: person, organizations: organizations)
            }
        }
        return found
    }

    static func overlap(_ left: Membership, _ right: Membership) -> Bool {
        left.from <= (right.to ?? left.from) && right.from <= (left.to ?? right.from)
    }

    private static func clash(
        _ membership: Membership, _ other: Membership, person: PersonCandidate,
        organizations: [OrganizationID: Organization]
    ) -> [RegisterFinding] {
        guard let body = organizations[membership.organization], let otherBody = organizations[other.organization]
        else { return [] }
        // In one body a member may hold one role beside another (成员 and 召集人), but not the same one twice.
        if body.id == otherBody.id, membership.role == other.role || body.classification == .committee {
            return [
                .membershipOverlaps(person: person, organization: body.name, from: other.from, to: other.to)
            ]
        }
        if body.id != otherBody.id, body.classification == .sector, otherBody.classification == .sector {
            return [.alreadyInSector(person: person, sector: otherBody.name, from: other.from, to: other.to)]
        }
        return []
    }
}

extension Directory {
    /// The membership of a draft, with its body found and its first day filled in.
    func membership(_ draft: MembershipDraft, of member: Member, id: MembershipID) -> Result<Membership, Refusal> {
        body(of: draft).flatMap { body in
            guard let from = draft.from ?? terms.last(where: { $0.number == body.term })?.days.first else {
                return .failure(Refusal(.noTerm(on: nil)))
            }
            return .success(
                Membership(
                    id: id, member: member.id, organization: body.id, role: draft.role, from: from, to: draft.to))
        }
    }

    private func body(of draft: MembershipDraft) -> Result<Organization, Refusal> {
        let term = draft.from.map { self.term(on: $0) } ?? terms.last
        if draft.classification == .committee {
            guard let term, let committee = committee(of: term.number) else {
                return .failure(Refusal(.noTerm(on: draft.from)))
            }
            return .success(committee)
        }
        return organization(named: draft.organization, draft.classification, term: term?.number)
    }
}
