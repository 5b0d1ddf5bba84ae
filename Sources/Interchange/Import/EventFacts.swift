import DutyModel

/// What sheets say of one event, before it is a record.
struct EventFacts {
    var title = ""
    /// 类别 as written.
    var kindWord = ""
    /// Whether `kindWord` was meant as one: a heading over several events need not be.
    var kindIsTold = true
    var reading: DateReading
    var place = ""
    var organizer = ""
    var session = ""
    /// Half-days held where a sheet says so.
    var held: Int?
    var mandatory: Bool?
    var expected: Int?
    var present: Int?
    /// 备注, 议题.
    var note = ""
    /// A sector named beside it.
    var sector = ""
    /// Agenda, parties, outcome and the like.
    var details = EventDetails()

    /// Why there is no event in it.
    struct Problem {
        var field: String
        var severity: Finding.Severity
        var clause: String
        var remedy: String
    }
}

/// Makes records of events.
struct EventMaker {
    let desk: PlanDesk

    /// Opens the draft of an event. `complain` takes what is wrong or worth saying; nil after an error.
    func open(
        _ facts: EventFacts, source: RecordDesk.Source, complain: (EventFacts.Problem) -> Void
    ) throws -> Int? {
        let isPossible = desk.check(facts.reading.days) { severity, clause, remedy in
            complain(.init(field: "date", severity: severity, clause: clause, remedy: remedy))
        }
        guard isPossible, let kind = kind(of: facts, complain) else { return nil }
        guard let body = body(of: facts, kind: kind, complain) else { return nil }
        let held = facts.held ?? facts.reading.halfDaysHeld
        guard (1...200).contains(held), held <= facts.reading.days.count * 3 || facts.held == nil else {
            complain(
                .init(
                    field: "halfDaysHeld", severity: .error, clause: "\(facts.reading.days.count) 天里不会有 \(held) 个半天",
                    remedy: "请核对半天数和日期"))
            return nil
        }
        let record = DutyRecord(
            id: RecordID(rawValue: 0), kind: kind.code, title: facts.title, days: facts.reading.days,
            half: held == 1 ? facts.reading.half?.part : nil, place: facts.place, organizer: facts.organizer,
            organization: body.id,
            content: content(of: facts, kind: kind, held: UInt8(held)), note: facts.note)
        if facts.held == nil, facts.reading.halfDays == nil, facts.reading.days.count > 7 {
            complain(
                .init(
                    field: "date", severity: .notice, clause: "前后 \(facts.reading.days.count) 天，按 \(held) 个半天计",
                    remedy: "若不是天天开，请写明半天数"))
        }
        let isStated = facts.held != nil || facts.reading.halfDays != nil
        let (draft, isMet) = try desk.records.open(record, heldIsStated: isStated, source: source)
        return compareOrganizers(facts, draft: draft, isMet: isMet, complain) ? draft : nil
    }

    private func content(of facts: EventFacts, kind: Kind, held: UInt8) -> RecordContent {
        let online = ["线上", "视频会议", "网络"].contains { facts.place.contains($0) || facts.title.contains($0) }
        switch kind.family {
        case .lecture:
            return .lecture(
                LectureContent(
                    publicHeadcount: facts.details.publicHeadcount, online: online, halfDaysHeld: held))
        case .sectorActivity:
            return .sectorActivity(
                SectorActivityContent(
                    publicHeadcount: facts.details.publicHeadcount, halfDaysHeld: held, outcome: facts.details.outcome))
        default:
            let session = SessionText.parse(facts.session) ?? SessionText.parse(facts.title)
            return .event(
                EventContent(
                    halfDaysHeld: held, mandatory: facts.mandatory ?? kind.mandatory, online: online,
                    session: session.map(\.written) ?? facts.session,
                    reportedExpected: facts.expected.map { UInt32(clamping: $0) },
                    reportedPresent: facts.present.map { UInt32(clamping: $0) }, details: facts.details))
        }
    }

    private func kind(of facts: EventFacts, _ complain: (EventFacts.Problem) -> Void) -> Kind? {
        let guess = KindGuess(kinds: desk.kinds)
        if facts.kindIsTold, !guess.isKnown(facts.kindWord) {
            let near = guess.nearest(to: facts.kindWord).joined(separator: "、")
            complain(
                .init(
                    field: "eventKind", severity: .error, clause: "没有“\(facts.kindWord)”这个类别",
                    remedy: "请改为认识的类别（如\(near)），或留空，由名称判断"))
            return nil
        }
        if let kind = guess.kind(word: facts.kindWord, title: facts.title) { return kind }
        if let word = desk.options.eventKind, let kind = desk.kinds.kind(named: word) { return kind }
        if let kind = guess.remainder(word: facts.kindWord, title: facts.title) {
            complain(
                .init(
                    field: facts.kindWord.isEmpty ? "eventTitle" : "eventKind", severity: .notice,
                    clause: "看不出类别，按“\(kind.name)”处理", remedy: "若不对，请写明“类别”"))
            return kind
        }
        let known = guess.names.prefix(12).joined(separator: "、")
        complain(
            .init(
                field: facts.kindWord.isEmpty ? "eventTitle" : "eventKind", severity: .doubtful,
                clause: "看不出是哪一类会议或活动", remedy: "请写明“类别”（\(known)等），或用 --event-kind 指明"))
        return nil
    }

    /// The sector of a sector's activity; nothing for other events.
    private func body(
        of facts: EventFacts, kind: Kind, _ complain: (EventFacts.Problem) -> Void
    ) -> (id: OrganizationID?, Void)? {
        guard kind.family == .sectorActivity else { return (nil, ()) }
        let day = facts.reading.days.first
        for word in [facts.sector, facts.organizer] {
            if let sector = desk.sector(named: word, on: day) { return (sector.id, ()) }
        }
        let inTitle = desk.sectorNames(on: day).filter { facts.title.contains($0) || facts.organizer.contains($0) }
        if inTitle.count == 1, let sector = desk.sector(named: inTitle[0], on: day) { return (sector.id, ()) }
        complain(
            .init(field: "organizer", severity: .error, clause: "看不出是哪个界别的活动", remedy: "请在“组织单位”写明界别名称"))
        return nil
    }

    /// Two events of one name on one day by different organisers are likelier two than one.
    private func compareOrganizers(
        _ facts: EventFacts, draft: Int, isMet: Bool, _ complain: (EventFacts.Problem) -> Void
    ) -> Bool {
        let other = isMet ? desk.records[draft].record.organizer : desk.records[draft].existing?.organizer ?? ""
        let (mine, theirs) = (TitleText.folded(facts.organizer), TitleText.folded(other))
        guard !mine.isEmpty, !theirs.isEmpty, !mine.contains(theirs), !theirs.contains(mine) else { return true }
        complain(
            .init(
                field: "organizer", severity: .doubtful, clause: "同一天有同名的活动，组织单位是“\(other)”",
                remedy: "若是同一次，请写成一样的组织单位；若是两次，请在名称里区别开"))
        return false
    }
}

/// Tells the kind of an event from its 类别 and its title.
struct KindGuess {
    let kinds: KindCatalogue

    private var events: [Kind] {
        kinds.kinds.filter { [.event, .lecture, .sectorActivity].contains($0.family) }
    }

    var names: [String] { events.map(\.name) }

    /// Whether a word for the kind says anything: a kind, a group of kinds, a kind with words around it.
    func isKnown(_ word: String) -> Bool {
        let word = TextFolding.withoutSpaces(word)
        if word.isEmpty || ["其他", "其它", "会议", "活动", "会议活动", "会议、活动"].contains(word) { return true }
        return !kinds.codes(for: word).isEmpty || longest(in: word) != nil || kinds.kind(named: "其他" + word) != nil
    }

    /// The kinds that share most characters with a word, for a suggestion; common ones where none does.
    func nearest(to word: String) -> [String] {
        let wanted = Set(word)
        let scored = names.enumerated().map { (score: wanted.intersection($1).count, place: $0, name: $1) }
        return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(5).map(\.name)
    }

    /// By the word for the kind, else by the longest name of a kind in the title, else a numbered session.
    func kind(word: String, title: String) -> Kind? {
        let word = TextFolding.withoutSpaces(word)
        if let kind = kinds.kind(named: word), events.contains(where: { $0.code == kind.code }) { return kind }
        if kinds.codes(for: word).isEmpty, let kind = longest(in: word) { return kind }
        if let kind = longest(in: TextFolding.withoutSpaces(title)) { return kind }
        guard SessionText.parse(title)?.session != nil, title.contains("次会议") else { return nil }
        let isStanding = title.contains("常务委员会") || title.contains("常委")
        return events.first { $0.expects == (isStanding ? .standingMembers : .everyMember) }
    }

    /// 其他会议 or 其他活动, where that much can be told.
    func remainder(word: String, title: String) -> Kind? {
        let word = TextFolding.withoutSpaces(word)
        if !word.isEmpty { return kinds.kind(named: "其他" + word) }
        if title.hasSuffix("会") || title.hasSuffix("会议") { return kinds.kind(named: "其他会议") }
        return title.hasSuffix("活动") ? kinds.kind(named: "其他活动") : nil
    }

    private func longest(in text: String) -> Kind? {
        guard !text.isEmpty else { return nil }
        var best: (length: Int, kind: Kind)?
        for kind in events {
            for word in [kind.name] + kind.aliases where word.count > best?.length ?? 1 && text.contains(word) {
                best = (word.count, kind)
            }
        }
        return best?.kind
    }
}
