public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// 提交: hands in drafts and mended records.
    public func submit(_ records: [String]) throws -> Saved<[DutyRecord]> {
        try review(.reviewSubmit, records, ReviewVerdict(), as: .submitted) { record, desk, grant, _ in
            try grant.requireChange(record)
            guard record.review == .draft || record.review == .returned else {
                return desk.findings.append(.reviewedOtherwise(desk.candidate(record), record.review))
            }
            record.review = grant.skipsReview ? .approved : .waiting
        }
    }

    /// 收回: makes what waits a draft again.
    public func withdraw(_ records: [String]) throws -> Saved<[DutyRecord]> {
        try review(.reviewWithdraw, records, ReviewVerdict(), as: .withdrawn) { record, desk, grant, _ in
            try grant.requireChange(record)
            guard record.review == .waiting else {
                return desk.findings.append(.reviewedOtherwise(desk.candidate(record), record.review))
            }
            record.review = .draft
        }
    }

    /// 通过: the office's word, after which a record scores; a convener's is a 核实, after which the office decides.
    public func approve(_ records: [String], _ verdict: ReviewVerdict = ReviewVerdict()) throws -> Saved<[DutyRecord]> {
        let decides = try readScoped(.reviewRead) { _, grant in
            UseCase.reviewApprove.scope(of: grant.standing.roles) == .all
        }
        guard decides else {
            return try review(.reviewEndorse, records, verdict, as: .endorsed) { record, desk, grant, transaction in
                _ = try desk.requireTurn(.convener([]), on: record, grant, in: &transaction)
            }
        }
        return try review(.reviewApprove, records, verdict, as: .approved) { record, desk, grant, transaction in
            let turn: ReviewEntry.Turn? = verdict.isDirect ? nil : .office
            guard try desk.requireTurn(turn, on: record, grant, in: &transaction) else { return }
            // Whoever entered it may not have known of a record like it.
            try desk.examine(record, over: nil, evenIfAlike: verdict.evenIfAlike, in: &transaction)
            record.review = .approved
        }
    }

    /// 退回, with the reason: for whoever entered it to mend.
    public func giveBack(_ records: [String], _ verdict: ReviewVerdict) throws -> Saved<[DutyRecord]> {
        guard !verdict.reason.allSatisfy(\.isWhitespace) else { throw Refusal(.empty(field: .reviewReason)) }
        return try review(.reviewReturn, records, verdict, as: .returned) { record, desk, grant, transaction in
            let turn: ReviewEntry.Turn? = grant.isAll ? nil : .convener([])
            guard try desk.requireTurn(turn, on: record, grant, in: &transaction) else { return }
            record.review = .returned
        }
    }

    /// Takes the same step with many records, all or none.
    private func review(
        _ useCase: UseCase, _ words: [String], _ verdict: ReviewVerdict, as action: ReviewStep.Action,
        _ step: (inout DutyRecord, inout RecordDesk, Grant, inout RecordTransaction) throws -> Void
    ) throws -> Saved<[DutyRecord]> {
        try writeScoped(useCase) { transaction, grant in
            var desk = try RecordDesk(&transaction, grant)
            var changed: [DutyRecord] = []
            for before in try desk.records(words, in: &transaction) {
                var record = before
                try step(&record, &desk, grant, &transaction)
                guard desk.findings.isEmpty else { continue }
                if record != before { try desk.replace(before, by: record, in: &transaction) }
                try transaction.note(action, on: record.id, by: grant.standing, reason: verdict.reason)
                changed.append(record)
            }
            try desk.requireNothingFound()
            let names = changed.prefix(3).map(desk.name(of:)).joined(separator: "、")
            transaction.context.summary = names + (changed.count > 3 ? " 等 \(changed.count) 条" : "")
            return changed
        }
    }
}

extension RecordDesk {
    func candidate(_ record: DutyRecord) -> RecordCandidate { RecordCandidate(record, kinds: kinds) }

    /// The records of words, each once; what cannot be found is added to the findings.
    fileprivate mutating func records(
        _ words: [String], in transaction: inout RecordTransaction
    ) throws -> [DutyRecord] {
        var found: [DutyRecord] = []
        for word in words {
            do {
                let record = try transaction.record(word, family: nil, kinds: kinds, within: view)
                if !found.contains(where: { $0.id == record.id }) { found.append(record) }
            } catch let refusal as Refusal { findings += refusal.findings }
        }
        return found
    }

    /// Whether whoever acts may review a record now. What stands against it is added to the findings.
    /// - Parameter turn: whose word must be awaited; nil: anybody's.
    fileprivate mutating func requireTurn(
        _ turn: ReviewEntry.Turn?, on record: DutyRecord, _ grant: Grant, in transaction: inout RecordTransaction
    ) throws -> Bool {
        guard record.review == .waiting else {
            findings.append(.reviewedOtherwise(candidate(record), record.review))
            return false
        }
        if grant.isEntered(record) || record.people.contains(where: { $0.member == grant.own }) {
            findings.append(.ownReview(candidate(record)))
            return false
        }
        guard let turn else { return true }
        switch (try ReviewTurn(day: grant.standing.day).turn(of: record, in: &transaction), turn) {
        case (.office, .office), (.convener, .convener): return true
        case (.convener(let names), _): findings.append(.convenerFirst(candidate(record), conveners: names))
        default: findings.append(.endorsedAlready(candidate(record)))
        }
        return false
    }
}
