import DutyModel
import Tabular

/// One member in a record, as an object of an archive line.
enum ArchivePerson {
    static func object(of person: Participation, number: String) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("member", number)
        fields.put("part", word: person.part)
        fields.put("status", word: person.status)
        if person.invitedAs != .member { fields.put("invitedAs", word: person.invitedAs) }
        fields.putCount("halfDays", person.halfDays)
        fields.putFlag("unconfirmed", !person.confirmed)
        fields.putFlag("online", person.online)
        if person.source != .unstated { fields.put("source", word: person.source) }
        fields.put("note", person.note)
        let details = person.details
        fields.put("arrived", details.arrived?.description ?? "")
        fields.put("left", details.left?.description ?? "")
        fields.put("substitute", details.substitute)
        if let leave = details.leave { fields.put("leave", object(of: leave)) }
        fields.put("work", details.work)
        return fields.object
    }

    private static func object(of leave: Leave) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("applicant", leave.applicant)
        fields.put("day", leave.day)
        fields.put("time", leave.time?.description ?? "")
        fields.put("reason", leave.reason)
        fields.put("approver", leave.approver)
        fields.put("decision", word: leave.decision)
        fields.putFlag("belated", leave.isBelated)
        return fields.object
    }

    /// The person of an object whose member is known; nil after findings in the object.
    static func read(_ object: inout ArchiveObject, member: MemberID) -> Participation? {
        guard let part: Part = object.word("part"), let status: AttendanceStatus = object.word("status") else {
            return nil
        }
        var details = AttendanceDetails(
            arrived: object.time("arrived"), left: object.time("left"), substitute: object.text("substitute"),
            work: object.text("work"))
        if var inner = object.optionalNested("leave") {
            details.leave = leave(&inner)
            object.take(inner)
        }
        return Participation(
            member: member, part: part, status: status, invitedAs: object.optionalWord("invitedAs") ?? .member,
            halfDays: object.count("halfDays"), confirmed: !object.flag("unconfirmed"), online: object.flag("online"),
            source: object.optionalWord("source") ?? .unstated, note: object.text("note"), details: details)
    }

    private static func leave(_ object: inout ArchiveObject) -> Leave {
        Leave(
            applicant: object.text("applicant"), day: object.day("day"), time: object.time("time"),
            reason: object.text("reason"), approver: object.text("approver"),
            decision: object.word("decision") ?? .pending, isBelated: object.flag("belated"))
    }
}
