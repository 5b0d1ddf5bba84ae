import DutyModel
import KeyValueStore
import Scoring

/// Everyone of a year scored under the sample rulebook: total, groups, gates and grade, and then everyone's rank.
final class ScoredYear {
    struct Result {
        var total: Rational
        var member: Int32
        var meetsGates: Bool
        var rank: Int32
    }

    let sample: SampleFacts
    let rulebook: CompiledRulebook
    private let roles: [RoleInterval]
    private(set) var results: [Result] = []

    init(_ sample: SampleFacts) throws {
        self.sample = sample
        guard let library = SchemaLibrary.find() else { throw Failure("找不到 Schemas") }
        let shipped = ShippedRulebook(place: "sample-county", year: Int(SampleFacts.year))
        rulebook = try library.rulebook(shipped, catalogue: try library.kinds()).compiled()
        roles = [RoleInterval(days: .year(Int(SampleFacts.year)), roles: [])]
    }

    /// Scores and ranks everyone on so many threads.
    func run(threads: Int = 1) throws {
        let places = (0...threads).map { sample.members * $0 / threads }
        var parts = Array(repeating: [Result](), count: threads)
        try parts.withUnsafeMutableBufferPointer { parts in
            // Each thread writes a part of its own.
            nonisolated(unsafe) let parts = parts
            try Threads.run(
                (0..<threads).map { thread in
                    { parts[thread] = try self.score(places[thread]..<places[thread + 1]) }
                })
        }
        results = threads == 1 ? parts[0] : parts.flatMap { $0 }
        guard results.count == sample.members else { throw Failure("只算出 \(results.count) 人") }
        rank()
    }

    private func score(_ members: Range<Int>) throws -> [Result] {
        let pass = ScoringPass(rulebook)
        var results: [Result] = []
        results.reserveCapacity(members.count)
        let range = KeyRange(
            from: Key(SampleFacts.year, UInt32(members.lowerBound + 1)),
            to: Key(SampleFacts.year, UInt32(members.upperBound + 1)))
        try sample.store.read { transaction in
            try transaction.scan(range, in: SampleFacts.database) { _, rows in
                pass.begin(roles: roles)
                pass.add(year: Int(SampleFacts.year), rows: rows)
                let score = try pass.finish()
                results.append(
                    Result(
                        total: score.total, member: Int32(members.lowerBound + results.count),
                        meetsGates: score.gatesMet, rank: 0))
                return .next
            }
        }
        return results
    }

    /// Ranks by total, ties sharing the better place.
    private func rank() {
        results.sort { $0.total == $1.total ? $0.member < $1.member : $1.total < $0.total }
        for place in results.indices {
            let ties = place > 0 && results[place].total == results[place - 1].total
            results[place].rank = ties ? results[place - 1].rank : Int32(place + 1)
        }
    }

    /// One member's year with the reason of every number.
    func explained(_ member: Int) throws -> AnnualProfile {
        let rows = try sample.store.read { transaction in
            try transaction.get(Key(SampleFacts.year, UInt32(member + 1)), in: SampleFacts.database) { Array($0) }
        }
        guard let rows, let facts = PackedFacts(stored: rows) else { throw Failure("行数不对") }
        return try Scorer(rulebook).profile(
            MemberYear(
                member: MemberID(rawValue: UInt32(member + 1)), roles: roles,
                facts: [(Int(SampleFacts.year), facts)]))
    }
}
