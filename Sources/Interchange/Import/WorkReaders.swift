import DutyModel

/// 调研成果.
struct ResearchReader: WorkReader {
    func record(_ row: WorkRow) -> DutyRecord? {
        guard let title = row.title(), let kind = row.kind("kind", family: .research) else { return nil }
        guard let days = row.reading(isEvent: false)?.days else { return nil }
        let adopted = row.levels("adopted", .adoption)
        let instructed = row.levels("instructed").union(row.levels("adopted", .instruction))
        let content = ResearchContent(
            sites: row.text("place"), report: row.text("report"), adopted: adopted, instructed: instructed,
            adoptions: row.adoptions(adopted, instructed))
        var record = row.record(kind, title: title, days: days, content: .research(content))
        record.place = ""
        let drafters = row.people("drafter", part: .drafter, days: days)
        record.people = WorkRow.once(drafters + row.people("team", part: .teamMember, days: days))
        return record
    }
}

/// 委员讲堂.
struct LectureReader: WorkReader {
    func record(_ row: WorkRow) -> DutyRecord? {
        guard let title = row.title(), let kind = row.kind("kind", family: .lecture) else { return nil }
        guard let reading = row.reading(isEvent: true), let held = row.held(reading) else { return nil }
        let mode = row.text("mode")
        let online = ["线上", "网络", "视频", "直播"].contains { mode.contains($0) || row.text("place").contains($0) }
        let content = LectureContent(
            audience: row.text("audience"), publicHeadcount: row.headcount("headcount") ?? 0, online: online,
            halfDaysHeld: held)
        var record = row.record(kind, title: title, days: reading.days, content: .lecture(content))
        let speakers = row.people(
            "speaker", numberField: "speakerNumber", part: .speaker, days: reading.days, isAttended: true)
        if speakers.isEmpty, row.session.isAcceptable {
            row.session.report(.error, field: "speaker", "没有主讲人", "请填主讲人")
        }
        let listeners = row.people("listeners", part: .listener, days: reading.days, isAttended: true)
        row.reportNames(in: "audience", besides: speakers + listeners)
        record.people = WorkRow.once(speakers + listeners)
        return record
    }
}

/// 界别活动.
struct ActivityReader: WorkReader {
    func record(_ row: WorkRow) -> DutyRecord? {
        guard let title = row.title(), let kind = row.kind("kind", family: .sectorActivity) else { return nil }
        guard let reading = row.reading(isEvent: true), let held = row.held(reading) else { return nil }
        guard let sector = row.sector(on: reading.days.first, isRequired: true) else { return nil }
        let content = SectorActivityContent(
            planItem: planItem(row, sector: sector, year: reading.days.first.year),
            publicHeadcount: row.headcount("headcount") ?? 0, halfDaysHeld: held, outcome: row.text("outcome"))
        var record = row.record(kind, title: title, days: reading.days, content: .sectorActivity(content))
        record.organization = sector
        record.people = people(row, sector: sector, days: reading.days)
        return record
    }

    private func people(_ row: WorkRow, sector: OrganizationID?, days: DayRange) -> [Participation] {
        var people = row.people("attendees", part: .attendee, days: days, isAttended: true)
        let there = people.count { $0.status.wasThere }
        for (field, status) in [("excused", AttendanceStatus.excused), ("absent", .absent)] {
            people += row.people(field, part: .attendee, days: days, status: status)
        }
        row.reportTwice(people, "excused")
        if let sector { row.reportGuests(people, of: sector, on: days.first) }
        if let told = row.headcount("reportedPresent"), Int(told) != there {
            row.session.report(.notice, field: "reportedPresent", "写的是 \(told) 人，列出的是 \(there) 人", "请核对")
        }
        return WorkRow.once(people)
    }

    /// The item of the sector's plan the row names; a notice where there is none like it.
    private func planItem(_ row: WorkRow, sector: OrganizationID, year: Int) -> PlanItemID? {
        let text = row.text("planItem")
        guard !text.isEmpty, YesNo.parse(text) == nil else { return nil }
        let wanted = TitleText.folded(text)
        let items = row.session.desk.planItems.filter { $0.sector == sector && $0.year == year }
        let exact = items.first { TitleText.folded($0.topic) == wanted }
        let near = items.filter { TitleText.resemble(TitleText.folded($0.topic), wanted) }
        if let item = exact ?? (near.count == 1 ? near.first : nil) { return item.id }
        row.session.report(.notice, field: "planItem", "本界别 \(year) 年的协商计划里没有这一项，未建立关联", "请先导入年度协商计划，或核对题目")
        return nil
    }
}

/// 社情民意信息.
struct OpinionReader: WorkReader {
    func record(_ row: WorkRow) -> DutyRecord? {
        guard let title = row.title(), let kind = row.kind("kind", family: .opinionReport) else { return nil }
        guard let days = row.reading(isEvent: false)?.days else { return nil }
        var adopted = row.levels("adopted", .adoption)
        for (field, level) in OpinionReader.levelFields {
            let text = row.session.text(field)
            if !text.isEmpty, YesNo.parse(text) ?? !text.hasPrefix("未") { adopted.formUnion(level) }
        }
        let instructed = row.levels("instructed").union(row.levels("adopted", .instruction))
        let content = OpinionReportContent(
            adopted: adopted, instructed: instructed, adoptions: row.adoptions(adopted, instructed))
        var record = row.record(kind, title: title, days: days, content: .opinionReport(content))
        let first = row.session.layout.has("authors") ? "authors" : "firstAuthor"
        let authors = row.people(first, numberField: "authorNumber", part: .author, rest: .coAuthor, days: days)
        if authors.isEmpty, row.session.isAcceptable {
            row.session.report(.error, field: first, "没有作者", "请填反映人")
        }
        record.people = WorkRow.once(authors + row.people("coAuthors", part: .coAuthor, days: days))
        return record
    }

    private static let levelFields: [(String, LevelSet)] = [
        ("adoptedTownship", .township), ("adoptedCounty", .county), ("adoptedPrefecture", .prefecture),
        ("adoptedProvince", .province), ("adoptedNation", .nation),
    ]
}

/// 大会发言, 稿件, 表彰, 公益服务: one sheet with a column 类别.
struct DutyReader: WorkReader {
    func record(_ row: WorkRow) -> DutyRecord? {
        guard let title = row.title(), let kind = kind(row) else { return nil }
        guard let days = row.reading(isEvent: false)?.days else { return nil }
        guard let content = content(row, family: kind.family) else { return nil }
        var record = row.record(kind, title: title, days: days, content: content)
        let (part, rest) = DutyReader.parts(kind.family)
        let told = PartWords.part(row.text("part"))
        record.people = row.people(
            "members", numberField: "memberNumber", part: told ?? part, rest: told ?? rest, days: days)
        if record.people.isEmpty, kind.family != .programme, row.session.isAcceptable {
            row.session.report(.error, field: "members", "没有委员", "请填委员姓名")
        }
        return record
    }

    private static let families: [RecordFamily] = [.speech, .publication, .commendation, .publicService, .programme]

    private static func parts(_ family: RecordFamily) -> (Part, Part) {
        switch family {
        case .commendation: (.recipient, .recipient)
        case .publicService: (.doer, .doer)
        case .programme: (.organizer, .organizer)
        default: (.author, .coAuthor)
        }
    }

    /// By the row's 类别, else by the title of the sheet; a finding where neither says.
    private func kind(_ row: WorkRow) -> Kind? {
        let kinds = row.session.desk.kinds.kinds.filter { DutyReader.families.contains($0.family) }
        let word = TextFolding.withoutSpaces(row.session.text("kind"))
        if let kind = row.session.desk.kinds.kind(named: word), kinds.contains(where: { $0.code == kind.code }) {
            return kind
        }
        let titles = row.session.layout.titles + [row.session.summary.sheet, row.session.summary.file]
        for text in word.isEmpty ? titles : [word] {
            let matches = kinds.flatMap { kind in ([kind.name] + kind.aliases).map { ($0, kind) } }
            let longest = matches.filter { $0.0.count > 1 && text.contains($0.0) }.max { $0.0.count < $1.0.count }
            if let longest { return longest.1 }
        }
        let known = kinds.map(\.name).joined(separator: "、")
        row.session.report(.error, field: "kind", word.isEmpty ? "类别为空" : "不认识的类别", "请写其中之一：\(known)")
        return nil
    }

    private func content(_ row: WorkRow, family: RecordFamily) -> RecordContent? {
        switch family {
        case .speech:
            let mode = row.text("speechMode")
            if !mode.isEmpty, !["口头", "书面"].contains(where: mode.contains) {
                row.session.report(.error, field: "speechMode", "不是口头也不是书面", "请写口头或书面")
            }
            return .speech(SpeechContent(oral: mode.contains("口头"), meeting: row.text("meeting")))
        case .publication:
            return .publication(PublicationContent(medium: row.text("medium"), level: row.levels("level")))
        case .commendation:
            return .commendation(CommendationContent(grantedBy: row.text("grantedBy"), level: row.levels("level")))
        case .publicService:
            return .publicService(
                PublicServiceContent(
                    beneficiary: row.text("beneficiary"), project: row.text("project"), outcome: row.text("outcome")))
        case .programme:
            return .programme(ProgrammeContent(schedule: row.text("schedule"), outcome: row.text("outcome")))
        default: return nil
        }
    }
}

extension WorkRow {
    fileprivate func adoptions(_ adopted: LevelSet, _ instructed: LevelSet) -> [Adoption] {
        adoptions(adopted, isInstruction: false, dayField: "adoptedDay", byField: "adoptedBy")
            + adoptions(instructed, isInstruction: true, dayField: "instructedDay", byField: "instructedBy")
    }
}
