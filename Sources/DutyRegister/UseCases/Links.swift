public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// Notes that a record belongs with another; noted already, nothing changes.
    public func link(_ record: String, _ relation: RecordLink.Relation, _ other: String) throws -> Saved<DutyRecord> {
        try relink(record, other) { link, desk, record, other in
            if other.id == record.id {
                desk.findings.append(.linksToItself(RecordCandidate(record, kinds: desk.kinds)))
            }
            if relation == .partOf, other.content.family != .programme {
                desk.findings.append(
                    .wrongFamily(record: other.id, found: other.content.family, wanted: .programme))
            }
            let new = RecordLink(relation, link)
            if !record.links.contains(new) { record.links.append(new) }
        }
    }

    /// Takes back what `link` noted; nil takes every relation to the other back.
    public func unlink(_ record: String, _ relation: RecordLink.Relation?, _ other: String) throws -> Saved<DutyRecord>
    {
        try relink(record, other) { link, _, record, _ in
            record.links.removeAll { $0.record == link && (relation == nil || $0.relation == relation) }
        }
    }

    private func relink(
        _ word: String, _ other: String,
        _ change: (RecordID, inout RecordDesk, inout DutyRecord, DutyRecord) -> Void
    ) throws -> Saved<DutyRecord> {
        try rewrite(.recordLink, word, family: nil) { record, desk, transaction in
            let linked = try transaction.record(other, family: nil, kinds: desk.kinds, within: desk.view)
            change(linked.id, &desk, &record, linked)
            transaction.context.summary = "\(desk.name(of: record)) 与 \(desk.name(of: linked))"
        }
    }
}
