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
        json.append("place", .string(record.place))
        json.append("organization", .string(names.body(of: record)))
        json.append("people", .array(record.people.map { person($0, names) }))
        json.append("fields", .object(fieldsObject(particular(record))))
        var tables = [TableDocument.fields(title: record.title, fields)]
        if !record.people.isEmpty { tables.append(people) }
        if case .proposal(let content) = record.content, !content.stages.isEmpty { tables.append(stages(content)) }
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
            ("日期", RecordWords.days(record.days)), ("地点", record.place), ("组织单位", record.organizer),
            ("所属", names.body(of: record)), ("实到/应到", presence(record)),
            ("依据的调研", linked(record, .basedOn, names)), ("同一成果", linked(record, .sameWork, names)),
            ("承接", linked(record, .follows, names)),
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
            ]
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

    private static func count(_ heads: UInt32) -> String { heads == 0 ? "" : String(heads) }

    private static func proposal(_ content: ProposalContent) -> [(name: String, value: String)] {
        [
            ("方式", content.mode.label), ("时间", content.duringSession ? "会间" : "平时"), ("会次", content.session),
            ("分类", content.category), ("荣誉", RecordWords.honours(content.honours)),
            ("承办单位", content.handlingUnits.joined(separator: "、")), ("领衔督办", content.leader),
            ("反馈", content.satisfaction.label),
        ]
    }

    /// The list of an event: everyone with what they were and how long they stayed.
    public static func attendance(of record: DutyRecord, names: RecordNames) -> TableDocument {
        var table = people(of: record, names: names)
        table.title = "\(record.title)（\(RecordWords.days(record.days))）"
        table.notes = ["实到/应到 \(RecordWords.presence(record))"]
        return table
    }

    private static func people(of record: DutyRecord, names: RecordNames) -> TableDocument {
        let attends = record.people.contains { $0.halfDays > 0 || $0.status != .present }
        var columns = [
            TableColumn("number", "委员编号", .identifier), TableColumn("name", "姓名"), TableColumn("part", "角色"),
        ]
        if attends {
            columns += [TableColumn("status", "出席情况"), TableColumn("halfDays", "半天数", .number())]
        }
        columns.append(TableColumn("note", "备注"))
        let rows = record.people.map { person -> [Cell] in
            var row: [Cell] = [
                .words(names.number(person.member)), .words(names.name(person.member)),
                .text(person.part.label + (person.invitedAs == .member ? "" : "（\(person.invitedAs.label)）")),
            ]
            if attends { row += [.text(person.status.label), .integer(Int(person.halfDays))] }
            row.append(.words(person.confirmed ? person.note : "未确认 " + person.note))
            return row
        }
        return TableDocument(title: "人员", columns: columns, rows: rows)
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
