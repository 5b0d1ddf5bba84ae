public import DutyModel
public import Tabular

/// One record in full: its fields, and its people.
public enum RecordSheet {
    public static func document(of record: DutyRecord, names: RecordNames) -> ReportDocument {
        let fields = common(record, names) + particular(record)
        let people = people(of: record, names: names)
        var json = JSONObject()
        json.append("id", .string(String(record.id.rawValue)))
        json.append("kind", .string(names.kinds[record.kind]?.key ?? ""))
        json.append("number", .string(record.number))
        json.append("title", .string(record.title))
        json.append("from", .string("\(record.days.first)"))
        json.append("to", .string("\(record.days.last)"))
        json.append("half", .string(record.half?.label ?? ""))
        json.append("place", .string(record.place))
        json.append("organization", .string(names.body(of: record)))
        json.append("people", .array(record.people.map { person($0, names) }))
        json.append("fields", .object(fieldsObject(particular(record))))
        json.append(
            "linkedFrom",
            .array(
                names.linking.map {
                    [
                        "relation": .string($0.relation.passive), "date": .string($0.when), "title": .string($0.title),
                    ]
                }))
        var tables = [TableDocument.fields(title: record.title, fields)]
        tables += details(record)
        if !record.people.isEmpty { tables.append(people) }
        if case .proposal(let content) = record.content, !content.stages.isEmpty { tables.append(stages(content)) }
        if !names.linking.isEmpty { tables.append(linking(names)) }
        return ReportDocument(tables: tables, json: .object(json), lines: [.object(json)])
    }

    private static func fieldsObject(_ fields: [(name: String, value: String)]) -> JSONObject {
        var object = JSONObject()
        for field in fields where !field.value.isEmpty { object[field.name] = .string(field.value) }
        return object
    }

    private static func person(_ person: Participation, _ names: RecordNames) -> JSONValue {
        [
            "number": .string(names.number(person.member)), "name": .string(names.name(person.member)),
            "part": .string(person.part.label), "status": .string(person.status.label),
            "invitedAs": .string(person.invitedAs.label), "halfDays": .integer(Int(person.halfDays)),
            "confirmed": .bool(person.confirmed), "note": .string(person.note),
        ]
    }

    private static func common(_ record: DutyRecord, _ names: RecordNames) -> [(name: String, value: String)] {
        [
            ("记录号", String(record.id.rawValue)), ("种类", names.kind(of: record)), ("编号", record.number),
            ("日期", RecordWords.when(record)), ("地点", record.place), ("组织单位", record.organizer),
            ("所属", names.body(of: record)), ("实到/应到", presence(record)),
            ("依据的调研", linked(record, .basedOn, names)), ("同一成果", linked(record, .sameWork, names)),
            ("承接", linked(record, .follows, names)), ("属于", linked(record, .partOf, names)),
            ("佐证", record.evidence.joined(separator: "、")), ("备注", record.note),
            ("审核", record.review == .approved ? "" : "\(record.review.label)，未计分"),
        ]
    }

    private static func linked(
        _ record: DutyRecord, _ relation: RecordLink.Relation, _ names: RecordNames
    ) -> String {
        record.links.filter { $0.relation == relation }
            .map { names.links[$0.record] ?? "记录 \($0.record.rawValue)" }.joined(separator: "、")
    }

    private static func presence(_ record: DutyRecord) -> String {
        switch record.content.family {
        case .event, .lecture, .sectorActivity: RecordWords.presence(record)
        default: ""
        }
    }

    /// What only this family has.
    private static func particular(_ record: DutyRecord) -> [(name: String, value: String)] {
        switch record.content {
        case .event(let content):
            [
                ("半天数", String(content.halfDaysHeld)), ("必须参加", content.mandatory ? "是" : ""),
                ("线上", content.online ? "是" : ""), ("会次", content.session),
                ("报告应到", content.reportedExpected.map(String.init) ?? ""),
                ("报告实到", content.reportedPresent.map(String.init) ?? ""),
            ] + particular(content.details)
        case .proposal(let content): proposal(content)
        case .research(let content):
            [
                ("调研地点", content.sites), ("报告", content.report), ("采纳", RecordWords.levels(content.adopted)),
                ("批示", RecordWords.levels(content.instructed)),
            ]
        case .lecture(let content):
            [
                ("受众", content.audience), ("群众人数", count(content.publicHeadcount)),
                ("半天数", String(content.halfDaysHeld)), ("线上", content.online ? "是" : ""),
            ]
        case .sectorActivity(let content):
            [
                ("计划项目", content.planItem.map { String($0.rawValue) } ?? ""),
                ("群众人数", count(content.publicHeadcount)), ("半天数", String(content.halfDaysHeld)),
                ("活动成效", content.outcome),
            ]
        case .opinionReport(let content):
            [("采用", RecordWords.levels(content.adopted)), ("批示", RecordWords.levels(content.instructed))]
        case .speech(let content): [("形式", content.oral ? "口头" : "书面"), ("会议", content.meeting)]
        case .publication(let content): [("媒体", content.medium), ("级别", RecordWords.levels(content.level))]
        case .commendation(let content): [("表彰单位", content.grantedBy), ("级别", RecordWords.levels(content.level))]
        case .publicService(let content):
            [("服务对象", content.beneficiary), ("项目", content.project), ("成效", content.outcome)]
        case .programme(let content):
            [("场所", content.venue?.label ?? ""), ("开放时间", content.schedule), ("年度成效", content.outcome)]
        }
    }

    private static func particular(_ details: EventDetails) -> [(name: String, value: String)] {
        [
            ("场所", details.venue?.label ?? ""), ("选题来源", details.topicSource?.label ?? ""),
            ("参与方", details.parties), ("诉求", details.needs), ("成效", details.outcome), ("后续落实", details.followUp),
            ("群众人数", count(details.publicHeadcount)),
        ]
    }

    /// What has several lines: an agenda, the steps of a consultation, adoptions.
    private static func details(_ record: DutyRecord) -> [TableDocument] {
        switch record.content {
        case .event(let event):
            var tables: [TableDocument] = []
            if !event.details.agenda.isEmpty {
                tables.append(
                    TableDocument(
                        title: "议题", columns: [TableColumn("title", "议题"), TableColumn("department", "通报部门")],
                        rows: event.details.agenda.map { [.text($0.title), .words($0.department)] }))
            }
            if !event.details.steps.isEmpty {
                tables.append(
                    TableDocument(
                        title: "协商程序", columns: [TableColumn("date", "日期"), TableColumn("step", "步骤")],
                        rows: event.details.steps.map { [.words($0.day.map { "\($0)" } ?? ""), .text($0.text)] }))
            }
            return tables
        case .opinionReport(let opinion): return adoptions(opinion.adoptions)
        case .research(let research): return adoptions(research.adoptions)
        default: return []
        }
    }

    private static func adoptions(_ adoptions: [Adoption]) -> [TableDocument] {
        guard !adoptions.isEmpty else { return [] }
        return [
            TableDocument(
                title: "采用和批示",
                columns: [
                    TableColumn("date", "日期"), TableColumn("level", "级别"), TableColumn("what", "情况"),
                    TableColumn("by", "单位或领导"),
                ],
                rows: adoptions.map {
                    [
                        .words($0.day.map { "\($0)" } ?? ""), .text(RecordWords.levels($0.level)),
                        .text($0.isInstruction ? "批示" : "采用"), .words($0.by),
                    ]
                })
        ]
    }

    /// The records that link to this one.
    private static func linking(_ names: RecordNames) -> TableDocument {
        TableDocument(
            title: "相关记录",
            columns: [TableColumn("relation", "关系"), TableColumn("date", "日期"), TableColumn("title", "名称")],
            rows: names.linking.map { [.text($0.relation.passive), .text($0.when), .words($0.title)] })
    }

    private static func count(_ heads: UInt32) -> String { heads == 0 ? "" : String(heads) }

    private static func proposal(_ content: ProposalContent) -> [(name: String, value: String)] {
        [
            ("方式", content.mode.label), ("时间", content.duringSession ? "会间" : "平时"), ("会次", content.session),
            ("分类", content.category), ("荣誉", RecordWords.honours(content.honours)),
            ("承办单位", content.handlingUnits.joined(separator: "、")), ("领衔督办", content.leader),
            ("反馈", content.satisfaction.label),
        ]
    }

    /// The list of an event: everyone with what they were and how long they stayed; of all, or of one status only.
    public static func attendance(
        of record: DutyRecord, only status: AttendanceStatus? = nil, names: RecordNames
    ) -> TableDocument {
        var shown = record
        if let status { shown.people.removeAll { $0.status != status } }
        var table = AttendanceTable(record: shown, names: names).table
        table.title = "\(record.title)（\(RecordWords.when(record))）"
        table.notes = AttendanceTable.notes(record)
        return table
    }

    private static func people(of record: DutyRecord, names: RecordNames) -> TableDocument {
        AttendanceTable(record: record, names: names).table
    }

    private static func stages(_ content: ProposalContent) -> TableDocument {
        TableDocument(
            title: "办理经过",
            columns: [TableColumn("date", "日期"), TableColumn("stage", "节点"), TableColumn("unit", "单位")],
            rows: content.stages.map {
                [.words($0.day.map { "\($0)" } ?? ""), .text($0.stage.label), .words($0.unit)]
            })
    }
}

extension RecordLink.Relation {
    /// How the record linked to sees it.
    var passive: String {
        switch self {
        case .basedOn: "据此提出"
        case .sameWork: "同一成果"
        case .follows: "由此而来"
        case .partOf: "属于本专题"
        }
    }
}
