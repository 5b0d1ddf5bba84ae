import DutyModel
import Scoring
import Testing

/// Rows under the day of a node, links and quantities: what stands beside the row of the record's own day.
@Suite("rows beside a record's own")
struct NodeRowTests {
    let kinds: KindCatalogue
    let signer = MemberID(rawValue: 1)

    init() throws { kinds = try schemas().kinds() }

    private func proposal() throws -> DutyRecord {
        let code = try #require(kinds.kind(named: "提案")).code
        let stages = [
            ProposalStageEntry(.filed, day: CivilDay(iso: "2024-01-08")), ProposalStageEntry(.answered),
        ]
        return DutyRecord(
            id: RecordID(rawValue: 42), kind: code, title: "停车", days: DayRange(CivilDay(iso: "2023-12-20")!),
            people: [Participation(member: signer, part: .firstSigner)],
            content: .proposal(
                ProposalContent(
                    stages: stages, honours: .excellent, honoursLevel: .prefecture,
                    honouredOn: CivilDay(iso: "2025-02-01"))),
            links: [
                RecordLink(.sameWork, RecordID(rawValue: 7 << 50 | 5)), RecordLink(.basedOn, RecordID(rawValue: 9)),
            ],
            quantities: [Quantity(.yuan, thousandths: 12_345_678), Quantity(.people, 30)])
    }

    @Test("bear the node's day in that day's year; a node without a day bears the record's")
    func nodes() throws {
        let rows = FactProjection.project(try proposal(), catalogue: kinds).rows.filter(\.row.isFact)
        let bases: [FactBasis] = [.record, .stage(.filed), .stage(.answered), .adopted]
        #expect(rows.map(\.row.basisCode) == bases.map(\.rawValue))
        #expect(rows.map(\.year) == [2023, 2024, 2023, 2025])
        #expect(rows.map(\.row.dayOfYear) == [353, 7, 353, 31])
        #expect(rows.allSatisfy { $0.row.marks.contains(.stage(.filed)) && $0.row.levels == 4 })
    }

    @Test("stand in every year in which some day of the record lies")
    func years() throws {
        let rows = FactProjection.project(try proposal(), catalogue: kinds).rows.filter { $0.row.quantity != nil }
        #expect(rows.map(\.year) == [2023, 2023, 2024, 2024, 2025, 2025])
    }

    @Test("hold links to the same work and quantities, and come back from bytes")
    func payloads() throws {
        let rows = FactProjection.project(try proposal(), catalogue: kinds).rows.filter { !$0.row.isFact }.map(\.row)
        #expect(Set(PackedFacts(rows).rows.compactMap(\.sameWorkAs)) == [RecordID(rawValue: 7 << 50 | 5)])
        let quantities = PackedFacts(rows).rows.compactMap(\.quantity)
        #expect(Set(quantities) == [Quantity(.yuan, thousandths: 12_345_678), Quantity(.people, 30)])
        #expect(rows.allSatisfy { $0.kindCode == 0 && $0.record == RecordID(rawValue: 42) })
        let largest = FactProjection.project(
            DutyRecord(
                id: .maximum, kind: KindCode(rawValue: 1), title: "", days: DayRange(CivilDay(iso: "2024-12-31")!),
                people: [Participation(member: signer)], content: .event(EventContent()),
                links: [RecordLink(.sameWork, .maximum)],
                quantities: [Quantity(.households, thousandths: Quantity.maximum)]), catalogue: kinds
        ).rows.map(\.row)
        #expect(largest[1].sameWorkAs == .maximum)
        #expect(largest[2].quantity == Quantity(.households, thousandths: Quantity.maximum))
    }

    @Test("are read from words as an office writes them")
    func words() {
        #expect(Quantity("3000字") == Quantity(.characters, 3000))
        #expect(Quantity("2.5 小时") == Quantity(.hours, thousandths: 2500))
        #expect(Quantity("1.25万元") == Quantity(.yuan, 12_500))
        #expect(Quantity("12人次") == Quantity(.people, 12))
        for wrong in ["", "字", "3000", "3000里", "1.2345小时", "-3人", "1.人", "999999亿元", "３字"] {
            #expect(Quantity(wrong) == nil, "\(wrong)")
        }
        #expect(Quantity(.hours, thousandths: 2_050).text == "2.05小时")
        for unit in QuantityUnit.allCases { #expect(Quantity("7\(unit.label)") == Quantity(unit, 7)) }
    }
}
