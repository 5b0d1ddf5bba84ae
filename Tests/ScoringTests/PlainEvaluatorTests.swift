import DutyModel
import Scoring
import Testing

/// Random rulebooks over random years, beside a second evaluator that knows nothing of the first.
@Suite("a second, plain evaluator")
struct PlainEvaluatorTests {
    @Test("finds the same total, lines, gates and grade", arguments: 0..<150)
    func agree(_ seed: UInt64) throws {
        var chance = PlainChance(seed: seed)
        let plain = chance.rulebook()
        let compiled = try load(plain.yaml).compiled()
        let pass = ScoringPass(compiled)
        for _ in 0..<4 {
            let (facts, all, last) = chance.year(60)
            // Some sit only from the day on which the others change their role.
            let roles = seed % 3 == 0 ? Array(all.dropFirst()) : all
            let inWindow = facts.filter { fact in
                (fact.year == 2023 ? fact.day >= 334 : fact.day <= 334)
                    && roles.contains { $0.days.contains(CivilDay.firstDay(ofYear: fact.year) + fact.day) }
            }
            let expected = PlainEvaluator(rulebook: plain, facts: inWindow, role: last).result()
            let packed = try pack(facts)
            let year = MemberYear(member: MemberID(rawValue: 1), roles: roles, facts: packed)
            let profile = try Scorer(compiled).profile(year)
            for line in profile.lines { check(line.amount, expected.amounts[line.indicator], line.indicator, seed) }
            for group in profile.groups { check(group.amount, expected.amounts[group.id], group.id, seed) }
            check(profile.total, expected.total, "总分", seed)
            #expect(profile.gates.map(\.isMet) == [expected.isMet], "seed \(seed)")
            #expect(profile.grade.name == expected.grade, "seed \(seed)")
            // The same without the explanation, by a pass that has seen other members.
            pass.begin(roles: roles)
            for (calendarYear, rows) in packed { rows.bytes.withUnsafeBytes { pass.add(year: calendarYear, rows: $0) } }
            let total = try pass.finish()
            check(total.total, expected.total, "总分", seed)
            #expect(total.grade == expected.grade && total.gatesMet == expected.isMet, "seed \(seed)")
        }
    }

    private func check(_ found: Rational, _ expected: PlainFraction?, _ place: String, _ seed: UInt64) {
        let found = PlainFraction(Int128(found.numerator), Int128(found.denominator))
        #expect(found == expected, "\(place) seed \(seed)")
    }

    private func pack(_ facts: [PlainFact]) throws -> [(year: Int, rows: PackedFacts)] {
        let kinds = try schemas().kinds()
        return try [2023, 2024].map { year in
            (year, PackedFacts(try facts.filter { $0.year == year }.map { try row($0, kinds: kinds) }))
        }
    }

    private func row(_ fact: PlainFact, kinds: KindCatalogue) throws -> FactRow {
        let kind = try #require(kinds.kind(named: fact.kind))
        let levels: [String: LevelSet] = ["县": .county, "市": .prefecture, "省": .province, "国家": .nation]
        let stages: [String: ProposalStage] = ["审查": .examined, "立案": .filed, "并案": .merged, "办结": .closed]
        let honours: [String: FactMarks] = ["重点": .key, "优秀": .excellent, "一号": .numberOne]
        var marks: FactMarks = fact.isOnline ? .online : []
        for stage in fact.stages { marks.formUnion(.stage(try #require(stages[stage]))) }
        for honour in fact.honours { marks.formUnion(try #require(honours[honour])) }
        return FactRow(
            record: RecordID(rawValue: fact.record), kind: kind.code, dayOfYear: fact.day,
            part: try #require(Part.allCases.first { $0.label == fact.part }),
            status: try #require(AttendanceStatus.allCases.first { $0.label == fact.status }),
            levels: fact.levels.reduce(into: []) { $0.formUnion(levels[$1] ?? []) },
            halfDaysAttended: UInt8(fact.attended), halfDaysHeld: UInt8(fact.held), position: UInt8(fact.place),
            count: UInt8(fact.people), marks: marks)
    }
}
