import DutyModel
import Tabular

/// Reads an archive line by line, strictly: unknown fields, wrong types, lines out of order and references to what is
/// not there are findings.
public struct ArchiveReader {
    /// All findings so far.
    public private(set) var findings: [Finding] = []

    private let file: String
    private var line = 0
    private var stage = -1
    /// What the last line must say.
    private var counted = ArchiveEnd()
    private var end: (stated: ArchiveEnd, line: Int)?
    private var terms: Set<Int> = []
    private(set) var organizations: Set<OrganizationID> = []
    private var members: [String: MemberID] = [:]
    private var memberIDs: Set<MemberID> = []
    private var memberships: Set<MembershipID> = []
    private var kinds: [String: Kind] = [:]
    private var codes: Set<KindCode> = []
    private var rulebooks: Set<String> = []
    private var planItems: Set<PlanItemID> = []
    private(set) var records: Set<RecordID> = []
    private var years = ArchiveYearReading()
    var accounts: Set<AccountID> = []
    var accountNames: Set<String> = []
    var reviews: Set<ReviewStepID> = []
    var objections: Set<ObjectionID> = []
    /// Records that links point at, with the first line that does.
    private var wanted: [RecordID: Int] = [:]

    /// `file` is the name findings show.
    public init(file: String) { self.file = file }

    /// The item of the next line (without line feed), or nil where it was empty or wrong, with findings.
    public mutating func read(line bytes: some Sequence<UInt8>) -> ArchiveItem? {
        line += 1
        var bytes = Array(bytes)
        if bytes.last == 0x0D { bytes.removeLast() }
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if bytes.isEmpty { return nil }
        switch ArchiveReader.parse(bytes) {
        case .success(let value):
            if let object = value.object { return item(object) }
            report("", "", "这一行应是一个 JSON 对象")
        case .failure(let error): report("", "", "不是完整的 JSON（第 \(error.column) 个字符处）")
        }
        return nil
    }

    private static func parse(_ bytes: [UInt8]) -> Result<JSONValue, JSONError> {
        bytes.withUnsafeBytes { raw in Result { () throws(JSONError) in try JSONValue(parsing: raw) } }
    }

    /// To be called after the last line: what is missing in the whole.
    public mutating func finish() {
        if stage < 0, findings.isEmpty {
            findings.append(
                Finding(.error, file: file, problem: "不是登记册的存档：没有开头一行", remedy: "请用 lvzhi export 导出的 .jsonl 文件"))
        }
        requireEnd()
        for (record, line) in wanted.sorted(by: { $0.value < $1.value }) where !records.contains(record) {
            findings.append(
                Finding(
                    .error, file: file, row: line, heading: "links", value: String(record.rawValue),
                    problem: "关联的记录不在存档里"))
        }
    }

    /// A file cut short must not pass for a smaller register.
    private mutating func requireEnd() {
        guard stage >= 0 else { return }
        let remedy = "请用完整的存档，或重新用 lvzhi export 导出"
        guard let end else {
            if findings.isEmpty {
                findings.append(
                    Finding(
                        .error, file: file, row: line, problem: "存档不完整：没有结尾一行，像是只有前一部分", remedy: remedy))
            }
            return
        }
        let parts = [
            ("lines", "行", end.stated.lines, counted.lines), ("members", "位委员", end.stated.members, counted.members),
            ("records", "条记录", end.stated.records, counted.records),
        ]
        for (field, unit, stated, read) in parts where stated != read {
            findings.append(
                Finding(
                    .error, file: file, row: end.line, heading: field, value: String(stated),
                    problem: "存档不完整：结尾说有 \(stated) \(unit)，读到 \(read) \(unit)", remedy: remedy))
        }
    }

    private mutating func report(_ field: String, _ value: String, _ problem: String) {
        findings.append(
            Finding(.error, file: file, row: line, heading: field, value: value, problem: problem, remedy: "请用原样的存档"))
    }

    private static let order =
        [
            "register", "term", "organization", "member", "membership", "account", "kind", "rulebook", "planItem",
            "record", "review", "objection",
        ] + ArchiveYearItem.types + ["end"]

    private static let single: Set = ["register", "end"]

    private mutating func item(_ json: JSONObject) -> ArchiveItem? {
        var object = ArchiveObject(json)
        let type = object.requiredText("type")
        count(type)
        guard let place = ArchiveReader.order.firstIndex(of: type) else {
            report("type", type, "不认识的行")
            return nil
        }
        if stage < 0, place != 0 {
            report("type", type, "第一行应是 register")
            stage = place
            return nil
        }
        if place < stage || (place == stage && ArchiveReader.single.contains(type)) { object.note("type", "行的次序不对") }
        stage = max(stage, place)
        let before = findings.count
        let item = decode(type, &object)
        object.finish()
        for problem in object.problems { report(problem.field, problem.value, problem.problem) }
        return findings.count == before ? item : nil
    }

    private mutating func decode(_ type: String, _ object: inout ArchiveObject) -> ArchiveItem? {
        switch type {
        case "register": header(&object)
        case "term": term(&object)
        case "organization": organization(&object)
        case "member": member(&object)
        case "membership": membership(&object)
        case "account": account(&object)
        case "kind": kind(&object)
        case "rulebook": rulebook(&object)
        case "planItem": planItem(&object)
        case "end": end(&object)
        case "review": review(&object)
        case "objection": objection(&object)
        case _ where ArchiveYearItem.types.contains(type):
            years.item(type, &object, members: members, records: records)
        default: record(&object)
        }
    }

    private mutating func count(_ type: String) {
        switch type {
        case "end": return
        case "member": counted.members += 1
        case "record": counted.records += 1
        default: break
        }
        counted.lines += 1
    }

    private mutating func end(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let lines: Int = object.requiredNumber("lines"), let members: Int = object.requiredNumber("members"),
            let records: Int = object.requiredNumber("records")
        else { return nil }
        let stated = ArchiveEnd(lines: lines, members: members, records: records)
        end = (stated, line)
        return .end(stated)
    }

    // MARK: Lines

    private func header(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let version: Int = object.requiredNumber("version") else { return nil }
        if version > ArchiveHeader.currentVersion { object.note("version", "是更新的程序写的存档，请升级程序后再导入") }
        if version < 1 { object.note("version", "没有这个版本") }
        return .header(ArchiveHeader(version: version, committee: object.requiredText("committee")))
    }

    private mutating func term(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let number: Int = object.requiredNumber("number"), let days = days(&object) else { return nil }
        if !terms.insert(number).inserted { object.note("number", "重复") }
        return .term(Term(number: number, days: days))
    }

    private func days(_ object: inout ArchiveObject) -> DayRange? {
        guard let first = object.requiredDay("from"), let last = object.requiredDay("to") else { return nil }
        if let days = DayRange(first, last) { return days }
        object.note("to", "早于 from")
        return nil
    }

    private mutating func organization(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let id: UInt32 = object.requiredNumber("id"), let kind: OrganizationClass = object.word("class"),
            let term: Int = object.requiredNumber("term")
        else { return nil }
        if !organizations.insert(OrganizationID(rawValue: id)).inserted { object.note("id", "重复") }
        if !terms.contains(term) { object.note("term", "没有这一届") }
        return .organization(
            Organization(
                id: OrganizationID(rawValue: id), classification: kind, name: object.requiredText("name"), term: term,
                aliases: object.texts("aliases")))
    }

    private mutating func member(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let id: UInt32 = object.requiredNumber("id") else { return nil }
        let number = object.requiredText("number")
        let member = Member(
            id: MemberID(rawValue: id), number: number, name: object.requiredText("name"),
            sex: object.optionalWord("sex") ?? .unstated, ethnicity: object.text("ethnicity"),
            birthday: object.birthDate("birthday"), party: object.text("party"), unit: object.text("unit"),
            post: object.text("post"), phone: object.text("phone"), education: object.text("education"),
            note: object.text("note"))
        if !memberIDs.insert(member.id).inserted { object.note("id", "重复") }
        if members.updateValue(member.id, forKey: number) != nil { object.note("number", "重复") }
        return .member(member)
    }

    func known(_ key: String, _ object: inout ArchiveObject) -> MemberID? {
        let number = object.requiredText(key)
        if number.isEmpty { return nil }
        if let member = members[number] { return member }
        object.note(key, "没有这个委员编号")
        return nil
    }

    func body(_ key: String, _ object: inout ArchiveObject) -> OrganizationID? {
        guard let id: UInt32 = object.number(key) else { return nil }
        if !organizations.contains(OrganizationID(rawValue: id)) { object.note(key, "没有这个机构") }
        return OrganizationID(rawValue: id)
    }

    private mutating func membership(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let id: UInt32 = object.requiredNumber("id"), let member = known("member", &object),
            let _: UInt32 = object.requiredNumber("organization"), let body = body("organization", &object),
            let role: Role = object.word("role"), let from = object.requiredDay("from")
        else { return nil }
        if !memberships.insert(MembershipID(rawValue: id)).inserted { object.note("id", "重复") }
        let to = object.day("to")
        if let to, to < from { object.note("to", "早于 from") }
        return .membership(
            Membership(
                id: MembershipID(rawValue: id), member: member, organization: body, role: role, from: from, to: to))
    }

    private mutating func kind(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let code: UInt16 = object.requiredNumber("code"), let family: RecordFamily = object.word("family")
        else { return nil }
        let kind = ArchiveReader.kind(code, family, &object)
        if !(1...1023).contains(code) || !codes.insert(kind.code).inserted { object.note("code", "重复或不在 1 到 1023 之间") }
        if kinds.updateValue(kind, forKey: kind.key) != nil { object.note("key", "重复") }
        return .kind(kind)
    }

    static func kind(_ code: UInt16, _ family: RecordFamily, _ object: inout ArchiveObject) -> Kind {
        Kind(
            code: KindCode(rawValue: code), key: object.requiredText("key"), name: object.requiredText("name"),
            aliases: object.texts("aliases"), family: family, groups: object.texts("groups"),
            mandatory: object.flag("mandatory"), expects: object.word("expects") ?? .listed,
            isSensitive: object.flag("sensitive"), note: object.text("note"))
    }

    private mutating func rulebook(_ object: inout ArchiveObject) -> ArchiveItem? {
        let id = object.requiredText("id")
        if !rulebooks.insert(id).inserted { object.note("id", "重复") }
        return .rulebook(ArchivedRulebook(id: id, text: object.requiredText("text"), cases: object.text("cases")))
    }

    private mutating func planItem(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let id: UInt32 = object.requiredNumber("id"), let year: Int = object.requiredNumber("year"),
            let _: UInt32 = object.requiredNumber("sector"), let sector = body("sector", &object)
        else { return nil }
        if !planItems.insert(PlanItemID(rawValue: id)).inserted { object.note("id", "重复") }
        let month: UInt8 = object.count("month")
        if month > 12 { object.note("month", "应是 1 到 12") }
        return .planItem(
            PlanItem(
                id: PlanItemID(rawValue: id), sector: sector, year: year, month: month,
                topic: object.requiredText("topic"), lead: object.text("lead")))
    }

    // MARK: Records

    private mutating func record(_ object: inout ArchiveObject) -> ArchiveItem? {
        guard let id = object.recordID("id"), let days = days(&object) else { return nil }
        if !records.insert(id).inserted { object.note("id", "重复") }
        let key = object.requiredText("kind")
        guard let kind = kinds[key], var inner = object.nested("content") else {
            if kinds[key] == nil { object.note("kind", "没有这个类别") }
            return nil
        }
        let content = ArchiveContent.read(kind.family, from: &inner)
        if case .sectorActivity(let activity) = content, let item = activity.planItem, !planItems.contains(item) {
            inner.note("planItem", "没有这个计划项目")
        }
        for body in content.invitedBodies where !organizations.contains(body) {
            inner.note("invitations", "没有这个机构")
        }
        object.take(inner)
        let people = object.objects("people").compactMap { person($0, of: &object, held: content.halfDaysHeld) }
        let links = object.objects("links").compactMap { link($0, of: &object) }
        return .record(
            DutyRecord(
                id: id, kind: kind.code, number: object.text("number"), title: object.requiredText("title"), days: days,
                half: object.optionalWord("half"), place: object.text("place"), organizer: object.text("organizer"),
                organization: body("organization", &object), people: people, content: content, links: links,
                evidence: object.texts("evidence"), note: object.text("note"),
                review: object.optionalWord("review") ?? .approved,
                author: account("author", &object),
                quantities: quantities(&object), labels: object.texts("labels")))
    }

    private func person(_ inner: ArchiveObject, of object: inout ArchiveObject, held: UInt8?) -> Participation? {
        var inner = inner
        defer { object.take(inner) }
        guard let member = known("member", &inner), let person = ArchivePerson.read(&inner, member: member) else {
            return nil
        }
        if let held, person.halfDays > held { inner.note("halfDays", "多于举办的 \(held) 个半天") }
        return person
    }

    private func quantities(_ object: inout ArchiveObject) -> [Quantity] {
        var quantities: [Quantity] = []
        for var inner in object.objects("quantities") {
            if let unit: QuantityUnit = inner.word("unit"), let amount: UInt64 = inner.requiredNumber("thousandths") {
                if amount > Quantity.maximum { inner.note("thousandths", "太大") }
                if quantities.contains(where: { $0.unit == unit }) { inner.note("unit", "重复") }
                quantities.append(Quantity(unit, thousandths: amount))
            }
            object.take(inner)
        }
        return quantities
    }

    private mutating func link(_ inner: ArchiveObject, of object: inout ArchiveObject) -> RecordLink? {
        var inner = inner
        defer { object.take(inner) }
        guard let relation: RecordLink.Relation = inner.word("relation"), let record = inner.recordID("record") else {
            return nil
        }
        if wanted[record] == nil { wanted[record] = line }
        return RecordLink(relation, record)
    }
}
