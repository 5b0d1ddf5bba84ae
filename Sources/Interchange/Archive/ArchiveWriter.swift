public import DutyModel
import Tabular

/// Writes an archive line by line; the caller gives items in the order of `ArchiveItem`'s cases, each in order of id.
///
/// Lines name members by 委员编号 and kinds by key, so that the writer must know both.
public struct ArchiveWriter {
    private let numbers: [MemberID: String]
    private let kinds: KindCatalogue

    public init(roster: Roster, kinds: KindCatalogue) {
        numbers = Dictionary(uniqueKeysWithValues: roster.members.map { ($0.id, $0.number) })
        self.kinds = kinds
    }

    /// 委员编号 of a member.
    func number(_ member: MemberID) -> String { numbers[member] ?? "" }

    /// One line of UTF-8 JSON with its line feed. The same item is always the same bytes.
    public func line(_ item: ArchiveItem) -> [UInt8] {
        var fields = ArchiveFields()
        switch item {
        case .header(let header):
            fields.put("type", "register")
            fields.put("version", header.version)
            fields.put("committee", header.committee)
        case .term(let term): write(term, to: &fields)
        case .organization(let body): write(body, to: &fields)
        case .member(let member): write(member, to: &fields)
        case .membership(let membership): write(membership, to: &fields)
        case .account(let account): write(account, to: &fields)
        case .kind(let kind): write(kind, to: &fields)
        case .rulebook(let rulebook):
            fields.put("type", "rulebook")
            fields.put("id", rulebook.id)
            fields.put("text", rulebook.text)
            fields.put("cases", rulebook.cases)
        case .planItem(let item): write(item, to: &fields)
        case .record(let record): write(record, to: &fields)
        case .review(let step): write(step, to: &fields)
        case .objection(let objection): write(objection, to: &fields)
        case .year(let item): write(item, to: &fields)
        case .end(let end):
            fields.put("type", "end")
            fields.put("lines", end.lines)
            fields.put("members", end.members)
            fields.put("records", end.records)
        }
        return Array(JSONValue.object(fields.object).compactText.utf8) + [0x0A]
    }

    private func write(_ term: Term, to fields: inout ArchiveFields) {
        fields.put("type", "term")
        fields.put("number", term.number)
        fields.put("from", term.days.first)
        fields.put("to", term.days.last)
    }

    private func write(_ body: Organization, to fields: inout ArchiveFields) {
        fields.put("type", "organization")
        fields.put("id", body.id.rawValue)
        fields.put("class", word: body.classification)
        fields.put("name", body.name)
        fields.put("term", body.term)
        fields.put("aliases", body.aliases)
    }

    private func write(_ member: Member, to fields: inout ArchiveFields) {
        fields.put("type", "member")
        fields.put("id", member.id.rawValue)
        fields.put("number", member.number)
        fields.put("name", member.name)
        fields.put("sex", word: member.sex)
        fields.put("ethnicity", member.ethnicity)
        fields.put("birthday", member.birthday?.description ?? "")
        fields.put("party", member.party)
        fields.put("unit", member.unit)
        fields.put("post", member.post)
        fields.put("phone", member.phone)
        fields.put("education", member.education)
        fields.put("note", member.note)
    }

    private func write(_ membership: Membership, to fields: inout ArchiveFields) {
        fields.put("type", "membership")
        fields.put("id", membership.id.rawValue)
        fields.put("member", numbers[membership.member] ?? "")
        fields.put("organization", membership.organization.rawValue)
        fields.put("role", word: membership.role)
        fields.put("from", membership.from)
        fields.put("to", membership.to)
    }

    private func write(_ kind: Kind, to fields: inout ArchiveFields) {
        fields.put("type", "kind")
        put(kind, to: &fields)
    }

    /// A kind inside another line.
    func object(_ kind: Kind) -> JSONObject {
        var fields = ArchiveFields()
        put(kind, to: &fields)
        return fields.object
    }

    private func put(_ kind: Kind, to fields: inout ArchiveFields) {
        fields.put("code", kind.code.rawValue)
        fields.put("key", kind.key)
        fields.put("name", kind.name)
        fields.put("aliases", kind.aliases)
        fields.put("family", word: kind.family)
        fields.put("groups", kind.groups)
        fields.putFlag("mandatory", kind.mandatory)
        fields.put("expects", word: kind.expects)
        fields.putFlag("sensitive", kind.isSensitive)
        fields.put("note", kind.note)
    }

    private func write(_ item: PlanItem, to fields: inout ArchiveFields) {
        fields.put("type", "planItem")
        fields.put("id", item.id.rawValue)
        fields.put("sector", item.sector.rawValue)
        fields.put("year", item.year)
        fields.putCount("month", item.month)
        fields.put("topic", item.topic)
        fields.put("lead", item.lead)
    }

    // MARK: Records

    private func write(_ record: DutyRecord, to fields: inout ArchiveFields) {
        fields.put("type", "record")
        fields.put("id", String(record.id.rawValue))
        fields.put("kind", kinds[record.kind]?.key ?? "")
        fields.put("number", record.number)
        fields.put("title", record.title)
        fields.put("from", record.days.first)
        fields.put("to", record.days.last)
        if let half = record.half { fields.put("half", word: half) }
        fields.put("place", record.place)
        fields.put("organizer", record.organizer)
        fields.put("organization", record.organization?.rawValue)
        fields.put("people", record.people.map { ArchivePerson.object(of: $0, number: numbers[$0.member] ?? "") })
        fields.put("content", ArchiveContent.object(of: record.content))
        fields.put("links", record.links.map(link))
        fields.put("evidence", record.evidence)
        fields.put("note", record.note)
        if record.review != .approved { fields.put("review", word: record.review) }
        fields.put("author", record.author?.rawValue)
        fields.put("quantities", record.quantities.map(quantity))
        fields.put("labels", record.labels)
    }

    private func quantity(_ quantity: Quantity) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("unit", word: quantity.unit)
        fields.put("thousandths", quantity.thousandths)
        return fields.object
    }

    private func link(_ link: RecordLink) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("relation", word: link.relation)
        fields.put("record", String(link.record.rawValue))
        return fields.object
    }
}
