import Glibc
public import MarkedYAML

/// The column maps of every sheet kind and the spellings of sectors, as read from `Schemas/columns`.
public struct ColumnLibrary: Sendable {
    /// In order of `SheetKind`.
    public let maps: [ColumnMap]
    /// Groups of spellings that mean one sector.
    public let sectorAliases: [[String]]

    public init(maps: [ColumnMap], sectorAliases: [[String]] = []) {
        self.maps = SheetKind.allCases.compactMap { kind in maps.first { $0.kind == kind } }
        self.sectorAliases = sectorAliases
    }

    public subscript(kind: SheetKind) -> ColumnMap? { maps.first { $0.kind == kind } }

    /// Reads the YAML texts of a library, each with the name that findings give it.
    /// - Throws: `DocumentError` with everything wrong in any of them.
    public init(texts: [(name: String, text: String)]) throws(DocumentError) {
        var maps: [ColumnMap] = []
        var aliases: [[String]] = []
        var wrong: [DocumentFinding] = []
        for (name, text) in texts {
            let findings = FindingList(file: name)
            switch ColumnMapReader.read(text, findings: findings) {
            case .columns(let map)?: maps.append(map)
            case .sectors(let groups)?: aliases += groups
            case nil: break
            }
            wrong += findings.findings
        }
        if !wrong.isEmpty { throw DocumentError(wrong) }
        self.init(maps: maps, sectorAliases: aliases)
    }

    /// Reads every map of a folder: one file for each kind of sheet, and `sectors.yaml`.
    /// - Throws: `DocumentError`, also for a file that is missing.
    public init(directory: String) throws(DocumentError) {
        var texts: [(name: String, text: String)] = []
        for name in SheetKind.allCases.map(\.rawValue) + ["sectors"] {
            let path = "\(directory)/\(name).yaml"
            guard let text = ColumnLibrary.text(ofFile: path) else {
                let start = DocumentMark(line: 1, column: 1)
                throw DocumentError([DocumentFinding(file: path, mark: start, message: "栏目对照文件缺失或读不出")])
            }
            texts.append((path, text))
        }
        try self.init(texts: texts)
    }

    private static func text(ofFile path: String) -> String? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return ferror(file) == 0 ? String(validating: bytes, as: UTF8.self) : nil
    }
}

/// How the headings of one kind of sheet are written.
public struct ColumnMap: Sendable {
    public var kind: SheetKind
    /// Words in title rows, sheet or file name that speak for this kind.
    public var titleWords: [String]
    /// Each inner list: one of these fields must be there.
    public var required: [[String]]
    /// Field of a folded heading.
    public var fieldByHeading: [String: String]
    /// Field of a folded label in the block above the table.
    public var fieldByLabel: [String: String]
    /// The first spelling of each field: how messages call it.
    public var headingByField: [String: String]

    /// The field of a heading as written.
    func field(ofHeading heading: String) -> String? { fieldByHeading[TextFolding.heading(heading)] }

    /// How messages call a field.
    func heading(ofField field: String) -> String { headingByField[field] ?? field }
}
