import DutyModel

// Lines of accounts, reviews and objections.

extension ArchiveReader {
    mutating func account(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let id: UInt32 = object.requiredNumber("id"), let role: AccountRole = object.word("role"),
            let from = object.requiredDay("from")
        else { return nil }
        let name = object.requiredText("name")
        if !accounts.insert(AccountID(rawValue: id)).inserted { object.note("id", "重复") }
        if !accountNames.insert(name).inserted { object.note("name", "重复") }
        let bodies = object.numbers("organizations").map { OrganizationID(rawValue: UInt32(clamping: $0)) }
        if !bodies.allSatisfy(organizations.contains) { object.note("organizations", "没有这个机构") }
        return .account(
            Account(
                id: AccountID(rawValue: id), name: name, role: role,
                member: object.has("member") ? known("member", &object) : nil, organizations: bodies, from: from,
                to: object.day("to"), note: object.text("note")))
    }

    /// The account of a number; nil where none is named.
    func account(_ key: String, _ object: inout ArchiveObject) -> AccountID? {
        guard let id: UInt32 = object.number(key) else { return nil }
        if !accounts.contains(AccountID(rawValue: id)) { object.note(key, "没有这个账号") }
        return AccountID(rawValue: id)
    }

    mutating func review(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let id: UInt32 = object.requiredNumber("id"), let record = object.recordID("record"),
            let action: ReviewStep.Action = object.word("action"), let instant: Int64 = object.requiredNumber("instant")
        else { return nil }
        if !reviews.insert(ReviewStepID(rawValue: id)).inserted { object.note("id", "重复") }
        if !records.contains(record) { object.note("record", "没有这条记录") }
        return .review(
            ReviewStep(
                id: ReviewStepID(rawValue: id), record: record, action: action, who: object.requiredText("who"),
                account: account("account", &object), instant: Instant(milliseconds: instant),
                reason: object.text("reason")))
    }

    mutating func objection(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let id: UInt32 = object.requiredNumber("id"), let member = known("member", &object),
            let year: Int = object.requiredNumber("year"), let sort: Objection.Sort = object.word("sort"),
            let raised: Int64 = object.requiredNumber("raised"), let due = object.requiredDay("due")
        else { return nil }
        if !objections.insert(ObjectionID(rawValue: id)).inserted { object.note("id", "重复") }
        let withdrawn: Int64? = object.number("withdrawn")
        return .objection(
            Objection(
                id: ObjectionID(rawValue: id), member: member, year: year, sort: sort,
                record: object.has("record") ? object.recordID("record") : nil, indicator: object.text("indicator"),
                text: object.requiredText("text"), evidence: object.texts("evidence"), who: object.requiredText("who"),
                account: account("account", &object), raised: Instant(milliseconds: raised), due: due,
                answer: answer(&object), withdrawn: withdrawn.map(Instant.init(milliseconds:))))
    }

    private func answer(_ object: inout ArchiveObject) -> ObjectionAnswer? {
        guard object.has("answer"), var inner = object.nested("answer") else { return nil }
        defer { object.take(inner) }
        guard let outcome: ObjectionAnswer.Outcome = inner.word("outcome"),
            let instant: Int64 = inner.requiredNumber("instant")
        else { return nil }
        return ObjectionAnswer(
            outcome: outcome, reason: inner.requiredText("reason"),
            changes: inner.numbers("changes").map { UInt64(clamping: $0) },
            record: inner.has("record") ? inner.recordID("record") : nil, who: inner.requiredText("who"),
            instant: Instant(milliseconds: instant))
    }
}
