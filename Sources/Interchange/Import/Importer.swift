import DutyModel

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

        public init(kind: SheetKind? = nil, eventKind: String? = nil, year: Int? = nil, term: Int? = nil) {
            self.kind = kind
            self.eventKind = eventKind
            self.year = year
            self.term = term
        }
    }

    public let columns: ColumnLibrary
    public let options: Options
    /// Called now and then with the rows read so far, for a progress bar.
    public var progress: (Int) -> Void

    public init(columns: ColumnLibrary, options: Options = Options(), progress: @escaping (Int) -> Void = { _ in }) {
        self.columns = columns
        self.options = options
        self.progress = progress
    }

    /// The plan of all files together: rosters first, then plans, then everything else in the order given.
    ///
    /// What is wrong with a file is a finding; it throws only what the snapshot throws.
    public func plan(
        files: [String], against register: some RegisterSnapshot, ids: IdentifierSource
    ) throws -> ImportPlan {
        preconditionFailure("being written")
    }
}
