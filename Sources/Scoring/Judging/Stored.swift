// Results put together again from where they were stored. Nothing is computed here.

extension ScoreTotal {
    /// What was stored of a total; the rest of its fields begin as for somebody of whom nothing is known.
    public init(storedTotal total: Rational, groups: [Rational], gatesMet: Bool, grade: String?) {
        self.init(total: total, groups: groups, gatesMet: gatesMet, grade: grade)
    }
}

extension Placement.Rank {
    public init(
        storedRule rule: String, name: String, place: Int, population: Int, quota: Int, isListed: Bool
    ) {
        self.init(rule: rule, name: name, place: place, population: population, quota: quota, isListed: isListed)
    }
}

extension MeasureProposal {
    public init(
        storedID id: String, name: String, article: String, proposal: String, grade: String?, reason: String
    ) {
        self.init(id: id, name: name, article: article, proposal: proposal, grade: grade, reason: reason)
    }
}
