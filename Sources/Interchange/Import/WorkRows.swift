import DutyModel
import Tabular

/// Sheets with one row a record: research, lectures, sector activities, opinion reports, other duties.
final class WorkRows: RowHandler {
    private let session: SheetSession
    private let reader: any WorkReader

    init(_ session: SheetSession, reader: any WorkReader) {
        self.session = session
        self.reader = reader
    }

    func take() throws {
        let work = WorkRow(session: session)
        guard let record = reader.record(work), session.isAcceptable else {
            session.end(.rejected)
            return
        }
        let source = RecordDesk.Source(
            file: session.summary.file, sheet: session.summary.sheet, row: session.row.number)
        let (draft, isMet) = try session.desk.records.open(
            record, heldIsStated: work.heldIsStated, source: source)
        let first = session.desk.records[draft].source
        if isMet, first.file == session.summary.file, first.sheet == session.summary.sheet {
            session.report(.doubtful, field: "title", "与第 \(first.row) 行重复（名称、日期相同）", "请只保留一行，或在名称里区别开")
            session.end(.doubtful)
            return
        }
        guard isFirstOfNumber(record, draft: draft) else {
            session.end(.rejected)
            return
        }
        if isMet { session.desk.records.merge(record, into: draft) }
        session.desk.records.setPeople(record.people, in: draft)
        session.end(session.desk.records.outcome(of: draft))
    }

    func finish() throws {}

    /// A number stands for one opinion report of its year.
    private func isFirstOfNumber(_ record: DutyRecord, draft: Int) -> Bool {
        guard record.content.family == .opinionReport, !record.number.isEmpty else { return true }
        let desk = session.desk
        let known = (try? desk.register.records(numbered: record.number)) ?? []
        let own = desk.records[draft].record.id
        let other = (desk.records.drafts(numbered: record.number).map(\.record) + known).first {
            $0.id != own && $0.kind == record.kind && $0.days.first.year == record.days.first.year
                && TitleText.folded($0.title) != TitleText.folded(record.title)
        }
        guard let other else { return true }
        session.report(.error, field: "number", "编号重复：这个号已是“\(other.title)”", "请核对编号")
        return false
    }
}

/// Makes the record of one row of one kind of sheet; nil after findings.
protocol WorkReader {
    func record(_ row: WorkRow) -> DutyRecord?
}

/// What the sheets with one row a record have in common.
struct WorkRow {
    let session: SheetSession

    /// Whether 半天数 or 上午, 全天 say how long it was.
    var heldIsStated: Bool {
        if !session.text("halfDays").isEmpty { return true }
        guard case .success(let reading) = session.reading(of: session.cell("date")) else { return false }
        return reading.halfDays != nil
    }

    func text(_ field: String) -> String { session.title(field) }

    /// Title, which must be there.
    func title() -> String? {
        let title = session.title("title")
        if title.isEmpty { session.report(.error, field: "title", "名称为空", "请填名称") }
        return title.isEmpty ? nil : title
    }

    /// When it was, which must be told. Where `isEvent` a month is not enough; else it is the whole month.
    func reading(isEvent: Bool) -> DateReading? {
        guard !session.cell("date").isEmpty else {
            session.report(.error, field: "date", "日期为空", "请填日期")
            return nil
        }
        if isEvent { return session.exactDate("date").flatMap { $0.monthOnly || !isPossible($0.days) ? nil : $0 } }
        guard var reading = session.date("date"), isPossible(reading.days) else { return nil }
        if reading.monthOnly {
            let (year, month, _) = reading.days.last.components
            let last = CivilDay(year: year, month: month, day: CivilDay.daysIn(month: month, year: year))
            reading.days = last.flatMap { DayRange(reading.days.first, $0) } ?? reading.days
        }
        return reading
    }

    private func isPossible(_ days: DayRange) -> Bool {
        session.desk.check(days) { session.report($0, field: "date", $1, $2) }
    }

    func people(
        _ field: String, numberField: String? = nil, part: Part, rest: Part? = nil, days: DayRange,
        status: AttendanceStatus = .present, isAttended: Bool = false
    ) -> [Participation] {
        let numberField = numberField.flatMap { session.layout.has($0) ? $0 : nil }
        let found = session.people(in: field, numberField: numberField, sector: session.sector(), days: days)
        return found.enumerated().map { place, person in
            var one = Participation(
                member: person.member, part: place == 0 ? part : rest ?? part, status: person.notes.status ?? status,
                invitedAs: person.notes.invitedAs ?? .member)
            if let own = person.notes.part, isAttended { one.part = own }
            if isAttended, one.status.wasThere { one.halfDays = RecordDesk.wholeCourse }
            return one
        }
    }

    /// Each person once, in the first part named.
    static func once(_ people: [Participation]) -> [Participation] {
        var seen: Set<MemberID> = []
        return people.filter { seen.insert($0.member).inserted }
    }

    /// What of a cell is meant: 县长批示 under 采用情况 is an instruction and no adoption.
    enum LevelUse { case all, adoption, instruction }

    /// Somebody on two lists of one row that cannot both be right.
    func reportTwice(_ people: [Participation], _ field: String) {
        var status: [MemberID: AttendanceStatus] = [:]
        for person in people {
            if let before = status[person.member], before != person.status {
                session.report(
                    .error, field: field, value: session.desk.people.described(person.member),
                    "同一人既列为\(before.label)又列为\(person.status.label)", "请只保留一处")
            }
            status[person.member] = person.status
        }
    }

    /// Members of other sectors at a sector's own activity are guests: worth a look.
    func reportGuests(_ people: [Participation], of sector: OrganizationID, on day: CivilDay) {
        let roster = session.desk.roster
        let guests = people.filter { person in
            let held = roster.memberships(of: person.member).filter {
                roster[$0.organization]?.classification == .sector
            }
            return !held.isEmpty && !held.contains { $0.organization == sector }
        }
        guard !guests.isEmpty, guests.count * 2 <= people.count || people.count == guests.count else { return }
        let names = guests.prefix(5).map { session.desk.people.described($0.member) }.joined(separator: "；")
        session.report(
            .notice, field: "attendees", value: "", "有 \(guests.count) 人不是\(roster[sector]?.name ?? "本界别")的委员：\(names)",
            "请核对；若是应邀参加，不必改")
    }

    /// Members named in a cell that is kept as text only.
    func reportNames(in field: String, besides people: [Participation]) {
        let known = Set(people.map(\.member))
        let pieces = session.text(field).split { "、，,;；\n ".contains($0) }.map { NameText($0).name }
        let named = pieces.flatMap { session.desk.roster.members(named: $0) }.filter { !known.contains($0.id) }
        guard let first = named.first else { return }
        session.report(
            .notice, field: field, "写到了委员“\(first.name)”等 \(named.count) 人，这一栏只作文字，没有记为参加", "若是听讲的委员，请写在“参加委员”栏")
    }

    func levels(_ field: String, _ use: LevelUse = .all) -> LevelSet {
        var text = session.text(field)
        if use != .all {
            let pieces = text.split { "、，,;；\n".contains($0) }
            text = pieces.filter { $0.contains("批示") == (use == .instruction) }.joined(separator: "、")
        }
        if let levels = LevelText.parse(text) { return levels }
        session.report(.error, field: field, "看不出是哪一级", "请写乡镇、县、市、省或国家，几级之间用顿号")
        return []
    }

    /// A head-count: 30, 30人, 约30人.
    func headcount(_ field: String) -> UInt32? {
        var text = TextFolding.withoutSpaces(TextFolding.halfWidth(session.text(field)))[...]
        guard !text.isEmpty else { return nil }
        for lead in ["约", "共", "近"] where text.hasPrefix(lead) { text = text.dropFirst() }
        for tail in ["余人", "多人", "人次", "人", "名"] where text.hasSuffix(tail) {
            text = text.dropLast(tail.count)
            break
        }
        if let number = ChineseNumber.parse(text), number < 10_000_000 { return UInt32(number) }
        session.report(.error, field: field, "不是人数", "请写整数")
        return nil
    }

    func held(_ reading: DateReading) -> UInt8? {
        let text = session.text("halfDays")
        let held = text.isEmpty ? reading.halfDaysHeld : ChineseNumber.parse(text) ?? 0
        if (1...200).contains(held), text.isEmpty || held <= reading.days.count * 3 { return UInt8(held) }
        session.report(.error, field: "halfDays", "半天数不合理", "请核对半天数和日期")
        return nil
    }

    /// The kind named in the row; where the row names none, the first of the family.
    func kind(_ field: String, family: RecordFamily) -> Kind? {
        let word = TextFolding.withoutSpaces(session.text(field))
        if let kind = session.desk.kinds.kind(named: word), kind.family == family { return kind }
        guard word.isEmpty else {
            let known = session.desk.kinds.kinds.filter { $0.family == family }.map(\.name).joined(separator: "、")
            session.report(.error, field: field, "没有“\(word)”这个类别", "请改为\(known)，或留空；新的类别先加进类别目录")
            return nil
        }
        let kind = session.desk.kind(of: family)
        if kind == nil { session.report(.error, field: "title", "类别目录里没有这一类", "请检查类别目录") }
        return kind
    }

    /// The sector of the row; a finding where it is none, or where it must be told and is not.
    func sector(on day: CivilDay, isRequired: Bool) -> OrganizationID? {
        let name = session.sector()
        if let sector = session.desk.sector(named: name, on: day) { return sector.id }
        guard isRequired else { return nil }
        let known = session.desk.sectorNames(on: day).joined(separator: "、")
        session.report(.error, field: "sector", value: name, name.isEmpty ? "界别为空" : "没有这个界别（有：\(known)）", "请填名册里的界别名称")
        return nil
    }

    /// The adoptions of levels whose day or body the row tells.
    func adoptions(_ levels: LevelSet, isInstruction: Bool, dayField: String, byField: String) -> [Adoption] {
        let day = session.cell(dayField).isEmpty ? nil : session.day(dayField)
        let by = text(byField)
        guard day != nil || !by.isEmpty else { return [] }
        return LevelSet.named.filter { levels.contains($0.level) }.map {
            Adoption($0.level, isInstruction: isInstruction, day: day, by: by)
        }
    }

    private static let quantityFields: [(field: String, unit: QuantityUnit)] = [
        ("characters", .characters), ("yuan", .yuan), ("hours", .hours), ("served", .people),
    ]

    /// 字数, 金额, 时长: with the unit in the cell, or the heading's own.
    private func quantities() -> [Quantity] {
        WorkRow.quantityFields.compactMap { field, unit in
            let text = TextFolding.withoutSpaces(TextFolding.halfWidth(session.text(field)))
            if text.isEmpty { return nil }
            let quantity = Quantity(text) ?? Quantity(text + unit.label)
            if let quantity, quantity.unit == unit { return quantity }
            session.report(.error, field: field, "看不出是多少", "请写数和单位，如 3000\(unit.label)")
            return nil
        }
    }

    func record(_ kind: Kind, title: String, days: DayRange, content: RecordContent) -> DutyRecord {
        DutyRecord(
            id: RecordID(rawValue: 0), kind: kind.code, number: session.text("number"), title: title, days: days,
            place: text("place"), organizer: text("organizer"), content: content,
            evidence: Evidence.list(text("evidence")), note: text("note"), quantities: quantities(),
            labels: session.text("labels").split { "、，,;；\n ".contains($0) }.map(String.init))
    }
}
