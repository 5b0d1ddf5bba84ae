import Scoring

extension GateRule {
    /// What follows where it is not met.
    var effectText: String { GateWords.effect(gradeIfUnmet ?? "", lowersBy) }
}

extension GateResult {
    /// What follows where it is not met.
    var effectText: String { GateWords.effect(gradeIfUnmet, lowersBy) }
}

private enum GateWords {
    static func effect(_ grade: String, _ lowersBy: Int) -> String {
        if lowersBy > 0 { return "等次下调 \(lowersBy) 等" }
        return grade.isEmpty ? "只作提示" : "等次最高为“\(grade)”"
    }
}
