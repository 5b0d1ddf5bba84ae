public import DutyModel
import Tabular

/// Reads workbooks and CSV files into a plan. Nothing is written.
public struct Importer {
    /// What the caller fixed beforehand.
    public struct Options: Sendable {
        /// The kind of every sheet, where the headings do not say.
        public var kind: SheetKind?
        /// Key, name or alias of the kind of event, where an attendance sheet does not say.
        public var eventKind: String?
        /// The year of dates written without one, where neither title nor file name says.
        public var year: Int?
        /// The term, where a roster does not say.
        public var term: Int?
        /// Whether hidden sheets are read too.
        public var includesHidden: Bool
        /// What the marks mean where a sheet does not say: “√出席 ○请假”.
        public var legend: String?
        /// The day of the import: nothing has been done after it. Nil: not looked at.
        public var today: CivilDay?

        public init(
            kind: SheetKind? = nil, eventKind: String? = nil, year: Int? = nil, term: Int? = nil,
            includesHidden: Bool = false, legend: String? = nil, today: CivilDay? = nil
        ) {
            self.legend = legend
            self.today = today
            self.kind = kind
            self.eventKind = eventKind
            self.year = year
            self.term = term
            self.includesHidden = includesHidden
        }
    }

    public let columns: ColumnLibrary
    public let options: Options
    /// Called now and then with the rows read so far, for a progress bar.
    public var progress: (Int) -> Void

    /// Whether a text explains at least two marks: what `Options.legend` must do.
    public static func isLegend(_ text: String) -> Bool { MarkLegend(text) != nil }

    public init(columns: ColumnLibrary, options: Options = Options(), progress: @escaping (Int) -> Void = { _ in }) {
        self.columns = columns
        self.options = options
        self.progress = progress
    }

    /// The plan of all files together: rosters first, then sectors' plans, then everything else in the order given.
    ///
    /// What is wrong with a file is a finding; it throws only what the register throws.
    public func plan(
        files: [String], against register: any RegisterSnapshot, ids: IdentifierSource
    ) throws -> ImportPlan {
        let desk = try PlanDesk(register: register, ids: ids, columns: columns, options: options)
        var reader = FileReading(desk: desk, progress: progress)
        for path in files { reader.open(path) }
        try reader.readAll()
        return desk.finished(order: files)
    }
}

extension PlanDesk {
    /// The plan with everything put in its final order.
    fileprivate func finished(order files: [String]) -> ImportPlan {
        plan.records = records.changes()
        let place = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let sheets = plan.sheets.enumerated().sorted { left, right in
            (place[left.element.path] ?? 0, left.offset) < (place[right.element.path] ?? 0, right.offset)
        }
        plan.sheets = sheets.map(\.element)
        let fileOrder = Dictionary(
            plan.sheets.enumerated().map { ($1.file + "\u{1F}" + $1.sheet, $0) },
            uniquingKeysWith: { first, _ in first })
        let findings = plan.findings.enumerated().sorted { left, right in
            func key(_ item: (offset: Int, element: Finding)) -> (Int, Int, Int, Int) {
                let finding = item.element
                let sheet = fileOrder[finding.file + "\u{1F}" + finding.sheet] ?? -1
                return (sheet, finding.row ?? 0, finding.column ?? -1, item.offset)
            }
            return key(left) < key(right)
        }
        plan.findings = findings.map(\.element)
        return plan
    }
}
