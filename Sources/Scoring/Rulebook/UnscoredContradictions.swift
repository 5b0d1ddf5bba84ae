internal import MarkedYAML

/// Finds what looks at points in a rulebook that has none.
struct UnscoredContradictions {
    let rulebook: Rulebook
    let findings: FindingList

    func find() {
        for grade in rulebook.grades where grade.atLeast != nil {
            findings.add("原文不计分，等次“\(grade.name)”就不要写“满”：人人先是最好的一等，由门槛往下压", at: grade.mark)
        }
        for rank in rulebook.ranks where [.total, .totalOverStart].contains(rank.key) {
            findings.add("原文不计分，“\(rank.name)”没有总分可排", at: rank.mark)
        }
        for measure in rulebook.measures {
            for case .below in [measure.look] + measure.also.map(\.look) {
                findings.add("原文不计分，“\(measure.name)”不能看“总分低于”", at: measure.mark)
            }
        }
        for gate in rulebook.gates { for condition in gate.conditions { check(condition) } }
    }

    private func check(_ condition: GateCondition) {
        switch condition.test {
        case .points: findings.add("原文不计分，“\(condition.name)”不能看“指标得分”", at: condition.mark)
        case .any(let parts), .all(let parts), .some(_, let parts): for part in parts { check(part) }
        case .count, .rate, .each, .quantity, .run, .gate: break
        }
    }
}
