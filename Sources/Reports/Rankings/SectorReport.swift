public import Scoring
import Tabular

/// One sector's year.
public struct SectorEntry: Sendable {
    public var name: String
    public var members: [RankedMember]
    /// Whether sums and the members' totals are shown.
    public var showsTotals: Bool
    /// Activities held.
    public var activities: Int
    public var plan: [PlanLine]

    /// One item of the sector's yearly plan.
    public struct PlanLine: Hashable, Sendable {
        public var month: Int
        public var topic: String
        public var lead: String
        public var isDone: Bool

        public init(month: Int, topic: String, lead: String, isDone: Bool) {
            self.month = month
            self.topic = topic
            self.lead = lead
            self.isDone = isDone
        }
    }

    public init(
        name: String, members: [RankedMember], showsTotals: Bool = true, activities: Int, plan: [PlanLine]
    ) {
        self.showsTotals = showsTotals
        self.name = name
        self.members = members
        self.activities = activities
        self.plan = plan
    }

    /// All totals together; nil where that is beyond exact arithmetic.
    var sum: Rational? {
        guard showsTotals else { return nil }
        return members.reduce(Optional(Rational.zero)) { sum, member in sum.flatMap { $0.adding(member.score.total) } }
    }

    var average: Rational? {
        members.isEmpty ? nil : sum.flatMap { $0.divided(by: Rational(Int64(members.count))) }
    }

    /// Those of whom nothing is recorded in the year.
    var withNothing: [RankedMember] { members.filter { $0.facts == 0 } }
    var left: [PlanLine] { plan.filter { !$0.isDone } }
}

/// 界别情况: for each sector members, sums, averages with their fraction, who has nothing yet, the plan done and left.
public struct SectorReport: Sendable {
    public var title: String
    public var display: NumberDisplay
    public var sectors: [SectorEntry]

    public init(title: String, display: NumberDisplay, sectors: [SectorEntry]) {
        self.title = title
        self.display = display
        self.sectors = sectors
    }

    public var document: ReportDocument {
        var tables = [overview]
        let idle = sectors.flatMap { sector in sector.withNothing.map { (sector.name, $0.person) } }
        if !idle.isEmpty { tables.append(nothingYet(idle)) }
        let left = sectors.flatMap { sector in sector.left.map { (sector.name, $0) } }
        if !left.isEmpty { tables.append(planLeft(left)) }
        if sectors.count == 1, sectors[0].showsTotals { tables.append(contentsOf: sectors.map(members)) }
        let lines = sectors.map(json)
        return ReportDocument(
            tables: tables, json: ["title": .string(title), "sectors": .array(lines)], lines: lines)
    }

    private var overview: TableDocument {
        TableDocument(
            title: title,
            columns: [
                TableColumn("sector", "界别"), TableColumn("members", "人数", .number()),
                TableColumn("sum", "总分合计", .number()), TableColumn("average", "人均", .number()),
                TableColumn("fraction", "算式", alignment: .right), TableColumn("nothing", "尚无记录", .number()),
                TableColumn("activities", "活动", .number()), TableColumn("plan", "计划", .number()),
                TableColumn("planDone", "已完成", .number()), TableColumn("planLeft", "未完成", .number()),
            ],
            rows: sectors.map(row))
    }

    private func row(_ sector: SectorEntry) -> [Cell] {
        let fraction = sector.sum.map { "\($0.text(display))/\(sector.members.count)" } ?? ""
        return [
            .text(sector.name), .integer(sector.members.count), sector.sum.cell(display), sector.average.cell(display),
            sector.members.isEmpty ? .empty : .text(fraction), .integer(sector.withNothing.count),
            .integer(sector.activities), .integer(sector.plan.count),
            .integer(sector.plan.count - sector.left.count), .integer(sector.left.count),
        ]
    }

    private func nothingYet(_ idle: [(String, PersonHeading)]) -> TableDocument {
        TableDocument(
            title: "尚无履职记录的委员",
            columns: [
                TableColumn("sector", "界别"), TableColumn("number", "委员编号", .identifier), TableColumn("name", "姓名"),
                TableColumn("unit", "工作单位及职务", maximumWidth: 36),
            ],
            rows: idle.map { [.text($0.0), .text($0.1.number), .text($0.1.name), .words($0.1.unit)] })
    }

    private func planLeft(_ left: [(String, SectorEntry.PlanLine)]) -> TableDocument {
        TableDocument(
            title: "尚未完成的协商计划",
            columns: [
                TableColumn("sector", "界别"), TableColumn("month", "月份"), TableColumn("topic", "议题", maximumWidth: 48),
                TableColumn("lead", "牵头"),
            ],
            rows: left.map {
                [.text($0.0), .text($0.1.month == 0 ? "" : "\($0.1.month)月"), .text($0.1.topic), .words($0.1.lead)]
            })
    }

    private func members(_ sector: SectorEntry) -> TableDocument {
        let ranking = RankingReport(title: "\(sector.name)委员", groups: [], display: display, members: sector.members)
        return ranking.document.tables[0]
    }

    private func json(_ sector: SectorEntry) -> JSONValue {
        [
            "sector": .string(sector.name), "members": .integer(sector.members.count), "sum": sector.sum.json(display),
            "average": sector.average.json(display), "activities": .integer(sector.activities),
            "nothingYet": .array(sector.withNothing.map(\.person.json)),
            "plan": .array(
                sector.plan.map { item in
                    [
                        "month": item.month == 0 ? .null : .integer(item.month), "topic": .string(item.topic),
                        "lead": .string(item.lead), "done": .bool(item.isDone),
                    ]
                }),
        ]
    }
}
