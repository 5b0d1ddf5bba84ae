public import DutyModel
public import MarkedYAML

/// 算例: worked examples of a rulebook, as data beside it.
public struct RulebookCases: Sendable {
    public var file: String
    /// 考核办法: the 编号 of the rulebook they are for, as written.
    public var rulebook: CaseExpectation.Marked<String>
    public var cases: [RulebookCase]
    /// 全体: many at once, for 名次.
    public var populations: [PopulationCase]

    /// Reads the cases of a rulebook.
    /// - Throws: `DocumentError` with everything wrong in the file.
    public static func load(
        text: String, file: String, catalogue: KindCatalogue
    ) throws(DocumentError) -> RulebookCases {
        let findings = FindingList(file: file, synonyms: RuleSynonyms.all)
        let read = CaseReader(catalogue: catalogue, findings: findings).read(text)
        try findings.throwIfAny()
        return RulebookCases(file: file, rulebook: read.rulebook, cases: read.cases, populations: read.populations)
    }

    /// Computes every case and compares, once all of them name only what the rulebook has.
    ///
    /// - Returns: what they name and the rulebook has not; or, where all is there, one finding for each value that differs, at its line in the case file, with both values and the
    ///   place in the rulebook where the computed one comes from; empty where all is well.
    public func run(_ rulebook: Rulebook, catalogue: KindCatalogue) -> [DocumentFinding] {
        let unknown = CaseCheck(file: file, rulebook: rulebook).findings(in: self)
        guard unknown.isEmpty else { return unknown.sorted() }
        return cases.flatMap { CaseRun(example: $0, file: file, rulebook: rulebook, catalogue: catalogue).findings() }
            + populations.flatMap {
                PopulationRun(example: $0, file: file, rulebook: rulebook, catalogue: catalogue).findings()
            }
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
    /// 任职: the days seated, each stretch with its roles; empty for the whole year with `roles`.
    public var seated: [RoleInterval]
    /// 期间.
    public var part: YearPart = .whole
    /// 列入: 编号 of 名次 on whose list the member is.
    public var lists: [String] = []
    /// 历年.
    public var earlier: [EarlierYear] = []
    /// 届.
    public var term: ClosedRange<Int>?
    /// 界别, 党派, 机构: names that 适用 may ask for.
    public var traits: Set<String> = []
    /// 他人得分: what others have of items that are seen beside everyone's, by 编号.
    public var others: [(id: String, amounts: [Rational])] = []
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
    /// 同一成果: a name that records of one work share; empty for none.
    public var work: String = ""
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

    /// 处理: 编号 of those that come into question, in order.
    public var measures: Marked<[String]>?
    /// 填报: whether any record counts at all.
    public var hasRecords: Marked<Bool>?

    public init() {}
}

/// 历年: one year before the one judged; what is written here stands over what its records give.
public struct EarlierYear: Sendable {
    public var year: Int
    public var records: [CaseRecord]
    public var manual: [ManualPoints]
    public var total: Rational?
    public var grade: String?
    public var lists: [String]
    public var unmet: [String]
    /// 次数, by 编号 of 处理.
    public var counts: [String: Int]
    public var mark: DocumentMark
}

/// 全体: many subjects at once, and who must be where.
public struct PopulationCase: Sendable {
    public struct Subject: Sendable {
        public var name: String
        /// How many alike, each with `step` more points than the one before.
        public var count: Int
        public var step: Rational
        /// 总分 given; nil where records give it.
        public var total: Rational?
        public var units: [RankUnit: String]
        public var example: RulebookCase
        public var expectedGrade: CaseExpectation.Marked<String>?
        public var expectedTotal: CaseExpectation.Marked<Rational>?
        /// 处理: 编号 of those that come into question, in order.
        public var expectedMeasures: CaseExpectation.Marked<[String]>?
        /// 列入: 编号 of the lists they must be on.
        public var expectedLists: CaseExpectation.Marked<[String]>?
    }

    public var name: String
    public var year: Int?
    public var readings: [String: String]
    public var subjects: [Subject]
    /// 名单: 编号 of a 名次, and who is on its list, in order; or how many.
    public var lists: [(id: String, names: CaseExpectation.Marked<[String]>)]
    public var sizes: [(id: String, size: CaseExpectation.Marked<Int>)]
    public var mark: DocumentMark
}
