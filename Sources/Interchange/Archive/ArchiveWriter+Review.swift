import DutyModel
import Tabular

// Lines of accounts, reviews and objections.

extension ArchiveWriter {
    func write(_ account: Account, to fields: inout ArchiveFields) {
        fields.put("type", "account")
        fields.put("id", account.id.rawValue)
        fields.put("name", account.name)
        fields.put("role", word: account.role)
        fields.put("member", account.member.map(number) ?? "")
        fields.put("organizations", numbers: account.organizations.map { Int($0.rawValue) })
        fields.put("from", account.from)
        fields.put("to", account.to)
        fields.put("note", account.note)
    }

    func write(_ step: ReviewStep, to fields: inout ArchiveFields) {
        fields.put("type", "review")
        fields.put("id", step.id.rawValue)
        fields.put("record", String(step.record.rawValue))
        fields.put("action", word: step.action)
        fields.put("who", step.who)
        fields.put("account", step.account?.rawValue)
        fields.put("instant", step.instant.milliseconds)
        fields.put("reason", step.reason)
    }

    func write(_ objection: Objection, to fields: inout ArchiveFields) {
        fields.put("type", "objection")
        fields.put("id", objection.id.rawValue)
        fields.put("member", number(objection.member))
        fields.put("year", objection.year)
        fields.put("sort", word: objection.sort)
        fields.put("record", objection.record.map { String($0.rawValue) } ?? "")
        fields.put("indicator", objection.indicator)
        fields.put("text", objection.text)
        fields.put("evidence", objection.evidence)
        fields.put("who", objection.who)
        fields.put("account", objection.account?.rawValue)
        fields.put("raised", objection.raised.milliseconds)
        fields.put("due", objection.due)
        if let answer = objection.answer { fields.put("answer", object(of: answer)) }
        fields.put("withdrawn", objection.withdrawn?.milliseconds)
    }

    private func object(of answer: ObjectionAnswer) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("outcome", word: answer.outcome)
        fields.put("reason", answer.reason)
        fields.put("changes", numbers: answer.changes.map { Int(clamping: $0) })
        fields.put("record", answer.record.map { String($0.rawValue) } ?? "")
        fields.put("who", answer.who)
        fields.put("instant", answer.instant.milliseconds)
        return fields.object
    }
}
