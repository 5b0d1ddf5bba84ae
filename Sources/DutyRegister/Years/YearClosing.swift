public import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

extension Register {
    /// 开放年度: says that a year's facts are recorded from now on. A year of which nothing is said is open as well.
    public func openYear(_ year: Int) throws -> Saved<AssessmentYear> {
        try write(.yearOpen) { transaction in
            guard (1949...2100).contains(year) else {
                throw Refusal(.outOfRange(field: .year, value: year, 1949...2100))
            }
            if let known = try transaction.value(AssessmentYear.self, year) {
                throw Refusal(.year(.alreadyKnown(year: year, known.state)))
            }
            let opened = AssessmentYear(year: year)
            try AssessmentYear.table.insert(opened, in: &transaction)
            transaction.context.summary = "\(year) 年度"
            return opened
        }
    }

    /// 封账: looks at everything in the way, computes everyone's result and freezes it.
    ///
    /// - Parameters:
    ///   - accepting: words of what the office lets pass; `reason` says why.
    ///   - reason: needed where something is let pass, and from the second version on.
    /// - Throws: `YearBlocked` with everything in the way, all at once; `Refusal`, `ScoresError`.
    public func closeYear(_ year: Int, accepting: [String] = [], reason: String = "") throws -> Saved<YearVersion> {
        try write(.yearClose) { transaction in
            let before = try transaction.assessmentYear(year)
            guard !before.state.isLocked else {
                throw Refusal(.year(.wrongState(year: year, before.state, wanted: [.open, .reopened])))
            }
            let accepted = try YearAcceptance(accepting, reason: reason)
            let log = try ChangeLog.head(in: &transaction)
            var obstacles = try YearObstacles(year: year, in: &transaction)
            let found = try obstacles.find(
                today: Instant(milliseconds: transaction.context.instant).day, in: &transaction)
            let blocking = found.filter { !accepted.kinds.contains($0.kind) }
            guard blocking.isEmpty else { throw YearBlocked(year: year, obstacles: blocking) }
            let freeze = try YearFreeze(year: year, in: &transaction)
            let reason = reason.isEmpty ? before.reason : reason
            let version = try freeze.run(
                version: before.version + 1, reason: reason,
                accepted: found.map { .init(kind: $0.kind.rawValue, count: $0.count, reason: reason) },
                who: transaction.context.who, log: log, in: &transaction)
            try YearVersion.table.insert(version, in: &transaction)
            try transaction.carryDecisions(from: before, to: version)
            try AssessmentYear.table.put(
                AssessmentYear(
                    year: year, state: .closed, version: version.id.version, days: freeze.days, reason: before.reason),
                in: &transaction)
            transaction.context.summary = "\(year) 年度第 \(version.id.version) 版，\(version.members) 人"
            return version
        }
    }

    /// 公布: the closed version is made known; from now on it changes only by a new version.
    public func publishYear(_ year: Int, document: String = "") throws -> Saved<YearVersion> {
        try write(.yearPublish) { transaction in
            var state = try transaction.require(year, [.closed])
            guard var version = try transaction.standingVersion(of: year) else {
                throw Refusal(.year(.nothingFrozen(year: year)))
            }
            version.publication = YearVersion.Publication(
                instant: Instant(milliseconds: transaction.context.instant), who: transaction.context.who,
                document: document)
            try YearVersion.table.put(version, in: &transaction)
            state.state = .published
            try AssessmentYear.table.put(state, in: &transaction)
            transaction.context.summary = "\(year) 年度第 \(version.id.version) 版\(document.isEmpty ? "" : "，\(document)")"
            return version
        }
    }

    /// 重开: facts may be put right, for a next version. What was frozen stays as it is.
    public func reopenYear(_ year: Int, reason: String) throws -> Saved<AssessmentYear> {
        try write(.yearReopen) { transaction in
            var state = try transaction.require(year, [.closed, .published])
            guard !reason.allSatisfy(\.isWhitespace) else { throw Refusal(.year(.reasonMissing)) }
            state.state = .reopened
            state.reason = reason
            try AssessmentYear.table.put(state, in: &transaction)
            transaction.context.summary = "\(year) 年度：\(reason)"
            return state
        }
    }

    /// 核定: what the leading body decided about one member's grade. The computed one stays beside it.
    public func decide(_ person: String, year: Int, _ draft: DecisionDraft) throws -> Saved<Decision> {
        try write(.yearDecide) { transaction in
            let (member, version, grades) = try transaction.decidable(person, year: year)
            var findings: [RegisterFinding] = []
            if !grades.contains(draft.grade) {
                findings.append(.year(.unknownGrade(word: draft.grade, known: grades)))
            }
            if draft.reason.allSatisfy(\.isWhitespace) { findings.append(.year(.reasonMissing)) }
            if draft.body.allSatisfy(\.isWhitespace) { findings.append(.year(.bodyMissing)) }
            guard findings.isEmpty else { throw Refusal(findings) }
            let decision = Decision(
                id: Decision.ID(version.id, member.id), grade: draft.grade, reason: draft.reason, body: draft.body,
                day: draft.day, document: draft.document)
            try Decision.table.put(decision, in: &transaction)
            transaction.context.summary = "\(member.name) \(year) 年度：\(draft.grade)（\(draft.body)）"
            return decision
        }
    }

    /// Takes a decision back before it is published.
    public func withdrawDecision(_ person: String, year: Int) throws -> Saved<Decision> {
        try write(.yearDecide) { transaction in
            let (member, version, _) = try transaction.decidable(person, year: year)
            guard let decision = try Decision.table.delete(Decision.ID(version.id, member.id), in: &transaction) else {
                var directory = try Directory(&transaction)
                let candidate = try directory.candidate(member, in: &transaction)
                throw Refusal(.year(.noDecision(candidate, year: year)))
            }
            transaction.context.summary = "\(member.name) \(year) 年度：撤回核定"
            return decision
        }
    }
}

/// What the office lets pass, from words.
private struct YearAcceptance {
    var kinds: Set<Obstacle.Kind> = []

    init(_ words: [String], reason: String) throws(Refusal) {
        let known = Obstacle.Kind.allCases.filter(\.canBeAccepted)
        for word in words {
            guard let kind = known.first(where: { $0.rawValue == word }) else {
                throw Refusal(.year(.cannotAccept(word: word, known: known.map(\.rawValue))))
            }
            kinds.insert(kind)
        }
        if !kinds.isEmpty, reason.allSatisfy(\.isWhitespace) { throw Refusal(.year(.reasonMissing)) }
    }
}

extension RecordTransaction {
    fileprivate mutating func require(_ year: Int, _ wanted: [AssessmentYear.State]) throws -> AssessmentYear {
        let state = try assessmentYear(year)
        guard wanted.contains(state.state) else {
            throw Refusal(.year(.wrongState(year: year, state.state, wanted: wanted)))
        }
        return state
    }

    /// The member of a word, the version to decide about, and the grades there are.
    fileprivate mutating func decidable(
        _ person: String, year: Int
    ) throws -> (member: Member, version: YearVersion, grades: [String]) {
        _ = try require(year, [.closed])
        guard let version = try standingVersion(of: year) else { throw Refusal(.year(.nothingFrozen(year: year))) }
        var directory = try Directory(&self)
        let member = try directory.person(person, in: &self).get()
        let id = FrozenResult.ID(year: year, freeze: version.freeze, member: member.id)
        guard try FrozenResult.table.contains(id, in: &self) else {
            throw Refusal(.year(.noResult(try directory.candidate(member, in: &self), year: year)))
        }
        return (member, version, try version.choice().rulebook.grades.map(\.name))
    }

    /// Decisions about the version before stand about the next one as well, until the body decides otherwise.
    fileprivate mutating func carryDecisions(from before: AssessmentYear, to version: YearVersion) throws {
        guard before.version > 0 else { return }
        let old = YearVersionID(year: before.year, version: before.version)
        for (member, decision) in try decisions(of: old).sorted(by: { $0.key < $1.key }) {
            let id = FrozenResult.ID(year: before.year, freeze: version.freeze, member: member)
            guard try FrozenResult.table.contains(id, in: &self) else { continue }
            var next = decision
            next.id.version = version.id
            try Decision.table.insert(next, in: &self)
        }
    }
}
