public import DutyModel
public import MarkedYAML

/// 算例: worked examples of a rulebook, as data beside it.
public struct RulebookCases: Sendable {
    public var file: String
    public var cases: [RulebookCase]

    /// Reads the cases of a rulebook.
    /// - Throws: `DocumentError` with everything wrong in the file.
    public static func load(
        text: String, file: String, catalogue: KindCatalogue
    ) throws(DocumentError) -> RulebookCases {
        let findings = FindingList(file: file)
        let cases = CaseReader(catalogue: catalogue, findings: findings).read(text)
        try findings.throwIfAny()
        return RulebookCases(file: file, cases: cases)
    }

    /// Computes every case and compares.
    ///
    /// - Returns: one finding for each value that differs, at its line in the case file, with both values and the
    ///   place in the rulebook where the computed one comes from; empty where all is well.
    public func run(_ rulebook: Rulebook, catalogue: KindCatalogue) -> [DocumentFinding] {
        cases.flatMap { CaseRun(example: $0, file: file, rulebook: rulebook, catalogue: catalogue).findings() }
    }
}

/// One worked example: who, what was done, and what it must be worth.
public struct RulebookCase: Sendable {
    public var name: String
    /// 职务 through the year.
    public var roles: RoleSet
    /// The assessment year; nil for the rulebook's.
    public var year: Int?
    /// Readings that differ from the rulebook's.
    public var readings: [String: String]
    public var records: [CaseRecord]
    public var manual: [ManualPoints]
    public var expected: CaseExpectation
    public var mark: DocumentMark
}

/// Some records alike, in which the member took part.
public struct CaseRecord: Sendable {
    /// How many of them.
    public var times: Int
    /// The day of the first; each further one is a day later. Nil for the 1st of March of the year and later.
    public var day: CivilDay?
    /// One of them, with the member in it; number and days are set when it runs.
    public var record: DutyRecord
    public var mark: DocumentMark
}

/// 应得. Whatever is not written is not compared.
public struct CaseExpectation: Sendable {
    /// A value with its place.
    public struct Marked<Value: Sendable>: Sendable {
        public var value: Value
        public var mark: DocumentMark
    }

    public var total: Marked<Rational>?
    /// By 编号 of indicator or group.
    public var amounts: [(id: String, amount: Marked<Rational>)] = []
    public var grade: Marked<String>?
    /// 门槛: 达标, 不达标.
    public var gatesMet: Marked<Bool>?
    /// 缺: names of the conditions not met, in order.
    public var missing: Marked<[String]>?

    public init() {}
}
