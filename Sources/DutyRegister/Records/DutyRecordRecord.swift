public import DutyModel
internal import Interchange
internal import KeyValueStore
public import RecordStore

extension DutyRecord: Record {
    static let byKind = Index<DutyRecord>("records.kind", elements: 2) { Key($0.kind, $0.days.first) }
    static let byNaturalKey = Index<DutyRecord>("records.key") { Key(TextDigest.of(NaturalKey(of: $0).text)) }
    static let byNumber = Index<DutyRecord>("records.number") {
        $0.number.isEmpty ? nil : Key(TextDigest.of($0.number))
    }
    static let byTitle = Index<DutyRecord>("records.title") { Key(TextDigest.of($0.title)) }
    static let byMember = Index<DutyRecord>("records.member", elements: 2, each: \.memberKeys)
    static let byOrganization = Index<DutyRecord>("records.organization", elements: 2) { record in
        record.organization.map { Key($0, record.days.first) }
    }
    static let byPlanItem = Index<DutyRecord>("records.planItem") { record in record.planItem.map { Key($0) } }
    /// Those that are not approved, by how far they have come.
    static let byReview = Index<DutyRecord>("records.review") { record in
        record.review == .approved ? nil : Key(record.review.rawValue)
    }
    static let byLink = Index<DutyRecord>("records.link", each: { $0.links.map { Key($0.record) } })

    public static let table = Table<DutyRecord>(
        "records",
        indexes: [byKind, byNaturalKey, byNumber, byTitle, byMember, byOrganization, byPlanItem, byLink, byReview],
        references: [
            Reference("people", to: "members") { $0.people.map { Key($0.member) } },
            Reference("organization", to: "organizations") { ($0.organization.map { [$0] } ?? []).map { Key($0) } },
            Reference("invitations", to: "organizations") { $0.content.invitedBodies.map { Key($0) } },
            Reference("kind", to: "kinds") { [Key($0.kind)] },
            Reference("links", to: "records") { $0.links.map { Key($0.record) } },
            Reference("author", to: "accounts") { $0.author.map { [Key($0)] } ?? [] },
            Reference("planItem", to: "planItems") { $0.planItem.map { [Key($0)] } ?? [] },
        ])

    /// One entry for each member who is in it, by day.
    private var memberKeys: [Key] {
        Set(people.map(\.member)).map { Key($0, days.first) }
    }

    /// The item of a sector's plan it carries out.
    var planItem: PlanItemID? {
        guard case .sectorActivity(let activity) = content else { return nil }
        return activity.planItem
    }

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.unsigned(2, kind.rawValue)
        fields.string(3, number)
        fields.string(4, title)
        fields.day(5, days.first)
        fields.day(6, days.last)
        fields.string(7, place)
        fields.string(8, organizer)
        fields.optionalUnsigned(9, organization?.rawValue)
        fields.list(10, people)
        fields.choice(11, content.family)
        content.encode(into: &fields, field: 12)
        fields.list(13, links)
        fields.strings(14, evidence)
        fields.string(15, note)
        fields.choice(16, review)
        fields.optionalUnsigned(17, author?.rawValue)
        fields.list(20, quantities)
        fields.strings(21, labels)
        fields.optionalUnsigned(30, half?.rawValue)
    }

    public init(from fields: inout FieldReader) throws {
        let id = RecordID(rawValue: try fields.unsigned(1))
        let kind = KindCode(rawValue: try fields.unsigned(2))
        let (number, title) = (try fields.string(3), try fields.string(4))
        let days = try fields.days(5, 6)
        let (place, organizer) = (try fields.string(7), try fields.string(8))
        let organization = try fields.optionalUnsigned(9, as: UInt32.self).map(OrganizationID.init(rawValue:))
        let people = try fields.list(10, of: Participation.self)
        let family = try fields.choice(11, as: RecordFamily.self)
        let content = try RecordContent.read(family, field: 12, from: &fields)
        let links: [RecordLink] = try fields.list(13)
        let evidence = try fields.strings(14)
        let note = try fields.string(15)
        let review = try fields.choice(16, as: ReviewState.self)
        let author = try fields.optionalUnsigned(17, as: UInt32.self).map(AccountID.init(rawValue:))
        let quantities: [Quantity] = try fields.list(20)
        let labels = try fields.strings(21)
        let half = try fields.optionalChoice(30, as: DayPart.self)
        self.init(
            id: id, kind: kind, number: number, title: title, days: days, half: half, place: place,
            organizer: organizer, organization: organization, people: people, content: content, links: links,
            evidence: evidence, note: note, review: review, author: author, quantities: quantities,
            labels: labels)
    }
}
