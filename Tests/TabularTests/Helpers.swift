import Tabular
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs `body` with a folder of its own, which is removed after it.
func withFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/tabular-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
        for file in (try? files(in: folder)) ?? [] { unlink(folder + "/" + file) }
        rmdir(folder)
    }
    try body(folder)
}

/// Names of the files in a folder, sorted.
func files(in folder: String) throws -> [String] {
    let directory = try #require(opendir(folder))
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

func bytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&block, 1, block.count, file), count > 0 { all += block[..<count] }
    return all
}

func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "wb"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}

func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

/// Rows of a text file with these bytes, as texts.
func rows(ofText bytes: [UInt8], named name: String = "a.csv") throws -> [[String]] {
    var rows: [[String]] = []
    try withFolder { folder in
        let path = folder + "/" + name
        try write(bytes, to: path)
        try SheetSource(path: path).forEachRow(ofSheet: 0) { row in rows.append(row.cells.map(\.text)) }
    }
    return rows
}
