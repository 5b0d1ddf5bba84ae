import DutyModel
import MarkedYAML
import Scoring
import Testing

@Suite("mangled text")
struct MangledTextTests {
    static let rounds = 12

    @Test("of a rulebook or its cases is read or refused with findings, never worse", arguments: try shipped())
    func mangled(_ book: ShippedRulebook) throws {
        let library = try schemas()
        let kinds = try library.kinds()
        let text = try #require(library.text("rulebooks/\(book).yaml"))
        let cases = try #require(library.text("rulebooks/\(book).cases.yaml"))
        var generator = SeededGenerator(state: UInt64(book.year))
        for _ in 0..<Self.rounds {
            if let rulebook = try? Rulebook.load(text: mangle(text, &generator), file: "乱", catalogue: kinds) {
                let compiled = try? rulebook.compiled()
                var random = RandomYears(seed: generator.next(), kinds: kinds)
                let facts = [(year: rulebook.year, rows: PackedFacts(random.rows(60)))]
                let year = MemberYear(member: MemberID(rawValue: 1), roles: random.roles(), facts: facts)
                if let compiled { _ = try? Scorer(compiled).profile(year) }
                let examples = try? RulebookCases.load(text: cases, file: "例", catalogue: kinds)
                _ = examples?.run(rulebook, catalogue: kinds)
            }
            _ = try? RulebookCases.load(text: mangle(cases, &generator), file: "乱", catalogue: kinds)
        }
    }

    /// Some lines dropped, doubled or swapped, some characters replaced.
    private func mangle(_ text: String, _ generator: inout SeededGenerator) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: lines.indices, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: lines.remove(at: place)
            case 1: lines.insert(lines[place], at: place)
            case 2: lines.swapAt(place, Int.random(in: lines.indices, using: &generator))
            case 3: lines[place] = "  " + lines[place]
            default: lines[place] = scribble(lines[place], &generator)
            }
        }
        return lines.joined(separator: "\n")
    }

    private func scribble(_ line: String, _ generator: inout SeededGenerator) -> String {
        var characters = Array(line)
        guard !characters.isEmpty else { return "{" }
        let marks = Array("{}[]:,-0129999999/.：，是否提案人*&!|>'\"#\t~")
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: characters.indices, using: &generator)
            characters[place] = marks.randomElement(using: &generator)!
        }
        return String(characters)
    }
}
