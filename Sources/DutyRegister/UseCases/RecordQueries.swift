public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// By first day, then id.
    public func records(_ filter: RecordFilter = RecordFilter()) throws -> RecordList {
        try readScoped(.recordRead) { transaction, view in
            let kinds = try transaction.kinds()
            let query = try RecordQuery(filter, kinds: kinds, within: view, in: &transaction)
            var found = try query.run(in: &transaction).filter(view.sees)
            found.sort { ($0.days.first, $0.id) < ($1.days.first, $1.id) }
            if let limit = filter.limit, found.count > limit { found.removeFirst(found.count - max(0, limit)) }
            return try RecordList(found, kinds: kinds, within: view, in: &transaction)
        }
    }

    /// One record by id, 编号, or title borne by one only.
    public func record(_ word: String, family: RecordFamily? = nil) throws -> RecordList {
        try readScoped(.recordRead) { transaction, view in
            let kinds = try transaction.kinds()
            let record = try transaction.record(word, family: family, kinds: kinds, within: view)
            var list = try RecordList([record], kinds: kinds, within: view, in: &transaction)
            let users = try DutyRecord.table.find(by: DutyRecord.byLink, Key(record.id), in: &transaction)
            for user in users.filter(view.sees).sorted(by: { ($0.days.first, $0.id) < ($1.days.first, $1.id) }) {
                for link in user.links where link.record == record.id {
                    list.linking.append((link.relation, RecordCandidate(user, kinds: kinds)))
                }
            }
            return list
        }
    }
}

/// A filter with its words found: which index to walk and what else must hold.
private struct RecordQuery {
    let filter: RecordFilter
    var member: MemberID?
    var organization: OrganizationID?
    var codes: Set<KindCode>

    init(
        _ filter: RecordFilter, kinds: KindCatalogue, within view: Grant, in transaction: inout some Reading & ~Copyable
    ) throws {
        self.filter = filter
        codes = Set(kinds.kinds.map(\.code))
        var findings: [RegisterFinding] = []
        if let word = filter.kind {
            codes = Set(kinds.codes(for: word))
            if codes.isEmpty { findings.append(.unknownKind(word: word, known: kinds.kinds.map(\.name))) }
        }
        if let family = filter.family { codes = codes.filter { kinds[$0]?.family == family } }
        var directory = try Directory(&transaction, naming: view)
        if let word = filter.person {
            switch try directory.person(word, in: &transaction) {
            case .success(let found): member = found.id
            case .failure(let refusal): findings += refusal.findings
            }
        }
        if let word = filter.organization {
            let term = filter.days.flatMap { directory.term(on: $0.first)?.number }
            switch directory.organization(named: word, term: term) {
            case .success(let body): organization = body.id
            case .failure(let refusal): findings += refusal.findings
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    func run(in transaction: inout some Reading & ~Copyable) throws -> [DutyRecord] {
        // A record of more than a year's length would be missed by its first day; none is that long.
        let table = DutyRecord.table
        var found: [DutyRecord]
        if let member {
            found = try table.find(by: DutyRecord.byMember, range: range(Key(member)), in: &transaction)
        } else if let organization {
            found = try table.find(by: DutyRecord.byOrganization, range: range(Key(organization)), in: &transaction)
        } else {
            found = []
            for code in codes.sorted() {
                found += try table.find(by: DutyRecord.byKind, range: range(Key(code)), in: &transaction)
            }
        }
        found.removeAll { !fits($0) }
        return found
    }

    /// The entries behind a prefix whose day may matter.
    private func range(_ prefix: Key) -> KeyRange {
        guard let days = filter.days else { return .prefix(prefix) }
        let lower = Key(bytes: prefix.bytes + Key(days.first + -366).bytes)
        let upper = Key(bytes: prefix.bytes + Key(days.last + 1).bytes)
        return KeyRange(from: lower, to: upper)
    }

    private func fits(_ record: DutyRecord) -> Bool {
        if let days = filter.days, record.days.last < days.first || record.days.first > days.last { return false }
        if let text = filter.text, !record.title.contains(text), !record.number.contains(text) { return false }
        if let organization, record.organization != organization { return false }
        return codes.contains(record.kind)
    }
}

extension RecordList {
    /// As far as `view` shows them.
    init(
        _ all: [DutyRecord], kinds: KindCatalogue, within view: Grant, in transaction: inout some Reading & ~Copyable
    ) throws {
        let records = all.map(view.shown)
        let people = Set(records.lazy.flatMap { $0.people.lazy.map(\.member) }).sorted()
        let bodies = Set(records.compactMap(\.organization)).sorted()
        let links = Set(records.lazy.flatMap { $0.links.lazy.map(\.record) }).sorted()
        let members = try transaction.values(Member.self, people)
        let organizations = try transaction.values(Organization.self, bodies)
        let linked = try transaction.values(DutyRecord.self, links).filter(view.sees)
        self.init(
            records: records, kinds: kinds, members: Dictionary(uniqueKeysWithValues: members.map { ($0.id, $0) }),
            organizations: Dictionary(uniqueKeysWithValues: organizations.map { ($0.id, $0) }),
            linked: Dictionary(uniqueKeysWithValues: linked.map { ($0.id, RecordCandidate($0, kinds: kinds)) }))
    }
}
