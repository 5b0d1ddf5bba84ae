/// Scores by the book: every item goes over every fact again, on words, slowly. Shares no code with the product.
struct PlainEvaluator {
    let rulebook: PlainRulebook
    /// In order of day, then record.
    let facts: [PlainFact]
    /// 职务 of the last day.
    let role: String

    struct Result {
        var total: PlainFraction
        var amounts: [String: PlainFraction]
        var isMet: Bool
        var grade: String
    }

    func result() -> Result {
        var amounts: [String: PlainFraction] = [:]
        let parts = rulebook.items.map { amount(of: $0, into: &amounts) }
        let total = bounded(parts.map(\.worth).sum(), rulebook.cap, rulebook.floor)
        let gate = rulebook.gate
        let had = facts.count { gate.counted.counts($0) }
        let isMet = had >= gate.atLeast && amounts[gate.points.id]! >= gate.points.atLeast
        var place = rulebook.grades.firstIndex { $0.1 == nil || $0.1! <= total }!
        // 不达标 is the last grade but one.
        if !isMet { place = max(place, rulebook.grades.count - 2) }
        return Result(total: total, amounts: amounts, isMet: isMet, grade: rulebook.grades[place].0)
    }

    private func bounded(_ number: PlainFraction, _ cap: PlainFraction?, _ floor: PlainFraction?) -> PlainFraction {
        max(min(number, cap ?? number), floor ?? min(number, cap ?? number))
    }

    private func amount(
        of item: PlainItem, into amounts: inout [String: PlainFraction]
    ) -> (worth: PlainFraction, applies: Bool) {
        var worth = PlainFraction.zero
        let applies = item.role == nil || item.role == role
        switch item.content {
        case .group(let items, let isBest, let start):
            let parts = items.map { amount(of: $0, into: &amounts) }
            let together =
                isBest ? parts.filter(\.applies).map(\.worth).max() ?? .zero : parts.map(\.worth).sum()
            worth = bounded(together + (start ?? .zero), item.cap, item.floor)
        case .indicator(let rule):
            worth = bounded(collected(rule), item.cap, item.floor)
            if rule.isDeduction { worth = .zero - worth }
        }
        if !applies { worth = .zero }
        amounts[item.id] = worth
        return (worth, applies)
    }

    private func collected(_ rule: PlainIndicator) -> PlainFraction {
        let credits = credits(rule)
        switch rule.take {
        case .sum: return credits.sum()
        case .best: return credits.max() ?? .zero
        case .tiers(let tiers): return tiers.last { $0.0 <= credits.count }?.1 ?? .zero
        case .everyFull(let many):
            guard case .fixed(let amount)? = rule.amount else { return .zero }
            return PlainFraction(Int128(credits.count / many)) * amount
        case .rate(let full, let expected, let otherwise, let allOrNothing):
            let known = facts.count { expected.fits($0) && $0.status != "未确认" }
            if known == 0 { return otherwise }
            if allOrNothing { return credits.count >= known ? full : .zero }
            return full * PlainFraction(Int128(min(credits.count, known)), Int128(known))
        }
    }

    /// What each fact that counts is worth.
    private func credits(_ rule: PlainIndicator) -> [PlainFraction] {
        var credits: [PlainFraction] = []
        var number = 0
        var inPeriod: [String: Int] = [:]
        for fact in facts {
            guard rule.counted.contains(where: { $0.counts(fact) }) else { continue }
            if let excluded = rule.excluded, excluded.fits(fact) { continue }
            guard let amount = rule.amount.map({ worth($0, of: fact) }) ?? .some(.zero) else { continue }
            if let (period, most) = rule.period {
                let key =
                    period == "天" ? "\(fact.day)" : period == "月" ? "\(fact.month)" : "\((fact.month - 1) / 3)"
                // The December that the window begins with belongs to the first quarter.
                let name = period == "季度" && fact.year == 2023 ? "2024 0" : "\(fact.year) \(key)"
                inPeriod[name, default: 0] += 1
                if inPeriod[name]! > most { continue }
            }
            number += 1
            if number < rule.from { continue }
            if let limit = rule.limit, number > limit {
                if let after = rule.after { credits.append(after) }
                continue
            }
            credits.append(amount)
        }
        return credits
    }

    /// Nil where no row of a table fits.
    private func worth(_ amount: PlainAmount, of fact: PlainFact) -> PlainFraction? {
        switch amount {
        case .fixed(let number): return number
        case .perHalfDay(let number): return number * PlainFraction(Int128(fact.attended))
        case .table(let way, let rows):
            let fitting = rows.filter { $0.0.fits(fact) }.map(\.1)
            if fitting.isEmpty { return nil }
            return way == "首个" ? fitting[0] : way == "最高" ? fitting.max() : fitting.sum()
        case .split(let total, let first, let credited):
            let people = min(max(1, fact.people), credited ?? 255)
            let place = max(1, fact.place)
            if place > people { return .zero }
            if people == 1 { return total }
            guard let first else { return total / PlainFraction(Int128(people)) }
            if place == 1 { return total * first }
            return total * (PlainFraction(1) - first) / PlainFraction(Int128(people - 1))
        }
    }
}
