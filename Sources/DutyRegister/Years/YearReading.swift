public import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

extension Register {
    /// Every year something is written of, in order: opened, closed, published, reopened.
    public func years() throws -> [AssessmentYear] {
        try read(.yearRead) { try $0.all(AssessmentYear.self) }
    }

    /// How a year stands: what is in the way of closing it; or, where it was closed, what would be different today.
    ///
    /// Computes everyone's result once or twice. Published figures are never changed by it.
    /// - Throws: `ScoresError` where an open year has no rulebook.
    public func yearStatus(_ year: Int) throws -> YearStatus {
        try read(.yearRead) { transaction in
            let state = try transaction.assessmentYear(year)
            let versions = try YearVersion.table.all(.prefix(Key(year)), in: &transaction)
            let roster = try transaction.roster()
            var status = YearStatus(
                year: state, display: NumberDisplay(),
                versions: try versions.map {
                    YearVersionEntry(version: $0, decisions: try transaction.decisions(of: $0.id).count)
                }, obstacles: [], decisions: [], lateFacts: [], differences: [], silent: 0, unsound: 0,
                otherRulebook: nil)
            if !state.state.isLocked {
                var obstacles = try YearObstacles(year: year, in: &transaction)
                status.obstacles = try obstacles.find(today: Instant.now.day, in: &transaction)
            }
            guard let version = versions.last(where: { $0.id.version == state.version }) else { return status }
            try status.compare(with: version, roster: roster, in: &transaction)
            return status
        }
    }
}

extension YearStatus {
    /// Looks at what was frozen, and at what the same would be now.
    fileprivate mutating func compare(
        with version: YearVersion, roster: Roster, in transaction: inout ReadTransaction
    ) throws {
        let (choice, rules) = try version.rules()
        display = choice.rulebook.display
        let comparison = YearComparison(version: version, names: choice.rulebook.indicatorNames)
        unsound = try comparison.unsound(rules, in: &transaction)
        (differences, silent) = try comparison.differences(rules, in: &transaction)
        try tellDecisions(about: version, roster: roster, in: &transaction)
        let late = try LateFact.table.all(.prefix(Key(version.id.year)), in: &transaction)
        lateFacts = late.map { fact in
            let numbers = Set(fact.members.compactMap { roster[$0]?.number })
            return (fact, differences.filter { numbers.contains($0.number) })
        }
        guard let now = try? transaction.rulebook(for: version.id.year, kinds: try transaction.kinds()),
            now.entry.hash != version.hash
        else { return }
        let names = choice.rulebook.indicatorNames.merging(now.rulebook.indicatorNames) { _, new in new }
        let other = try YearComparison(version: version, names: names)
            .differences(try now.rulebook.compiled(year: version.id.year), in: &transaction).told
        otherRulebook = (now.entry.title, now.entry.hash, other)
    }

    private mutating func tellDecisions(
        about version: YearVersion, roster: Roster, in transaction: inout ReadTransaction
    ) throws {
        for (member, decision) in try transaction.decisions(of: version.id).sorted(by: { $0.key < $1.key }) {
            let id = FrozenResult.ID(year: version.id.year, freeze: version.freeze, member: member)
            let result = try transaction.value(FrozenResult.self, id)
            decisions.append(
                (
                    decision, roster[member]?.number ?? result?.person.number ?? "",
                    roster[member]?.name ?? result?.person.name ?? "", result?.score.grade
                ))
        }
    }
}

extension Rulebook {
    /// Names of indicators by 编号.
    var indicatorNames: [String: String] {
        Dictionary(indicators.map { ($0.id, $0.name) }) { first, _ in first }
    }
}

/// A frozen version against itself, and against what the store has now.
struct YearComparison {
    let version: YearVersion
    /// Names of indicators by 编号.
    let names: [String: String]

    /// How many results are not, byte for byte, what their own frozen facts give.
    func unsound(
        _ rules: CompiledRulebook, in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> Int {
        var source = FrozenYear(version)
        let computation = try YearComputation(rules, &source, in: &transaction)
        var unsound = 0
        while true {
            let chunk = try source.nextResults(in: &transaction)
            if chunk.isEmpty { return unsound }
            for result in chunk {
                let subject = YearSubject(member: result.id.member, person: result.person, inputs: result.inputs)
                let again = try computation.result(of: subject, freeze: version.freeze)
                if again.bytes != result.bytes { unsound += 1 }
            }
        }
    }

    /// Everyone whose result would be another, by 委员编号; and how many have other facts and the same result.
    func differences(
        _ rules: CompiledRulebook, in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> (told: [YearDifference], silent: Int) {
        var live = try LiveYear(rules, in: &transaction)
        let computation = try YearComputation(rules, &live, in: &transaction)
        var told: [YearDifference] = []
        var silent = 0
        while true {
            let chunk = try live.next(in: &transaction)
            if chunk.isEmpty { break }
            let ids = chunk.map {
                FrozenResult.ID(year: version.id.year, freeze: version.freeze, member: $0.member)
            }
            let frozen = try FrozenResult.table.getMany(ids, in: &transaction)
            for (subject, old) in zip(chunk, frozen) {
                let new = try computation.result(of: subject, freeze: version.freeze)
                if let old, old.isSameResult(as: new) {
                    if old.inputs != new.inputs { silent += 1 }
                } else {
                    told.append(try difference(old, new, in: &transaction))
                }
            }
        }
        let present = Set(live.people.map(\.member.id))
        var rest = FrozenYear(version)
        while true {
            let chunk = try rest.nextResults(in: &transaction)
            if chunk.isEmpty { break }
            for old in chunk where !present.contains(old.id.member) {
                told.append(try difference(old, nil, in: &transaction))
            }
        }
        return (told.sorted { $0.number < $1.number }, silent)
    }

    private func difference(
        _ old: FrozenResult?, _ new: FrozenResult?, in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> YearDifference {
        let person = new?.person ?? old?.person
        var lines: [YearDifference.Line] = []
        let before = Dictionary((old?.lines ?? []).map { ($0.indicator, $0.amount) }) { first, _ in first }
        let after = Dictionary((new?.lines ?? []).map { ($0.indicator, $0.amount) }) { first, _ in first }
        for indicator in Set(before.keys).union(after.keys).sorted() {
            let (from, to) = (before[indicator] ?? .zero, after[indicator] ?? .zero)
            guard from != to else { continue }
            lines.append(.init(indicator: indicator, name: names[indicator] ?? "", from: from, to: to))
        }
        return YearDifference(
            number: person?.number ?? "", name: person?.name ?? "", from: old?.score.total, to: new?.score.total,
            gradeFrom: old?.score.grade, gradeTo: new?.score.grade, lines: lines,
            records: try records(old, new, in: &transaction), others: others(old, new))
    }

    /// The records whose rows are not the same, as users know them.
    private func records(
        _ old: FrozenResult?, _ new: FrozenResult?, in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> [String] {
        func rows(_ result: FrozenResult?) -> Set<FactRow> {
            Set((result?.inputs.rows ?? []).flatMap(\.facts.rows))
        }
        let (before, after) = (rows(old), rows(new))
        let changed = before.symmetricDifference(after)
        let had = Set(before.map(\.record))
        let has = Set(after.map(\.record))
        let ids = Set(changed.map(\.record)).sorted()
        let found = try DutyRecord.table.getMany(ids, in: &transaction)
        return zip(ids, found).map { id, record in
            let how = !had.contains(id) ? "新增" : !has.contains(id) ? "已去掉" : "改过"
            guard let record else { return "\(how)：记录 \(id.rawValue)（已删除）" }
            return "\(how)：\(record.days.first) \(LogSubject.record(record).text)"
        }
    }

    private func others(_ old: FrozenResult?, _ new: FrozenResult?) -> [String] {
        guard let old else { return ["封账时没有结果"] }
        guard let new else { return ["现在不在册"] }
        var others: [String] = []
        if old.inputs.roles != new.inputs.roles { others.append("任职有变动") }
        if old.inputs.manual != new.inputs.manual { others.append("人工分有变动") }
        if old.inputs.earlier != new.inputs.earlier { others.append("往年结果有变动") }
        if old.placement.ranks != new.placement.ranks { others.append("名次有变动") }
        return others
    }
}

extension FrozenResult {
    /// Whether nothing that is shown of it is another.
    fileprivate func isSameResult(as other: FrozenResult) -> Bool {
        var (left, right) = (self, other)
        left.inputs = right.inputs
        (left.person, left.facts, left.id) = (right.person, right.facts, right.id)
        (left.score.traits, right.score.traits) = ([], [])
        return left.bytes == right.bytes
    }
}
