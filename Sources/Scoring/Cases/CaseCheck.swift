internal import DutyModel
internal import MarkedYAML

/// Finds what a case names that its rulebook does not have: such a case would pass or fail for no reason.
struct CaseCheck {
    let file: String
    let rulebook: Rulebook

    func findings(in cases: RulebookCases) -> [DocumentFinding] {
        var found: [DocumentFinding] = []
        if cases.rulebook.value != rulebook.id {
            found.append(
                finding(
                    "这是“\(cases.rulebook.value)”的算例，要试算的考核办法编号是“\(rulebook.id)”：请核对是不是拿错了文件",
                    at: cases.rulebook.mark))
        }
        found += repeated(cases.cases.map { ($0.name, $0.mark) }, as: "算例")
        found += repeated(cases.populations.map { ($0.name, $0.mark) }, as: "全体")
        for example in cases.cases { found += check(example) }
        for population in cases.populations { found += check(population) }
        return found
    }

    private func repeated(_ names: [(String, DocumentMark)], as what: String) -> [DocumentFinding] {
        var seen: [String: Int] = [:]
        return names.compactMap { name, mark in
            defer { seen[name] = seen[name] ?? mark.line }
            return seen[name].map { finding("\(what)“\(name)”在第 \($0) 行已有同名的", at: mark) }
        }
    }

    // MARK: One subject

    private func check(_ example: RulebookCase) -> [DocumentFinding] {
        var found = readings(example.readings, of: "算例“\(example.name)”", at: example.mark)
        found += manual(example.manual, at: example.mark, of: example.name)
        found += known(example.lists, in: ranks, as: "名次", at: example.mark, of: example.name)
        found += halfDays(of: example)
        found += earlier(of: example, than: example.year ?? rulebook.year)
        let expected = example.expected
        if let grade = expected.grade {
            found += known([grade.value], in: grades, as: "等次", at: grade.mark, of: example.name)
        }
        if let proposed = expected.measures {
            found += known(proposed.value, in: measures, as: "处理", at: proposed.mark, of: example.name)
        }
        for gates in [expected.gatesMet?.mark, expected.missing?.mark].compactMap({ $0 }) where rulebook.gates.isEmpty {
            found.append(finding("算例“\(example.name)”核对门槛，这份办法没有写门槛", at: gates))
        }
        return found
    }

    private func earlier(of example: RulebookCase, than year: Int) -> [DocumentFinding] {
        var found: [DocumentFinding] = []
        for past in example.earlier {
            found += manual(past.manual, at: past.mark, of: example.name)
            found += known([past.grade].compactMap { $0 }, in: grades, as: "等次", at: past.mark, of: example.name)
            found += known(past.lists, in: ranks, as: "名次", at: past.mark, of: example.name)
            found += known(past.unmet, in: rulebook.gates.map(\.id), as: "门槛", at: past.mark, of: example.name)
            found += known(past.counts.keys.sorted(), in: measures, as: "处理", at: past.mark, of: example.name)
            if past.year >= year {
                found.append(finding("算例“\(example.name)”的“历年”写了 \(past.year) 年，应早于 \(year) 年", at: past.mark))
            }
        }
        return found
    }

    private func check(_ population: PopulationCase) -> [DocumentFinding] {
        let name = population.name
        var found = readings(population.readings, of: "全体“\(name)”", at: population.mark)
        found += repeated(population.subjects.map { ($0.name, $0.example.mark) }, as: "人员")
        for list in population.lists { found += known([list.id], in: ranks, as: "名次", at: list.names.mark, of: name) }
        for size in population.sizes { found += known([size.id], in: ranks, as: "名次", at: size.size.mark, of: name) }
        for subject in population.subjects {
            found += manual(subject.example.manual, at: subject.example.mark, of: name)
            if let grade = subject.expectedGrade {
                found += known([grade.value], in: grades, as: "等次", at: grade.mark, of: name)
            }
            found += earlier(of: subject.example, than: population.year ?? rulebook.year)
            if let proposed = subject.expectedMeasures {
                found += known(proposed.value, in: measures, as: "处理", at: proposed.mark, of: name)
            }
            if let lists = subject.expectedLists {
                found += known(lists.value, in: ranks, as: "名次", at: lists.mark, of: name)
            }
        }
        return found
    }

    private func halfDays(of example: RulebookCase) -> [DocumentFinding] {
        example.records.compactMap { entry in
            let attended = entry.record.people.first { $0.member == CaseRecordReader.member }?.halfDays ?? 0
            let held = entry.record.halfDaysHeld
            guard held > 0, attended > held else { return nil }
            return finding("到会 \(attended) 个半天，多于所开的 \(held) 个半天", at: entry.mark)
        }
    }

    // MARK: Words of the rulebook

    private var ranks: [String] { rulebook.ranks.map(\.id) }
    private var measures: [String] { rulebook.measures.map(\.id) }
    private var grades: [String] { rulebook.grades.map(\.name) + ["不参加考核", "此办法未定等次"] }

    private func known(
        _ words: [String], in all: [String], as what: String, at mark: DocumentMark, of name: String
    ) -> [DocumentFinding] {
        words.filter { !all.contains($0) }.map { word in
            let has = all.isEmpty ? "这份办法没有写\(what)" : "有：\(all.joined(separator: "、"))"
            return finding("算例“\(name)”写了“\(word)”，这份办法没有这个\(what)（\(has)）", at: mark)
        }
    }

    /// 人工 goes to indicators and measures that take it.
    private func manual(_ points: [ManualPoints], at mark: DocumentMark, of name: String) -> [DocumentFinding] {
        let open = rulebook.indicators.filter { $0.indicator?.isManual == true }.map(\.id)
        let matters = rulebook.measures.filter { if case .manual = $0.look { true } else { false } }.map(\.id)
        return points.flatMap { entry in
            known(
                [entry.indicator], in: open + matters + rulebook.exemptions.map(\.id), as: "人工指标", at: mark, of: name)
        }
    }

    private func readings(_ chosen: [String: String], of what: String, at mark: DocumentMark) -> [DocumentFinding] {
        chosen.sorted { $0.key < $1.key }.compactMap { name, choice in
            guard let reading = rulebook.readings.first(where: { $0.name == name }) else {
                let known = rulebook.readings.map(\.name).joined(separator: "、")
                return finding("\(what)选了读法“\(name)”，这份办法没有（\(known.isEmpty ? "没有写读法" : "有：" + known)）", at: mark)
            }
            if reading.choices.contains(choice) { return nil }
            return finding("\(what)的读法“\(name)”没有“\(choice)”（有：\(reading.choices.joined(separator: "、"))）", at: mark)
        }
    }

    private func finding(_ message: String, at mark: DocumentMark) -> DocumentFinding {
        DocumentFinding(file: file, mark: mark, message: message)
    }
}

extension DutyRecord {
    /// Half-days held, where the family has them; else 0.
    fileprivate var halfDaysHeld: UInt8 {
        switch content {
        case .event(let event): event.halfDaysHeld
        case .sectorActivity(let activity): activity.halfDaysHeld
        case .lecture(let lecture): lecture.halfDaysHeld
        default: 0
        }
    }
}
