import CPeers
import DutyModel
import KeyValueStore
import MarkedYAML
import Scoring

/// A year of everyone scored under the sample rulebook, beside the raw scan and SQLite's thirteen counters.
enum ScoreBench {
    static func run(_ options: Options) throws -> [Figure] {
        let sample = try SampleFacts(members: options.members)
        let raw = try RawStore(sample)
        let sqlite = try SQLiteStore(sample)
        let rulebook = try compiled()
        let (pass, roles) = (ScoringPass(rulebook), try everybody())
        var totals = 0
        let measured = try Measurement(
            rounds: max(3, options.rounds / 3),
            [
                { _ = try raw.sum() },
                { totals = try score(sample, pass, roles) },
                { _ = try sqlite.profiles() },
            ])
        guard totals == sample.members else { throw Failure("只算出 \(totals) 人") }
        return [
            Figure(what: "C，只读一遍", seconds: measured.median(0), facts: sample.facts),
            Figure(
                what: "履职，按样例办法计分", seconds: measured.median(1), facts: sample.facts,
                comparison: "C 的 \(Table.decimal(measured.ratio(1, to: 0))) 倍"),
            Figure(
                what: "SQLite，GROUP BY 十三列", seconds: measured.median(2), facts: sample.facts,
                comparison: "履职快 \(Table.decimal(measured.ratio(2, to: 1))) 倍"),
        ]
    }

    private static func compiled() throws -> CompiledRulebook {
        guard let library = SchemaLibrary.find() else { throw Failure("找不到 Schemas") }
        let shipped = ShippedRulebook(place: "sample-county", year: Int(SampleFacts.year))
        return try library.rulebook(shipped, catalogue: try library.kinds()).compiled()
    }

    private static func everybody() throws -> [RoleInterval] {
        let year = Int(SampleFacts.year)
        guard let first = CivilDay(year: year, month: 1, day: 1), let last = CivilDay(year: year, month: 12, day: 31),
            let days = DayRange(first, last)
        else { throw Failure("日期不对") }
        return [RoleInterval(days: days, roles: [])]
    }

    private static func score(_ sample: SampleFacts, _ pass: ScoringPass, _ roles: [RoleInterval]) throws -> Int {
        try sample.store.read { transaction in
            var totals = 0
            try transaction.scan(SampleFacts.range, in: SampleFacts.database) { _, value in
                pass.begin(roles: roles)
                pass.add(year: Int(SampleFacts.year), rows: value)
                _ = try pass.finish()
                totals += 1
                return .next
            }
            return totals
        }
    }
}
