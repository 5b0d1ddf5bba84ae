public import DutyModel
public import MarkedYAML

/// The files shipped with the program: the catalogue of kinds, the sheets' headings, the rulebooks.
///
/// Found in `LVZHI_SCHEMAS`; else in `../share/lvzhi` beside an installed program; else in a folder `Schemas` of the
/// program's own folder or of one above it, as in the repository; else in one above the working folder.
public struct SchemaLibrary: Hashable, Sendable {
    /// Holds `kinds.yaml`.
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// Nil where no such folder is found.
    public static func find() -> SchemaLibrary? {
        if let told = TextFile.environment("LVZHI_SCHEMAS") {
            return TextFile.isLibrary(told) ? .init(folder: told) : nil
        }
        var places: [String] = []
        if let program = TextFile.programFolder() {
            places.append(program + "/../share/lvzhi")
            places += aboveAll(program)
        }
        if let working = TextFile.workingFolder() { places += aboveAll(working) }
        return places.first(where: TextFile.isLibrary).map { SchemaLibrary(folder: $0) }
    }

    /// `Schemas` in a folder and in each above it.
    private static func aboveAll(_ folder: String) -> [String] {
        var places: [String] = []
        var rest = folder[...]
        while let slash = rest.lastIndex(of: "/") {
            places.append(rest + "/Schemas")
            rest = rest[..<slash]
        }
        return places
    }

    /// The text of a shipped file, by its path in the folder; nil where there is none.
    public func text(_ path: String) -> String? { TextFile.read(folder + "/" + path) }

    /// Names in a sub-folder, in order.
    public func names(in path: String) -> [String] { TextFile.names(in: folder + "/" + path) }

    /// The shipped catalogue of kinds.
    /// - Throws: `DocumentError` with everything wrong in it, or where the file is not there.
    public func kinds() throws(DocumentError) -> KindCatalogue {
        try KindCatalogueReader.read(try require("kinds.yaml"), file: "kinds.yaml")
    }

    /// Every shipped rulebook, in order of place and year.
    public var rulebooks: [ShippedRulebook] {
        names(in: "rulebooks").flatMap { place in
            names(in: "rulebooks/\(place)").compactMap { file in
                guard file.hasSuffix(".yaml"), let year = Int(file.dropLast(5)) else { return nil }
                return ShippedRulebook(place: place, year: year)
            }
        }
    }

    /// Reads a shipped rulebook.
    /// - Throws: `DocumentError` with everything wrong in it, or where the file is not there.
    public func rulebook(_ shipped: ShippedRulebook, catalogue: KindCatalogue) throws(DocumentError) -> Rulebook {
        try Rulebook.load(text: try require(shipped.path), file: shipped.path, catalogue: catalogue)
    }

    /// Reads the cases of a shipped rulebook; none where it has no case file.
    /// - Throws: `DocumentError` with everything wrong in them.
    public func cases(_ shipped: ShippedRulebook, catalogue: KindCatalogue) throws(DocumentError) -> RulebookCases {
        guard let text = text(shipped.casesPath) else {
            let name = String(shipped.path.split(separator: "/").dropLast().last ?? "")
            let rulebook = CaseExpectation.Marked(value: name, mark: DocumentMark(line: 1, column: 1))
            return RulebookCases(file: shipped.casesPath, rulebook: rulebook, cases: [], populations: [])
        }
        return try RulebookCases.load(text: text, file: shipped.casesPath, catalogue: catalogue)
    }

    private func require(_ path: String) throws(DocumentError) -> String {
        if let text = text(path) { return text }
        let mark = DocumentMark(line: 1, column: 1)
        throw DocumentError([DocumentFinding(file: path, mark: mark, message: "在 \(folder) 里没有这个文件，或不是 UTF-8")])
    }
}

/// A rulebook by place and year: `sample-county/2024`.
public struct ShippedRulebook: Hashable, Sendable, CustomStringConvertible {
    public var place: String
    public var year: Int

    public init(place: String, year: Int) {
        self.place = place
        self.year = year
    }

    /// Reads `place/year`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = Int(parts[1]), !parts[0].isEmpty, parts[0] != ".." else { return nil }
        self.init(place: String(parts[0]), year: year)
    }

    public var description: String { "\(place)/\(year)" }
    var path: String { "rulebooks/\(place)/\(year).yaml" }
    var casesPath: String { "rulebooks/\(place)/\(year).cases.yaml" }
}

extension TextFile {
    /// Whether a folder holds the shipped files.
    static func isLibrary(_ folder: String) -> Bool { exists(folder + "/kinds.yaml") }
}
