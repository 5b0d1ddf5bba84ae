/// A year as later years look back on it.
struct PlainOutcome {
    var year: Int
    var total: PlainFraction
    var grade: String?
    var lists: Set<String> = []
    var unmet: Set<String> = []
    var counts: [String: Int] = [:]
    var isAssessed = true
    /// How much of what grades, and 总分低于, ask of everyone was asked of the member.
    var gradeShare = PlainFraction.one

    init(year: Int, total: PlainFraction, grade: String?) { (self.year, self.total, self.grade) = (year, total, grade) }

    init(year: Int, _ score: PlainScore) {
        (self.year, total, grade) = (year, score.total, score.grade)
        (unmet, counts, isAssessed) = (Set(score.unmet), score.counts, score.isAssessed)
        gradeShare = score.gradeShare
    }
}

/// 处理.
struct PlainMeasures {
    let book: PlainBook
    let term: ClosedRange<Int>?

    /// 编号 of those that come into question in the last year.
    func proposed(_ years: [PlainOutcome], roles: Set<String>) -> [String] {
        book.measures.filter { rule in
            let own = rule["适用"]?.words("职务") ?? []
            return (own.isEmpty || !roles.isDisjoint(with: own)) && holds(rule, years)
        }.map { $0.text("编号") ?? "" }
    }

    private func holds(_ rule: PlainText, _ years: [PlainOutcome]) -> Bool {
        guard let now = years.last else { return false }
        let held = years.filter { holds(rule, in: $0) }.map(\.year)
        let ofTerm = years.filter { term?.contains($0.year) ?? true }
        let sum = ofTerm.map { number(rule, $0) }.reduce(0, +)
        if let many = rule.number("平均年数"), let below = rule.fraction("总分低于") {
            let last = (now.year - many + 1...now.year).compactMap { year in
                years.first { $0.year == year && $0.isAssessed }?.total
            }
            return last.count == many && last.sum() / PlainFraction(Int128(many)) < below
        }
        if let many = rule.number("连续年数") { return (now.year - many + 1...now.year).allSatisfy(held.contains) }
        if let many = rule.number("一届年数") {
            let inTerm = held.filter { year in ofTerm.contains { $0.year == year } }
            return inTerm.count >= many && inTerm.last == now.year
        }
        if let many = rule.number("一届满") { return sum >= many && number(rule, now) > 0 }
        if let fewer = rule.number("一届不满") { return now.year == term?.upperBound && sum < fewer }
        return held.last == now.year
    }

    private func holds(_ rule: PlainText, in year: PlainOutcome) -> Bool {
        guard year.isAssessed else { return false }
        if let fewer = rule.number("一年不满") { return number(rule, year) < fewer }
        return number(rule, year) >= rule.number("一年满") ?? 1
    }

    private func number(_ rule: PlainText, _ year: PlainOutcome) -> Int {
        if let below = rule.fraction("总分低于") { return year.total < below * year.gradeShare ? 1 : 0 }
        if let gate = rule.text("未达") { return year.unmet.contains(gate) ? 1 : 0 }
        if let list = rule.text("列入") { return year.lists.contains(list) ? 1 : 0 }
        if rule["等次"] != nil { return rule.words("等次").contains(year.grade ?? "") ? 1 : 0 }
        return year.counts[rule.text("编号") ?? ""] ?? 0
    }
}
