public import Scoring
import Tabular

/// One member's result in a ranking or a sector.
public struct RankedMember: Hashable, Sendable {
    public var person: PersonHeading
    public var score: ScoreTotal
    /// How many facts the year has; 0 is "nothing yet".
    public var facts: Int
    /// The grade decided, beside the one computed; empty where nothing was.
    public var decided: String
    /// 填报: whether there is any record at all, absences included.
    public var hasRecords: Bool

    /// - Parameter hasRecords: nil where whatever there is are facts.
    public init(
        person: PersonHeading, score: ScoreTotal, facts: Int, decided: String = "", hasRecords: Bool? = nil
    ) {
        self.person = person
        self.score = score
        self.facts = facts
        self.decided = decided
        self.hasRecords = hasRecords ?? (facts > 0)
    }
}

/// 排名: all members of a year by total. A view for the office; nothing is published by it.
public struct RankingReport: Sendable {
    public var title: String
    /// Headings of the sub-totals, in the order of `ScoreTotal.groups`.
    public var groups: [String]
    public var display: NumberDisplay
    /// How far the year has come; empty for an open one.
    public var standing = ""
    /// By total, then 委员编号.
    public private(set) var members: [RankedMember]
    /// Places of `members`: equal totals share one, and the next place counts them all (1, 2, 2, 4).
    public private(set) var places: [Int]
    /// An interim report: no grades and no 基本要求, but who has reported nothing yet.
    public var isInterim = false
    /// How many there are in all, where only the first are shown.
    private var whole: Int

    public init(title: String, groups: [String], display: NumberDisplay, members: [RankedMember]) {
        self.title = title
        self.groups = groups
        self.display = display
        self.members = members.sorted { left, right in
            left.score.total == right.score.total
                ? left.person.number < right.person.number : left.score.total > right.score.total
        }
        places = RankingReport.places(of: self.members.map(\.score.total))
        whole = members.count
    }

    /// Shows the first places only, with all who share the last of them.
    public mutating func keep(first count: Int) {
        let shown = places.prefix { $0 <= count }.count
        members = Array(members.prefix(shown))
        places = Array(places.prefix(shown))
    }

    /// The places of totals that come in falling order.
    static func places(of totals: [Rational]) -> [Int] {
        var places: [Int] = []
        for (position, total) in totals.enumerated() {
            places.append(position > 0 && totals[position - 1] == total ? places[position - 1] : position + 1)
        }
        return places
    }

    public var document: ReportDocument {
        let rows = zip(places, members)
        let lines = rows.map(json)
        let json: JSONValue = ["title": .string(title), "members": .array(lines)]
        return ReportDocument(tables: [table], json: json, lines: lines)
    }

    private var table: TableDocument {
        var columns = [
            TableColumn("place", "名次", .number()), TableColumn("number", "委员编号", .identifier),
            TableColumn("name", "姓名"), TableColumn("sector", "界别"), TableColumn("role", "任职"),
        ]
        columns += groups.enumerated().map { TableColumn("group\($0.offset + 1)", $0.element, .number()) }
        columns.append(TableColumn("total", "总分", .number()))
        columns +=
            isInterim
            ? [TableColumn("reported", "填报")] : [TableColumn("grade", "等次"), TableColumn("gates", "基本要求")]
        if hasDecisions { columns.append(TableColumn("decided", "核定等次")) }
        return TableDocument(
            title: title, columns: columns, rows: zip(places, members).map(row),
            notes: ["共 \(whole) 人\(members.count < whole ? "，列出 \(members.count) 人" : "")；同分同名次。"]
                + (standing.isEmpty ? [] : [standing]))
    }

    private var hasDecisions: Bool { members.contains { !$0.decided.isEmpty } }

    private func row(place: Int, member: RankedMember) -> [Cell] {
        let person = member.person
        let head: [Cell] = [
            .integer(place), .text(person.number), .text(person.name), .words(person.sector), .words(person.role),
        ]
        let judged: [Cell] = [.words(member.score.grade ?? ""), .text(member.score.gatesMet ? "达到" : "未达到")]
        let reported: [Cell] = [.text(member.hasRecords ? "已填报" : "未填报")]
        let total: Cell = member.score.isScored ? member.score.total.cell(display) : .empty
        let tail = [total] + (isInterim ? reported : judged) + (hasDecisions ? [.words(member.decided)] : [])
        return head + member.score.groups.prefix(groups.count).map { $0.cell(display) } + tail
    }

    private func json(place: Int, member: RankedMember) -> JSONValue {
        [
            "place": .integer(place), "member": member.person.json,
            "total": member.score.isScored ? member.score.total.json(display) : .null,
            "groups": .array(
                zip(groups, member.score.groups).map { ["name": .string($0), "amount": $1.json(display)] }),
            "records": .integer(member.facts), "reported": .bool(member.hasRecords),
            "grade": isInterim ? .null : member.score.grade.map(JSONValue.string) ?? .null,
            "gatesMet": isInterim ? .null : .bool(member.score.gatesMet), "decided": .string(member.decided),
        ]
    }
}
