import DutyModel
import KeyValueStore
import Scoring

/// Everyone of a year scored under the sample rulebook: total, sub-totals, gates and grade, and then everyone's place.
final class ScoredYear {
    let sample: SampleFacts
    let rulebook: CompiledRulebook
    private let roles: [RoleInterval]
    private var parts: [Part] = []
    private(set) var places: [Int32] = []

    /// The members that one thread scored.
    private struct Part {
        var scores: [BriefScore] = []
        /// Sub-totals, one member's after another's.
        var groups: [Rational] = []
    }

    init(_ sample: SampleFacts) throws {
        self.sample = sample
        guard let library = SchemaLibrary.find() else { throw Failure("找不到 Schemas") }
        let shipped = ShippedRulebook(place: "sample-county", year: Int(SampleFacts.year))
        rulebook = try library.rulebook(shipped, catalogue: try library.kinds()).compiled()
        roles = [RoleInterval(days: .year(Int(SampleFacts.year)), roles: [])]
    }

    /// How many indicators the rulebook has.
    var indicators: Int { rulebook.rulebook.indicators.count }

    /// Scores and ranks everyone on so many threads.
    func run(threads: Int = 1) throws {
        let bounds = (0...threads).map { sample.members * $0 / threads }
        var parts = Array(repeating: Part(), count: threads)
        try parts.withUnsafeMutableBufferPointer { parts in
            // Each thread writes a part of its own.
            nonisolated(unsafe) let parts = parts
            try Threads.run(
                (0..<threads).map { thread in
                    { parts[thread] = try self.score(bounds[thread]..<bounds[thread + 1]) }
                })
        }
        self.parts = parts
        places = Places.places(of: parts.flatMap { $0.scores.map(\.total) })
        guard places.count == sample.members else { throw Failure("只算出 \(places.count) 人") }
    }

    private func score(_ members: Range<Int>) throws -> Part {
        let pass = ScoringPass(rulebook)
        var part = Part()
        part.scores.reserveCapacity(members.count)
        part.groups.reserveCapacity(members.count * rulebook.groupIDs.count)
        let range = KeyRange(
            from: Key(SampleFacts.year, UInt32(members.lowerBound + 1)),
            to: Key(SampleFacts.year, UInt32(members.upperBound + 1)))
        try sample.store.read { transaction in
            try transaction.scan(range, in: SampleFacts.database) { _, rows in
                pass.begin(roles: roles)
                pass.add(year: Int(SampleFacts.year), rows: rows)
                part.scores.append(try pass.finishBriefly())
                pass.appendGroups(to: &part.groups)
                return .next
            }
        }
        return part
    }

    /// Whether what was scored is what the explained profiles of some members say.
    func agrees(every step: Int) throws -> Bool {
        let scores = parts.flatMap(\.scores)
        let groups = parts.flatMap(\.groups)
        let each = rulebook.groupIDs.count
        return try stride(from: 0, to: scores.count, by: step).allSatisfy { member in
            let profile = try explained(member)
            let grade = rulebook.rulebook.grades.firstIndex { $0.name == profile.grade.name } ?? -1
            return profile.total == scores[member].total && grade == Int(scores[member].grade)
                && profile.gates.allSatisfy(\.isMet) == scores[member].gatesMet
                && profile.groups.map(\.amount) == Array(groups[member * each..<(member + 1) * each])
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
