import DutyModel
import MarkedYAML
import Scoring
import Testing

@Suite("every shipped rulebook")
struct ShippedRulebookTests {
    @Test("is sound, and every one of its cases computes to the value it states", arguments: try shipped())
    func casesPass(_ book: ShippedRulebook) throws {
        let library = try schemas()
        let kinds = try library.kinds()
        let rulebook = try library.rulebook(book, catalogue: kinds)
        let cases = try library.cases(book, catalogue: kinds)
        #expect(!cases.cases.isEmpty, "\(book) has no cases")
        let findings = cases.run(rulebook, catalogue: kinds)
        #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
    }

    @Test("names an article for every indicator", arguments: try shipped())
    func articles(_ book: ShippedRulebook) throws {
        let library = try schemas()
        let rulebook = try library.rulebook(book, catalogue: library.kinds())
        for item in rulebook.indicators { #expect(!item.article.isEmpty, "\(book) \(item.id)") }
    }

    @Test("lies where its 编号 and 年度 say", arguments: try shipped())
    func placed(_ book: ShippedRulebook) throws {
        let library = try schemas()
        let rulebook = try library.rulebook(book, catalogue: library.kinds())
        #expect(rulebook.id == book.place)
        #expect(rulebook.year == book.year)
    }
}

/// The repository's own schemas.
func schemas() throws -> SchemaLibrary { try #require(SchemaLibrary.find()) }

func shipped() throws -> [ShippedRulebook] { try schemas().rulebooks }
