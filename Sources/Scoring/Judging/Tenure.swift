internal import DutyModel

/// How much of the window a member sat, and what that changes.
struct Tenure {
    private var rule = TenureRule()
    private var share = Rational.one
    private var months = 12
    /// The days in the committee; empty for who sat for all of the window.
    private var seated: [DayRange] = []
    /// Whether less is asked where an indicator says how many there should be.
    private var asksLess = false

    /// Of a member who sat for all of it.
    static let whole = Tenure()

    private init() {}

    /// A member of whom no interval is known is taken to have sat for all of it.
    init(_ rulebook: CompiledRulebook, intervals: [RoleInterval]) {
        guard let rule = rulebook.rulebook.tenure, !intervals.isEmpty else { return }
        self.rule = rule
        seated = intervals.map(\.days)
        share = Tenure.share(of: rulebook.window, seated, by: rule.unit)
        months = Set(seated.compactMap { $0.overlap(rulebook.window) }.flatMap(Tenure.months)).count
        asksLess = rule.scalesCounts && Tenure.share(of: rulebook.days, seated, by: rule.unit) != .one
    }

    /// How much of a stretch of days lies in others.
    private static func share(of days: DayRange, _ seated: [DayRange], by unit: TenureRule.Unit) -> Rational {
        let own = seated.compactMap { $0.overlap(days) }
        let share =
            unit == .month
            ? Rational(Int64(Set(own.flatMap(months)).count), over: Int64(months(days).count))
            : Rational(Int64(own.reduce(0) { $0 + $1.count }), over: Int64(days.count))
        return share ?? .one
    }

    private static func months(_ days: DayRange) -> [Int] {
        let (first, last) = (days.first.components, days.last.components)
        return Array((first.year * 12 + first.month)...(last.year * 12 + last.month))
    }

    var ofStart: Rational { rule.scalesStart ? share : .one }
    var ofGates: Rational { rule.scalesGates ? share : .one }
    var ofGrades: Rational { rule.scalesGrades ? share : .one }

    /// The same for a gate that asks something of a month, quarter or half-year: none where the member sat in no day
    /// of it.
    func ofGates(in days: DayRange) -> Rational {
        rule.scalesGates && !seated.isEmpty ? Tenure.share(of: days, seated, by: rule.unit) : .one
    }

    /// The same for 应满几次 of an indicator that looks at some days.
    func ofCounts(in days: DayRange?) -> Rational {
        asksLess ? days.map { Tenure.share(of: $0, seated, by: rule.unit) } ?? .one : .one
    }

    /// Whether as much is asked and given as of a member who sat for all of it.
    var asksAll: Bool {
        ofStart == .one && ofGates == .one && ofGrades == .one && ofTotal == .one && !asksLess
    }
    /// Nobody who sat for no day of the window has a share to divide by.
    var ofTotal: Rational { rule.scalesTotal && !share.isZero ? share : .one }
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

extension CompiledRulebook {
    /// What 免予考核 makes of a member for whom such a matter was entered; nil for all others.
    func excuse(_ manual: [ManualPoints]) -> GradeResult? {
        for rule in rulebook.exemptions {
            guard let entry = manual.first(where: { $0.indicator == rule.id }) else { continue }
            return GradeResult(
                name: nil, nameByPoints: nil, colour: "",
                note: "\(rule.name)（\(rule.article)）：\(entry.reason)（批准人：\(entry.approver)）", next: nil, isExempt: true)
        }
        return nil
    }
}
