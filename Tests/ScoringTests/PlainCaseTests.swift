import Scoring
import Testing

/// The plain evaluator reads the reference's language as the reference says, or the worked examples would tell.
@Suite("the plain evaluator")
struct PlainCaseTests {
    /// Examples of the reference with words that the plain evaluator does not know: quantities, premises, works that
    /// count once, what is seen beside everyone's.
    static let unknownExamples = 12

    @Test("knows the words of all but a few examples of the reference")
    func known() throws {
        let unknown = try ReferenceTests.examples.get().filter { try !isKnown($0.rulebook, $0.cases) }
        #expect(unknown.count <= Self.unknownExamples, "\(unknown.map(\.rulebook))")
    }

    private func isKnown(_ rulebook: String, _ cases: String) throws -> Bool {
        try PlainLanguage.unknown(inRulebook: PlainText(yaml: rulebook)).isEmpty
            && PlainLanguage.unknown(inCases: PlainText(yaml: cases)).isEmpty
    }

    @Test("computes every worked example of the shipped rulebooks", arguments: try shipped())
    func shippedCases(_ book: ShippedRulebook) throws {
        let library = try schemas()
        let text = try #require(library.text("rulebooks/\(book).yaml"))
        let cases = try #require(library.text("rulebooks/\(book).cases.yaml"))
        guard try isKnown(text, cases) else { return }
        let plain = PlainCases(book: try PlainText(yaml: text), kinds: try plainKinds.get())
        let different = plain.differences(try PlainText(yaml: cases))
        #expect(different.isEmpty, "\(book)\n\(different.joined(separator: "\n"))")
    }

    @Test("computes every example of the reference", arguments: try ReferenceTests.examples.get().indices)
    func reference(_ index: Int) throws {
        let (text, cases) = try ReferenceTests.examples.get()[index]
        guard try isKnown(text, cases) else { return }
        let plain = PlainCases(book: try PlainText(yaml: text), kinds: try plainKinds.get())
        let different = plain.differences(try PlainText(yaml: cases))
        #expect(different.isEmpty, "\(different.joined(separator: "\n"))")
    }
}
