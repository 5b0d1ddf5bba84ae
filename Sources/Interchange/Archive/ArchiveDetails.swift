import DutyModel
import Tabular

/// What only some events and reports have, as objects inside their content.
enum ArchiveDetails {
    static func object(of details: EventDetails) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("agenda", details.agenda.map(object))
        if let venue = details.venue { fields.put("venue", word: venue) }
        if let source = details.topicSource { fields.put("topicSource", word: source) }
        fields.put("parties", details.parties)
        fields.put("needs", details.needs)
        fields.put("steps", details.steps.map(object))
        fields.put("outcome", details.outcome)
        fields.put("followUp", details.followUp)
        fields.putCount("publicHeadcount", details.publicHeadcount)
        fields.put("invitations", details.invitations.map(object))
        return fields.object
    }

    private static func object(of item: AgendaItem) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("title", item.title)
        fields.put("department", item.department)
        return fields.object
    }

    private static func object(of step: ProcedureStep) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("text", step.text)
        fields.put("day", step.day)
        return fields.object
    }

    private static func object(of invitation: Invitation) -> JSONObject {
        var fields = ArchiveFields()
        switch invitation.circle {
        case .committee: fields.put("circle", "committee")
        case .standing: fields.put("circle", "standing")
        case .body(let body): fields.put("organization", body.rawValue)
        }
        if invitation.invitedAs != .member { fields.put("invitedAs", word: invitation.invitedAs) }
        return fields.object
    }

    static func object(of adoption: Adoption) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("level", bits: adoption.level)
        fields.putFlag("instruction", adoption.isInstruction)
        fields.put("day", adoption.day)
        fields.put("by", adoption.by)
        return fields.object
    }

    // MARK: Reading

    static func details(in object: inout ArchiveObject) -> EventDetails {
        guard var inner = object.optionalNested("details") else { return EventDetails() }
        defer { object.take(inner) }
        return EventDetails(
            agenda: each("agenda", in: &inner) { AgendaItem($0.text("title"), department: $0.text("department")) },
            venue: inner.optionalWord("venue"), topicSource: inner.optionalWord("topicSource"),
            parties: inner.text("parties"), needs: inner.text("needs"),
            steps: each("steps", in: &inner) { ProcedureStep($0.text("text"), day: $0.day("day")) },
            outcome: inner.text("outcome"), followUp: inner.text("followUp"),
            publicHeadcount: inner.count("publicHeadcount"),
            invitations: each("invitations", in: &inner, invitation))
    }

    static func adoptions(in object: inout ArchiveObject) -> [Adoption] {
        each("adoptions", in: &object) {
            Adoption(
                $0.bits("level"), isInstruction: $0.flag("instruction"), day: $0.day("day"), by: $0.text("by"))
        }
    }

    private static func invitation(_ object: inout ArchiveObject) -> Invitation? {
        let circle: Invitation.Circle
        let body: UInt32? = object.number("organization")
        switch (object.text("circle"), body) {
        case ("committee", nil): circle = .committee
        case ("standing", nil): circle = .standing
        case ("", let body?): circle = .body(OrganizationID(rawValue: body))
        default:
            object.note("circle", "应是 committee、standing，或写 organization")
            return nil
        }
        return Invitation(circle, as: object.optionalWord("invitedAs") ?? .member)
    }

    private static func each<Value>(
        _ key: String, in object: inout ArchiveObject, _ read: (inout ArchiveObject) -> Value?
    ) -> [Value] {
        object.objects(key).compactMap { inner in
            var inner = inner
            defer { object.take(inner) }
            return read(&inner)
        }
    }
}
