import CPeers

/// A year of everyone scored and ranked under the sample rulebook, beside the raw scan and SQLite's thirteen counters.
enum ScoreBench {
    static func run(_ options: Options) throws -> [Figure] {
        let sample = try SampleFacts(members: options.members)
        let (raw, sqlite, scored) = (try RawStore(sample), try SQLiteStore(sample), try ScoredYear(sample))
        let measured = try Measurement(
            rounds: max(3, options.rounds / 3),
            [
                { _ = try raw.sum() },
                { try scored.run() },
                { _ = try sqlite.profiles() },
            ])
        return [
            Figure(what: "C，只读一遍", seconds: measured.median(0), facts: sample.facts),
            Figure(
                what: "履职，按样例办法计分、排名", seconds: measured.median(1), facts: sample.facts,
                comparison: "C 的 \(Table.decimal(measured.ratio(1, to: 0))) 倍（目标 ≤ 5）"),
            Figure(
                what: "SQLite，GROUP BY 十三列", seconds: measured.median(2), facts: sample.facts,
                comparison: "履职快 \(Table.decimal(measured.ratio(2, to: 1))) 倍（目标 ≥ 25）"),
        ]
    }
}
