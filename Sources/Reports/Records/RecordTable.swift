public import DutyModel
public import Tabular

/// Lists of records, with the columns that matter for their family.
public enum RecordTable {
    /// The list of records of one family; nil lists every family with what all have in common.
    public static func list(_ records: [DutyRecord], family: RecordFamily?, names: RecordNames) -> TableDocument {
        var columns = columns(of: family)
        // Where all is approved, nothing need be said of it.
        if records.contains(where: { $0.review != .approved }) { columns.append(review) }
        return TableDocument(
            columns: columns.map(\.column), rows: records.map { record in columns.map { $0.cell(record, names) } })
    }

    /// What one member did: every record with the member's own part in it.
    public static func list(_ records: [DutyRecord], of member: MemberID, names: RecordNames) -> TableDocument {
        func own(
            _ key: String, _ name: String, ofEvents: Bool = false,
            _ text: @escaping @Sendable (Participation) -> String
        ) -> Field {
            Field(key, name) { record, _ in
                if ofEvents, record.content.family == .programme { return "" }
                return record.people.filter { $0.member == member }.map(text).joined(separator: "、")
            }
        }
        var columns = [
            id, date, kind, title("名称"), own("part", "角色") { $0.part.label },
            own("status", "情况", ofEvents: true) { $0.part.attends ? $0.status.label : "" },
        ]
        if records.contains(where: { $0.review != .approved }) { columns.append(review) }
        return TableDocument(
            columns: columns.map(\.column), rows: records.map { record in columns.map { $0.cell(record, names) } })
    }

    /// A column and what stands in it.
    private struct Field: Sendable {
        var column: TableColumn
        var cell: @Sendable (DutyRecord, RecordNames) -> Cell

        init(
            _ key: String, _ name: String, _ kind: TableColumn.Kind = .text, width: Int? = nil,
            _ text: @escaping @Sendable (DutyRecord, RecordNames) -> String
        ) {
            column = TableColumn(key, name, kind, maximumWidth: width)
            switch kind {
            case .number: cell = { .decimal(text($0, $1)) }
            default: cell = { .words(text($0, $1)) }
            }
        }
    }

    private static func columns(of family: RecordFamily?) -> [Field] {
        switch family {
        case .proposal: proposal
        case .research: [id, date, title("课题"), people("drafter", "执笔人", .drafter), team, adopted, instructed]
        case .lecture: [id, date, title("题目"), people("speaker", "主讲人", .speaker), place, presence]
        case .sectorActivity: [id, date, body("界别"), title("活动"), place, presence]
        case .opinionReport: [id, date, title("标题"), people("authors", "作者", .author, .coAuthor), adopted, instructed]
        case .event: [id, date, kind, title("名称"), place, presence]
        case .programme: [id, date, kind, title("名称"), body("机构"), people("leaders", "负责人", .organizer)]
        case .speech, .publication, .commendation, .publicService, nil:
            [id, date, kind, title("名称"), everyone]
        }
    }

    private static let id = Field("id", "记录号", .identifier) { record, _ in String(record.id.rawValue) }
    private static let date = Field("date", "日期") { record, _ in RecordWords.when(record) }
    private static let kind = Field("kind", "种类") { record, names in names.kind(of: record) }
    private static let place = Field("place", "地点", width: 24) { record, _ in record.place }
    private static let presence = Field("presence", "实到/应到") { record, _ in RecordWords.presence(record) }
    private static let review = Field("review", "审核") { record, _ in record.review.label }
    private static let team = people("team", "课题组", .teamMember)
    private static let everyone = Field("people", "委员", width: 40) { record, names in
        let shown = record.people.prefix(record.people.count > 5 ? 3 : 5).map { names.name($0.member) }
        let rest = record.people.count > shown.count ? " 等 \(record.people.count) 人" : ""
        return shown.joined(separator: "、") + rest
    }
    private static let adopted = Field("adopted", "采纳采用") { record, _ in
        RecordWords.levels(record.content.adoption.adopted)
    }
    private static let instructed = Field("instructed", "批示") { record, _ in
        RecordWords.levels(record.content.adoption.instructed)
    }
    private static let proposal: [Field] = [
        Field("number", "提案号", .identifier) { record, _ in record.number },
        date, title("案由"),
        people("firstSigner", "第一提案人", .firstSigner),
        Field("coSigners", "联名人数", .number()) { record, _ in
            String(record.people.filter { $0.part == .coSigner }.count)
        },
        Field("mode", "方式") { record, _ in record.content.proposal?.mode.label ?? "" },
        Field("stage", "节点") { record, _ in record.content.proposal.map(RecordWords.state) ?? "" },
        Field("honours", "荣誉") { record, _ in RecordWords.honours(record.content.proposal?.honours ?? []) },
    ]

    private static func title(_ name: String) -> Field {
        Field("title", name, width: 48) { record, _ in record.title }
    }
    private static func body(_ name: String) -> Field {
        Field("organization", name) { record, names in names.body(of: record) }
    }
    private static func people(_ key: String, _ name: String, _ parts: Part...) -> Field {
        Field(key, name, width: 32) { record, names in
            record.people.filter { parts.contains($0.part) }.map { names.name($0.member) }.joined(separator: "、")
        }
    }
}

extension RecordContent {
    /// The proposal's own fields, where it is one.
    var proposal: ProposalContent? { if case .proposal(let content) = self { content } else { nil } }

    /// By which levels it was adopted and instructed; empty for families that are neither.
    var adoption: (adopted: LevelSet, instructed: LevelSet) {
        switch self {
        case .research(let content): (content.adopted, content.instructed)
        case .opinionReport(let content): (content.adopted, content.instructed)
        default: ([], [])
        }
    }
}
