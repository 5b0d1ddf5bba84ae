import Glibc
import KeyValueStore
import TestSupport
import Testing

@testable import LMDBEngine

@Suite("Opening and creating")
struct OpeningTests {
    /// Something that is no store, and how it is refused.
    struct Impostor: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let found: String
        var testDescription: String { name }
    }

    static let impostors = [
        Impostor(name: "empty file", bytes: [], found: "空文件"),
        Impostor(name: "Chinese text", bytes: Array("编号,姓名\n".utf8), found: "文本文件"),
        Impostor(name: "plain text", bytes: Array("id,name\n1,A\n".utf8), found: "文本文件"),
        Impostor(name: "SQLite", bytes: Array("SQLite format 3\0".utf8) + zeros(8_192), found: "SQLite 数据库"),
        Impostor(name: "workbook", bytes: [0x50, 0x4B, 3, 4] + zeros(100), found: "ZIP 压缩包或 XLSX、DOCX 文件"),
        Impostor(name: "zeros", bytes: zeros(16_384), found: "其他文件"),
    ]

    private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    @Test("a file that is no store is refused and left untouched", arguments: impostors)
    func impostor(_ impostor: Impostor) {
        let directory = TemporaryDirectory()
        let path = directory.file("store")
        Files.write(impostor.bytes, to: path)
        for mode in [Environment.Mode.readOnly, .readWrite] {
            #expect(throws: OpenError.notAStore(path: path, found: impostor.found)) {
                try Environment.open(at: path, mode: mode)
            }
        }
        #expect(throws: OpenError.notAStore(path: path, found: impostor.found)) { try Environment.inspect(path) }
        #expect(Files.read(path) == impostor.bytes)
        #expect(directory.names == ["store"])
    }

    @Test("what is missing, a directory, a pipe: each by its name")
    func notAFile() {
        let directory = TemporaryDirectory()
        let missing = directory.file("missing/store")
        #expect(throws: OpenError.missing(path: missing)) { try Environment.open(at: missing) }
        #expect(throws: OpenError.missing(path: missing)) { try Environment.create(at: missing) }
        for mode in [Environment.Mode.readOnly, .readWrite] {
            #expect(throws: OpenError.notAStore(path: directory.path, found: "目录")) {
                try Environment.open(at: directory.path, mode: mode)
            }
        }
        let pipe = directory.file("pipe")
        mkfifo(pipe, 0o600)
        #expect(throws: OpenError.notAStore(path: pipe, found: "设备或管道")) { try Environment.open(at: pipe) }
    }

    @Test("a new store has one file and its lock, for its owner only, and replaces nothing")
    func creating() throws {
        let directory = TemporaryDirectory()
        let path = directory.file("store")
        let store = try Environment.create(at: path)
        #expect(directory.names == ["store", "store-lock"])
        #expect(Files.permissions(path) == 0o600)
        #expect(Files.permissions(path + "-lock") == 0o600)
        store.close()
        let before = Files.read(path)
        #expect(throws: OpenError.exists(path: path)) { try Environment.create(at: path) }
        #expect(Files.read(path) == before)
        #expect(directory.names == ["store", "store-lock"])
    }

    @Test("a store whose filling fails never appears")
    func failedFilling() throws {
        struct Refusal: Error {}
        let directory = TemporaryDirectory()
        #expect(throws: Refusal.self) {
            try Environment.create(at: directory.file("store")) { store in
                try store.write { try $0.put([1], for: Key(UInt64(1)), in: "rows") }
                throw Refusal()
            }
        }
        #expect(directory.names == [])
    }

    @Test("a filled store appears with what was put into it")
    func filling() throws {
        let directory = TemporaryDirectory()
        let store = try Environment.create(at: directory.file("store")) { try SampleStore.fill($0, 0..<10, bytes: 5) }
        defer { store.close() }
        #expect(try SampleStore.count(store) == 10)
    }

    @Test("opening twice shares one map; the last close lets go")
    func openingTwice() throws {
        let sample = try SampleStore(rows: 1)
        let first = try Environment.open(at: sample.path)
        let second = try Environment.open(
            at: sample.directory.path + "/../" + FileMoves.name(of: sample.directory.path) + "/store", mode: .readOnly)
        #expect(first.shared === second.shared)
        first.close()
        first.close()
        #expect(try SampleStore.count(second) == 1)
        #expect(throws: TransactionError.readOnly) { try SampleStore.fill(second, 0..<1, bytes: 1) }
        second.close()
        let third = try Environment.open(at: sample.path)
        #expect(third.shared !== first.shared)
        third.close()
    }

    @Test("writing is refused where this process reads only")
    func readOnlyFirst() throws {
        let sample = try SampleStore(rows: 1)
        let reader = try Environment.open(at: sample.path, mode: .readOnly)
        #expect(throws: OpenError.self) { try Environment.open(at: sample.path) }
        reader.close()
        let writer = try Environment.open(at: sample.path)
        try SampleStore.fill(writer, 5..<6, bytes: 1)
        writer.close()
    }

    @Test("many threads opening and closing one store never map it twice")
    func openingRace() async throws {
        let sample = try SampleStore(rows: 3)
        let path = sample.path
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    let store = try Environment.open(at: path)
                    defer { store.close() }
                    return try SampleStore.count(store)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 3, count: 100))
    }
}
