public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    public func add(_ draft: RecordDraft) throws -> Saved<DutyRecord> {
        try writeScoped(.recordAdd) { transaction, grant in try transaction.add(draft, under: grant) }
    }

    /// Changes a record; `change` may run twice. Its id stays.
    public func edit(
        _ word: String, family: RecordFamily? = nil, _ change: (inout DutyRecord) -> Void
    ) throws -> Saved<DutyRecord> {
        try rewrite(.recordEdit, word, family: family) { record, _, _ in change(&record) }
    }

    public func delete(_ word: String, family: RecordFamily? = nil) throws -> Saved<DutyRecord> {
        try writeScoped(.recordDelete) { transaction, grant in
            let desk = try RecordDesk(&transaction, grant)
            let record = try transaction.record(word, family: family, kinds: desk.kinds, within: desk.view)
            try grant.requireDeletable(record)
            let users = try DutyRecord.table.find(by: DutyRecord.byLink, Key(record.id), in: &transaction)
            guard users.isEmpty else {
                let candidates = users.filter { desk.view?.sees($0) ?? true }.map {
                    RecordCandidate($0, kinds: desk.kinds)
                }
                throw Refusal(.recordInUse(record: RecordCandidate(record, kinds: desk.kinds), by: candidates))
            }
            try transaction.dropReview(of: record.id)
            for file in try transaction.evidence(of: .record(record.id)) {
                try EvidenceFile.table.delete(file.id, in: &transaction)
            }
            try DutyRecord.table.delete(record.id, in: &transaction)
            try desk.project(before: record, after: nil, in: &transaction)
            transaction.context.summary = desk.name(of: record)
            return record
        }
    }

    /// Reads one record, lets a use case change it, looks at it and writes it with its fact rows.
    func rewrite(
        _ useCase: UseCase, _ word: String, family: RecordFamily?,
        _ change: (inout DutyRecord, inout RecordDesk, inout RecordTransaction) throws -> Void
    ) throws -> Saved<DutyRecord> {
        try writeScoped(useCase) { transaction, grant in
            var desk = try RecordDesk(&transaction, grant)
            let before = try transaction.record(word, family: family, kinds: desk.kinds, within: desk.view)
            try grant.requireChange(before)
            var record = before
            try change(&record, &desk, &transaction)
            record.id = before.id
            (record.review, record.author) = (before.review, before.author)
            try grant.requireKept(record)
            let isAgain = transaction.reviewAgain(&record, under: grant)
            try desk.examine(record, over: before, evenIfAlike: false, in: &transaction)
            try desk.requireReferences(of: record, in: &transaction)
            try desk.requireNothingFound()
            try desk.replace(before, by: record, in: &transaction)
            if isAgain { try transaction.note(.submitted, on: record.id, by: grant.standing) }
            if transaction.context.summary.isEmpty { transaction.context.summary = desk.name(of: record) }
            return record
        }
    }
}

extension RecordTransaction {
    /// Resolves, examines and inserts one record of a draft.
    /// - Parameter grant: of whoever acts; nil: everything is in reach.
    mutating func add(_ draft: RecordDraft, under grant: Grant? = nil) throws -> DutyRecord {
        var desk = try RecordDesk(&self, grant)
        guard let record = try desk.record(of: draft, in: &self) else { throw Refusal(desk.findings) }
        try desk.examine(record, over: nil, evenIfAlike: draft.evenIfAlike, in: &self)
        try desk.requireReferences(of: record, in: &self)
        try desk.requireNothingFound()
        let saved = try desk.enter(record, asDraft: draft.isDraft, in: &self)
        context.summary = desk.name(of: saved)
        return saved
    }
}

extension RecordDesk {
    /// Adds a finding for each plan item or record pointed at that does not exist.
    mutating func requireReferences(of record: DutyRecord, in transaction: inout RecordTransaction) throws {
        if let id = record.planItem {
            if let item = try transaction.value(PlanItem.self, id) {
                if let sector = record.organization, item.sector != sector {
                    let name = directory.organizations[item.sector]?.name ?? ""
                    findings.append(.planItemElsewhere(id, topic: item.topic, sector: name))
                }
            } else {
                findings.append(.unknownPlanItem(id))
            }
        }
        for link in record.links where try !DutyRecord.table.contains(link.record, in: &transaction) {
            findings.append(.unknownRecord(word: String(link.record.rawValue)))
        }
    }
}
