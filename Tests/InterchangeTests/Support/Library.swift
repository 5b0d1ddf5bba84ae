import DutyModel
import Glibc
import Interchange
import Scoring
import Testing

/// The repository's own schemas, and a small county to import into.
enum Library {
    static let root: String = {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(4)
        return "/" + parts.joined(separator: "/")
    }()

    static func text(_ path: String) throws -> String {
        let file = try #require(fopen(path.hasPrefix("/") ? path : root + "/" + path, "rb"), "\(path)")
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func kinds() throws -> KindCatalogue {
        try KindCatalogueReader.read(text("Schemas/kinds.yaml"), file: "kinds.yaml")
    }

    static func columns() throws -> ColumnLibrary { try ColumnLibrary(directory: root + "/Schemas/columns") }

    static func importer(_ options: Importer.Options = Importer.Options()) throws -> Importer {
        Importer(columns: try columns(), options: options)
    }

    static func term(_ number: Int = 11, from year: Int = 2022) -> Term {
        Term(number: number, days: DayRange(.firstDay(ofYear: year), .lastDay(ofYear: year + 4))!)
    }

    static func emptyRegister() throws -> MemoryRegister { MemoryRegister(kinds: try kinds(), terms: [term()]) }
}
