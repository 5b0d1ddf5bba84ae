import DutyModel
import Testing

@testable import Scoring

/// The product and the plain evaluator over the same members, and where they differ.
struct BothEvaluators {
    let book: PlainBook
    let compiled: CompiledRulebook
    let kinds: PlainKinds
    private let catalogue: KindCatalogue
    private let pass: ScoringPass
    private var plain: [PlainSubject] = []
    private var ranked: [RankedSubject] = []

    init(book: PlainBook, compiled: CompiledRulebook, kinds: PlainKinds) throws {
        (self.book, self.compiled, self.kinds) = (book, compiled, kinds)
        catalogue = try shippedKinds.get()
        pass = ScoringPass(compiled)
    }

    // MARK: One member

    /// Scores one more member by both.
    mutating func differences(_ year: PlainChanceYear) throws -> [String] {
        let member = try memberYear(year)
        let profile = try Scorer(compiled).profile(member)
        // Without the explanation, by a pass that has seen other members.
        pass.begin(roles: member.roles)
        for (calendarYear, rows) in member.facts where compiled.calendarYears.contains(calendarYear) {
            rows.bytes.withUnsafeBytes { pass.add(year: calendarYear, rows: $0) }
        }
        let total = try pass.finish(manual: member.manual)
        let score = book.score(try plainYear(year))
        plain.append(PlainSubject(score, unit: year.unit))
        ranked.append(RankedSubject(score: total, roles: total.roles, unit: year.unit))
        var different: [String] = []
        func compare(_ what: String, _ found: String, _ expected: String) {
            if found != expected { different.append("\(what)：\(found)，应为 \(expected)") }
        }
        let amounts =
            profile.lines.map { ($0.indicator, $0.amount) } + profile.groups.map { ($0.id, $0.amount) }
        for (id, amount) in amounts { compare(id, amount.plain, score.amounts[id]?.description ?? "没有") }
        for sum in [profile.total, total.total] { compare("总分", sum.plain, score.total.description) }
        compare("等次", profile.grade.text, score.gradeText)
        compare("总表的等次", total.grade ?? "无", (score.isAssessed ? score.grade : nil) ?? "无")
        compare("考核", "\(total.isAssessed)", "\(score.isAssessed)")
        compare("缺", "\(profile.gates.flatMap(\.missing).map(\.name))", "\(score.missing)")
        compare("未达", "\(total.unmetGates)", "\(score.unmet)")
        compare("次数", "\(total.counts.sorted { $0.key < $1.key })", "\(score.counts.sorted { $0.key < $1.key })")
        return different + ExplainedSum(profile: profile, rulebook: compiled.rulebook).differences()
    }

    private func memberYear(_ year: PlainChanceYear) throws -> MemberYear {
        let cases = try RulebookCases.load(text: year.yaml, file: "随机", catalogue: catalogue).cases
        var example = try #require(cases.first)
        for entry in year.unknown {
            let people = example.records[entry].record.people
            let own = try #require(people.firstIndex { $0.member == CaseRecordReader.member })
            example.records[entry].record.people[own].status = .unknown
        }
        var member = CaseFacts(example: example, catalogue: catalogue).year(compiled)
        member.roles = try year.seats.map { seat in
            let first = try #require(CivilDay(iso: seat.days.first.text))
            let last = try #require(CivilDay(iso: seat.days.last.text))
            let role = try #require(Role.allCases.first { $0.label == seat.role })
            let days = try #require(DayRange(first, last))
            return RoleInterval(days: days, roles: RoleSet(role))
        }
        return member
    }

    private func plainYear(_ year: PlainChanceYear) throws -> PlainYear {
        let cases = try PlainText(yaml: year.yaml).each("算例")
        let written = try #require(cases.first)
        let told = PlainCaseReader(kinds: kinds).year(written, window: book.window, year: book.year)
        let records = told.records.map { record in
            var record = record
            if year.unknown.contains(record.number - 1) { record.words["状态"] = ["未确认"] }
            return record
        }
        let seats = year.seats.map { (days: $0.days, roles: Set(PlainWords.role($0.role))) }
        return PlainYear(seats: seats, records: records, manual: told.manual)
    }

    // MARK: All of them

    /// 名次 over everyone so far.
    func rankDifferences() -> [String] {
        var subjects = plain
        PlainRanks(book: book).place(&subjects)
        let placements = compiled.placements(of: ranked)
        return subjects.indices.flatMap { number -> [String] in
            let listed = placements[number].ranks.filter(\.isListed).map { "\($0.rule) 第 \($0.place)" }
            let expected = subjects[number].lists.map { "\($0.id) 第 \($0.place)" }
            var different = listed == expected ? [] : ["第 \(number) 人的名单：\(listed)，应为 \(expected)"]
            if placements[number].grade != subjects[number].grade {
                let (found, wanted) = (placements[number].grade ?? "无", subjects[number].grade ?? "无")
                different.append("第 \(number) 人的等次：\(found)，应为 \(wanted)")
            }
            return different
        }
    }

    /// 处理 over years made up.
    func measureDifferences(_ chance: inout PlainChance) -> [String] {
        var different: [String] = []
        for (score, total) in zip(plain, ranked) {
            let years = [2020, 2021, 2022, 2023].filter { _ in chance.one(in: 75) }
            var earlier: [(plain: PlainOutcome, product: YearOutcome)] = []
            for year in years { earlier.append(outcome(year, &chance)) }
            let term = chance.one(in: 30) ? nil : chance.pick([2021...2025, 2022...2026, 2020...2024])
            let now = PlainOutcome(year: 2024, score.score)
            let expected = PlainMeasures(book: book, term: term).proposed(
                earlier.map(\.plain) + [now], roles: score.score.roles)
            let found = compiled.proposals(
                YearOutcome(year: 2024, total.score), earlier: earlier.map(\.product), term: term, roles: total.roles
            ).map(\.id)
            if found != expected {
                different.append("处理：\(found)，应为 \(expected)（\(years)，届 \(String(describing: term))）")
            }
        }
        return different
    }

    private func outcome(_ year: Int, _ chance: inout PlainChance) -> (plain: PlainOutcome, product: YearOutcome) {
        let total = chance.points() + chance.points() + chance.points()
        var plain = PlainOutcome(year: year, total: total, grade: chance.pick(["优秀", "良好", "合格", "不合格", nil]))
        plain.isAssessed = chance.one(in: 90)
        for measure in book.measureIDs { plain.counts[measure] = chance.below(4) }
        plain.lists = Set(["R0", "R1"].filter { _ in chance.one(in: 40) })
        plain.unmet = Set(["M0", "M1"].filter { _ in chance.one(in: 40) })
        var product = YearOutcome(
            year: year, total: Rational(total.description) ?? .zero, grade: plain.grade)
        (product.lists, product.unmetGates, product.counts) = (plain.lists, plain.unmet, plain.counts)
        product.isAssessed = plain.isAssessed
        return (plain, product)
    }
}

extension Rational {
    fileprivate var plain: String { PlainFraction(Int128(numerator), Int128(denominator)).description }
}
