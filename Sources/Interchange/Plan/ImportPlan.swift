public import DutyModel

/// What a set of files would do to a register: nothing is written until someone has looked.
///
/// Every row of every sheet is in exactly one class of `RowOutcome`; the values to write are ready, with ids.
public struct ImportPlan: Sendable {
    /// One for each sheet read, in order.
    public var sheets: [SheetSummary] = []
    /// All findings, by file, sheet and row.
    public var findings: [Finding] = []

    // What to write, to be applied in this order.
    public var organizations: [PlannedChange<Organization>] = []
    public var members: [PlannedChange<Member>] = []
    public var memberships: [PlannedChange<Membership>] = []
    public var planItems: [PlannedChange<PlanItem>] = []
    public var records: [PlannedChange<DutyRecord>] = []

    public init() {}

    /// Whether nothing stands against writing: no error, nothing in doubt.
    public var isClean: Bool { !findings.contains { $0.severity >= .doubtful } }

    /// Whether applying it would write nothing.
    public var isEmpty: Bool {
        organizations.isEmpty && members.isEmpty && memberships.isEmpty && planItems.isEmpty && records.isEmpty
    }

    /// Rows of all sheets by outcome.
    public var totals: OutcomeCounts { sheets.reduce(into: OutcomeCounts()) { $0.add($1.counts) } }
}

/// One value to write.
public enum PlannedChange<Value: Hashable & Sendable>: Hashable, Sendable {
    case create(Value)
    case update(before: Value, after: Value)

    /// The value as it will stand.
    public var value: Value {
        switch self {
        case .create(let value): value
        case .update(_, let after): after
        }
    }

    /// Whether it adds something that was not there.
    public var isCreation: Bool {
        if case .create = self { return true }
        return false
    }
}

/// Where one row of a sheet ends up.
public enum RowOutcome: UInt8, Sendable, CaseIterable {
    /// 新增: brings something the register did not have.
    case new = 0
    /// 变更: changes something it has.
    case changed = 1
    /// 相同: already there, word for word.
    case same = 2
    /// 待定: waits for an answer, see the findings.
    case doubtful = 3
    /// 退回: cannot be taken in, see the findings.
    case rejected = 4
    /// 略过: titles, headings, totals, signatures, empty rows.
    case leftOut = 5

    public var label: String {
        switch self {
        case .new: "新增"
        case .changed: "变更"
        case .same: "相同"
        case .doubtful: "待定"
        case .rejected: "退回"
        case .leftOut: "略过"
        }
    }
}

/// How many rows of each outcome.
public struct OutcomeCounts: Hashable, Sendable {
    private var counts: [Int] = Array(repeating: 0, count: RowOutcome.allCases.count)

    public init() {}

    public subscript(outcome: RowOutcome) -> Int {
        get { counts[Int(outcome.rawValue)] }
        set { counts[Int(outcome.rawValue)] = newValue }
    }

    /// All rows.
    public var total: Int { counts.reduce(0, +) }

    public mutating func add(_ other: OutcomeCounts) {
        for outcome in RowOutcome.allCases { self[outcome] += other[outcome] }
    }
}

/// What became of one sheet.
public struct SheetSummary: Hashable, Sendable {
    /// Path as given.
    public var path: String
    /// Name without folder, as findings show it.
    public var file: String
    /// Empty for CSV.
    public var sheet: String
    /// Nil where the kind could not be told.
    public var kind: SheetKind?
    /// Outcome of each row in order, with its number.
    public var rows: [RowRecord]
    /// Headings no field was found for.
    public var unknownHeadings: [String]

    public init(path: String, file: String, sheet: String, kind: SheetKind? = nil) {
        self.path = path
        self.file = file
        self.sheet = sheet
        self.kind = kind
        rows = []
        unknownHeadings = []
    }

    public var counts: OutcomeCounts { rows.reduce(into: OutcomeCounts()) { $0[$1.outcome] += 1 } }
}

/// One row's number and outcome.
public struct RowRecord: Hashable, Sendable {
    public var number: UInt32
    public var outcome: RowOutcome

    public init(number: Int, outcome: RowOutcome) {
        self.number = UInt32(clamping: number)
        self.outcome = outcome
    }
}
