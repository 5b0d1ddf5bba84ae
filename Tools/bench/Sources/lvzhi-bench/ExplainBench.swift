import Scoring

/// One member's year with the reason of every number, out of a store of a million facts.
enum ExplainBench {
    static func run(_ options: Options) throws -> [Figure] {
        let scored = try ScoredYear(try SampleFacts(members: 10_000, isAlone: true))
        var (member, points) = (0, 0)
        let each = 100
        let measured = try Measurement(
            rounds: options.rounds,
            [
                {
                    for _ in 0..<each {
                        member = (member + 7_919) % scored.sample.members
                        points += try scored.explained(member).lines.count
                    }
                }
            ])
        guard points > 0 else { throw Failure("什么也没有算出") }
        return [
            Figure(
                what: "一位委员的档案，每一分都有由来", seconds: measured.median(0) / Double(each),
                comparison: "库中 \(scored.sample.facts) 条（目标 ≤ 1 ms）")
        ]
    }
}
