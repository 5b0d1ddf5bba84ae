internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// What changes are about, so that the change log can be asked for one person or one record without walking it.
/// Stored in an index: what a change is about must stay what it was.
enum LogConcerns {
    /// The entries about a member.
    static func subject(_ member: MemberID) -> LogIndex.Subject { .concern(Key("member", member)) }

    /// The entries about a record: its own changes, its reviews, the objections to it.
    static func subject(_ record: RecordID) -> LogIndex.Subject { .concern(Key("record", record)) }

    @Sendable static func keys(of change: Change) throws -> [Key] {
        try [change.before, change.after].compactMap { $0 }.flatMap { try keys(change.table, $0, change.key) }
    }

    private static func keys(_ table: DatabaseName, _ payload: [UInt8], _ key: Key) throws -> [Key] {
        switch table {
        case Member.table.name: return [Key("member", try Member.table.record(of: payload, key: key).id)]
        case Membership.table.name:
            return [Key("member", try Membership.table.record(of: payload, key: key).member)]
        case DutyRecord.table.name:
            let record = try DutyRecord.table.record(of: payload, key: key)
            return [Key("record", record.id)] + Set(record.people.map(\.member)).map { Key("member", $0) }
        case ReviewStep.table.name: return [Key("record", try ReviewStep.table.record(of: payload, key: key).record)]
        case Objection.table.name:
            let objection = try Objection.table.record(of: payload, key: key)
            return [Key("member", objection.member)] + (objection.record.map { [Key("record", $0)] } ?? [])
        case Account.table.name:
            return try Account.table.record(of: payload, key: key).member.map { [Key("member", $0)] } ?? []
        case ManualEntry.table.name: return [Key("member", try ManualEntry.table.record(of: payload, key: key).member)]
        case Decision.table.name: return [Key("member", try Decision.table.record(of: payload, key: key).id.member)]
        case LateFact.table.name:
            return try LateFact.table.record(of: payload, key: key).members.map { Key("member", $0) }
        case EvidenceFile.table.name:
            guard case .record(let id) = try EvidenceFile.table.record(of: payload, key: key).subject else { return [] }
            return [Key("record", id)]
        default: return []
        }
    }
}
