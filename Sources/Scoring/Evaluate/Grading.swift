/// From total and gates to a grade.
struct Grading {
    let grades: [GradeRule]

    /// The place of the grade that a total reaches; nil where there are no grades.
    func place(of total: Rational) -> Int? {
        grades.firstIndex { $0.atLeast.map { $0 <= total } ?? true }
    }

    /// The place after unmet gates: never better than any of them allows.
    func place(of total: Rational, limits: [String]) -> Int? {
        guard let byPoints = place(of: total) else { return nil }
        return limits.reduce(byPoints) { place, limit in
            max(place, grades.firstIndex { $0.name == limit } ?? place)
        }
    }

    func result(total: Rational, gates: [GateResult], unknown: String) -> GradeResult {
        let unmet = gates.filter { !$0.isMet && !$0.gradeIfUnmet.isEmpty }
        guard let byPoints = place(of: total), let place = place(of: total, limits: unmet.map(\.gradeIfUnmet)) else {
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
            next: next(above: byPoints, total: total))
    }

    private func next(above place: Int, total: Rational) -> (name: String, missing: Rational)? {
        guard place > 0, let bound = grades[place - 1].atLeast, let missing = bound.subtracting(total) else {
            return nil
        }
        return (grades[place - 1].name, missing)
    }
}
