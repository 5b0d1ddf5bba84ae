import Glibc
import KeyValueStore
import TestSupport
import Testing

@testable import LMDBEngine

/// What a disk can do to a store. Those tests that mount something need root and say so where they are skipped.
@Suite("Disks", .serialized)
struct MediaTests {
    static let isRoot = geteuid() == 0

    @Test("reading only leaves no trace in the file and refuses to write")
    func readOnly() throws {
        let sample = try SampleStore(rows: 10)
        let before = Files.read(sample.path)
        let store = try Environment.open(at: sample.path, mode: .readOnly)
        defer { store.close() }
        #expect(try SampleStore.count(store) == 10)
        #expect(throws: TransactionError.readOnly) { try SampleStore.fill(store, 0..<1, bytes: 1) }
        #expect(Files.read(sample.path) == before)
    }

    @Test("a directory without write permission is read without a lock file", .enabled(if: isRoot, "needs root"))
    func foreignDirectory() throws {
        let sample = try SampleStore(rows: 10)
        unlink(sample.path + "-lock")
        chmod(sample.path, 0o644)
        chmod(sample.directory.path, 0o755)
        let child = ChildProcess("store-peer", ["read-as-nobody", sample.path])
        let said = child.readToEnd()
        #expect(child.wait() == .exit(0), "\(said)")
        #expect(said.first?.hasPrefix("rows 10 ") == true, "\(said)")
        #expect(sample.directory.names == ["store"])
        chmod(sample.path, 0o600)
        #expect(
            ChildProcess("store-peer", ["read-as-nobody", sample.path]).readToEnd().first?.contains("notPermitted")
                == true)
    }

    @Test("a read-only disk is read, and not written", .enabled(if: isRoot && canMount, "needs root and mounts"))
    func readOnlyDisk() throws {
        let disk = try Disk(megabytes: 8)
        let store = try Environment.create(at: disk.file("store"))
        try SampleStore.fill(store, 0..<10, bytes: 100)
        store.close()
        disk.makeReadOnly()
        let reader = try Environment.open(at: disk.file("store"), mode: .readOnly)
        #expect(try SampleStore.count(reader) == 10)
        reader.close()
        #expect(throws: OpenError.readOnly(path: disk.file("store"))) { try Environment.open(at: disk.file("store")) }
        #expect(throws: OpenError.readOnly(path: disk.file("new"))) { try Environment.create(at: disk.file("new")) }
    }

    @Test(
        "a full disk is an error by its name; earlier commits are whole and work goes on when there is room",
        .enabled(if: isRoot && canMount, "needs root and mounts"))
    func fullDisk() throws {
        let disk = try Disk(megabytes: 8)
        let path = disk.file("store")
        let store = try Environment.create(at: path)
        defer { store.close() }
        Files.write([UInt8](repeating: 1, count: 2 << 20), to: disk.file("ballast"))
        try SampleStore.fill(store, 0..<1_000, bytes: 1_000)
        #expect(throws: TransactionError.diskFull(path: path)) {
            for round in 1..<20 { try SampleStore.fill(store, round * 1_000..<round * 1_000 + 1_000, bytes: 1_000) }
        }
        #expect(throws: TransactionError.diskFull(path: disk.file("copy"))) { try store.copy(to: disk.file("copy")) }
        let count = try SampleStore.count(store)
        #expect(count >= 1_000 && count % 1_000 == 0)
        #expect(try Environment.inspect(path).isSound)
        unlink(disk.file("ballast"))
        try SampleStore.fill(store, 0..<100, bytes: 1_000)
        #expect(try SampleStore.count(store) == count)
    }

    static let canMount = (try? Disk(megabytes: 1)) != nil
}

/// A small disk of its own (tmpfs), unmounted at the end.
private final class Disk {
    private let directory = TemporaryDirectory()
    struct CannotMount: Error {}

    init(megabytes: Int) throws {
        guard mount("tmpfs", directory.path, "tmpfs", 0, "size=\(megabytes)m") == 0 else { throw CannotMount() }
    }

    deinit { umount(directory.path) }

    func file(_ name: String) -> String { directory.file(name) }

    func makeReadOnly() { mount("tmpfs", directory.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) }
}
