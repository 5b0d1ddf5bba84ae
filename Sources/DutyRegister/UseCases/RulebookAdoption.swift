internal import DutyModel
internal import KeyValueStore
internal import MarkedYAML
internal import RecordStore
internal import Scoring

extension Register {
    /// Takes in a rulebook for a year: its text is read against the register's kinds and its cases are run first.
    ///
    /// - Parameters:
    ///   - text, cases: the YAML texts; `cases` empty where there are none.
    ///   - file, casesFile: names that findings give the texts.
    ///   - year: nil for the rulebook's own.
    /// - Throws: `DocumentError` with everything wrong in the text, or every case that failed; `ScoresError`.
    public func adoptRulebook(
        text: String, cases: String = "", file: String, casesFile: String = "", year: Int? = nil
    ) throws -> Saved<RulebookEntry> {
        try write(.rulebookAdopt) { transaction in
            let kinds = try transaction.kinds()
            let rulebook = try Rulebook.load(text: text, file: file, catalogue: kinds)
            let wanted = year ?? rulebook.year
            _ = try rulebook.compiled(year: wanted)
            try RulebookTrial.run(cases, file: casesFile, on: rulebook, kinds: kinds)
            let adopted = AdoptedRulebook(
                id: UInt32(try transaction.nextNumber(of: AdoptedRulebook.self)), name: rulebook.id, year: wanted,
                text: text, cases: cases, hash: "\(Digest(of: Array(text.utf8)))",
                adopted: Instant(milliseconds: transaction.context.instant), file: file, title: rulebook.name)
            let others = try transaction.all(AdoptedRulebook.self)
            if let last = others.last(where: { $0.year == wanted }), last.hash == adopted.hash, last.cases == cases {
                throw ScoresError.alreadyAdopted(year: wanted, name: last.title)
            }
            try AdoptedRulebook.table.insert(adopted, in: &transaction)
            transaction.context.summary = "\(wanted) 年：\(adopted.title)"
            return RulebookEntry(adopted)
        }
    }

    /// Every rulebook adopted, in order of year, then adoption.
    public func rulebooks() throws -> [RulebookEntry] {
        try read(.rulebookRead) { try $0.all(AdoptedRulebook.self) }.sorted { ($0.year, $0.id) < ($1.year, $1.id) }
            .map(RulebookEntry.init)
    }

    /// The rulebook that a year is computed under: the one adopted last for it, else the latest earlier one.
    public func rulebook(for year: Int) throws -> RulebookChoice {
        try read(.rulebookRead) { transaction in try transaction.rulebook(for: year, kinds: try transaction.kinds()) }
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    mutating func rulebook(for year: Int, kinds: KindCatalogue) throws -> RulebookChoice {
        let adopted = try adopted(for: year)
        return RulebookChoice(adopted, rulebook: try RulebookCache.rulebook(adopted, kinds: kinds), year: year)
    }

    /// The rulebook of a year, ready to run for it or for a part of it.
    mutating func rules(
        for year: Int, part: YearPart = .whole, kinds: KindCatalogue
    ) throws -> (choice: RulebookChoice, rules: CompiledRulebook) {
        let adopted = try adopted(for: year)
        var rules = try RulebookCache.compiled(adopted, kinds: kinds, year: year)
        if part != .whole { rules = try rules.rulebook.compiled(year: year, part: part) }
        return (RulebookChoice(adopted, rulebook: rules.rulebook, year: year), rules)
    }

    private mutating func adopted(for year: Int) throws -> AdoptedRulebook {
        let all = try all(AdoptedRulebook.self)
        let best = all.filter { $0.year <= year }.max { ($0.year, $0.id) < ($1.year, $1.id) }
        guard let best else { throw ScoresError.noRulebook(year: year, first: all.map(\.year).min()) }
        return best
    }
}

extension RulebookChoice {
    fileprivate init(_ adopted: AdoptedRulebook, rulebook: Rulebook, year: Int) {
        self.init(
            entry: RulebookEntry(adopted), rulebook: rulebook, text: adopted.text, cases: adopted.cases,
            isExact: adopted.year == year)
    }
}

extension RulebookEntry {
    init(_ adopted: AdoptedRulebook) {
        self.init(
            id: adopted.id, name: adopted.name, title: adopted.title, year: adopted.year, hash: adopted.hash,
            adopted: adopted.adopted, hasCases: !adopted.cases.isEmpty)
    }
}

/// Runs a rulebook's own cases.
enum RulebookTrial {
    /// - Throws: `DocumentError` with every expectation that is not met.
    static func run(_ cases: String, file: String, on rulebook: Rulebook, kinds: KindCatalogue) throws(DocumentError) {
        guard !cases.isEmpty else { return }
        let read = try RulebookCases.load(text: cases, file: file, catalogue: kinds)
        let failed = read.run(rulebook, catalogue: kinds)
        if !failed.isEmpty { throw DocumentError(failed) }
    }
}
