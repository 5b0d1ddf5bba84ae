internal import DutyModel

/// A selection as numbers. Most tests are three comparisons; what is rarely asked stands behind one flag.
struct FactTest: Sendable, BitwiseCopyable {
    /// Which of the `FactFacets` are allowed.
    var allowed: UInt64
    /// Marks that matter, and which of those must be there.
    var marksAsked: UInt32
    var marksWanted: UInt32
    /// The first day, and how many days after it are still in.
    var firstDay: Int32
    var daySpan: UInt32
    /// The `FactBasis` of the rows it looks at, or `anyBasis`.
    var basis: UInt8
    var hasMore: Bool
    var more: RareConditions

    static let anyBasis: UInt8 = .max

    init(_ selection: Selection, days: DayRange, basis: UInt8 = FactTest.anyBasis) {
        self.basis = basis
        allowed = FactFacets.allowed(by: selection)
        marksAsked = selection.allMarks.union(selection.noMarks).rawValue
        marksWanted = selection.allMarks.rawValue
        firstDay = days.first.daysSinceEpoch
        daySpan = UInt32(days.count - 1)
        more = RareConditions(selection)
        hasMore = !more.isEmpty
        // A mark both wanted and unwanted is never met.
        if !selection.allMarks.isDisjoint(with: selection.noMarks) { allowed = 0 }
    }

    @inline(__always)
    func matches(
        _ row: FactRow, facets: FactFacets, day: Int32, roles: UInt16, extras: RecordExtras
    ) -> Bool {
        facets.bits & ~allowed == 0
            && row.marks.rawValue & marksAsked == marksWanted
            && UInt32(bitPattern: day &- firstDay) <= daySpan
            && (basis == FactTest.anyBasis || basis == row.basisCode)
            && (!hasMore || more.areMet(by: row, roles: roles, extras: extras))
    }
}

/// What a fact is in each respect that takes one of a few values, one bit each: a test is one comparison for all.
struct FactFacets {
    let bits: UInt64

    // 16 statuses, 32 parts, 4 invitations, 4 modes with none, mandatory or not, whole course or not.
    private static let part: UInt64 = 16
    private static let invitation: UInt64 = 48
    private static let mode: UInt64 = 52
    private static let mandatory: UInt64 = 56
    private static let wholeCourse: UInt64 = 58

    @inline(__always)
    init(_ row: FactRow) {
        let status = 1 as UInt64 &<< UInt64(row.statusCode)
        let part = 1 as UInt64 &<< (FactFacets.part &+ UInt64(row.partCode))
        let invitation = 1 as UInt64 &<< (FactFacets.invitation &+ UInt64(row.invitedAsCode))
        let mode = 1 as UInt64 &<< (FactFacets.mode &+ UInt64(row.modeCode))
        let mandatory = 1 as UInt64 &<< (FactFacets.mandatory &+ (row.isMandatory ? 1 : 0))
        let whole = 1 as UInt64 &<< (FactFacets.wholeCourse &+ (FactFacets.attendedAll(row) ? 1 : 0))
        bits = status | part | invitation | mode | mandatory | whole
    }

    static func allowed(by selection: Selection) -> UInt64 {
        UInt64(selection.statuses) | UInt64(selection.parts) << part
            | UInt64(selection.invitedAs & 15) << invitation | UInt64(selection.modes & 15) << mode
            | either(selection.mandatory) << mandatory | either(selection.wholeCourse) << wholeCourse
    }

    /// Both bits where it does not matter.
    private static func either(_ wanted: Bool?) -> UInt64 { wanted.map { $0 ? 2 : 1 } ?? 3 }

    /// A respect, as one bit.
    struct Respects: OptionSet {
        let rawValue: UInt8
        static let status = Respects(rawValue: 1)
        static let part = Respects(rawValue: 2)
        static let invitation = Respects(rawValue: 4)
        static let mode = Respects(rawValue: 8)
        static let mandatory = Respects(rawValue: 16)
        static let wholeCourse = Respects(rawValue: 32)
    }

    /// The respects in which something is not allowed.
    static func asked(by allowed: UInt64) -> Respects {
        let stretches: [(UInt64, UInt64, Respects)] = [
            (0, 16, .status), (part, 32, .part), (invitation, 4, .invitation), (mode, 4, .mode),
            (mandatory, 2, .mandatory), (wholeCourse, 2, .wholeCourse),
        ]
        return stretches.reduce(into: []) { asked, stretch in
            let whole: UInt64 = (1 << stretch.1) - 1
            if allowed >> stretch.0 & whole != whole { asked.insert(stretch.2) }
        }
    }

    /// Attended every half-day held, and was not told to have left early.
    @inline(__always)
    private static func attendedAll(_ row: FactRow) -> Bool {
        row.halfDaysHeld > 0 && row.halfDaysAttended >= row.halfDaysHeld
            && (row.statusCode == AttendanceStatus.present.rawValue || row.statusCode == AttendanceStatus.late.rawValue)
    }
}

/// Conditions that few tests have.
struct RareConditions: Sendable, BitwiseCopyable {
    /// One of these marks; 0 where there is no condition. The same for all below.
    var anyStage: UInt32
    var anyHonour: UInt32
    var roles: UInt16
    var levels: UInt8
    var instructions: UInt8
    var positions: Bounds
    var counts: Bounds
    var share: AttendedShare
    var quantity: QuantityBounds
    var labels: LabelChoice
    var reasons: LabelChoice

    struct Bounds: Sendable, BitwiseCopyable {
        var low: UInt8
        var high: UInt8

        init(_ range: ClosedRange<UInt8>?) {
            low = range?.lowerBound ?? 0
            high = range?.upperBound ?? 255
        }

        var isEmpty: Bool { low == 0 && high == 255 }
        func contains(_ number: UInt8) -> Bool { low <= number && number <= high }
    }

    init(_ selection: Selection) {
        anyStage = selection.anyStage.rawValue
        anyHonour = selection.anyHonour.rawValue
        roles = selection.roles.rawValue
        levels = selection.levels.rawValue
        instructions = selection.instructions.rawValue
        positions = Bounds(selection.positions)
        counts = Bounds(selection.counts)
        share = AttendedShare(selection.attended)
        quantity = QuantityBounds(selection.quantity)
        labels = LabelChoice(selection.labels.map { LabelNumber($0) })
        reasons = LabelChoice(selection.reasons.map { LabelNumber(reason: $0) })
    }

    /// Whether it looks at what stands beside the row.
    var asksExtras: Bool { !quantity.isEmpty || !labels.isEmpty || !reasons.isEmpty }

    var isEmpty: Bool {
        anyStage == 0 && anyHonour == 0 && roles == 0 && levels == 0 && instructions == 0 && positions.isEmpty
            && counts.isEmpty && share.isEmpty && !asksExtras
    }

    func areMet(by row: FactRow, roles held: UInt16, extras: RecordExtras) -> Bool {
        (anyStage == 0 || row.marks.rawValue & anyStage != 0)
            && (anyHonour == 0 || row.marks.rawValue & anyHonour != 0)
            && (roles == 0 || held & roles != 0)
            && (levels == 0 || row.levels & levels != 0)
            && (instructions == 0 || row.instructions & instructions != 0)
            && positions.contains(row.position) && counts.contains(row.count) && share.isMet(by: row)
            && quantity.isMet(by: extras) && labels.isMet(by: extras) && reasons.isMet(by: extras)
    }
}
