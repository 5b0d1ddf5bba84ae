internal import DutyModel
internal import Interchange
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// Takes the lines of an archive into a store, many records at a time.
struct ArchiveIntake {
    private static let run = 10_000

    private let file: String
    private var reader: ArchiveReader
    private var kinds = KindCatalogue([])
    private var records: [DutyRecord] = []
    private var members: [Member] = []
    private var memberships: [Membership] = []
    private var kindList: [Kind] = []
    private var facts: FactUpdate?
    private var years: YearIntake

    init(file: String) {
        self.file = file
        reader = ArchiveReader(file: file)
        years = YearIntake(file: file)
    }

    /// One line without its line feed.
    mutating func take(_ line: ArraySlice<UInt8>, in transaction: inout RecordTransaction) throws {
        guard let item = reader.read(line: line), reader.findings.isEmpty else { return }
        switch item {
        case .header(let header): try put(header, in: &transaction)
        case .term(let term): try insert(term, in: &transaction)
        case .organization(let body): try insert(body, in: &transaction)
        case .kind(let kind):
            kindList.append(kind)
            try insert(kind, in: &transaction)
        case .rulebook(let rulebook): try insert(rulebook, in: &transaction)
        case .planItem(let item): try insert(item, in: &transaction)
        case .member(let member): members.append(member)
        case .membership(let membership): memberships.append(membership)
        case .account(let account): try insert(account, in: &transaction)
        case .record(let record): records.append(record)
        case .review(let step): try insert(step, in: &transaction)
        case .objection(let objection): try insert(objection, in: &transaction)
        case .year(let item):
            // What these lines point at must be there first.
            if members.count + memberships.count + records.count > 0 { try flush(in: &transaction) }
            try years.take(item, in: &transaction)
        case .end: break
        }
        if members.count + memberships.count + records.count >= Self.run { try flush(in: &transaction) }
    }

    /// Writes what is left.
    /// - Throws: `ArchiveRefused.findings`.
    mutating func finish(in transaction: inout RecordTransaction) throws {
        reader.finish()
        guard reader.findings.isEmpty else { throw ArchiveRefused.findings(reader.findings) }
        try flush(in: &transaction)
        try facts?.flush(in: &transaction)
        try years.finish(in: &transaction)
        guard years.findings.isEmpty else { throw ArchiveRefused.findings(years.findings) }
    }

    private func insert<R: Record>(_ value: R, in transaction: inout RecordTransaction) throws {
        try R.table.put(value, in: &transaction)
    }

    private func put(_ header: ArchiveHeader, in transaction: inout RecordTransaction) throws {
        var info = try transaction.info()
        info.committee = Committee(name: header.committee)
        try RegisterInfo.table.put(info, in: &transaction)
    }

    /// A rulebook is numbered anew, in the order of the archive, and hashed.
    private mutating func insert(_ archived: ArchivedRulebook, in transaction: inout RecordTransaction) throws {
        let parts = archived.id.split(separator: "/", omittingEmptySubsequences: false)
        let year = parts.last.flatMap { Int($0) } ?? 0
        let file = "\(archived.id).yaml"
        let catalogue = KindCatalogue(kindList)
        let rulebook = try Rulebook.load(text: archived.text, file: file, catalogue: catalogue)
        let adopted = AdoptedRulebook(
            id: UInt32(try transaction.nextNumber(of: AdoptedRulebook.self)),
            name: parts.dropLast().joined(separator: "/"), year: year, text: archived.text, cases: archived.cases,
            hash: "\(Digest(of: Array(archived.text.utf8)))",
            adopted: Instant(milliseconds: transaction.context.instant), file: file, title: rulebook.name)
        try insert(adopted, in: &transaction)
    }

    private mutating func flush(in transaction: inout RecordTransaction) throws {
        try Member.table.insertMany(members, in: &transaction)
        try Membership.table.insertMany(memberships, in: &transaction)
        try DutyRecord.table.insertMany(records, in: &transaction)
        if facts == nil, !records.isEmpty { facts = FactUpdate(kinds: KindCatalogue(kindList)) }
        for record in records { facts?.note(before: nil, after: record) }
        members = []
        memberships = []
        records = []
    }
}
