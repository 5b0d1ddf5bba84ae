import DutyModel
import MarkedYAML
import Scoring
import Testing

@Suite("the language reference")
struct ReferenceTests {
    /// The fenced blocks of the page: every regulation is followed by its cases.
    static let examples = Result { () -> [(rulebook: String, cases: String)] in
        let text = try #require(try schemas().text("rulebooks/README.md"))
        var blocks: [(kind: Substring, text: String)] = []
        var open: (kind: Substring, lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let block = open {
                if line == "```" {
                    blocks.append((block.kind, block.lines.joined(separator: "\n") + "\n"))
                    open = nil
                } else {
                    open?.lines.append(line)
                }
            } else if line.hasPrefix("```yaml ") {
                open = (line.dropFirst(8), [])
            }
        }
        #expect(blocks.enumerated().allSatisfy { $1.kind == ($0 % 2 == 0 ? "办法" : "算例") })
        return stride(from: 0, to: blocks.count - 1, by: 2).map { (blocks[$0].text, blocks[$0 + 1].text) }
    }

    @Test("has only examples that compute as it says", arguments: try examples.get().indices)
    func example(_ index: Int) throws {
        let (text, cases) = try Self.examples.get()[index]
        let kinds = try schemas().kinds()
        let rulebook = try Rulebook.load(text: text, file: "例\(index + 1)", catalogue: kinds)
        let examples = try RulebookCases.load(text: cases, file: "例\(index + 1)的算例", catalogue: kinds)
        #expect(!examples.cases.isEmpty || !examples.populations.isEmpty)
        let findings = examples.run(rulebook, catalogue: kinds)
        #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
    }

    @Test("covers the whole language")
    func complete() throws { #expect(try Self.examples.get().count >= 12) }

    @Test("names every kind of record and every word that stands for several")
    func kinds() throws {
        let text = try #require(try schemas().text("rulebooks/README.md"))
        for word in try schemas().kinds().kinds.map(\.name) { #expect(text.contains(word), "\(word)") }
    }
}
