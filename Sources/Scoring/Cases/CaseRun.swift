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
            let compiled = try rulebook.compiled(year: example.year, readings: example.readings)
            do throws(ScoringError) {
                let scorer = Scorer(compiled)
                let year = memberYear(compiled)
                return compare(try scorer.profile(year), with: try scorer.score(year))
            } catch {
                return [finding("算例“\(example.name)”的结果超出可精确计算的范围", at: example.mark)]
            }
        } catch {
            return error.findings
        }
    }

    private func finding(_ message: String, at mark: DocumentMark) -> DocumentFinding {
        DocumentFinding(file: file, mark: mark, message: message)
    }

    // MARK: Facts

    private func memberYear(_ compiled: CompiledRulebook) -> MemberYear {
        var rows: [Int: [FactRow]] = [:]
        var next = RecordID(rawValue: 1)
        var free = CivilDay(year: compiled.year, month: 3, day: 1) ?? compiled.window.first
        for entry in example.records {
            var day = entry.day ?? free
            for _ in 0..<entry.times {
                var record = entry.record
                record.id = next
                record.days = DayRange(day)
                let projected = FactProjection.project(record, catalogue: catalogue)
                rows[projected.year, default: []] += projected.rows
                    .filter { $0.member == CaseRecordReader.member }.map(\.row)
                next.rawValue += 1
                day = day + 1
            }
            if entry.day == nil { free = day }
        }
        let days = DayRange(
            min(compiled.days.first, compiled.window.first), max(compiled.days.last, compiled.window.last))
        return MemberYear(
            member: CaseRecordReader.member,
            roles: [RoleInterval(days: days ?? compiled.window, roles: example.roles)],
            facts: rows.map { ($0.key, PackedFacts($0.value)) }, manual: example.manual)
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
            found.append(differs("缺", had, have, at: expected.mark))
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
