public import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

extension Register {
    /// Days within which an objection is to be answered.
    static let daysToAnswer = 15

    /// 异议: a member's word that a line of the own year is wrong, counted twice, or missing.
    public func object(_ draft: ObjectionDraft) throws -> Saved<Objection> {
        try writeScoped(.objectionAdd) { transaction, grant in
            var desk = try ObjectionDesk(grant, in: &transaction)
            let member = try desk.member(draft.person, in: &transaction)
            let record = try desk.record(draft.record, of: member, in: &transaction)
            if draft.text.allSatisfy(\.isWhitespace) { desk.findings.append(.empty(field: .objectionText)) }
            if draft.sort != .missing, record == nil, draft.record == nil, draft.indicator == nil {
                desk.findings.append(.empty(field: .objectionTarget))
            }
            let year = draft.year ?? record?.days.first.year ?? today.year
            let indicator = try desk.indicator(draft.indicator, year: year, in: &transaction)
            guard let member, desk.findings.isEmpty else { throw Refusal(desk.findings) }
            let instant = Instant(milliseconds: transaction.context.instant)
            let objection = Objection(
                id: ObjectionID(rawValue: UInt32(try transaction.nextNumber(of: Objection.self))), member: member.id,
                year: year, sort: draft.sort, record: record?.id, indicator: indicator, text: draft.text,
                evidence: draft.evidence, who: grant.standing.name, account: grant.standing.account?.id,
                raised: instant, due: today + Self.daysToAnswer)
            try Objection.table.insert(objection, in: &transaction)
            transaction.context.summary = "第 \(objection.id.rawValue) 号异议（\(draft.sort.label)）：\(member.name)"
            return objection
        }
    }

    /// The office's answer. The objection stays as it was raised.
    public func answer(_ objection: ObjectionID, _ draft: AnswerDraft) throws -> Saved<Objection> {
        try settle(.objectionAnswer, objection) { objection, desk, transaction in
            if draft.reason.allSatisfy(\.isWhitespace) { desk.findings.append(.empty(field: .answerReason)) }
            for change in draft.changes where try ChangeLog.entry(change, in: &transaction) == nil {
                desk.findings.append(.unknownChangeSet(change))
            }
            let record = try desk.record(draft.record, of: nil, in: &transaction)
            objection.answer = ObjectionAnswer(
                outcome: draft.outcome, reason: draft.reason, changes: draft.changes, record: record?.id,
                who: desk.grant.standing.name, instant: Instant(milliseconds: transaction.context.instant))
            transaction.context.summary = "第 \(objection.id.rawValue) 号异议：\(draft.outcome.label)"
        }
    }

    /// Taken back by whoever raised it; it stays on record.
    public func withdrawObjection(_ objection: ObjectionID) throws -> Saved<Objection> {
        try settle(.objectionWithdraw, objection) { objection, _, transaction in
            objection.withdrawn = Instant(milliseconds: transaction.context.instant)
            transaction.context.summary = "第 \(objection.id.rawValue) 号异议"
        }
    }

    private func settle(
        _ useCase: UseCase, _ id: ObjectionID,
        _ change: (inout Objection, inout ObjectionDesk, inout RecordTransaction) throws -> Void
    ) throws -> Saved<Objection> {
        try writeScoped(useCase) { transaction, grant in
            guard var objection = try transaction.value(Objection.self, id), grant.covers(objection) else {
                throw Refusal(.unknownObjection(id))
            }
            guard objection.isOpen else { throw Refusal(.objectionSettled(id)) }
            var desk = try ObjectionDesk(grant, in: &transaction)
            try change(&objection, &desk, &transaction)
            guard desk.findings.isEmpty else { throw Refusal(desk.findings) }
            try Objection.table.put(objection, in: &transaction)
            return objection
        }
    }

    /// Objections in order of number; for members, their own.
    public func objections(_ filter: ObjectionFilter = ObjectionFilter()) throws -> [ObjectionEntry] {
        try readScoped(.objectionRead) { transaction, grant in
            var directory = try Directory(&transaction, naming: grant)
            let member = try filter.person.map { try directory.person($0, in: &transaction).get().id }
            let all = try transaction.all(Objection.self).filter { objection in
                grant.covers(objection) && (filter.year.map { $0 == objection.year } ?? true)
                    && (member.map { $0 == objection.member } ?? true) && (!filter.openOnly || objection.isOpen)
            }
            let kinds = try transaction.kinds()
            return try all.map { try ObjectionEntry($0, kinds: kinds, on: today, in: &transaction) }
        }
    }

    /// One objection with its answer.
    public func objection(_ id: ObjectionID) throws -> ObjectionEntry {
        try readScoped(.objectionRead) { transaction, grant in
            guard let objection = try transaction.value(Objection.self, id), grant.covers(objection) else {
                throw Refusal(.unknownObjection(id))
            }
            return try ObjectionEntry(objection, kinds: try transaction.kinds(), on: today, in: &transaction)
        }
    }

    /// 异议 of a year in numbers; as long as one is open, the year cannot be closed.
    public func objectionCounts(year: Int) throws -> ObjectionCounts {
        var counts = ObjectionCounts()
        for entry in try objections(ObjectionFilter(year: year)) {
            counts.bySort[entry.objection.sort, default: 0] += 1
            if let outcome = entry.objection.answer?.outcome { counts.byOutcome[outcome, default: 0] += 1 }
            if entry.objection.isOpen { counts.open += 1 }
            if entry.objection.withdrawn != nil { counts.withdrawn += 1 }
            if entry.isOverdue { counts.overdue += 1 }
        }
        return counts
    }
}

extension Grant {
    /// An objection is the member's own.
    fileprivate func covers(_ objection: Objection) -> Bool { isAll || objection.member == own }
}

/// Finds the words of an objection.
private struct ObjectionDesk {
    let grant: Grant
    var findings: [RegisterFinding] = []
    private var directory: Directory
    private let view: Grant
    private let kinds: KindCatalogue

    init(_ grant: Grant, in transaction: inout RecordTransaction) throws {
        self.grant = grant
        view = try Grant(grant.standing, .recordRead, in: &transaction)
        directory = try Directory(&transaction, naming: grant)
        kinds = try transaction.kinds()
    }

    mutating func member(_ word: String?, in transaction: inout RecordTransaction) throws -> Member? {
        if word == nil, let own = grant.own { return try directory.member(own, in: &transaction) }
        guard let word else {
            findings.append(.empty(field: .objectionPerson))
            return nil
        }
        switch try directory.person(word, in: &transaction) {
        case .success(let member): return member
        case .failure(let refusal):
            findings += refusal.findings
            return nil
        }
    }

    /// The record of a word; one without the member in it is not the member's to object to.
    mutating func record(
        _ word: String?, of member: Member?, in transaction: inout RecordTransaction
    ) throws -> DutyRecord? {
        guard let word else { return nil }
        do {
            let record = try transaction.record(word, family: nil, kinds: kinds, within: view)
            guard let member, !record.people.contains(where: { $0.member == member.id }) else { return record }
            findings.append(.unknownRecord(word: word))
        } catch let refusal as Refusal { findings += refusal.findings }
        return nil
    }

    /// 编号 of the indicator of a word in the rulebook of a year; empty where none is named.
    mutating func indicator(
        _ word: String?, year: Int, in transaction: inout RecordTransaction
    ) throws -> String {
        guard let word else { return "" }
        let names = try transaction.indicators(year: year, kinds: kinds)
        if let found = names.first(where: { $0.id == word || $0.name == word }) { return found.id }
        findings.append(.unknownIndicator(word: word, known: names.map { "\($0.id) \($0.name)" }))
        return ""
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// 编号 and name of every indicator a year is computed by; empty where there is no rulebook.
    fileprivate mutating func indicators(year: Int, kinds: KindCatalogue) throws -> [(id: String, name: String)] {
        do {
            return try rulebook(for: year, kinds: kinds).rulebook.indicators.map { ($0.id, $0.name) }
        } catch ScoresError.noRulebook { return [] }
    }
}

extension ObjectionEntry {
    fileprivate init(
        _ objection: Objection, kinds: KindCatalogue, on day: CivilDay, in transaction: inout ReadTransaction
    ) throws {
        func candidate(_ id: RecordID?) throws -> RecordCandidate? {
            try id.flatMap { try transaction.value(DutyRecord.self, $0) }.map { RecordCandidate($0, kinds: kinds) }
        }
        let settled = objection.answer?.instant ?? objection.withdrawn
        let until = settled?.day ?? day
        let names = objection.indicator.isEmpty ? [] : try transaction.indicators(year: objection.year, kinds: kinds)
        self.init(
            objection: objection, member: try transaction.value(Member.self, objection.member),
            record: try candidate(objection.record), corrected: try candidate(objection.answer?.record),
            indicator: names.first { $0.id == objection.indicator }?.name ?? "",
            days: max(0, Int(until.daysSinceEpoch - objection.raised.day.daysSinceEpoch)),
            isOverdue: objection.isOpen && objection.due < day)
    }
}
