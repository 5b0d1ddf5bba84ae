import Glibc
import KeyValueStore
import TestSupport
import Testing

@testable import LMDBEngine

@Suite("Damaged files")
struct DamageTests {
    @Test("a file cut at any length is an error and left untouched, never a crash")
    func cuts() throws {
        let sample = try SampleStore(rows: 3_000, bytes: 300)
        let whole = Files.read(sample.path)
        let path = sample.directory.file("cut")
        let lengths =
            Array(0..<40) + [151, 152, 4_095, 4_096, 4_247, 4_248, 8_191]
            + Array(stride(from: 8_192, to: whole.count, by: 40_000)) + [whole.count - 4_096, whole.count - 1]
        for length in lengths {
            let bytes = Array(whole[..<length])
            Files.write(bytes, to: path)
            for mode in [Environment.Mode.readOnly, .readWrite] {
                #expect(throws: OpenError.self, "cut at \(length)") { try Environment.open(at: path, mode: mode) }
            }
            #expect(Files.read(path) == bytes, "cut at \(length)")
        }
    }

    @Test("a healthy file that looks short opens")
    func shortButWhole() throws {
        let sample = try SampleStore(rows: 10)
        let store = try Environment.open(at: sample.path)
        var looksShort = false
        for round in 0..<30 {
            try SampleStore.fill(store, 0..<200, bytes: 500 + round * 200)
            try store.write { _ = try $0.deleteAll(.prefix(Key(bytes: [0x15])), in: SampleStore.rows) }
            #expect(try Environment.inspect(sample.path).isSound)
            let found = try guardOf(sample.path)
            looksShort = looksShort || !found.hasFullLength
        }
        store.close()
        let again = try Environment.open(at: sample.path)
        again.close()
        _ = looksShort
    }

    private func guardOf(_ path: String) throws -> OpenGuard {
        let descriptor = Glibc.open(path, O_RDONLY)
        defer { close(descriptor) }
        return try OpenGuard(path: path, descriptor: descriptor)
    }

    @Test("a flipped bit in any page header, meta page or branch is found by the page walk")
    func flippedHeaders() throws {
        let sample = try SampleStore(rows: 4_000, bytes: 100)
        let whole = Files.read(sample.path)
        let sound = try Environment.inspect(sample.path)
        #expect(sound.isSound && sound.entries["rows"] == 4_000)
        let path = sample.directory.file("flipped")
        var random = SeededGenerator(seed: 11)
        var missed: [String] = []
        for page in 2..<whole.count / 4_096 {
            // Number, flags and bounds; the two bytes of padding mean nothing.
            let offset = ([0, 1, 4] + [10, 11, 12, 13, 14, 15]).randomElement(using: &random) ?? 0
            var bytes = whole
            bytes[page * 4_096 + offset] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            Files.write(bytes, to: path)
            let report = try? Environment.inspect(path)
            if report?.isSound == true, isReachable(page, in: whole) { missed.append("page \(page) offset \(offset)") }
        }
        #expect(missed.isEmpty)
    }

    /// Whether a page belongs to the newest snapshot: its bytes matter only then.
    private func isReachable(_ page: Int, in whole: [UInt8]) -> Bool {
        let path = TemporaryDirectory()
        var bytes = whole
        for offset in page * 4_096..<page * 4_096 + 16 { bytes[offset] = 0xFF }
        Files.write(bytes, to: path.file("probe"))
        return (try? Environment.inspect(path.file("probe")))?.isSound != true
    }

    @Test("whatever byte is flipped, a walk answers and what it calls sound reads without a crash")
    func anyByte() throws {
        let sample = try SampleStore(rows: 1_500, bytes: 60)
        let whole = Files.read(sample.path)
        let path = sample.directory.file("flipped")
        var random = SeededGenerator(seed: 5)
        for trial in 0..<60 {
            var bytes = whole
            for _ in 0..<[1, 1, 16].randomElement(using: &random)! {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            }
            Files.write(bytes, to: path)
            guard let report = try? Environment.inspect(path), report.isSound else { continue }
            let child = ChildProcess("store-peer", ["read-all", path])
            let said = child.readToEnd()
            #expect(child.wait() == .exit(0), "trial \(trial): \(said)")
        }
    }

    @Test("a small store with a damaged page is refused at opening")
    func smallAndDamaged() throws {
        let sample = try SampleStore(rows: 1_000, bytes: 100)
        var bytes = Files.read(sample.path)
        for page in 2..<bytes.count / 4_096 { bytes[page * 4_096 + 12] ^= 0x40 }
        Files.write(bytes, to: sample.path)
        #expect(throws: OpenError.self) { try Environment.open(at: sample.path) }
        #expect(Files.read(sample.path) == bytes)
    }

    @Test("a file of a newer format names both versions")
    func newerFormat() throws {
        let sample = try SampleStore()
        var bytes = Files.read(sample.path)
        bytes[20] = 2
        bytes[4_116] = 2
        Files.write(bytes, to: sample.path)
        #expect(throws: OpenError.newerFormat(path: sample.path, found: 2, supported: 1)) {
            try Environment.open(at: sample.path)
        }
    }
}
