import DutyModel

/// Reads the lines of an archive that are about years.
struct ArchiveYearReading {
    private var manual: Set<ManualEntryID> = []
    private var evidence: Set<EvidenceID> = []
    private var hashes: Set<String> = []
    private var versions: Set<YearVersionID> = []
    private var years: Set<Int> = []
    private var seen: Set<Decision.ID> = []
    private var decided: Set<Decision.ID> = []
    private var late: Set<LateFact.ID> = []

    /// - Parameters:
    ///   - members: by 委员编号.
    ///   - records: every record read before.
    mutating func item(
        _ type: String, _ object: inout ArchiveObject, members: [String: MemberID], records: Set<RecordID>
    ) -> ArchiveItem? {
        let item: ArchiveYearItem? =
            switch type {
            case "manualPoints": manual(&object, members)
            case "evidence": evidence(&object, records)
            case "evidencePart": part(&object)
            case "yearVersion": version(&object)
            case "year": year(&object)
            case "result": result(&object, members)
            case "decision": decision(&object, members)
            default: lateFact(&object, members)
            }
        return item.map(ArchiveItem.year)
    }

    private func member(_ object: inout ArchiveObject, _ members: [String: MemberID]) -> MemberID? {
        let number = object.requiredText("member")
        if number.isEmpty { return nil }
        if let member = members[number] { return member }
        object.note("member", "没有这个委员编号")
        return nil
    }

    private func versionID(_ object: inout ArchiveObject) -> YearVersionID? {
        guard let year: Int = object.requiredNumber("year"), let version: Int = object.requiredNumber("version") else {
            return nil
        }
        return YearVersionID(year: year, version: version)
    }

    private mutating func manual(_ object: inout ArchiveObject, _ members: [String: MemberID]) -> ArchiveYearItem? {
        guard let id: UInt32 = object.requiredNumber("id"), let member = member(&object, members),
            let year: Int = object.requiredNumber("year"), let day = object.requiredDay("day")
        else { return nil }
        if !manual.insert(ManualEntryID(rawValue: id)).inserted { object.note("id", "重复") }
        let withdrawn = object.text("withdrawn")
        return .manual(
            ManualEntry(
                id: ManualEntryID(rawValue: id), member: member, year: year, item: object.requiredText("item"),
                points: object.text("points"), reason: object.requiredText("reason"),
                approver: object.requiredText("approver"), day: day, evidence: object.texts("evidence"),
                withdrawn: withdrawn.isEmpty ? nil : withdrawn))
    }

    private mutating func evidence(_ object: inout ArchiveObject, _ records: Set<RecordID>) -> ArchiveYearItem? {
        guard let id: UInt32 = object.requiredNumber("id"), let format: EvidenceFile.Format = object.word("format"),
            let size: Int = object.requiredNumber("size"), let instant: Int64 = object.requiredNumber("instant"),
            let subject = subject(&object, records)
        else { return nil }
        if !evidence.insert(EvidenceID(rawValue: id)).inserted { object.note("id", "重复") }
        let file = EvidenceFile(
            id: EvidenceID(rawValue: id), subject: subject, name: object.requiredText("name"), format: format,
            size: size, hash: object.requiredText("sha256"), note: object.text("note"),
            instant: Instant(milliseconds: instant), who: object.text("who"))
        hashes.insert(file.hash)
        return .evidence(file)
    }

    private func subject(_ object: inout ArchiveObject, _ records: Set<RecordID>) -> EvidenceFile.Subject? {
        if let number: UInt32 = object.number("manualPoints") {
            if !manual.contains(ManualEntryID(rawValue: number)) { object.note("manualPoints", "没有这一笔人工分") }
            return .manual(ManualEntryID(rawValue: number))
        }
        if let number: UInt64 = object.number("objection") { return .objection(number) }
        guard let record = object.recordID("record") else { return nil }
        if !records.contains(record) { object.note("record", "没有这条记录") }
        return .record(record)
    }

    private func part(_ object: inout ArchiveObject) -> ArchiveYearItem? {
        guard let part: Int = object.requiredNumber("part"), let bytes = bytes("data", &object) else { return nil }
        let hash = object.requiredText("sha256")
        if !hashes.contains(hash) { object.note("sha256", "没有这份佐证") }
        return .evidencePart(ArchivedPart(hash: hash, part: part, bytes: bytes))
    }

    private func bytes(_ key: String, _ object: inout ArchiveObject) -> [UInt8]? {
        let bytes = Base64.bytes(object.requiredText(key))
        if bytes == nil { object.note(key, "不是 Base64") }
        return bytes
    }

    private mutating func version(_ object: inout ArchiveObject) -> ArchiveYearItem? {
        guard let id = versionID(&object), let freeze: UInt32 = object.requiredNumber("freeze"),
            let rulebookYear: Int = object.requiredNumber("rulebookYear"),
            let members: Int = object.requiredNumber("members"), let instant: Int64 = object.requiredNumber("instant")
        else { return nil }
        if !versions.insert(id).inserted { object.note("version", "重复") }
        var version = YearVersion(
            id: id, freeze: freeze, rulebook: object.requiredText("rulebook"), rulebookYear: rulebookYear,
            title: object.text("title"), file: object.text("file"), text: object.requiredText("text"),
            hash: object.requiredText("hash"), kinds: object.objects("kinds").compactMap { kind($0, of: &object) },
            members: members, digest: object.requiredText("digest"), logSequence: object.count("logSequence"),
            logHash: object.text("logHash"), instant: Instant(milliseconds: instant), who: object.text("who"),
            reason: object.text("reason"), isRestored: true)
        version.accepted = object.objects("accepted").map { inner in
            var inner = inner
            defer { object.take(inner) }
            return YearVersion.Accepted(
                kind: inner.requiredText("kind"), count: inner.count("count"), reason: inner.text("reason"))
        }
        if var inner = object.optionalNested("publication") {
            let instant: Int64 = inner.requiredNumber("instant") ?? 0
            version.publication = YearVersion.Publication(
                instant: Instant(milliseconds: instant), who: inner.text("who"), document: inner.text("document"))
            object.take(inner)
        }
        return .version(version)
    }

    private func kind(_ inner: ArchiveObject, of object: inout ArchiveObject) -> Kind? {
        var inner = inner
        defer { object.take(inner) }
        guard let code: UInt16 = inner.requiredNumber("code"), let family: RecordFamily = inner.word("family") else {
            return nil
        }
        return ArchiveReader.kind(code, family, &inner)
    }

    private mutating func year(_ object: inout ArchiveObject) -> ArchiveYearItem? {
        guard let year: Int = object.requiredNumber("year"), let state: AssessmentYear.State = object.word("state")
        else { return nil }
        if !years.insert(year).inserted { object.note("year", "重复") }
        let version: Int = object.count("version")
        if version > 0, !versions.contains(YearVersionID(year: year, version: version)) {
            object.note("version", "没有这一版")
        }
        var days: DayRange?
        if let from = object.day("from"), let to = object.day("to") { days = DayRange(from, to) }
        return .year(
            AssessmentYear(year: year, state: state, version: version, days: days, reason: object.text("reason")))
    }

    private mutating func result(_ object: inout ArchiveObject, _ members: [String: MemberID]) -> ArchiveYearItem? {
        guard let id = versionID(&object), let member = member(&object, members), let packed = bytes("packed", &object)
        else { return nil }
        if !versions.contains(id) { object.note("version", "没有这一版") }
        if !seen.insert(Decision.ID(id, member)).inserted { object.note("member", "重复") }
        return .result(
            ArchivedResult(
                version: id, member: member, total: object.requiredText("total"), grade: object.text("grade"),
                packed: packed))
    }

    private mutating func decision(_ object: inout ArchiveObject, _ members: [String: MemberID]) -> ArchiveYearItem? {
        guard let id = versionID(&object), let member = member(&object, members), let day = object.requiredDay("day")
        else { return nil }
        if !versions.contains(id) { object.note("version", "没有这一版") }
        if !decided.insert(Decision.ID(id, member)).inserted { object.note("member", "重复") }
        return .decision(
            Decision(
                id: Decision.ID(id, member), grade: object.requiredText("grade"), reason: object.text("reason"),
                body: object.text("body"), day: day, document: object.text("document")))
    }

    private mutating func lateFact(_ object: inout ArchiveObject, _ members: [String: MemberID]) -> ArchiveYearItem? {
        guard let year: Int = object.requiredNumber("year"), let number: UInt32 = object.requiredNumber("number"),
            let instant: Int64 = object.requiredNumber("instant")
        else { return nil }
        let id = LateFact.ID(year: year, number: number)
        if !late.insert(id).inserted { object.note("number", "重复") }
        let found = object.texts("members").compactMap { members[$0] }
        return .lateFact(
            LateFact(
                id: id, summary: object.text("summary"), change: object.count("change"), reason: object.text("reason"),
                instant: Instant(milliseconds: instant), who: object.text("who"), members: found))
    }
}
