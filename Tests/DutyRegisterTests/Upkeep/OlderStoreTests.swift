import DutyModel
import KeyValueStore
import RecordStore
import Scoring
import TestSupport
import Testing

@testable import DutyRegister
@testable import RecordStore

@Suite("a store of an older format")
struct OlderStoreTests {
    /// A store as format 1 left it: fact rows of the record's own day only.
    private func older(at path: String) throws {
        let register = try Register.create(at: path, .county, by: clerk)
        defer { register.close() }
        try register.addSix()
        let content = ProposalContent(stages: [ProposalStageEntry(.filed, day: day("2024-01-08"))])
        _ = try register.add(
            RecordDraft(
                kind: "提案", title: "停车", days: DayRange(day("2023-12-20")), people: ["001"],
                content: .proposal(content)))
        try register.store.write(as: clerk.context(for: .rebuildFacts)) { transaction in
            var stale: [Key] = []
            try FactTable.table.scan(in: &transaction) { key, _ in
                stale.append(Key(bytes: Array(key)))
                return .next
            }
            for key in stale { try FactTable.table.delete(key, in: &transaction) }
            var format = try #require(try StoreFormat.stored(in: &transaction))
            format.format = 1
            try format.write(in: &transaction)
        }
    }

    @Test("is brought to this one when it is opened, also only to be read", arguments: [OpenMode.reading, .writing])
    func opened(_ mode: OpenMode) throws {
        let directory = TemporaryDirectory()
        let path = directory.file("旧.lvzhi")
        try older(at: path)
        let register = try Register.open(at: path, mode, by: clerk)
        #expect(try register.facts(of: "001", year: 2023).filter(\.isFact).map(\.basisCode) == [0])
        #expect(try register.facts(of: "001", year: 2024).filter(\.isFact).map(\.basisCode) == [2])
        register.close()
        let report = try StoreCheck.run(path)
        #expect(report.isClean, "\(report.findings)")
    }
}
