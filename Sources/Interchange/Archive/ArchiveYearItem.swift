public import DutyModel

/// Lines of an archive about years: what was decided by hand, evidence, and what was frozen.
public enum ArchiveYearItem: Hashable, Sendable {
    case manual(ManualEntry)
    case evidence(EvidenceFile)
    case evidencePart(ArchivedPart)
    case version(YearVersion)
    case year(AssessmentYear)
    case result(ArchivedResult)
    case decision(Decision)
    case lateFact(LateFact)

    /// In the order in which they stand.
    static let types = [
        "manualPoints", "evidence", "evidencePart", "yearVersion", "year", "result", "decision", "lateFact",
    ]
}

/// A stretch of the bytes of an evidence file.
public struct ArchivedPart: Hashable, Sendable {
    /// SHA-256 of the whole file.
    public var hash: String
    /// From 1.
    public var part: Int
    public var bytes: [UInt8]

    public init(hash: String, part: Int, bytes: [UInt8]) {
        (self.hash, self.part, self.bytes) = (hash, part, bytes)
    }
}

/// One member's frozen result: total and grade for whoever reads the archive, and all of it packed as it is stored.
public struct ArchivedResult: Hashable, Sendable {
    public var version: YearVersionID
    public var member: MemberID
    /// Exact, as text.
    public var total: String
    /// Empty where there is none.
    public var grade: String
    public var packed: [UInt8]

    public init(version: YearVersionID, member: MemberID, total: String, grade: String, packed: [UInt8]) {
        self.version = version
        self.member = member
        self.total = total
        self.grade = grade
        self.packed = packed
    }
}

extension AssessmentYear.State: ArchiveWord {
    static let words: [(value: AssessmentYear.State, word: String)] = [
        (.open, "open"), (.closed, "closed"), (.published, "published"), (.reopened, "reopened"),
    ]
}

extension EvidenceFile.Format: ArchiveWord {
    static let words: [(value: EvidenceFile.Format, word: String)] = allCases.map { ($0, "\($0)") }
}
