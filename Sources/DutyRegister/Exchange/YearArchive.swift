internal import DutyModel
internal import Interchange
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// What an archive holds of years: entries by hand, evidence with its bytes, versions with their results.
enum YearArchive {
    static func export(
        in transaction: inout ReadTransaction, _ put: (ArchiveYearItem) throws -> Void
    ) throws {
        for entry in try transaction.all(ManualEntry.self) { try put(.manual(entry)) }
        let files = try transaction.all(EvidenceFile.self)
        for file in files { try put(.evidence(file)) }
        for hash in Set(files.map(\.hash)).sorted() {
            _ = try EvidenceParts.scan(hash, in: &transaction) { number, payload in
                try put(.evidencePart(ArchivedPart(hash: hash, part: number, bytes: Array(payload))))
            }
        }
        let versions = try transaction.all(YearVersion.self)
        for version in versions { try put(.version(version)) }
        for year in try transaction.all(AssessmentYear.self) { try put(.year(year)) }
        for version in versions {
            let range = FrozenResult.range(version.id.year, version.freeze)
            try FrozenResult.table.scan(range, in: &transaction) { result in
                try put(
                    .result(
                        ArchivedResult(
                            version: version.id, member: result.id.member, total: result.score.total.exactText,
                            grade: result.score.grade ?? "", packed: result.bytes)))
                return .next
            }
        }
        for decision in try transaction.all(Decision.self) { try put(.decision(decision)) }
        for fact in try transaction.all(LateFact.self) { try put(.lateFact(fact)) }
    }
}

/// Takes lines about years into a store.
struct YearIntake {
    private let file: String
    private var freezes: [YearVersionID: UInt32] = [:]
    private var results: [FrozenResult] = []
    private(set) var findings: [Finding] = []

    init(file: String) { self.file = file }

    mutating func take(_ item: ArchiveYearItem, in transaction: inout RecordTransaction) throws {
        switch item {
        case .manual(let entry):
            guard entry.points.isEmpty || Rational(entry.points) != nil else {
                return note("points", entry.points, "不是分数")
            }
            try ManualEntry.table.insert(entry, in: &transaction)
        case .evidence(let file): try EvidenceFile.table.insert(file, in: &transaction)
        case .evidencePart(let part):
            try EvidenceParts.put(part.bytes, number: part.part, hash: part.hash, in: &transaction)
        case .version(let version):
            freezes[version.id] = version.freeze
            try YearVersion.table.insert(version, in: &transaction)
        case .year(let year): try AssessmentYear.table.insert(year, in: &transaction)
        case .result(let result): take(result)
        case .decision(let decision): try Decision.table.insert(decision, in: &transaction)
        case .lateFact(let fact): try LateFact.table.insert(fact, in: &transaction)
        }
        if results.count >= 500 { try flush(in: &transaction) }
    }

    private mutating func take(_ archived: ArchivedResult) {
        let id = FrozenResult.ID(
            year: archived.version.year, freeze: freezes[archived.version] ?? 0, member: archived.member)
        guard let result = try? FrozenResult.table.record(of: archived.packed, key: Key(id)), result.id == id,
            result.score.total.exactText == archived.total, result.score.grade ?? "" == archived.grade
        else { return note("packed", "", "与这一行的年度、版本、委员、总分或等次不符") }
        results.append(result)
    }

    private mutating func note(_ field: String, _ value: String, _ problem: String) {
        findings.append(
            Finding(.error, file: file, heading: field, value: value, problem: problem, remedy: "请用原样的存档"))
    }

    private mutating func flush(in transaction: inout RecordTransaction) throws {
        try FrozenResult.table.insertMany(results, in: &transaction)
        results = []
    }

    /// Writes what is left, and compares bytes and results with the hashes that vouch for them.
    mutating func finish(in transaction: inout RecordTransaction) throws {
        try flush(in: &transaction)
        for version in try transaction.all(YearVersion.self) where try !YearCheck.isSound(version, in: &transaction) {
            note("digest", version.digest, "\(version.id.year) 年度第 \(version.id.version) 版的结果与指纹不符")
        }
        for file in try transaction.all(EvidenceFile.self)
        where try !EvidenceParts.scan(file.hash, in: &transaction, each: { _, _ in }) {
            note("sha256", file.hash, "佐证“\(file.name)”的内容不全或与指纹不符")
        }
    }
}
