internal import DutyModel
internal import MarkedYAML

/// Puts the subjects of one 全体 case in order, and compares.
struct PopulationRun {
    let example: PopulationCase
    let file: String
    let rulebook: Rulebook
    let catalogue: KindCatalogue

    func findings() -> [DocumentFinding] {
        do throws(DocumentError) {
            let compiled = try rulebook.compiled(year: example.year, readings: example.readings)
            do throws(ScoringError) {
                let first = try ranked(compiled)
                guard compiled.isRelative else { return try compare(first, compiled) }
                let beside = compiled.beside(PopulationFigures(first.map(\.ranked.score), under: compiled))
                return try compare(try ranked(beside), beside)
            } catch {
                return [finding("“\(example.name)”的结果超出可精确计算的范围", at: example.mark)]
            }
        } catch {
            return error.findings
        }
    }

    private struct Entry {
        var name: String
        var subject: PopulationCase.Subject
        var ranked: RankedSubject
    }

    /// 甲, or 甲1, 甲2, … where there are several alike.
    private func ranked(_ compiled: CompiledRulebook) throws(ScoringError) -> [Entry] {
        let scorer = Scorer(compiled)
        var entries: [Entry] = []
        for subject in example.subjects {
            let facts = CaseFacts(example: subject.example, catalogue: catalogue)
            var score = try scorer.score(facts.year(compiled))
            for number in 1...subject.count {
                if let total = subject.total {
                    let more = subject.step.multiplied(by: Rational(Int64(number - 1))) ?? .zero
                    score = compiled.regraded(score, total: total.adding(more) ?? total)
                }
                entries.append(
                    Entry(
                        name: subject.count == 1 ? subject.name : "\(subject.name)\(number)", subject: subject,
                        ranked: RankedSubject(score: score, roles: subject.example.roles, units: subject.units)))
            }
        }
        return entries
    }

    private func compare(
        _ entries: [Entry], _ compiled: CompiledRulebook
    ) throws(ScoringError) -> [DocumentFinding] {
        let placements = compiled.placements(of: entries.map(\.ranked))
        var found: [DocumentFinding] = []
        for (entry, placement) in zip(entries, placements) {
            let grade = placement.grade ?? (entry.ranked.score.isAssessed ? "此办法未定等次" : "不参加考核")
            if let expected = entry.subject.expectedGrade, expected.value != grade {
                found.append(differs("\(entry.name)的等次", expected.value, grade, at: expected.mark))
            }
            if let expected = entry.subject.expectedTotal, expected.value != entry.ranked.score.total {
                found.append(
                    differs(
                        "\(entry.name)的总分", expected.value.exactText, entry.ranked.score.total.exactText,
                        at: expected.mark))
            }
            let lists = placement.ranks.filter(\.isListed).map(\.rule)
            if let expected = entry.subject.expectedLists, expected.value != lists {
                let (had, have) = (expected.value.joined(separator: "、"), lists.joined(separator: "、"))
                found.append(differs("\(entry.name)列入的名单", had, have, at: expected.mark))
            }
            if let expected = entry.subject.expectedMeasures {
                found += try measures(expected, of: entry, placement, compiled)
            }
        }
        for (id, expected) in example.lists {
            let names = names(on: id, entries, placements)
            // A list is who is on it; in which order they are told is no part of the rule.
            if names.sorted() != expected.value.sorted() {
                let (had, have) = (expected.value.joined(separator: "、"), names.joined(separator: "、"))
                found.append(differs("名单 \(id)", had, have, at: expected.mark))
            }
        }
        for (id, expected) in example.sizes {
            let size = names(on: id, entries, placements).count
            if size != expected.value {
                found.append(differs("名单 \(id) 的人数", "\(expected.value)", "\(size)", at: expected.mark))
            }
        }
        return found
    }

    private func measures(
        _ expected: CaseExpectation.Marked<[String]>, of entry: Entry, _ placement: Placement,
        _ compiled: CompiledRulebook
    ) throws(ScoringError) -> [DocumentFinding] {
        var own = entry.subject.example
        own.readings = example.readings
        let earlier = try PastYears(example: own, rulebook: rulebook, catalogue: catalogue).outcomes()
        let proposals = compiled.proposals(
            YearOutcome(year: compiled.year, entry.ranked.score, placement: placement), earlier: earlier,
            term: own.term, roles: own.roles, traits: own.traits)
        if proposals.map(\.id) == expected.value { return [] }
        let (had, have) = (
            expected.value.joined(separator: "、"),
            proposals.map { "\($0.id)（\($0.reason)）" }.joined(separator: "、")
        )
        return [differs("\(entry.name)的处理", had, have, at: expected.mark)]
    }

    private func names(on id: String, _ entries: [Entry], _ placements: [Placement]) -> [String] {
        let listed = zip(entries, placements).enumerated().compactMap { position, pair in
            pair.1.ranks.first { $0.rule == id && $0.isListed }.map { (place: $0.place, position, pair.0.name) }
        }
        return listed.sorted { ($0.place, $0.1) < ($1.place, $1.1) }.map(\.2)
    }

    private func finding(_ message: String, at mark: DocumentMark) -> DocumentFinding {
        DocumentFinding(file: file, mark: mark, message: message)
    }

    private func differs(
        _ what: String, _ expected: String, _ computed: String, at mark: DocumentMark
    ) -> DocumentFinding {
        let expected = expected.isEmpty ? "空" : expected
        return finding(
            "全体“\(example.name)”：\(what)应为 \(expected)，按《\(rulebook.name)》是 \(computed.isEmpty ? "空" : computed)",
            at: mark)
    }
}

extension CompiledRulebook {
    /// The same result with another total, graded anew.
    func regraded(_ score: ScoreTotal, total: Rational) -> ScoreTotal {
        var score = score
        score.total = total
        if let own = variant(for: score.roles) { return own.regraded(score, total: total) }
        guard score.isAssessed else { return score }
        let grading = Grading(grades: rulebook.grades, share: score.gradeShare)
        let limits = GateLimits(allMet: score.gatesMet, best: score.gradeLimit, lowersBy: score.gradeLowered)
        score.grade = grading.place(of: total, limits: limits).map { rulebook.grades[$0].name }
        return score
    }
}
