internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// 封账: computes everyone's result and stores it with what it follows from, some hundred at a time.
struct YearFreeze {
    let year: Int
    let freeze: UInt32
    private let choice: RulebookChoice
    private let kinds: KindCatalogue
    /// The days whose facts the rulebook looks at.
    let days: DayRange

    init(year: Int, in transaction: inout RecordTransaction) throws {
        self.year = year
        kinds = try transaction.kinds()
        choice = try transaction.rulebook(for: year, kinds: kinds)
        days = try choice.rulebook.compiled(year: year).days
        freeze = try YearFreeze.next(of: year, in: &transaction)
    }

    /// The number behind the last freezing of a year, counting also those that were taken back.
    private static func next(of year: Int, in transaction: inout RecordTransaction) throws -> UInt32 {
        var last: UInt32 = 0
        try FrozenResult.table.scan(.prefix(Key(year)), direction: .backward, in: &transaction) { result in
            last = result.id.freeze
            return .stop
        }
        for version in try YearVersion.table.all(.prefix(Key(year)), in: &transaction) {
            last = max(last, version.freeze)
        }
        return last + 1
    }

    /// Writes all results and returns the head for them, which the caller writes.
    func run(
        version: Int, reason: String, accepted: [YearVersion.Accepted], who: String, log: ChangeLog.Head,
        in transaction: inout RecordTransaction
    ) throws -> YearVersion {
        let rules = try choice.rulebook.compiled(year: year)
        var source = try LiveYear(rules, in: &transaction)
        let computation = try YearComputation(rules, &source, in: &transaction)
        var digest = DigestBuilder()
        var members = 0
        while true {
            let chunk = try source.next(in: &transaction)
            if chunk.isEmpty { break }
            let results = try chunk.map { try computation.result(of: $0, freeze: freeze) }
            for result in results { digest.add(result.bytes) }
            try FrozenResult.table.insertMany(results, in: &transaction)
            members += results.count
        }
        return YearVersion(
            id: YearVersionID(year: year, version: version), freeze: freeze, rulebook: choice.entry.name,
            rulebookYear: choice.entry.year, title: choice.entry.title, file: choice.rulebook.file, text: choice.text,
            hash: choice.entry.hash, kinds: kinds.kinds, members: members, digest: "\(digest.finish())",
            logSequence: log.sequence, logHash: "\(log.hash)",
            instant: Instant(milliseconds: transaction.context.instant), who: who, reason: reason, accepted: accepted)
    }
}
