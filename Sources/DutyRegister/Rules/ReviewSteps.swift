internal import DutyModel
internal import KeyValueStore
internal import RecordStore

// How a record comes into review and stays in it, whatever use case writes it.

extension RecordDesk {
    /// Inserts a record that has been examined: the office's own is approved at once, anybody else's waits for review.
    func enter(_ record: DutyRecord, asDraft: Bool, in transaction: inout RecordTransaction) throws -> DutyRecord {
        var record = record
        try grant?.requireKept(record)
        if let grant, !grant.skipsReview {
            record.author = grant.standing.account?.id
            record.review = .waiting
        }
        if asDraft { record.review = .draft }
        let saved = try insert(record, in: &transaction)
        if let grant, saved.review == .waiting {
            try transaction.note(.submitted, on: saved.id, by: grant.standing)
        }
        return saved
    }
}

extension Grant {
    /// Whether what this person enters is approved at once.
    var skipsReview: Bool { UseCase.reviewSkip.scope(of: standing.roles) == .all }
}

extension RecordTransaction {
    /// What an edit does to a review: one that only the office may skip begins again.
    func reviewAgain(_ record: inout DutyRecord, under grant: Grant) -> Bool {
        guard !grant.skipsReview, record.review == .approved || record.review == .waiting else { return false }
        record.review = .waiting
        record.author = record.author ?? grant.standing.account?.id
        return true
    }

    /// Writes down a step of review.
    mutating func note(
        _ action: ReviewStep.Action, on record: RecordID, by standing: Standing, reason: String = ""
    ) throws {
        let step = ReviewStep(
            id: ReviewStepID(rawValue: UInt32(try nextNumber(of: ReviewStep.self))), record: record, action: action,
            who: standing.name, account: standing.account?.id, instant: Instant(milliseconds: context.instant),
            reason: reason)
        try ReviewStep.table.insert(step, in: &self)
    }

    /// Forgets the steps of a record that goes; the change log keeps them.
    mutating func dropReview(of record: RecordID) throws {
        for step in try reviewSteps(of: record) { try ReviewStep.table.delete(step.id, in: &self) }
    }
}

extension Reading where Self: ~Copyable {
    /// Every step of a record's review, in order.
    mutating func reviewSteps(of record: RecordID) throws -> [ReviewStep] {
        try ReviewStep.table.find(by: ReviewStep.byRecord, Key(record), in: &self)
    }
}
