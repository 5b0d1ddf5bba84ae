import Interchange
import MarkedYAML
import Testing

@Suite struct ColumnLibraryTests {
    @Test("every kind of sheet has its column map, and each must-have is a field of it")
    func shipped() throws {
        let library = try Library.columns()
        for kind in SheetKind.allCases {
            let map = try #require(library[kind])
            let fields = Set(map.fieldByHeading.values)
            for choice in map.required { #expect(choice.allSatisfy(fields.contains), "\(kind): \(choice)") }
            #expect(!map.titleWords.isEmpty)
        }
        #expect(!library.sectorAliases.isEmpty)
    }

    @Test(
        "a mistake in a column map has a line",
        arguments: [
            ("表: rooster\n名称: 名册\n必有: [name]\n栏目:\n  name: [姓名]\n", 1, "roster"),
            ("表: roster\n名称: 名册\n必有: [name]\n栏目:\n  name: [姓名]\n  number: [编号, 姓 名]\n", 6, "已归“name”"),
            ("表: roster\n名称: 名册\n栏木:\n  name: [姓名]\n", 3, "栏目"),
        ])
    func mistakes(_ text: String, _ line: Int, _ words: String) {
        let error = #expect(throws: DocumentError.self) {
            try ColumnLibrary(texts: [(name: "roster.yaml", text: text)])
        }
        #expect(
            error?.findings.contains { $0.line == line && $0.message.contains(words) } == true,
            "\(String(describing: error))")
    }
}
