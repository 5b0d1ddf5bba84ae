internal import DutyModel
internal import MarkedYAML

/// Finds items that look at what is not there, or in a circle at themselves.
struct TermsContradictions {
    let rulebook: Rulebook
    let findings: FindingList

    private var items: [RuleItem] { [rulebook.total] + rulebook.total.descendants }

    func find() {
        let known = rulebook.total.descendants.map(\.id)
        for item in items {
            guard let terms = item.terms else { continue }
            for bound in [terms.cap, terms.floor].compactMap({ $0 }) where !known.contains(bound.item) {
                findings.addUnknown(bound.item, as: "指标编号", known: known, at: bound.mark)
            }
            for premise in terms.premises { Contradictions.check(premise, in: rulebook, findings: findings) }
            if looksAtItself(item) {
                findings.add("“\(item.name)”的前提或上下限看的正是它自己，或包含它的分组：算不出先后", at: item.mark)
            }
        }
        for gate in rulebook.gates where gates(of: gate.conditions, depth: 0).contains(gate.id) {
            findings.add("门槛“\(gate.name)”的条件又要看它自己", at: gate.mark)
        }
        let relative = items.filter { $0.terms?.relative != nil }
        for item in relative {
            for other in relative where other.id != item.id && needs(item).contains(other.id) {
                findings.add("“\(item.name)”要与全体相比，它所含所看的“\(other.name)”也要与全体相比：只能有一层", at: item.mark)
            }
        }
    }

    /// Everything an item's amount follows from, by 编号.
    private func needs(_ item: RuleItem) -> Set<String> {
        var found: Set<String> = []
        var open = direct(item)
        while let id = open.popLast() {
            guard found.insert(id).inserted, let next = items.first(where: { key($0) == id }) else { continue }
            open += direct(next)
        }
        return found
    }

    private func looksAtItself(_ item: RuleItem) -> Bool { needs(item).contains(key(item)) }

    private func key(_ item: RuleItem) -> String { item.id.isEmpty ? "总分" : item.id }

    private func direct(_ item: RuleItem) -> [String] {
        let terms = item.terms
        return (item.group?.items ?? []).map(key) + [terms?.cap?.item, terms?.floor?.item].compactMap { $0 }
            + points(of: terms?.premises ?? [], depth: 0)
    }

    private func points(of conditions: [GateCondition], depth: Int) -> [String] {
        conditions.flatMap { condition -> [String] in
            switch condition.test {
            case .points(let id, _): return [id]
            case .any(let parts), .all(let parts), .some(_, let parts): return points(of: parts, depth: depth)
            case .gate(let id):
                guard depth < 8, let gate = rulebook.gates.first(where: { $0.id == id }) else { return [] }
                return points(of: gate.conditions, depth: depth + 1)
            case .count, .rate, .each, .quantity, .run: return []
            }
        }
    }

    private func gates(of conditions: [GateCondition], depth: Int) -> Set<String> {
        conditions.reduce(into: []) { found, condition in
            switch condition.test {
            case .any(let parts), .all(let parts), .some(_, let parts):
                found.formUnion(gates(of: parts, depth: depth))
            case .gate(let id):
                found.insert(id)
                guard depth < 8, let gate = rulebook.gates.first(where: { $0.id == id }) else { return }
                found.formUnion(gates(of: gate.conditions, depth: depth + 1))
            case .points, .count, .rate, .each, .quantity, .run: break
            }
        }
    }
}
