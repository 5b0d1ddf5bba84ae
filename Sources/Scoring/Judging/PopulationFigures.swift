/// Everyone's amounts of the items that are seen beside them (相对), by 编号.
public struct PopulationFigures: Hashable, Sendable {
    /// In order, the largest first.
    var amounts: [String: [Rational]] = [:]

    public init() {}

    /// From a first computation of everyone, in which these items stand as they are.
    public init(_ scores: [ScoreTotal], under rulebook: CompiledRulebook) {
        for score in scores where score.isAssessed {
            for (id, amount) in zip(rulebook.relativeIDs, score.relative) {
                if let amount { amounts[id, default: []].append(amount) }
            }
        }
        for id in amounts.keys { amounts[id]?.sort(by: >) }
    }

    /// Adds others' amounts of an item.
    mutating func add(_ others: [Rational], of id: String) {
        amounts[id] = ((amounts[id] ?? []) + others).sorted(by: >)
    }

    /// What an amount becomes beside the others. Nil where a number does not fit.
    func amount(_ own: Rational, of id: String, by rule: RelativeRule) -> Rational? {
        let all = amounts[id] ?? []
        switch rule {
        case .best(let points): return part(own, of: all.first, points)
        case .mean(let points):
            guard let sum = all.reduce(Rational?.some(.zero), { sum, next in sum.flatMap { $0.adding(next) } }) else {
                return nil
            }
            return part(own, of: all.isEmpty ? nil : sum.divided(by: Rational(Int64(all.count))), points)
        case .places(let places):
            guard Rational.zero < own else { return .zero }
            // Who ties shares the best place.
            let place = (all.firstIndex { $0 <= own } ?? all.count) + 1
            return places.first { place <= $0.upTo }?.amount ?? .zero
        }
    }

    /// Nothing where there is nothing to measure by.
    private func part(_ own: Rational, of whole: Rational?, _ points: Rational) -> Rational? {
        guard let whole, Rational.zero < whole else { return .zero }
        return own.divided(by: whole)?.multiplied(by: points)
    }
}

extension CompiledRulebook {
    /// 编号 of the items seen beside everyone's, in the rulebook's order; empty for most rulebooks.
    public var relativeIDs: [String] { (care?.relative ?? []).map { nodes[$0].item.id } }

    /// Whether everyone has to be computed twice.
    public var isRelative: Bool { !(care?.relative ?? []).isEmpty }

    /// The same rulebook with everyone's amounts known.
    public func beside(_ figures: PopulationFigures) -> CompiledRulebook {
        var known = self
        known.figures = figures
        known.variants = variants.map { ($0.signature, $0.rulebook.beside(figures)) }
        return known
    }
}
