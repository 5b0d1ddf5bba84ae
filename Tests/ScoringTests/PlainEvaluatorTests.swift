import DutyModel
import Foundation
import MarkedYAML
import Testing

@testable import Scoring

/// Random rulebooks over random years, beside a second evaluator that knows nothing of the first.
@Suite("a second, plain evaluator")
struct PlainEvaluatorTests {
    /// More of them by LVZHI_SEEDS=5000, others by LVZHI_FIRST_SEED=1000.
    static let seeds: Range<UInt64> = {
        let set = ProcessInfo.processInfo.environment
        let (first, count) = (UInt64(set["LVZHI_FIRST_SEED"] ?? "") ?? 0, UInt64(set["LVZHI_SEEDS"] ?? "") ?? 300)
        return first..<first + count
    }()

    @Test("finds the same under random rulebooks of every primitive", arguments: seeds)
    func random(_ seed: UInt64) throws {
        let kinds = try plainKinds.get()
        var chance = PlainChance(seed: seed, kinds: kinds)
        let (text, rulebook) = try sound(&chance)
        let readings = chance.hasReading && chance.one(in: 50) ? ["算法": "乙"] : [:]
        var part = chance.one(in: 25) ? chance.pick(YearPart.named).0 : "全年"
        // Nobody asks for a part of the year of which the rulebook looks at no day.
        if PlainBook(try PlainText(yaml: text), part: part).days.isEmpty { part = "全年" }
        try compare(text, rulebook, readings: readings, part: part, chance: &chance, members: 4, records: 35)
    }

    @Test("finds the same under every shipped rulebook", arguments: try shipped())
    func shippedRulebooks(_ book: ShippedRulebook) throws {
        let library = try schemas()
        let rulebook = try library.rulebook(book, catalogue: library.kinds())
        var chance = PlainChance(seed: 7, kinds: try plainKinds.get())
        let text = try #require(library.text("rulebooks/\(book).yaml"))
        for part in ["全年", "上半年", "四季度"] {
            try compare(text, rulebook, readings: [:], part: part, chance: &chance, members: 4, records: 80)
        }
    }

    /// A rulebook that is not refused: what chance writes may contradict itself, though seldom.
    private func sound(_ chance: inout PlainChance) throws -> (String, Rulebook) {
        var refusals: [String] = []
        let kinds = try shippedKinds.get()
        for _ in 0..<4 {
            let text = chance.rulebook()
            do throws(DocumentError) {
                return (text, try Rulebook.load(text: text, file: "随机", catalogue: kinds))
            } catch {
                refusals.append(error.findings.map(\.description).joined(separator: "\n") + "\n" + text)
            }
        }
        Issue.record("refused:\n\(refusals[0])")
        throw CancellationError()
    }

    private func compare(
        _ text: String, _ rulebook: Rulebook, readings: [String: String], part: String, chance: inout PlainChance,
        members count: Int, records: Int
    ) throws {
        let named = try #require(YearPart.named.first { $0.0 == part }?.1)
        let book = PlainBook(try PlainText(yaml: text), year: 2024, readings: readings, part: part)
        let compiled = try rulebook.compiled(year: 2024, readings: readings, part: named)
        let manual =
            rulebook.indicators.filter { $0.indicator?.isManual ?? false }.map(\.id) + book.manualMeasures
        var both = try BothEvaluators(book: book, compiled: compiled, kinds: try plainKinds.get())
        for number in 0..<count {
            let year = chance.year(number == 0 ? 0 : records, manual: manual)
            let different = try both.differences(year)
            let told = different.joined(separator: "\n")
            #expect(different.isEmpty, "\(part) \(readings)\n\(told)\n\(text)\(year.seats)\n\(year.yaml)")
        }
        let judged = both.rankDifferences() + both.measureDifferences(&chance)
        #expect(judged.isEmpty, "\(part) \(readings)\n\(judged.joined(separator: "\n"))\n\(text)")
    }
}

/// The catalogue, read once.
let shippedKinds = Result { try schemas().kinds() }

let plainKinds = Result {
    let text = try schemas().text("kinds.yaml")
    return try PlainKinds(yaml: try #require(text))
}
