internal import DutyModel

/// What needs more than one walk over the items in the file's order; nil for most rulebooks.
struct ItemCare: Sendable {
    /// Every node after those it looks at.
    var order: [Int]
    /// By node.
    var terms: [Int: CompiledTerms]
    /// Nodes with 相对, in the rulebook's order.
    var relative: [Int]
}

/// `ItemTerms`, compiled.
struct CompiledTerms: Sendable {
    struct Bound: Sendable {
        /// Nil where the reading chosen leaves the item out.
        var node: Int?
        var factor: Rational
    }

    var cap: Bound?
    var floor: Bound?
    var premises: [CompiledCondition]
    var otherwise: Rational
    var relative: RelativeRule?
    var rounding: NumberDisplay?

    /// Nodes that must be settled first.
    var needed: [Int] { [cap?.node, floor?.node].compactMap { $0 } + premises.flatMap(\.nodes) }
}

extension CompiledCondition {
    /// Nodes whose points it looks at.
    var nodes: [Int] {
        switch test {
        case .points(let node, _): node.map { [$0] } ?? []
        case .any(let parts), .all(let parts), .some(_, let parts): parts.flatMap(\.nodes)
        case .count, .rate, .quantity: []
        }
    }
}

extension ItemCare {
    /// Puts nodes in order: parts before their group, and what is looked at before who looks. Circles were refused when
    /// the rulebook was read; should one be left, it is walked in the file's order.
    init(_ nodes: [Node], terms: [Int: CompiledTerms]) {
        var order: [Int] = []
        var visited: Set<Int> = []
        func visit(_ node: Int) {
            guard visited.insert(node).inserted else { return }
            if case .group(let children, _, _, _) = nodes[node].content { for child in children { visit(child) } }
            for needed in terms[node]?.needed ?? [] { visit(needed) }
            order.append(node)
        }
        for node in nodes.indices { visit(node) }
        let relative = terms.filter { $0.value.relative != nil }.map(\.key).sorted { nodes[$0].rank < nodes[$1].rank }
        self.init(order: order, terms: terms, relative: relative)
    }
}
