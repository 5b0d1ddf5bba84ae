import Reports
import Tabular
import Testing

@testable import Scoring

@Suite("rankings") struct RankingTests {
    static func member(_ number: String, _ total: Rational, facts: Int = 3) -> RankedMember {
        RankedMember(
            person: PersonHeading(number: number, name: "委员\(number)", sector: "教育界", role: "委员", unit: ""),
            score: ScoreTotal(total: total, groups: [Rational(1)], gatesMet: true, grade: "称职"), facts: facts)
    }

    @Test("equal totals share a place and the next place counts them all") func ties() throws {
        let half = try #require(Rational(45, over: 2))
        let report = RankingReport(
            title: "2024 年度排名", groups: [], display: NumberDisplay(),
            members: [
                Self.member("03", half), Self.member("01", Rational(30)), Self.member("02", half),
                Self.member("04", Rational(10)),
            ])
        #expect(report.members.map(\.person.number) == ["01", "02", "03", "04"])
        #expect(report.places == [1, 2, 2, 4])
    }

    @Test("points in JSON are text as shown and an exact fraction") func exact() throws {
        let third = try #require(Rational(10, over: 3))
        let report = RankingReport(
            title: "", groups: [], display: NumberDisplay(), members: [Self.member("01", third)])
        #expect(report.document.json["members"]?.array?.first?["total"] == ["points": "3.33", "exact": "10/3"])
    }

    @Test("a sector's average is exact and shows its fraction") func average() throws {
        let sector = SectorEntry(
            name: "教育界", members: [Self.member("01", Rational(10)), Self.member("02", Rational(15), facts: 0)],
            activities: 1,
            plan: [
                .init(month: 5, topic: "走访", lead: "", isDone: true),
                .init(month: 0, topic: "座谈", lead: "", isDone: false),
            ])
        let document = SectorReport(title: "界别", display: NumberDisplay(), sectors: [sector]).document
        let row = document.tables[0].rows[0].map(\.text)
        #expect(row == ["教育界", "2", "25", "12.5", "25/2", "1", "1", "2", "1", "1"])
        for table in document.tables {
            #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.title)")
        }
        #expect(document.json["sectors"]?.array?.first?["average"] == ["points": "12.5", "exact": "25/2"])
    }
}
