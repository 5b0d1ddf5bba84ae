internal import DutyModel
internal import MarkedYAML

/// Finds what is well written and cannot be meant.
enum Contradictions {
    static func find(in rulebook: Rulebook, findings: FindingList) {
        findRepeatedIDs(in: rulebook, findings: findings)
        for item in [rulebook.total] + rulebook.total.descendants { check(item, in: rulebook, findings: findings) }
        checkGrades(rulebook.grades, isScored: !rulebook.isUnscored, findings: findings)
        if rulebook.isUnscored { UnscoredContradictions(rulebook: rulebook, findings: findings).find() }
        for gate in rulebook.gates { check(gate, in: rulebook, findings: findings) }
        TermsContradictions(rulebook: rulebook, findings: findings).find()
        JudgingContradictions(rulebook: rulebook, findings: findings).find()
    }

    private static func findRepeatedIDs(in rulebook: Rulebook, findings: FindingList) {
        var seen: [String: Int] = [:]
        let all =
            rulebook.total.descendants.map { ($0.id, $0.mark) } + rulebook.gates.map { ($0.id, $0.mark) }
            + rulebook.ranks.map { ($0.id, $0.mark) } + rulebook.measures.map { ($0.id, $0.mark) }
            + rulebook.exemptions.map { ($0.id, $0.mark) }
        for (id, mark) in all {
            if let line = seen[id] { findings.add("编号“\(id)”已在第 \(line) 行用过", at: mark) }
            seen[id] = seen[id] ?? mark.line
        }
    }

    private static func check(_ item: RuleItem, in rulebook: Rulebook, findings: FindingList) {
        check(item.choices, in: rulebook, findings: findings)
        if let cap = item.cap, let floor = item.floor, cap < floor {
            findings.add("“\(item.name)”的上限 \(cap) 低于下限 \(floor)", at: item.mark)
        }
        guard let rule = item.indicator else { return }
        if rule.isManual, !rule.counted.isEmpty {
            findings.add("“\(item.name)”写了“人工: 是”，就不要写“计入”：既自动计又可人工加的，写成一个分组里的两个指标", at: item.mark)
        }
        if let cap = item.cap, let single = largestAmount(of: rule), cap < single {
            findings.add("“\(item.name)”的上限 \(cap) 低于一次的分值 \(single)，这一次永远拿不满", at: item.mark)
        }
        if case .tiers(let tiers) = rule.take.mode,
            zip(tiers, tiers.dropFirst()).contains(where: { $1.count <= $0.count })
        {
            findings.add("“\(item.name)”按次数的各档应从少到多，次数不能重复", at: item.mark)
        }
        checkTake(of: rule, item: item, findings: findings)
        TableContradictions(item: item, rule: rule, findings: findings).find()
        if rule.take.perPeriod != nil || rule.take.from > 1 || rule.take.limit != nil, rule.isManual {
            findings.add("“\(item.name)”是人工加减分，取法对它没有意义", at: item.mark)
        }
    }

    private static func checkTake(of rule: IndicatorRule, item: RuleItem, findings: FindingList) {
        if rule.take.needsFixedAmount {
            guard case .fixed = rule.amount else {
                return findings.add("“\(item.name)”用了“每满几次”“应满几次”“每满数量”或“出席率每低”，分值只能是一个数", at: item.mark)
            }
        }
        if rule.take.largest != nil, case .sum = rule.take.mode {
        } else if rule.take.largest != nil {
            findings.add("“\(item.name)”的“取最高几次”只能和累加一起用", at: item.mark)
        }
        checkHalfDays(of: rule, item: item, findings: findings)
        if case .split = rule.amount, rule.take.afterLimit != nil {
            findings.add("“\(item.name)”的分值是分摊，不能再写“其后每次”", at: item.mark)
        }
        if let limit = rule.take.limit, limit < rule.take.from {
            findings.add("“\(item.name)”从第 \(rule.take.from) 次起又只计前 \(limit) 次：一次也计不到", at: item.mark)
        }
    }

    /// 每半天 counts half-days attended, so that someone who was not there brings nothing.
    private static func checkHalfDays(of rule: IndicatorRule, item: RuleItem, findings: FindingList) {
        guard case .perHalfDay = rule.amount, !rule.counted.isEmpty,
            rule.counted.allSatisfy({ $0.statuses & Selection.there == 0 })
        else { return }
        findings.add("“\(item.name)”只数没有到会的，到会的半天总是 0，“每半天”永远得 0：缺席的半天写“每缺半天”", at: item.mark)
    }

    /// The most that one record can give, where that does not depend on the record.
    private static func largestAmount(of rule: IndicatorRule) -> Rational? {
        if case .tiers(let tiers) = rule.take.mode { return tiers.map(\.amount).max() }
        if case .rate(let rate) = rule.take.mode { return rate.full }
        if case .quantityTiers(let tiers) = rule.take.mode { return tiers.map(\.amount).max() }
        switch rule.amount {
        case .fixed(let amount): return amount
        case .table(let rows, .first), .table(let rows, .best): return rows.map(\.amount).max()
        case .perQuantity(_, _, _, let most): return most
        case .table(_, .sum), .perHalfDay, .perMissedHalfDay, .split: return nil
        }
    }

    private static func check(_ choices: [ReadingChoice], in rulebook: Rulebook, findings: FindingList) {
        for choice in choices {
            guard let reading = rulebook.readings.first(where: { $0.name == choice.reading }) else {
                let known = rulebook.readings.map(\.name)
                findings.addUnknown(choice.reading, as: "读法", known: known, at: choice.mark)
                continue
            }
            if !reading.choices.contains(choice.choice) {
                findings.addUnknown(choice.choice, as: "“\(reading.name)”的取法", known: reading.choices, at: choice.mark)
            }
        }
    }

    private static func checkGrades(_ all: [GradeRule], isScored: Bool, findings: FindingList) {
        let grades = all.filter { !$0.isByRank }
        for grade in all where grade.isByRank && grade.atLeast != nil {
            findings.add("等次“\(grade.name)”写了“按名次”，就不要写“满”", at: grade.mark)
        }
        for (better, worse) in zip(grades, grades.dropFirst()) {
            guard let upper = better.atLeast else {
                // Where nothing is scored the best grade is everyone's, and gates lower it.
                if !isScored { continue }
                findings.add("等次“\(better.name)”没有写“满”，只有最低一等可以不写", at: better.mark)
                continue
            }
            if let lower = worse.atLeast, upper <= lower {
                findings.add("等次“\(worse.name)”满 \(lower) 分，不低于更好的“\(better.name)”（满 \(upper) 分）：两等重叠", at: worse.mark)
            }
        }
        if let last = grades.last, last.atLeast != nil {
            findings.add("最低一等“\(last.name)”不要写“满”，否则更低的分没有等次", at: last.mark)
        }
        for (position, grade) in all.enumerated()
        where all[..<position].contains(where: { $0.name == grade.name }) {
            findings.add("等次“\(grade.name)”写了两次", at: grade.mark)
        }
    }

    private static func check(_ gate: GateRule, in rulebook: Rulebook, findings: FindingList) {
        check(gate.choices, in: rulebook, findings: findings)
        let grades = rulebook.grades.map(\.name)
        if let grade = gate.gradeIfUnmet, !grades.contains(grade) {
            findings.addUnknown(grade, as: "等次（不达标）", known: grades + ["只提示", "降一等"], at: gate.mark)
        }
        for condition in gate.conditions { check(condition, in: rulebook, findings: findings) }
    }

    static func check(_ condition: GateCondition, in rulebook: Rulebook, findings: FindingList) {
        switch condition.test {
        case .count, .rate, .each, .quantity, .run: break
        case .any(let parts), .all(let parts), .some(_, let parts):
            for one in parts { check(one, in: rulebook, findings: findings) }
        case .points(let id, _):
            let known = rulebook.total.descendants.map(\.id) + ["总分"]
            if !known.contains(id) { findings.addUnknown(id, as: "指标编号", known: known, at: condition.mark) }
        case .gate(let id):
            let known = rulebook.gates.map(\.id)
            if !known.contains(id) { findings.addUnknown(id, as: "门槛编号", known: known, at: condition.mark) }
        }
    }
}
