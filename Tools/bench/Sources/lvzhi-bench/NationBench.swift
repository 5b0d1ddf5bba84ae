import CPeers

/// The whole country: 600,000 members with a hundred facts each, scored and ranked on one core and on two. The raw scan
/// goes over the same pages; SQLite has a thirtieth of them, since it would need an hour, and is compared by the fact.
enum NationBench {
    static func run(_ options: Options) throws -> [Figure] {
        let sample = try SampleFacts(members: options.nation, isAlone: true)
        let small = try SampleFacts(members: max(1, options.nation / 30), isAlone: true)
        let (raw, sqlite, scored) = (try RawStore(sample), try SQLiteStore(small), try ScoredYear(sample))
        Memory.forgetPeak()
        var (own, whole) = (0, 0)
        let measured = try Measurement(
            rounds: max(3, options.rounds / 5),
            [
                { _ = try raw.sum() },
                {
                    try scored.run()
                    (own, whole) = (Memory.own, Memory.peak)
                },
                { try scored.run(threads: 2) },
                { _ = try sqlite.profiles() },
            ])
        guard try scored.agrees(every: max(1, options.nation / 1_000)) else { throw Failure("与逐条说明的档案不同") }
        let share = Double(sample.facts) / Double(small.facts)
        return [
            Figure(what: "C，只读一遍", seconds: measured.median(0), facts: sample.facts),
            Figure(
                what: "履职，\(scored.indicators) 项指标计分、小计、评等、排名，一个线程", seconds: measured.median(1), facts: sample.facts,
                comparison:
                    "C 的 \(Table.decimal(measured.ratio(1, to: 0))) 倍（目标 ≤ 5；≤ 2 秒）；内存 \(own) MiB，连同映射的文件最多 \(whole) MiB"
            ),
            Figure(
                what: "履职，同上，两个线程", seconds: measured.median(2), facts: sample.facts,
                comparison: "一个线程的 \(Table.decimal(measured.ratio(2, to: 1))) 倍"),
            Figure(
                what: "SQLite，GROUP BY 十三列（三十分之一）", seconds: measured.median(3), facts: small.facts,
                comparison: "按每条算，履职快 \(Table.decimal(measured.ratio(3, to: 1) * share)) 倍（目标 ≥ 25）"),
        ]
    }
}
