public import Tabular

/// 一届一人一档: one member's term, year by year, as a report.
public struct TermArchiveReport: Sendable {
    /// One year's result.
    public struct Year: Sendable {
        public var year: Int
        public var total: String
        public var grade: String
        public var decided: String
        public var reason: String
        public var rulebook: String
        public var state: String
        /// What came into question: 处理.
        public var proposals: String

        public init(
            year: Int, total: String, grade: String, decided: String, reason: String, rulebook: String, state: String,
            proposals: String
        ) {
            self.year = year
            self.total = total
            self.grade = grade
            self.decided = decided
            self.reason = reason
            self.rulebook = rulebook
            self.state = state
            self.proposals = proposals
        }
    }

    /// How often something was done, in the order of the years.
    public struct Counter: Sendable {
        public var name: String
        public var counts: [Int]

        public init(name: String, counts: [Int]) { (self.name, self.counts) = (name, counts) }
    }

    public var title: String
    public var person: [(name: String, value: String)]
    public var years: [Year]
    public var memberships: [(body: String, role: String, days: String)]
    public var kinds: [Counter]
    public var attendance: [Counter]
    public var records: [(day: String, kind: String, number: String, title: String)]
    /// Further tables: entries by hand, objections, evidence.
    public var others: [TableDocument]

    public init(
        title: String, person: [(name: String, value: String)], years: [Year],
        memberships: [(body: String, role: String, days: String)], kinds: [Counter], attendance: [Counter],
        records: [(day: String, kind: String, number: String, title: String)], others: [TableDocument] = []
    ) {
        self.title = title
        self.person = person
        self.years = years
        self.memberships = memberships
        self.kinds = kinds
        self.attendance = attendance
        self.records = records
        self.others = others
    }

    public var document: ReportDocument {
        var tables = [TableDocument.fields(title: title, person), yearTable, membershipTable]
        if !kinds.isEmpty { tables.append(counters(kinds, title: "履职次数", name: "种类")) }
        if !attendance.isEmpty { tables.append(counters(attendance, title: "出席情况", name: "情况")) }
        tables += others
        tables.append(recordTable)
        return ReportDocument(tables: tables, json: json, lines: [json])
    }

    private var yearTable: TableDocument {
        TableDocument(
            title: "各年结果",
            columns: [
                TableColumn("year", "年度", .number()), TableColumn("total", "总分", .number()),
                TableColumn("grade", "等次"), TableColumn("decided", "核定等次"),
                TableColumn("reason", "核定", maximumWidth: 36), TableColumn("proposals", "处理建议", maximumWidth: 30),
                TableColumn("rulebook", "考核办法", maximumWidth: 30), TableColumn("state", "情况", maximumWidth: 30),
            ],
            rows: years.map { year in
                [
                    .integer(year.year), year.total.isEmpty ? .empty : .decimal(year.total), .words(year.grade),
                    .words(year.decided), .words(year.reason), .words(year.proposals), .words(year.rulebook),
                    .words(year.state),
                ]
            }, notes: gradeCounts)
    }

    /// 优秀 2 年、称职 1 年, decided grades before computed ones.
    private var gradeCounts: [String] {
        var counts: [(grade: String, years: Int)] = []
        for year in years {
            let grade = year.decided.isEmpty ? year.grade : year.decided
            guard !grade.isEmpty else { continue }
            if let place = counts.firstIndex(where: { $0.grade == grade }) {
                counts[place].years += 1
            } else {
                counts.append((grade, 1))
            }
        }
        return counts.isEmpty ? [] : ["合计：" + counts.map { "\($0.grade) \($0.years) 年" }.joined(separator: "、")]
    }

    private var membershipTable: TableDocument {
        TableDocument(
            title: "任职",
            columns: [TableColumn("body", "机构"), TableColumn("role", "职务"), TableColumn("days", "时间")],
            rows: memberships.map { [.text($0.body), .text($0.role), .text($0.days)] })
    }

    private func counters(_ counters: [Counter], title: String, name: String) -> TableDocument {
        var columns = [TableColumn("name", name)]
        columns += years.map { TableColumn("y\($0.year)", "\($0.year)", .number()) }
        columns.append(TableColumn("total", "合计", .number()))
        return TableDocument(
            title: title, columns: columns,
            rows: counters.map { counter in
                [.text(counter.name)] + counter.counts.map { $0 == 0 ? .empty : .integer($0) }
                    + [.integer(counter.counts.reduce(0, +))]
            })
    }

    private var recordTable: TableDocument {
        TableDocument(
            title: "履职记录",
            columns: [
                TableColumn("day", "日期"), TableColumn("kind", "种类"), TableColumn("number", "编号"),
                TableColumn("title", "名称", maximumWidth: 48),
            ],
            rows: records.map { [.text($0.day), .text($0.kind), .words($0.number), .text($0.title)] })
    }

    private var json: JSONValue {
        [
            "title": .string(title), "years": .array(years.map(json)),
            "memberships": .array(
                memberships.map {
                    ["body": .string($0.body), "role": .string($0.role), "days": .string($0.days)]
                }), "kinds": .array(kinds.map(json)), "attendance": .array(attendance.map(json)),
            "records": .array(
                records.map {
                    [
                        "day": .string($0.day), "kind": .string($0.kind), "number": .string($0.number),
                        "title": .string($0.title),
                    ]
                }),
        ]
    }

    private func json(_ year: Year) -> JSONValue {
        [
            "year": .integer(year.year), "total": .string(year.total), "grade": .string(year.grade),
            "decided": .string(year.decided), "reason": .string(year.reason), "rulebook": .string(year.rulebook),
            "state": .string(year.state), "proposals": .string(year.proposals),
        ]
    }

    private func json(_ counter: Counter) -> JSONValue {
        ["name": .string(counter.name), "counts": .array(counter.counts.map(JSONValue.integer))]
    }
}
