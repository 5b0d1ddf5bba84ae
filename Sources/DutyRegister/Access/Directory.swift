internal import DutyModel
internal import KeyValueStore

/// People and bodies as far as one use case needs them, read once each within one transaction.
///
/// Loads no roster: a command about one member reads that member.
struct Directory {
    /// All bodies of all terms: a few dozen.
    let organizations: [OrganizationID: Organization]
    /// In order of number.
    let terms: [Term]
    /// Who may be found by a word; nil: everybody.
    private let naming: Grant?
    private var members: [MemberID: Member] = [:]
    private var memberships: [MemberID: [Membership]] = [:]

    /// - Parameter naming: people it does not cover are as if they were not there.
    init(_ transaction: inout some Reading & ~Copyable, naming: Grant? = nil) throws {
        self.naming = naming
        let bodies = try transaction.all(Organization.self)
        organizations = Dictionary(uniqueKeysWithValues: bodies.map { ($0.id, $0) })
        terms = try transaction.all(Term.self)
    }

    /// Whether a member may be found by a word.
    func isNameable(_ member: Member) -> Bool { naming?.covers(member.id) ?? true }

    /// The member of an id, if there is one.
    mutating func member(_ id: MemberID, in transaction: inout some Reading & ~Copyable) throws -> Member? {
        if let known = members[id] { return known }
        let member = try transaction.value(Member.self, id)
        members[id] = member
        return member
    }

    /// Reads many members in one round.
    mutating func load(_ ids: some Collection<MemberID>, in transaction: inout some Reading & ~Copyable) throws {
        let missing = ids.filter { members[$0] == nil }
        for member in try transaction.values(Member.self, Array(missing)) { members[member.id] = member }
    }

    /// All memberships of a member, by first day.
    mutating func memberships(
        of member: MemberID, in transaction: inout some Reading & ~Copyable
    ) throws -> [Membership] {
        if let known = memberships[member] { return known }
        let found = try transaction.memberships(of: member).sorted { ($0.from, $0.id) < ($1.from, $1.id) }
        memberships[member] = found
        return found
    }

    /// Whether the member sat in the committee on at least one of some days.
    mutating func isSeated(
        _ member: MemberID, within days: DayRange, in transaction: inout some Reading & ~Copyable
    ) throws -> Bool {
        try memberships(of: member, in: &transaction).contains { membership in
            organizations[membership.organization]?.classification == .committee
                && membership.from <= days.last && (membership.to.map { $0 >= days.first } ?? true)
        }
    }

    /// How findings name a member.
    mutating func candidate(
        _ member: Member, in transaction: inout some Reading & ~Copyable
    ) throws -> PersonCandidate {
        let sector = try memberships(of: member.id, in: &transaction).last {
            organizations[$0.organization]?.classification == .sector
        }
        let unit = [member.unit, member.post].filter { !$0.isEmpty }.joined(separator: " ")
        return PersonCandidate(
            id: member.id, number: member.number, name: member.name,
            sector: sector.flatMap { organizations[$0.organization]?.name } ?? "", unit: unit)
    }
}

extension Directory {
    /// First day of the first term to a year behind the last, which may be prolonged; nil where there is no term.
    var bounds: DayRange? {
        guard let first = terms.map(\.days.first).min(), let last = terms.map(\.days.last).max() else { return nil }
        return DayRange(first, last + Directory.prolongation)
    }

    /// Days for which the last term may be prolonged.
    static let prolongation = 366

    /// The term a day lies in, or the last one begun before it.
    func term(on day: CivilDay) -> Term? {
        terms.last { $0.days.contains(day) } ?? terms.last { $0.days.first <= day }
    }

    /// The body of a name or alias, in a term if one is given, else in the last that has it.
    func organization(
        named word: String, _ classification: OrganizationClass? = nil, term: Int? = nil
    ) -> Result<Organization, Refusal> {
        let ofClass = organizations.values.filter { classification == nil || $0.classification == classification }
        let inTerm = ofClass.filter { term == nil || $0.term == term }
        var found = inTerm.filter { $0.isCalled(word) }
        if found.isEmpty {
            let short = inTerm.filter { $0.isShort(word) }
            if Set(short.map(\.name)).count == 1 { found = short }
        }
        if let best = found.max(by: { ($0.term, $1.classification.rawValue) < ($1.term, $0.classification.rawValue) }) {
            return .success(best)
        }
        let last = inTerm.map(\.term).max()
        let known = inTerm.filter { $0.term == last }.sorted { $0.id < $1.id }.map(\.name)
        return .failure(Refusal(.unknownOrganization(word: word, classification: classification, known: known)))
    }

    /// The committee itself, as a body of a term.
    func committee(of term: Int) -> Organization? {
        organizations.values.filter { $0.classification == .committee && $0.term == term }.min { $0.id < $1.id }
    }
}

extension Organization {
    func isCalled(_ word: String) -> Bool { name == word || aliases.contains(word) }

    /// Whether a word is the beginning of the name by which everybody knows it: 教育 is 教育界.
    func isShort(_ word: String) -> Bool { word.count >= 2 && name.hasPrefix(word) }
}
