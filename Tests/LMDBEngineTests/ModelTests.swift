import KeyValueStore
import LMDBEngine
import TestSupport
import Testing

@Suite("Against a plain model")
struct ModelTests {
    @Test("random transactions leave the same rows as in memory", arguments: 1...12 as ClosedRange<UInt64>)
    func randomTransactions(seed: UInt64) throws {
        let directory = TemporaryDirectory()
        let model = MemoryEngine()
        let store = try Environment.create(at: directory.file("store"))
        defer { store.close() }
        var random = SeededGenerator(seed: seed)
        for round in 0..<25 {
            let plan = (0..<30).map { _ in Operation(random: &random) }
            let fails = Int.random(in: 0..<5, using: &random) == 0
            let expected = Self.run(plan, on: model, fails: fails)
            let found = Self.run(plan, on: store, fails: fails)
            #expect(found == expected, "seed \(seed), round \(round)")
            #expect(try Self.contents(store) == Self.contents(model), "seed \(seed), round \(round)")
        }
        let report = try Environment.inspect(store.path)
        #expect(report.isSound, "seed \(seed): \(report.findings)")
    }

    private struct Refusal: Error {}

    /// What each operation said, in words.
    private static func run(_ plan: [Operation], on engine: some KeyValueEngine, fails: Bool) -> [String] {
        var answers: [String] = []
        do {
            try engine.write { transaction in
                answers = []
                for operation in plan { answers.append(operation.run(in: &transaction)) }
                if fails { throw Refusal() }
            }
        } catch {
            answers.append("\(error)")
        }
        return answers
    }

    private static func contents(_ engine: some KeyValueEngine) throws -> [String] {
        try engine.read { transaction in
            var lines: [String] = []
            for name in Operation.databases {
                for direction in [ScanDirection.forward, .backward] {
                    try transaction.scan(.all, in: name, direction: direction) { key, value in
                        lines.append("\(name.rawValue) \(Key(bytes: [UInt8](key)).hashValue) \(digest(value))")
                        return .next
                    }
                }
            }
            return lines
        }
    }
}
