internal import DutyModel

/// A selection as numbers: one look at a fact row, without a branch that depends on how many conditions there are.
struct FactTest: Sendable, BitwiseCopyable {
    var allMarks: UInt32
    var noMarks: UInt32
    /// All ones where there is no condition.
    var anyStage: UInt32
    var anyHonour: UInt32
    var parts: UInt32
    var firstDay: Int32
    var lastDay: Int32
    var statuses: UInt16
    /// 0 where any role will do.
    var roles: UInt16
    var invitedAs: UInt8
    var modes: UInt8
    /// 0 where there is no condition.
    var levels: UInt8
    var instructions: UInt8
    var positions: (low: UInt8, high: UInt8)
    var counts: (low: UInt8, high: UInt8)
    var mandatory: Wanted
    var wholeCourse: Wanted

    /// Whether something must be so, must not, or does not matter.
    enum Wanted: UInt8, Sendable {
        case either = 0
        case yes = 1
        case no = 2

        init(_ flag: Bool?) { self = flag.map { $0 ? .yes : .no } ?? .either }

        @inline(__always)
        func allows(_ flag: Bool) -> Bool { self == .either || (self == .yes) == flag }
    }

    init(_ selection: Selection, days: DayRange) {
        allMarks = selection.allMarks.rawValue
        noMarks = selection.noMarks.rawValue
        anyStage = selection.anyStage.rawValue
        anyHonour = selection.anyHonour.rawValue
        parts = selection.parts
        firstDay = days.first.daysSinceEpoch
        lastDay = days.last.daysSinceEpoch
        statuses = selection.statuses
        roles = selection.roles.rawValue
        invitedAs = selection.invitedAs
        modes = selection.modes
        levels = selection.levels.rawValue
        instructions = selection.instructions.rawValue
        positions = (selection.positions?.lowerBound ?? 0, selection.positions?.upperBound ?? 255)
        counts = (selection.counts?.lowerBound ?? 0, selection.counts?.upperBound ?? 255)
        mandatory = Wanted(selection.mandatory)
        wholeCourse = Wanted(selection.wholeCourse)
    }

    @inline(__always)
    func matches(_ row: FactRow, day: Int32, roles held: UInt16) -> Bool {
        let marks = row.marks.rawValue
        return statuses >> UInt16(row.statusCode) & 1 != 0
            && parts >> UInt32(row.partCode) & 1 != 0
            && firstDay <= day && day <= lastDay
            && marks & allMarks == allMarks && marks & noMarks == 0
            && (anyStage == 0 || marks & anyStage != 0)
            && (anyHonour == 0 || marks & anyHonour != 0)
            && (roles == 0 || held & roles != 0)
            && matchesRest(row)
    }

    @inline(__always)
    private func matchesRest(_ row: FactRow) -> Bool {
        invitedAs >> row.invitedAsCode & 1 != 0
            && modes >> row.modeCode & 1 != 0
            && (levels == 0 || row.levels & levels != 0)
            && (instructions == 0 || row.instructions & instructions != 0)
            && positions.low <= row.position && row.position <= positions.high
            && counts.low <= row.count && row.count <= counts.high
            && mandatory.allows(row.isMandatory)
            && wholeCourse.allows(FactTest.attendedAll(row))
    }

    /// Attended every half-day held, and was told to have been there to the end.
    @inline(__always)
    private static func attendedAll(_ row: FactRow) -> Bool {
        row.halfDaysHeld > 0 && row.halfDaysAttended >= row.halfDaysHeld
            && (row.statusCode == AttendanceStatus.present.rawValue || row.statusCode == AttendanceStatus.late.rawValue)
    }
}
