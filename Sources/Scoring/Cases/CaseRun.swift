internal import DutyModel
internal import MarkedYAML

/// Computes one case the way a register would, and compares.
struct CaseRun {
    let example: RulebookCase
    let file: String
    let rulebook: Rulebook
    let catalogue: KindCatalogue

    func findings() -> [DocumentFinding] {
        do throws(DocumentError) {
            let own = try rulebook.compiled(
                year: example.year, readings: example.readings, part: example.part)
            do throws(ScoringError) {
                let year = CaseFacts(example: example, catalogue: catalogue).year(own)
                let compiled = try beside(own, year)
                let scorer = Scorer(compiled)
                let profile = try scorer.profile(year)
                return compare(profile, with: try scorer.score(year)) + (try judge(profile, compiled))
            } catch {
                return [finding("算例“\(example.name)”的结果超出可精确计算的范围", at: example.mark)]
            }
        } catch {
            return error.findings
        }
    }

    /// With the member's own amounts and those of 他人得分, where items are seen beside everyone's.
    private func beside(_ compiled: CompiledRulebook, _ year: MemberYear) throws(ScoringError) -> CompiledRulebook {
        guard compiled.isRelative else { return compiled }
        var figures = PopulationFigures([try Scorer(compiled).score(year)], under: compiled)
        for (id, amounts) in example.others { figures.add(amounts, of: id) }
        return compiled.beside(figures)
    }

    private func finding(_ message: String, at mark: DocumentMark) -> DocumentFinding {
        DocumentFinding(file: file, mark: mark, message: message)
    }

    // MARK: Judging

    private func judge(_ profile: AnnualProfile, _ compiled: CompiledRulebook) throws(ScoringError) -> [DocumentFinding]
    {
        var found: [DocumentFinding] = []
        if let expected = example.expected.hasRecords {
            let has = profile.hasRecords
            if has != expected.value {
                found.append(differs("填报", expected.value ? "是" : "否", has ? "是" : "否", at: expected.mark))
            }
        }
        guard let expected = example.expected.measures else { return found }
        var current = YearOutcome(profile)
        current.lists.formUnion(example.lists)
        let earlier = try PastYears(example: example, rulebook: rulebook, catalogue: catalogue).outcomes()
        let proposals = compiled.proposals(
            current, earlier: earlier, term: example.term, roles: example.roles, traits: example.traits)
        let ids = proposals.map(\.id)
        if ids != expected.value {
            let computed = proposals.map { "\($0.id)（\($0.reason)）" }.joined(separator: "、")
            let had = expected.value.isEmpty ? "没有" : expected.value.joined(separator: "、")
            found.append(differs("处理", had, computed.isEmpty ? "没有" : computed, at: expected.mark))
        }
        return found
    }

    // MARK: Comparing

    private func compare(_ profile: AnnualProfile, with total: ScoreTotal) -> [DocumentFinding] {
        var found: [DocumentFinding] = []
        for (id, expected) in example.expected.amounts { found += compare(id, expected, profile) }
        if let expected = example.expected.total, expected.value != profile.total {
            found.append(differs("总分", expected.value.exactText, profile.total.exactText, at: expected.mark))
        }
        if let expected = example.expected.grade, expected.value != profile.grade.text {
            found.append(differs("等次", expected.value, profile.grade.text, at: expected.mark))
        }
        let met = profile.gates.allSatisfy(\.isMet)
        if let expected = example.expected.gatesMet, expected.value != met {
            found.append(differs("门槛", expected.value ? "达标" : "不达标", met ? "达标" : "不达标", at: expected.mark))
        }
        let missing = profile.gates.flatMap(\.missing).map(\.name)
        if let expected = example.expected.missing, expected.value != missing {
            let (had, have) = (expected.value.joined(separator: "、"), missing.joined(separator: "、"))
            found.append(differs("缺", had.isEmpty ? "没有" : had, have.isEmpty ? "没有" : have, at: expected.mark))
        }
        if profile.total != total.total || profile.grade.name != total.grade {
            found.append(finding("算例“\(example.name)”：明细与总分不一致（程序错误，请报告）", at: example.mark))
        }
        return found
    }

    private func compare(
        _ id: String, _ expected: CaseExpectation.Marked<Rational>, _ profile: AnnualProfile
    ) -> [DocumentFinding] {
        let line = profile.lines.first { $0.indicator == id }.map(\.amount)
        guard let amount = line ?? profile.groups.first(where: { $0.id == id })?.amount else {
            let known = rulebook.total.descendants.map(\.id).joined(separator: "、")
            return [finding("算例“\(example.name)”：没有指标“\(id)”（可用的有：\(known)）", at: expected.mark)]
        }
        if amount == expected.value { return [] }
        let place = rulebook.total.descendants.first { $0.id == id }?.mark.line ?? 1
        let computed = "\(amount.exactText)（\(rulebook.file) 第 \(place) 行）"
        return [differs("指标 \(id)", expected.value.exactText, computed, at: expected.mark)]
    }

    private func differs(
        _ what: String, _ expected: String, _ computed: String, at mark: DocumentMark
    ) -> DocumentFinding {
        finding("算例“\(example.name)”的\(what) 应为 \(expected)，按《\(rulebook.name)》算得 \(computed)", at: mark)
    }
}
