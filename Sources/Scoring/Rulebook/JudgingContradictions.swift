internal import DutyModel
internal import MarkedYAML

/// Finds what 名次 and 处理 name and nobody gives.
struct JudgingContradictions {
    let rulebook: Rulebook
    let findings: FindingList

    private var grades: [String] { rulebook.grades.map(\.name) }

    func find() {
        for rank in rulebook.ranks { check(rank) }
        for measure in rulebook.measures { check(measure) }
        let awarded = rulebook.ranks.compactMap { rank in
            if case .award(let grade) = rank.effect { grade } else { nil }
        }
        for grade in rulebook.grades where grade.isByRank && !awarded.contains(grade.name) {
            findings.add("等次“\(grade.name)”按名次评定，却没有一个“名次”写“评为: \(grade.name)”", at: grade.mark)
        }
    }

    private func check(_ rank: RankRule) {
        let items = rulebook.total.descendants.map(\.id)
        for case .group(let id) in [rank.key] + rank.tieBreaks where !items.contains(id) {
            findings.addUnknown(id, as: "名次所比的指标或分组", known: ["总分", "比起点分"] + items, at: rank.mark)
        }
        if case .totalOverStart = rank.key {
            let start = rulebook.total.group?.start ?? []
            if start.isEmpty || start.contains(where: { $0.amount <= .zero }) {
                findings.add("“\(rank.name)”按“比起点分”排，总分就要有大于 0 的“起点分”", at: rank.mark)
            }
        }
        switch rank.effect {
        case .none: break
        case .award(let grade): checkGrade(grade, as: "等次（评为）", at: rank.mark)
        case .limit(let grade):
            checkGrade(grade, as: "等次（限定）", at: rank.mark)
            if grade == grades.last { findings.add("“\(grade)”是最低一等，限定了名额，其余的人就没有等次", at: rank.mark) }
        }
        if !rank.fillsUp, rank.effect == .none, !rank.needsGates {
            findings.add("“\(rank.name)”没有写“评为”“限定”“须达标”，人人都能列入，“递补”没有意义", at: rank.mark)
        }
        if !rank.isFromTop, case .limit = rank.effect {
            findings.add("“\(rank.name)”数的是末位，不能“限定”等次；末位定等次写“评为”", at: rank.mark)
        }
    }

    private func check(_ measure: MeasureRule) {
        check(measure.look, measure.bound, of: measure)
        for also in measure.also { check(also.look, also.bound, of: measure) }
        if let grade = measure.grade { checkGrade(grade, as: "等次（建议等次）", at: measure.mark) }
        if case .average = measure.span, case .below = measure.look {
        } else if case .average = measure.span {
            findings.add("“\(measure.name)”写了“平均年数”，看的就要是“总分低于”", at: measure.mark)
        }
    }

    private func check(_ look: MeasureRule.Look, _ bound: MeasureRule.Bound, of measure: MeasureRule) {
        switch look {
        case .grades(let names): for name in names { checkGrade(name, as: "等次", at: measure.mark) }
        case .list(let id):
            let known = rulebook.ranks.map(\.id)
            if !known.contains(id) { findings.addUnknown(id, as: "名次（列入）", known: known, at: measure.mark) }
        case .unmet(let id):
            let known = rulebook.gates.map(\.id)
            if !known.contains(id) { findings.addUnknown(id, as: "门槛（未达）", known: known, at: measure.mark) }
        case .records, .run, .manual: return
        case .below: break
        }
        if bound != .atLeast(1) {
            findings.add("“\(measure.name)”一年只看是或不是，不能写“一年满”“一年不满”", at: measure.mark)
        }
    }

    private func checkGrade(_ name: String, as what: String, at mark: DocumentMark) {
        if !grades.contains(name) { findings.addUnknown(name, as: what, known: grades, at: mark) }
    }
}
