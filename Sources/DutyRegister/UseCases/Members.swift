public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// Adds a member with the seat taken.
    public func addMember(_ draft: MemberDraft) throws -> Saved<Member> {
        try write(.memberAdd) { transaction in
            var directory = try Directory(&transaction)
            var member = draft.member
            member.id = MemberID(rawValue: UInt32(try transaction.nextNumber(of: Member.self)))
            member.name = PersonWord.cleaned(member.name)
            var findings = try MemberRules.findings(in: member, directory: &directory, &transaction)
            let start = UInt32(try transaction.nextNumber(of: Membership.self))
            var memberships: [Membership] = []
            for (place, draft) in draft.memberships.enumerated() {
                let id = MembershipID(rawValue: start + UInt32(place))
                switch directory.membership(draft, of: member, id: id) {
                case .success(let membership): memberships.append(membership)
                case .failure(let refusal): findings += refusal.findings
                }
            }
            let candidate = PersonCandidate(id: member.id, number: member.number, name: member.name)
            findings += MembershipRules.findings(in: memberships, of: candidate, organizations: directory.organizations)
            guard findings.isEmpty else { throw Refusal(findings) }
            try Member.table.insert(member, in: &transaction)
            for membership in memberships { try Membership.table.insert(membership, in: &transaction) }
            transaction.context.summary = "\(member.name)（\(member.number)）"
            return member
        }
    }

    /// Changes fields of a member; `change` may run twice. The id stays.
    public func editMember(_ person: String, _ change: (inout Member) -> Void) throws -> Saved<Member> {
        try write(.memberEdit) { transaction in
            var directory = try Directory(&transaction)
            let before = try directory.person(person, in: &transaction).get()
            var member = before
            change(&member)
            member.id = before.id
            member.name = PersonWord.cleaned(member.name)
            let findings = try MemberRules.findings(in: member, directory: &directory, &transaction)
            guard findings.isEmpty else { throw Refusal(findings) }
            try Member.table.put(member, in: &transaction)
            transaction.context.summary = "\(member.name)（\(member.number)）"
            return member
        }
    }

    /// Those of words (委员编号, or a name one only bears), in order; all that cannot be found in one `Refusal`.
    public func resolve(_ people: [String]) throws -> [Member] {
        try readScoped(.personNaming) { transaction, grant in
            var directory = try Directory(&transaction, naming: grant)
            let (found, findings) = try directory.people(people, in: &transaction)
            guard findings.isEmpty else { throw Refusal(findings) }
            return found
        }
    }

    /// Everything kept about one person, duties apart.
    public func member(_ person: String) throws -> MemberFile {
        try readScoped(.memberShow) { transaction, grant in
            var directory = try Directory(&transaction, naming: grant)
            let member = try directory.person(person, in: &transaction).get()
            let memberships = try directory.memberships(of: member.id, in: &transaction)
            return MemberFile(
                member: member,
                memberships: memberships.compactMap { membership in
                    directory.organizations[membership.organization].map {
                        MemberFile.MembershipEntry(membership: membership, organization: $0)
                    }
                })
        }
    }
}

/// What must hold of a member before it is written.
enum MemberRules {
    /// Names and numbers stand in keys, which are short.
    static let maximumKeyText = 120

    static func findings(
        in member: Member, directory: inout Directory, _ transaction: inout RecordTransaction
    ) throws -> [RegisterFinding] {
        var found: [RegisterFinding] = []
        if member.name.isEmpty { found.append(.empty(field: .name)) }
        if member.number.allSatisfy(\.isWhitespace) { found.append(.empty(field: .memberNumber)) }
        for (field, text) in [(RegisterField.name, member.name), (.memberNumber, member.number)]
        where text.utf8.count > maximumKeyText {
            found.append(.textTooLong(field: field, bytes: text.utf8.count, maximum: maximumKeyText))
        }
        if let birthday = member.birthday, !(1900...2100).contains(birthday.year) {
            found.append(.birthdayImpossible(birthday))
        }
        if !member.number.isEmpty, member.number.utf8.count <= maximumKeyText,
            let holder = try transaction.member(numbered: member.number), holder.id != member.id
        {
            let candidate = try directory.candidate(holder, in: &transaction)
            found.append(.memberNumberTaken(number: member.number, by: candidate))
        }
        return found
    }
}
