/// From total and gates to a grade.
struct Grading {
    let grades: [GradeRule]
    /// Of the window, where less is asked of members who sat for a part of it.
    var share = Rational.one

    /// The place of the grade that a total reaches; nil where there are no grades.
    func place(of total: Rational) -> Int? {
        grades.firstIndex { !$0.isByRank && (bound(of: $0).map { $0 <= total } ?? true) }
    }

    private func bound(of grade: GradeRule) -> Rational? {
        guard let bound = grade.atLeast, share != .one else { return grade.atLeast }
        return bound.multiplied(by: share) ?? bound
    }

    /// The place after unmet gates: never better than they allow, then lowered.
    func place(of total: Rational, limits: GateLimits) -> Int? {
        place(of: total).map { min(max($0, limits.best) + limits.lowersBy, grades.count - 1) }
    }

    func result(total: Rational, limits: GateLimits, gates: [GateResult], unknown: String) -> GradeResult {
        let unmet = gates.filter { !$0.isMet && (!$0.gradeIfUnmet.isEmpty || $0.lowersBy > 0) }
        guard let byPoints = place(of: total), let place = place(of: total, limits: limits) else {
            return GradeResult(name: nil, nameByPoints: nil, colour: "", note: unknown, next: nil)
        }
        var note = grades[place].consequence
        if place != byPoints {
            let names = unmet.map { "“\($0.name)”" }.joined(separator: "、")
            let reason = "按得分为\(grades[byPoints].name)，因未达到\(names)定为\(grades[place].name)"
            note = note.isEmpty ? reason : reason + "；" + note
        }
        return GradeResult(
            name: grades[place].name, nameByPoints: grades[byPoints].name, colour: grades[place].colour, note: note,
            next: next(above: place, total: total, unmet: unmet))
    }

    private func next(above place: Int, total: Rational, unmet: [GateResult]) -> NextGrade? {
        guard place > 0, let bound = bound(of: grades[place - 1]), let missing = bound.subtracting(total) else {
            return nil
        }
        let better = grades[..<place].map(\.name)
        let gates = unmet.filter { $0.lowersBy > 0 || !better.contains($0.gradeIfUnmet) }.map(\.name)
        return NextGrade(name: grades[place - 1].name, missing: max(.zero, missing), gates: gates)
    }
}
