internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// Computes results of a year from what they follow from: the one road of freezing, of checking what was frozen, and
/// of telling what has changed since. Two passes: totals of everyone for the places there are, then each by itself.
struct YearComputation {
    let rules: CompiledRulebook
    /// 名次 of everyone; nil where the rulebook has none.
    private let placements: [MemberID: Placement]?

    init(
        _ rules: CompiledRulebook, _ source: inout some YearSource,
        in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws {
        var rules = rules
        if rules.isRelative {
            let everyone = try YearComputation.scores(rules, &source, in: &transaction).map(\.score)
            rules = rules.beside(PopulationFigures(everyone, under: rules))
        }
        self.rules = rules
        guard !rules.ranks.isEmpty else {
            placements = nil
            return
        }
        let subjects = try YearComputation.scores(rules, &source, in: &transaction)
        let placed = rules.placements(
            of: subjects.map { RankedSubject(score: $0.score, roles: $0.score.roles, units: $0.units) })
        placements = Dictionary(uniqueKeysWithValues: zip(subjects.map(\.member), placed))
    }

    /// Everyone's total, in order of id.
    private static func scores(
        _ rules: CompiledRulebook, _ source: inout some YearSource,
        in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> [(member: MemberID, score: ScoreTotal, units: [RankUnit: String])] {
        var scores: [(member: MemberID, score: ScoreTotal, units: [RankUnit: String])] = []
        source.rewind()
        while true {
            let chunk = try source.next(in: &transaction)
            if chunk.isEmpty { break }
            for subject in chunk {
                let score = try Scorer(rules).score(subject.inputs.memberYear(subject.member))
                let units = subject.person.units.compactMap { word, name in
                    RankUnit(rawValue: word).map { ($0, name) }
                }
                scores.append((subject.member, score, Dictionary(uniqueKeysWithValues: units)))
            }
        }
        source.rewind()
        return scores
    }

    /// One member's result.
    func result(of subject: YearSubject, freeze: UInt32) throws -> FrozenResult {
        let year = subject.inputs.memberYear(subject.member)
        var score = try Scorer(rules).score(year)
        let placement = placements?[subject.member]
        if let placement { score.grade = placement.grade }
        let profile = try YearComputation.profile(subject.member, subject.inputs, rules, placement: placement)
        return FrozenResult(
            id: FrozenResult.ID(year: rules.year, freeze: freeze, member: subject.member), person: subject.person,
            score: score, placement: placement ?? Placement(grade: score.grade),
            gradeByPoints: profile.grade.nameByPoints, note: profile.grade.note,
            lines: profile.lines.map { FrozenLine(indicator: $0.indicator, raw: $0.raw, amount: $0.amount) },
            proposals: profile.proposals, facts: subject.inputs.taken(in: rules.window), inputs: subject.inputs)
    }

    /// One member's explained year with place and 处理.
    static func profile(
        _ member: MemberID, _ inputs: YearInputs, _ rules: CompiledRulebook, placement: Placement?
    ) throws -> AnnualProfile {
        var profile = try Scorer(rules).profile(inputs.memberYear(member))
        if let placement { profile.place(placement) }
        guard !rules.rulebook.measures.isEmpty else { return profile }
        let window = rules.window
        let roles = inputs.roles.last { $0.days.first <= window.last && window.first <= $0.days.last }?.roles ?? []
        profile.proposals = rules.proposals(
            YearOutcome(profile, placement: placement), earlier: inputs.earlier,
            term: inputs.term.map { $0.first...max($0.first, $0.last) }, roles: roles, traits: inputs.windowTraits)
        return profile
    }
}

extension FrozenResult {
    /// The bytes that are stored, and that the version's hash goes over.
    var bytes: [UInt8] {
        var fields = FieldWriter()
        encode(into: &fields)
        return fields.bytes
    }
}

extension YearVersion {
    /// The rulebook it was computed under, from its own text and its own kinds.
    func choice() throws -> RulebookChoice { try rules().choice }

    /// The same, ready to run.
    func rules() throws -> (choice: RulebookChoice, rules: CompiledRulebook) {
        let adopted = AdoptedRulebook(
            id: 0, name: self.rulebook, year: rulebookYear, text: text, cases: "", hash: hash, adopted: instant,
            file: file, title: title)
        let rules = try RulebookCache.compiled(adopted, kinds: KindCatalogue(kinds), year: id.year)
        let entry = RulebookEntry(
            id: 0, name: self.rulebook, title: title, year: rulebookYear, hash: hash, adopted: instant,
            hasCases: false)
        let choice = RulebookChoice(
            entry: entry, rulebook: rules.rulebook, text: text, cases: "", isExact: rulebookYear == id.year)
        return (choice, rules)
    }
}
