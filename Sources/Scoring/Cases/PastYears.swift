internal import DutyModel

/// 历年 of a case as later years look back on them.
struct PastYears {
    let example: RulebookCase
    let rulebook: Rulebook
    let catalogue: KindCatalogue

    func outcomes() throws(ScoringError) -> [YearOutcome] {
        var outcomes: [YearOutcome] = []
        for year in example.earlier { outcomes.append(try outcome(year)) }
        return outcomes
    }

    /// A year before, from its records where nothing else is written.
    private func outcome(_ year: EarlierYear) throws(ScoringError) -> YearOutcome {
        var outcome = YearOutcome(year: year.year, total: .zero, grade: nil)
        if let compiled = try? rulebook.compiled(year: year.year, readings: example.readings) {
            var past = example
            (past.records, past.manual, past.seated) = (year.records, year.manual, [])
            let facts = CaseFacts(example: past, catalogue: catalogue)
            var score = try Scorer(compiled).score(facts.year(compiled))
            if let total = year.total { score = compiled.regraded(score, total: total) }
            outcome = YearOutcome(year: year.year, score)
        }
        if let grade = year.grade { outcome.grade = grade }
        outcome.lists.formUnion(year.lists)
        outcome.unmetGates.formUnion(year.unmet)
        outcome.counts.merge(year.counts) { _, written in written }
        return outcome
    }
}
