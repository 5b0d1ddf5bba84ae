internal import DutyModel

/// Puts an annual profile together from one traced pass and its settlement. It computes no points of its own: it only
/// tells where they went.
struct ProfileBuilder {
    let rulebook: CompiledRulebook
    let pass: FactPass
    let settlement: Settlement
    let trace: FullTrace
    let manual: [ManualPoints]
    let grading: Grading
    let passed: PassedOver

    func profile(of member: MemberID, gates: GateCheck) -> AnnualProfile {
        let results = gates.results()
        let bySlot = Dictionary(grouping: trace.entries, by: \.slot)
        let ordered = rulebook.nodes.indices.sorted(by: rulebook.order)
        let source = rulebook.rulebook
        return AnnualProfile(
            member: member, year: rulebook.year, part: rulebook.part, rulebook: rulebook.identity,
            lines: ordered.filter { !rulebook.nodes[$0].isGroup }.map { line($0, bySlot: bySlot) },
            groups: ordered.filter(rulebook.isShownGroup).map(groupLine), whole: groupLine(rulebook.nodes.count - 1),
            hasRecords: passed.hasRecords, total: settlement.total, display: source.display, gates: results,
            grade: grading.result(
                total: settlement.total, limits: gates.limits(), gates: results, unknown: source.gradesNote),
            counts: rulebook.counts(pass, manual: manual), relative: relative)
    }

    /// The amounts that others are told of, by 编号.
    private var relative: [String: Rational] {
        var amounts: [String: Rational] = [:]
        for position in rulebook.care?.relative ?? [] {
            amounts[rulebook.nodes[position].item.id] = settlement.relativeAmounts[position]
        }
        return amounts
    }

    private func line(_ position: Int, bySlot: [Int: [FullTrace.Entry]]) -> ScoreLine {
        let node = rulebook.nodes[position]
        let result = beforeTerms(position)
        var counted: [CountedRecord] = []
        if case .indicator(let slot, let settle) = node.content {
            counted = RecordCredits(
                rulebook: rulebook, node: node, settle: settle, result: result, entries: bySlot[slot] ?? []
            ).records()
        }
        let seen = Set(counted.map(\.record))
        let left = result.applies ? node.item.indicator.map { passed.records(of: $0, besides: seen) } ?? [] : []
        return ScoreLine(
            indicator: node.item.id, name: node.item.name, article: node.item.article, groups: node.groups,
            counted: counted, passed: left, raw: result.raw, amount: settlement.results[position].amount,
            cap: node.item.cap, losses: bounds(result, item: node.item) + (settlement.termLosses[position] ?? []),
            notes: notes(node, result), assumption: node.item.assumption)
    }

    /// As it was before other items, everyone's amounts and rounding changed it.
    private func beforeTerms(_ position: Int) -> Settlement.Result {
        var result = settlement.results[position]
        if let before = settlement.beforeTerms[position] { result.amount = before }
        return result
    }

    private func groupLine(_ position: Int) -> GroupLine {
        let node = rulebook.nodes[position]
        let result = beforeTerms(position)
        var losses = scaledBounds(result, item: node.item)
        if case .group(let children, let combination, _, _) = node.content {
            switch combination {
            case .sum: break
            case .best: losses = others(than: children, node.item, result)
            case .bestFew(let few): losses = chosen(children, few, .notAmongBest(few), node.item, result)
            case .mean: losses = chosen(children, 0, .averaged, node.item, result)
            }
        }
        return GroupLine(
            id: node.item.id, name: node.item.name, article: node.item.article, groups: node.groups,
            start: result.start, raw: result.raw, amount: settlement.results[position].amount, cap: node.item.cap,
            losses: losses + (settlement.termLosses[position] ?? []))
    }

    /// What cap or floor took or gave.
    private func bounds(_ result: Settlement.Result, item: RuleItem) -> [Loss] {
        guard let difference = result.raw.subtracting(result.amount), !difference.isZero else { return [] }
        let magnitude = (item.indicator?.isDeduction ?? false) ? result.raw.negated ?? result.raw : result.raw
        if let cap = item.cap, cap < magnitude { return [Loss(amount: difference, reason: .cap(cap))] }
        return [Loss(amount: difference, reason: .floor(item.floor ?? .zero))]
    }

    /// The same for a group, whose sum may count only so much.
    private func scaledBounds(_ result: Settlement.Result, item: RuleItem) -> [Loss] {
        guard let factor = item.group?.factor, factor != .one, let scaled = result.raw.multiplied(by: factor),
            let lost = result.raw.subtracting(scaled)
        else { return bounds(result, item: item) }
        let rest = bounds(.init(raw: scaled, amount: result.amount), item: item)
        return (lost.isZero ? [] : [Loss(amount: lost, reason: .factor(factor))]) + rest
    }

    /// What was left of the parts, then what factor, cap and floor took.
    private func chosen(
        _ children: [Int], _ few: Int, _ reason: LossReason, _ item: RuleItem, _ result: Settlement.Result
    ) -> [Loss] {
        guard let taken = settlement.chosen(few, of: children)?.adding(result.start),
            let lost = result.raw.subtracting(taken)
        else { return [] }
        let rest = scaledBounds(.init(raw: taken, amount: result.amount), item: item)
        return (lost.isZero ? [] : [Loss(amount: lost, reason: reason)]) + rest
    }

    /// The parts of a best-of group that were not taken.
    private func others(than children: [Int], _ item: RuleItem, _ result: Settlement.Result) -> [Loss] {
        let worth = children.filter { settlement.results[$0].applies }
        let best = worth.max { (settlement.results[$0].amount, $1) < (settlement.results[$1].amount, $0) }
        guard let best else { return scaledBounds(result, item: item) }
        let name = rulebook.nodes[best].item.id
        var losses = worth.filter { $0 != best && !settlement.results[$0].amount.isZero }.map {
            Loss(amount: settlement.results[$0].amount, reason: .anotherTaken(name))
        }
        let taken = settlement.results[best].amount.adding(result.start) ?? .zero
        losses += scaledBounds(.init(raw: taken, amount: result.amount), item: item)
        return losses
    }

    private func notes(_ node: Node, _ result: Settlement.Result) -> [String] {
        if !result.applies { return ["不适用于本人职务"] }
        switch node.content {
        case .manual:
            return manual.filter { $0.indicator == node.item.id }.map {
                "人工 \($0.amount.text(rulebook.rulebook.display)) 分：\($0.reason)（批准人：\($0.approver)）"
            }
        case .indicator(let slot, .rate(_, let expectedSlot)), .indicator(let slot, .slope(_, _, let expectedSlot)):
            let (had, expected) = (pass.tallies[slot].counted, pass.tallies[expectedSlot].matched)
            return ["计 \(had) 次，应到 \(expected) 次"]
        case .indicator(let slot, .shortfall(let count, _)):
            let share = settlement.tenure.ofCounts(in: node.days)
            let asked =
                share == .one ? "\(count)" : share.multiplied(by: Rational(Int64(count)))?.exactText ?? "\(count)"
            let scaled = share == .one ? "" : "（在任满期 \(count) 次，按任职折算）"
            return ["应满 \(asked) 次\(scaled)，有 \(pass.tallies[slot].counted) 次"]
        case .indicator(let slot, .quantityTiers(let tiers)):
            return sumNote(slot, tiers.first?.quantity.unit)
        case .indicator(let slot, .everyQuantity(let quantity, _)): return sumNote(slot, quantity.unit)
        case .indicator(let slot, .tiers(let tiers)): return tierNote(tiers, had: Int(pass.tallies[slot].counted))
        default: return []
        }
    }

    private func sumNote(_ slot: Int, _ unit: QuantityUnit?) -> [String] {
        let wide = rulebook.program.slots[slot].wide
        guard wide >= 0, let unit else { return [] }
        return ["合计 \(pass.wide[wide].sum.exactText) \(unit.label)"]
    }

    private func tierNote(_ tiers: [Tier], had: Int) -> [String] {
        guard let next = tiers.first(where: { $0.count > had }) else { return [] }
        return ["计 \(had) 次，满 \(next.count) 次得 \(next.amount.text(rulebook.rulebook.display)) 分"]
    }
}
