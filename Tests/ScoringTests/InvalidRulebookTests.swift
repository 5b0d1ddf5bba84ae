import MarkedYAML
import Scoring
import Testing

@Suite("a bad rulebook")
struct InvalidRulebookTests {
    static let files = Result { try schemas().names(in: "rulebooks/invalid") }

    /// Every file is named after its mistake and ends with the findings it must give: `# 应报 6:37 …`.
    @Test("is refused with all findings at once, each at its line and column", arguments: try files.get())
    func findings(_ file: String) throws {
        let library = try schemas()
        let text = try #require(library.text("rulebooks/invalid/\(file)"))
        let expected = text.split(separator: "\n").filter { $0.hasPrefix("# 应报 ") }.map { String($0.dropFirst(5)) }
        #expect(!expected.isEmpty, "\(file) says nothing about what is wrong with it")
        let kinds = try library.kinds()
        do throws(DocumentError) {
            _ = try Rulebook.load(text: text, file: file, catalogue: kinds)
            Issue.record("\(file) was accepted")
        } catch {
            #expect(error.findings.map { "\($0.line):\($0.column) \($0.message)" } == expected)
            #expect(error.findings.allSatisfy { $0.file == file })
        }
    }

    @Test("is described by file, line and column")
    func description() throws {
        let finding = DocumentFinding(file: "规则.yaml", mark: DocumentMark(line: 3, column: 7), message: "不对")
        #expect(finding.description == "规则.yaml:3:7: 不对")
    }
}
