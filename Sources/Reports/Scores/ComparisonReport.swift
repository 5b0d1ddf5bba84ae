public import Scoring
import Tabular

/// 两办法对照: the same year of everyone under two rulebooks: who moves, which grade changes, and by what.
public struct ComparisonReport: Sendable {
    /// One member under both.
    public struct Member: Sendable {
        public var person: PersonHeading
        public var first: AnnualProfile
        public var second: AnnualProfile

        public init(person: PersonHeading, first: AnnualProfile, second: AnnualProfile) {
            self.person = person
            self.first = first
            self.second = second
        }
    }

    /// A member with places, and what made the difference.
    struct Row {
        var member: Member
        var firstPlace: Int
        var secondPlace: Int

        var moves: Bool { firstPlace != secondPlace }
        var changesGrade: Bool { member.first.grade.name != member.second.grade.name }
        var differs: Bool { member.first.total != member.second.total || changesGrade || moves }
        var gain: Rational { member.second.total.subtracting(member.first.total) ?? .zero }
    }

    public var title: String
    private let names: [String]
    private let display: NumberDisplay
    private let rows: [Row]

    /// - Parameter names: what the two rulebooks are called.
    public init(title: String, names: (String, String), members: [Member]) {
        self.title = title
        self.names = [names.0, names.1]
        display = members.first?.second.display ?? NumberDisplay()
        let (before, after) = (
            ComparisonReport.places(members.map(\.first.total)), ComparisonReport.places(members.map(\.second.total))
        )
        rows = members.indices.map {
            Row(member: members[$0], firstPlace: before[$0], secondPlace: after[$0])
        }.sorted {
            ($0.secondPlace, $0.firstPlace, $0.member.person.number)
                < ($1.secondPlace, $1.firstPlace, $1.member.person.number)
        }
    }

    /// The place of each total; equal totals share the better one.
    private static func places(_ totals: [Rational]) -> [Int] {
        let order = totals.indices.sorted { totals[$1] < totals[$0] }
        let inOrder = RankingReport.places(of: order.map { totals[$0] })
        var places = Array(repeating: 0, count: totals.count)
        for (position, index) in order.enumerated() { places[index] = inOrder[position] }
        return places
    }

    /// - Parameter onlyChanged: leaves out whom the other rulebook makes no difference to.
    public func document(onlyChanged: Bool = true) -> ReportDocument {
        let shown = onlyChanged ? rows.filter(\.differs) : rows
        let lines = shown.map(json)
        return ReportDocument(
            tables: [summary, grades, movements(shown)],
            json: ["first": .string(names[0]), "second": .string(names[1]), "members": .array(lines)], lines: lines)
    }

    private var summary: TableDocument {
        .fields(
            title: title,
            [
                ("办法一", names[0]), ("办法二", names[1]), ("委员", "\(rows.count) 人"),
                ("总分不同", "\(rows.count { !$0.gain.isZero }) 人"), ("名次变动", "\(rows.count { $0.moves }) 人"),
                ("等次变动", "\(rows.count { $0.changesGrade }) 人"),
            ])
    }

    private var grades: TableDocument {
        var counts: [[String]: Int] = [:]
        for row in rows { counts[[row.member.first.grade.text, row.member.second.grade.text], default: 0] += 1 }
        return TableDocument(
            title: "等次对照",
            columns: [
                TableColumn("first", "办法一"), TableColumn("second", "办法二"), TableColumn("count", "人数", .number()),
            ],
            rows: counts.sorted { ($0.value, $1.key[0], $1.key[1]) > ($1.value, $0.key[0], $0.key[1]) }.map {
                [.text($0.key[0]), .text($0.key[1]), .integer($0.value)]
            })
    }

    private func movements(_ rows: [Row]) -> TableDocument {
        TableDocument(
            title: "委员对照",
            columns: [
                TableColumn("number", "编号"), TableColumn("name", "姓名"),
                TableColumn("firstTotal", "总分一", .number()), TableColumn("secondTotal", "总分二", .number()),
                TableColumn("gain", "增减", .number()), TableColumn("firstPlace", "名次一", .number()),
                TableColumn("secondPlace", "名次二", .number()), TableColumn("grade", "等次"),
                TableColumn("reasons", "原因", maximumWidth: 56),
            ],
            rows: rows.map { row in
                let (first, second) = (row.member.first, row.member.second)
                return [
                    .text(row.member.person.number), .text(row.member.person.name), first.total.cell(display),
                    second.total.cell(display), .text(signed(row.gain)), .integer(row.firstPlace),
                    .integer(row.secondPlace),
                    .text(row.changesGrade ? "\(first.grade.text) → \(second.grade.text)" : first.grade.text),
                    .words(words(row)),
                ]
            })
    }

    private func words(_ row: Row) -> String {
        let (before, after) = (row.member.first.grade.note, row.member.second.grade.note)
        let judged = [("一", before, after), ("二", after, before)].filter { !$0.1.isEmpty && $0.1 != $0.2 }
            .map { "办法\($0.0)：\($0.1)" }
        let gains = reasons(row).map { "\($0.name) \(signed($0.gain))" }
        return (gains + (row.changesGrade ? judged : [])).joined(separator: "；")
    }

    private func signed(_ number: Rational) -> String {
        (Rational.zero < number ? "+" : "") + number.text(display)
    }

    /// Indicators that bring more or less, the largest difference first; then what the bounds of groups and of the
    /// total do to them.
    private func reasons(_ row: Row) -> [(name: String, gain: Rational)] {
        let (first, second) = (amounts(row.member.first), amounts(row.member.second))
        let ids = first.map(\.id) + second.map(\.id).filter { id in !first.contains { $0.id == id } }
        var reasons: [(name: String, gain: Rational)] = []
        var rest = row.gain
        for id in ids {
            let (before, after) = (first.first { $0.id == id }, second.first { $0.id == id })
            guard let gain = (after?.amount ?? .zero).subtracting(before?.amount ?? .zero), !gain.isZero else {
                continue
            }
            reasons.append(("\(id) \(after?.name ?? before?.name ?? "")", gain))
            rest = rest.subtracting(gain) ?? rest
        }
        reasons.sort { magnitude($1.gain) < magnitude($0.gain) }
        for bound in bounds(row) {
            reasons.append(bound)
            rest = rest.subtracting(bound.gain) ?? rest
        }
        if !rest.isZero { reasons.append(("总分的起点和上下限", rest)) }
        return reasons
    }

    /// What start points, caps and floors of groups give or take, where that is not the same.
    private func bounds(_ row: Row) -> [(name: String, gain: Rational)] {
        func change(_ group: GroupLine?) -> Rational {
            guard let group else { return .zero }
            return group.amount.subtracting(group.raw)?.adding(group.start) ?? .zero
        }
        let (first, second) = (row.member.first.groups, row.member.second.groups)
        let all = second + first.filter { group in !second.contains { $0.id == group.id } }
        return all.compactMap { group in
            let (before, after) = (first.first { $0.id == group.id }, second.first { $0.id == group.id })
            guard let gain = change(after).subtracting(change(before)), !gain.isZero else { return nil }
            return ("\(group.id) \(group.name)的起点和上下限", gain)
        }
    }

    private func magnitude(_ number: Rational) -> Rational { number.isNegative ? number.negated ?? number : number }

    private func amounts(_ profile: AnnualProfile) -> [(id: String, name: String, amount: Rational)] {
        profile.lines.map { ($0.indicator, $0.name, $0.amount) }
    }

    private func json(_ row: Row) -> JSONValue {
        let (first, second) = (row.member.first, row.member.second)
        return [
            "number": .string(row.member.person.number), "name": .string(row.member.person.name),
            "first": [
                "total": first.total.json(display), "place": .integer(row.firstPlace),
                "grade": .string(first.grade.text),
            ],
            "second": [
                "total": second.total.json(display), "place": .integer(row.secondPlace),
                "grade": .string(second.grade.text),
            ],
            "reasons": .array(reasons(row).map { ["what": .string($0.name), "gain": $0.gain.json(display)] }),
        ]
    }
}
