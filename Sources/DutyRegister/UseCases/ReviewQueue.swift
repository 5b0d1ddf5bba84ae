public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// What is in review, longest waiting first: everything for the office, their members' claims and their own entries
    /// for conveners, their own for members.
    public func reviewQueue(_ filter: ReviewFilter = ReviewFilter()) throws -> [ReviewEntry] {
        try readScoped(.reviewRead) { transaction, grant in
            let kinds = try transaction.kinds()
            var directory = try Directory(&transaction, naming: grant)
            let member = try filter.person.map { try directory.person($0, in: &transaction).get().id }
            var found: [ReviewEntry] = []
            for state in filter.states.sorted(by: { $0.rawValue < $1.rawValue }) where state != .approved {
                let records = try DutyRecord.table.find(by: DutyRecord.byReview, Key(state.rawValue), in: &transaction)
                for record in records where grant.sees(record) && grant.isShown(record) {
                    if let member, !record.people.contains(where: { $0.member == member }) { continue }
                    let entry = try ReviewEntry(grant.shown(record), kinds: kinds, on: today, in: &transaction)
                    if !filter.mine || entry.awaits(grant) { found.append(entry) }
                }
            }
            return found.sorted { ($0.age, $0.record.id) < ($1.age, $1.record.id) }
        }
    }

    /// One record with its review, whatever became of it.
    public func reviewEntry(_ word: String) throws -> ReviewEntry {
        try readScoped(.reviewRead) { transaction, grant in
            let kinds = try transaction.kinds()
            let view = try Grant(grant.standing, .recordRead, in: &transaction)
            let record = try transaction.record(word, family: nil, kinds: kinds, within: view)
            return try ReviewEntry(view.shown(record), kinds: kinds, on: today, in: &transaction)
        }
    }

    /// How many records of a year are in review, by state: what stands in the way of closing it.
    public func reviewsWaiting(in year: Int) throws -> [ReviewState: Int] {
        try read(.reviewRead) { transaction in
            var counts: [ReviewState: Int] = [:]
            for state in ReviewState.allCases where state != .approved {
                let records = try DutyRecord.table.find(by: DutyRecord.byReview, Key(state.rawValue), in: &transaction)
                counts[state] = records.count { $0.days.first.year == year }
            }
            return counts
        }
    }
}

extension Grant {
    /// A draft is nobody's business but its author's.
    fileprivate func isShown(_ record: DutyRecord) -> Bool { record.review != .draft || isEntered(record) || isAll }
}

extension ReviewEntry {
    /// What was never handed in comes last.
    fileprivate var age: Int64 { submitted?.milliseconds ?? .max }

    /// Whether it awaits the word of whoever asks.
    fileprivate func awaits(_ grant: Grant) -> Bool {
        switch turn {
        case .author: grant.isEntered(record)
        case .convener(let names): grant.standing.account.map { names.contains($0.name) } ?? false
        case .office: UseCase.reviewApprove.scope(of: grant.standing.roles) == .all && !grant.isEntered(record)
        }
    }

    fileprivate init(
        _ record: DutyRecord, kinds: KindCatalogue, on day: CivilDay, in transaction: inout ReadTransaction
    ) throws {
        let steps = try transaction.reviewSteps(of: record.id)
        let submitted = steps.last { $0.action == .submitted }?.instant
        let author = try record.author.flatMap { try transaction.value(Account.self, $0) }
        self.init(
            record: record, kind: kinds[record.kind]?.name ?? "",
            people: try transaction.values(Member.self, record.people.map(\.member)), author: author?.name ?? "",
            turn: try ReviewTurn(day: day).turn(of: record, in: &transaction), submitted: submitted,
            days: submitted.map { max(0, Int(day.daysSinceEpoch - $0.day.daysSinceEpoch)) } ?? 0, steps: steps)
    }
}
