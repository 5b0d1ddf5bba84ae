internal import DutyModel
internal import MarkedYAML

/// Reads one line of facts in plain words and makes the duty record that an office would have entered.
struct CaseRecordReader {
    let catalogue: KindCatalogue
    let findings: FindingList

    /// The member whom cases are about.
    static let member = MemberID(rawValue: 1)

    func read(_ node: MarkedNode) -> CaseRecord? {
        guard let fields = head(node) else { return nil }
        var reader = fields
        defer { reader.finish() }
        guard let word = reader.requiredText("类别") else { return nil }
        guard let kind = catalogue.kind(named: word) else {
            findings.addUnknown(word, as: "类别", known: catalogue.kinds.map(\.name), at: reader.mark(of: "类别"))
            return nil
        }
        let times = reader.integer("次数", in: 0...366) ?? 1
        let day = day("日期", &reader)
        let content = content(of: kind, &reader)
        let record = DutyRecord(
            id: RecordID(rawValue: 0), kind: kind.code, title: kind.name, days: DayRange(.firstDay(ofYear: 2000)),
            people: people(&reader, kind: kind, content: content), content: content, links: links(&reader),
            evidence: reader.flag("佐证") == true ? ["佐证"] : [], quantities: quantities(&reader),
            labels: reader.words("标签").map(\.text))
        return CaseRecord(times: times, day: day, record: record, work: work(&reader), mark: node.mark)
    }

    /// A bare word is a record of that kind and nothing more.
    private func head(_ node: MarkedNode) -> FieldReader? {
        guard node.scalar != nil else { return FieldReader(node, as: "记录", findings: findings) }
        let field = MarkedNode.Field(key: "类别", keyMark: node.mark, value: node)
        return FieldReader(MarkedNode(mark: node.mark, content: .mapping([field])), as: "记录", findings: findings)
    }

    private func day(_ key: String, _ fields: inout FieldReader) -> CivilDay? {
        fields.take(key).flatMap { day($0, as: key) }
    }

    private func day(_ node: MarkedNode, as key: String) -> CivilDay? {
        if let day = node.scalar.flatMap({ CivilDay(iso: $0) }) { return day }
        findings.add("“\(key)”应写成 2024-03-05，这里是\(node.described)", at: node)
        return nil
    }

    private func links(_ fields: inout FieldReader) -> [RecordLink] {
        var links: [RecordLink] = []
        if fields.flag("调研基础") == true { links.append(RecordLink(.basedOn, RecordID(rawValue: 9_999))) }
        if case "是"? = fields.take("同一成果")?.scalar { links.append(RecordLink(.sameWork, RecordID(rawValue: 9_998))) }
        return links
    }

    /// 同一成果: 是, 否, or a name that the records of one work share.
    private func work(_ fields: inout FieldReader) -> String {
        guard let node = fields.take("同一成果") else { return "" }
        guard let word = node.scalar, !word.isEmpty else {
            findings.add("“同一成果”应写“是”“否”，或几条记录共用的一个名字，这里是\(node.described)", at: node)
            return ""
        }
        return ["是", "否", "true", "false"].contains(word) ? "" : word
    }

    private func quantities(_ fields: inout FieldReader) -> [Quantity] {
        (fields.take("数量")?.each ?? []).compactMap { node in
            if let quantity = node.scalar.flatMap({ Quantity($0) }) { return quantity }
            findings.add("“数量”应写数量和单位，如 3000字，这里是\(node.described)", at: node)
            return nil
        }
    }

    // MARK: People

    /// The member at their place among those who signed or wrote; others fill the rest.
    private func people(_ fields: inout FieldReader, kind: Kind, content: RecordContent) -> [Participation] {
        let part = word("身份", in: &fields, from: RuleWords.parts) ?? CaseRecordReader.usualPart(of: kind.family)
        let status = word("状态", in: &fields, from: RuleWords.statuses)?.first ?? .present
        let invited = word("邀请", in: &fields, from: RuleWords.invitations) ?? .member
        let confirmed = fields.flag("确认") ?? true
        let halfDays = fields.integer("到会半天", in: 0...255) ?? 0
        let isLater = part == .coSigner || part == .coAuthor
        let place = fields.integer("第几位", in: 1...255) ?? (isLater ? 2 : 1)
        let count = max(place, fields.integer("人数", in: 1...255) ?? place)
        let own = Participation(
            member: CaseRecordReader.member, part: part, status: status, invitedAs: invited,
            halfDays: UInt8(halfDays), confirmed: confirmed, details: details(&fields))
        let isSigned = kind.family == .proposal
        return (1...count).map { position in
            if position == place { return own }
            let other: Part =
                isSigned ? (position == 1 ? .firstSigner : .coSigner) : (position == 1 ? .author : .coAuthor)
            return Participation(member: MemberID(rawValue: UInt32(1000 + position)), part: other)
        }
    }

    /// 事由 of leave.
    private func details(_ fields: inout FieldReader) -> AttendanceDetails {
        guard let reason = fields.text("事由") else { return AttendanceDetails() }
        return AttendanceDetails(leave: Leave(reason: reason))
    }

    private static func usualPart(of family: RecordFamily) -> Part {
        switch family {
        case .event, .sectorActivity: .attendee
        case .lecture: .listener
        case .proposal: .firstSigner
        case .research: .teamMember
        case .opinionReport, .publication, .speech: .author
        case .commendation: .recipient
        case .publicService: .doer
        case .programme: .organizer
        }
    }

    private func word<Value>(_ key: String, in fields: inout FieldReader, from known: [(String, Value)]) -> Value? {
        words(key, in: &fields, from: known).first
    }

    private func words<Value>(_ key: String, in fields: inout FieldReader, from known: [(String, Value)]) -> [Value] {
        fields.words(key).compactMap { word, mark in
            let plain = String(word.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 })
            if let found = known.first(where: { $0.0 == plain }) { return found.1 }
            findings.addUnknown(word, as: key, known: known.map(\.0), at: mark)
            return nil
        }
    }

    // MARK: Content

    private func content(of kind: Kind, _ fields: inout FieldReader) -> RecordContent {
        switch kind.family {
        case .event:
            let held = UInt8(fields.integer("共几个半天", in: 1...60) ?? 1)
            let mandatory = fields.flag("必须参加") ?? kind.mandatory
            let online = fields.flag("线上") ?? false
            return .event(EventContent(halfDaysHeld: held, mandatory: mandatory, online: online))
        case .lecture: return .lecture(LectureContent(online: fields.flag("线上") ?? false))
        case .sectorActivity:
            let item = fields.flag("计划内") == true ? PlanItemID(rawValue: 1) : nil
            let held = UInt8(fields.integer("共几个半天", in: 1...60) ?? 1)
            return .sectorActivity(SectorActivityContent(planItem: item, halfDaysHeld: held))
        case .proposal: return .proposal(proposal(&fields))
        case .research:
            return .research(
                ResearchContent(
                    adopted: levels("采用级别", &fields), instructed: levels("批示级别", &fields),
                    adoptedOn: day("采用日期", &fields), instructedOn: day("批示日期", &fields)))
        case .opinionReport:
            return .opinionReport(
                OpinionReportContent(
                    adopted: levels("采用级别", &fields), instructed: levels("批示级别", &fields),
                    adoptedOn: day("采用日期", &fields), instructedOn: day("批示日期", &fields)))
        case .speech: return .speech(SpeechContent(oral: fields.flag("口头") ?? false))
        case .publication:
            return .publication(
                PublicationContent(level: levels("级别", &fields), publishedOn: day("刊发日期", &fields)))
        case .commendation: return .commendation(CommendationContent(level: levels("级别", &fields)))
        case .publicService: return .publicService(PublicServiceContent())
        case .programme: return .programme(ProgrammeContent())
        }
    }

    private func levels(_ key: String, _ fields: inout FieldReader) -> LevelSet {
        words(key, in: &fields, from: RuleWords.levels).reduce(into: []) { $0.formUnion($1) }
    }

    private func proposal(_ fields: inout FieldReader) -> ProposalContent {
        let stages = stages(&fields)
        let honours = words("荣誉", in: &fields, from: RuleWords.honours)
        let mode = word("形式", in: &fields, from: RuleWords.modes) ?? .individual
        return ProposalContent(
            mode: mode, duringSession: fields.flag("会间") ?? true, stages: stages,
            honours: honours.reduce(into: []) { $0.formUnion($1) },
            satisfaction: fields.flag("满意") == true ? .satisfied : .unstated,
            honoursLevel: levels("荣誉级别", &fields), honouredOn: day("评选日期", &fields),
            instructed: levels("批示级别", &fields), instructedOn: day("批示日期", &fields))
    }

    /// 环节: words, or {立案: 2024-03-20, 办结: 2024-09-01}.
    private func stages(_ fields: inout FieldReader) -> [ProposalStageEntry] {
        guard let written = fields.take("环节")?.mapping else {
            return words("环节", in: &fields, from: RuleWords.stages).map { ProposalStageEntry($0) }
        }
        return written.compactMap { field in
            guard let stage = RuleWords.stages.first(where: { $0.0 == field.key })?.1 else {
                findings.addUnknown(field.key, as: "环节", known: RuleWords.stages.map(\.0), at: field.keyMark)
                return nil
            }
            return ProposalStageEntry(stage, day: day(field.value, as: field.key))
        }
    }
}
