import DutyModel
import Tabular

extension ArchiveWriter {
    /// The fields of a line about years.
    func write(_ item: ArchiveYearItem, to fields: inout ArchiveFields) {
        switch item {
        case .manual(let entry): write(entry, to: &fields)
        case .evidence(let file): write(file, to: &fields)
        case .evidencePart(let part):
            fields.put("type", "evidencePart")
            fields.put("sha256", part.hash)
            fields.put("part", part.part)
            fields.put("data", Base64.text(part.bytes))
        case .version(let version): write(version, to: &fields)
        case .year(let year): write(year, to: &fields)
        case .result(let result):
            fields.put("type", "result")
            put(result.version, to: &fields)
            fields.put("member", number(result.member))
            fields.put("total", result.total)
            fields.put("grade", result.grade)
            fields.put("packed", Base64.text(result.packed))
        case .decision(let decision): write(decision, to: &fields)
        case .lateFact(let fact): write(fact, to: &fields)
        }
    }

    private func put(_ version: YearVersionID, to fields: inout ArchiveFields) {
        fields.put("year", version.year)
        fields.put("version", version.version)
    }

    private func write(_ entry: ManualEntry, to fields: inout ArchiveFields) {
        fields.put("type", "manualPoints")
        fields.put("id", entry.id.rawValue)
        fields.put("member", number(entry.member))
        fields.put("year", entry.year)
        fields.put("item", entry.item)
        fields.put("points", entry.points)
        fields.put("reason", entry.reason)
        fields.put("approver", entry.approver)
        fields.put("day", entry.day)
        fields.put("evidence", entry.evidence)
        fields.put("withdrawn", entry.withdrawn ?? "")
    }

    private func write(_ file: EvidenceFile, to fields: inout ArchiveFields) {
        fields.put("type", "evidence")
        fields.put("id", file.id.rawValue)
        switch file.subject {
        case .record(let id): fields.put("record", String(id.rawValue))
        case .manual(let id): fields.put("manualPoints", id.rawValue)
        case .objection(let number): fields.put("objection", number)
        }
        fields.put("name", file.name)
        fields.put("format", word: file.format)
        fields.put("size", file.size)
        fields.put("sha256", file.hash)
        fields.put("note", file.note)
        fields.put("instant", file.instant.milliseconds)
        fields.put("who", file.who)
    }

    private func write(_ version: YearVersion, to fields: inout ArchiveFields) {
        fields.put("type", "yearVersion")
        put(version.id, to: &fields)
        fields.put("freeze", version.freeze)
        fields.put("rulebook", version.rulebook)
        fields.put("rulebookYear", version.rulebookYear)
        fields.put("title", version.title)
        fields.put("file", version.file)
        fields.put("text", version.text)
        fields.put("hash", version.hash)
        fields.put("kinds", version.kinds.map(object))
        fields.put("members", version.members)
        fields.put("digest", version.digest)
        fields.put("logSequence", version.logSequence)
        fields.put("logHash", version.logHash)
        fields.put("instant", version.instant.milliseconds)
        fields.put("who", version.who)
        fields.put("reason", version.reason)
        fields.put(
            "accepted",
            version.accepted.map { accepted in
                var fields = ArchiveFields()
                fields.put("kind", accepted.kind)
                fields.put("count", accepted.count)
                fields.put("reason", accepted.reason)
                return fields.object
            })
        guard let publication = version.publication else { return }
        var inner = ArchiveFields()
        inner.put("instant", publication.instant.milliseconds)
        inner.put("who", publication.who)
        inner.put("document", publication.document)
        fields.put("publication", inner.object)
    }

    private func write(_ year: AssessmentYear, to fields: inout ArchiveFields) {
        fields.put("type", "year")
        fields.put("year", year.year)
        fields.put("state", word: year.state)
        fields.putCount("version", year.version)
        fields.put("from", year.days?.first)
        fields.put("to", year.days?.last)
        fields.put("reason", year.reason)
    }

    private func write(_ decision: Decision, to fields: inout ArchiveFields) {
        fields.put("type", "decision")
        put(decision.id.version, to: &fields)
        fields.put("member", number(decision.id.member))
        fields.put("grade", decision.grade)
        fields.put("reason", decision.reason)
        fields.put("body", decision.body)
        fields.put("day", decision.day)
        fields.put("document", decision.document)
    }

    private func write(_ fact: LateFact, to fields: inout ArchiveFields) {
        fields.put("type", "lateFact")
        fields.put("year", fact.id.year)
        fields.put("number", fact.id.number)
        fields.put("summary", fact.summary)
        fields.put("change", fact.change)
        fields.put("reason", fact.reason)
        fields.put("instant", fact.instant.milliseconds)
        fields.put("who", fact.who)
        fields.put("members", fact.members.map(number))
    }
}
