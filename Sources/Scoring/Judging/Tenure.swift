internal import DutyModel

/// How much of the window a member sat, and what that changes.
struct Tenure {
    private let rule: TenureRule
    private let share: Rational
    private let months: Int

    /// Of a member who sat for all of it.
    static let whole = Tenure()

    private init(rule: TenureRule = TenureRule(), share: Rational = .one, months: Int = 12) {
        (self.rule, self.share, self.months) = (rule, share, months)
    }

    /// A member of whom no interval is known is taken to have sat for all of it.
    init(_ rulebook: CompiledRulebook, intervals: [RoleInterval]) {
        guard let rule = rulebook.rulebook.tenure, !intervals.isEmpty else {
            self.init()
            return
        }
        let window = rulebook.window
        let seated = intervals.compactMap {
            DayRange(max($0.days.first, window.first), min($0.days.last, window.last))
        }
        let months = Set(seated.flatMap(Tenure.months)).count
        let all = Tenure.months(window).count
        let days = seated.reduce(0) { $0 + $1.count }
        let share =
            rule.unit == .month
            ? Rational(Int64(months), over: Int64(all)) : Rational(Int64(days), over: Int64(window.count))
        self.init(rule: rule, share: share ?? .one, months: months)
    }

    private static func months(_ days: DayRange) -> [Int] {
        let (first, last) = (days.first.components, days.last.components)
        return Array((first.year * 12 + first.month)...(last.year * 12 + last.month))
    }

    var ofStart: Rational { rule.scalesStart ? share : .one }
    var ofGates: Rational { rule.scalesGates ? share : .one }
    var ofGrades: Rational { rule.scalesGrades ? share : .one }
    /// Whether as much is asked and given as of a member who sat for all of it.
    var asksAll: Bool { ofStart == .one && ofGates == .one && ofGrades == .one && ofTotal == .one && ofCounts == .one }
    /// Nobody who sat for no day of the window has a share to divide by.
    var ofTotal: Rational { rule.scalesTotal && !share.isZero ? share : .one }
    var ofCounts: Rational { rule.scalesCounts ? share : .one }
    var isExempt: Bool { months < rule.exemptBelowMonths }

    var exemption: GradeResult {
        GradeResult(
            name: nil, nameByPoints: nil, colour: "", note: "任职 \(months) 个月，不满 \(rule.exemptBelowMonths) 个月，不参加考核",
            next: nil, isExempt: true)
    }
}

extension GradeResult {
    /// Of someone whom 适用 of the whole rulebook leaves out.
    static var outside: GradeResult {
        GradeResult(
            name: nil, nameByPoints: nil, colour: "", note: "不在考核范围", next: nil, isExempt: true)
    }
}
