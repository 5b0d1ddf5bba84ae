internal import DutyModel

// What a grant says of one record, or of one body.

extension Grant {
    /// Whether a record may be seen: what one has a part in or entered, the bodies' own, and what their members handed
    /// in.
    func sees(_ record: DutyRecord) -> Bool {
        if isAll || isEntered(record) || record.organization.map(bodies.contains) ?? false { return true }
        if let own, record.people.contains(where: { $0.member == own }) { return true }
        return isHandedIn(record) && record.people.contains { people.contains($0.member) }
    }

    /// A record as far as it may be seen: of those who attended something, only those in reach.
    func shown(_ record: DutyRecord) -> DutyRecord {
        if isAll || isEntered(record) || record.organization.map(bodies.contains) ?? false { return record }
        guard record.content.isAttended else { return record }
        var record = record
        record.people.removeAll { !people.contains($0.member) }
        return record
    }

    /// Whether a member's claim lies with those who review it.
    private func isHandedIn(_ record: DutyRecord) -> Bool {
        (record.review == .waiting || record.review == .returned) && record.organization == nil
    }

    /// Whether whoever acts entered the record.
    func isEntered(_ record: DutyRecord) -> Bool {
        standing.account.map { $0.id == record.author } ?? false
    }

    /// Whether a record may be changed: the bodies' own, and one's own claims.
    func mayChange(_ record: DutyRecord) -> Bool {
        if isAll { return true }
        if let body = record.organization { return bodies.contains(body) }
        return isEntered(record)
    }

    /// Refuses to change what is seen but not one's own to change.
    func requireChange(_ record: DutyRecord) throws(NotPermitted) {
        guard mayChange(record) else { throw refusal(.notOwn) }
    }

    /// Refuses to delete it; what was approved is the office's to delete.
    func requireDeletable(_ record: DutyRecord) throws(NotPermitted) {
        try requireChange(record)
        guard isAll || record.review != .approved else { throw refusal(.approved) }
    }

    /// Refuses a record that is, or would become, out of reach: a body's one by those who do not lead it, a claim for
    /// anybody but oneself.
    func requireKept(_ record: DutyRecord) throws(NotPermitted) {
        if isAll { return }
        if let body = record.organization { return try requireCovers(body) }
        guard let own, !record.people.isEmpty, record.people.allSatisfy({ $0.member == own }) else {
            throw refusal(.notOwn)
        }
    }

    func requireCovers(_ body: OrganizationID) throws(NotPermitted) {
        guard covers(body) else { throw refusal(.notOwn) }
    }
}
