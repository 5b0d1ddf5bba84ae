import Scoring
import Testing

/// The plain evaluator reads the reference's language as the reference says, or the worked examples would tell.
@Suite("the plain evaluator")
struct PlainCaseTests {
    @Test("computes every worked example of the shipped rulebooks", arguments: try shipped())
    func shippedCases(_ book: ShippedRulebook) throws {
        let library = try schemas()
        let text = try #require(library.text("rulebooks/\(book).yaml"))
        let cases = try #require(library.text("rulebooks/\(book).cases.yaml"))
        let plain = PlainCases(book: try PlainText(yaml: text), kinds: try plainKinds.get())
        let different = plain.differences(try PlainText(yaml: cases))
        #expect(different.isEmpty, "\(book)\n\(different.joined(separator: "\n"))")
    }

    @Test("computes every example of the reference", arguments: try ReferenceTests.examples.get().indices)
    func reference(_ index: Int) throws {
        let (text, cases) = try ReferenceTests.examples.get()[index]
        let plain = PlainCases(book: try PlainText(yaml: text), kinds: try plainKinds.get())
        let different = plain.differences(try PlainText(yaml: cases))
        #expect(different.isEmpty, "\(different.joined(separator: "\n"))")
    }
}
