internal import DutyModel
internal import Interchange
internal import KeyValueStore
internal import RecordStore

/// What one use case that writes records has at hand.
struct RecordDesk {
    var directory: Directory
    let kinds: KindCatalogue
    var findings: [RegisterFinding] = []
    /// What whoever acts may touch; nil: everything.
    let grant: Grant?
    /// Which records whoever acts may see; nil: all.
    let view: Grant?

    /// - Parameter grant: of the use case; nil for those that only who may touch everything can run.
    init(_ transaction: inout RecordTransaction, _ grant: Grant? = nil) throws {
        self.grant = grant
        view = try grant.map { try Grant($0.standing, .recordRead, in: &transaction) }
        let naming = try grant.map { try Grant($0.standing, .personNaming, in: &transaction) }
        directory = try Directory(&transaction, naming: naming)
        kinds = try transaction.kinds()
    }

    /// Refuses the use case if anything was found wrong.
    func requireNothingFound() throws(Refusal) {
        if !findings.isEmpty { throw Refusal(findings) }
    }

    /// Looks at a record before it is written; everything wrong is added to the findings.
    mutating func examine(
        _ record: DutyRecord, over before: DutyRecord?, evenIfAlike: Bool, in transaction: inout RecordTransaction
    ) throws {
        guard let kind = kinds[record.kind] else {
            findings.append(.unknownKind(word: String(record.kind.rawValue), known: kinds.kinds.map(\.name)))
            return
        }
        var rules = RecordRules(kind: kind, bounds: directory.bounds, names: [:], seated: [])
        for id in Set(record.people.map(\.member)) {
            guard let member = try directory.member(id, in: &transaction) else { continue }
            rules.names[id] = try directory.candidate(member, in: &transaction)
            if try directory.isSeated(id, within: record.days, in: &transaction) { rules.seated.insert(id) }
        }
        findings += rules.findings(in: record).filter { !isTold($0) }
        try findAlike(record, over: before, evenIfAlike: evenIfAlike, in: &transaction)
    }

    /// A sector that was named but not found is not also missing.
    private func isTold(_ finding: RegisterFinding) -> Bool {
        guard finding == .empty(field: .sector) else { return false }
        return findings.contains { if case .unknownOrganization = $0 { true } else { false } }
    }

    private mutating func findAlike(
        _ record: DutyRecord, over before: DutyRecord?, evenIfAlike: Bool, in transaction: inout RecordTransaction
    ) throws {
        let key = NaturalKey(of: record)
        if let before, NaturalKey(of: before) == key { return }
        var others = try transaction.records(withKey: key) + transaction.proposals(besides: record)
        if record.content.isAttended, others.isEmpty {
            for other in NaturalKey.ofOtherHalves(record) { others += try transaction.records(withKey: other) }
        }
        // What whoever acts must not know of is found by whoever reviews.
        let seen = others.first { $0.id != record.id && (view?.sees($0) ?? true) }
        guard let other = seen else { return }
        let candidate = RecordCandidate(other, kinds: kinds)
        if record.content.family == .proposal, !record.number.isEmpty {
            findings.append(.recordNumberTaken(number: record.number, by: candidate))
        } else if !evenIfAlike {
            findings.append(.looksTheSame(candidate))
        }
    }

    /// Inserts a record that has been examined, under a fresh id, with its fact rows.
    func insert(_ record: DutyRecord, in transaction: inout RecordTransaction) throws -> DutyRecord {
        var record = record
        while true {
            record.id = RecordIDSource.shared.next(at: .now)
            do {
                try DutyRecord.table.insert(record, in: &transaction)
                break
            } catch RecordError.alreadyExists {
                continue  // Another process gave out the same number in the same millisecond.
            }
        }
        try project(before: nil, after: record, in: &transaction)
        return record
    }

    /// Replaces a record that has been examined, with its fact rows.
    func replace(_ before: DutyRecord, by after: DutyRecord, in transaction: inout RecordTransaction) throws {
        try DutyRecord.table.put(after, in: &transaction)
        try project(before: before, after: after, in: &transaction)
    }

    func project(before: DutyRecord?, after: DutyRecord?, in transaction: inout RecordTransaction) throws {
        var facts = FactUpdate(kinds: kinds)
        facts.note(before: before, after: after)
        try facts.flush(in: &transaction)
    }

    /// How the change log names a record.
    func name(of record: DutyRecord) -> String {
        let kind = kinds[record.kind]?.name ?? ""
        return record.number.isEmpty ? "\(kind)《\(record.title)》" : "\(kind) \(record.number)《\(record.title)》"
    }
}
