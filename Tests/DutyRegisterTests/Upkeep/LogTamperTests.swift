import DutyModel
import KeyValueStore
import TestSupport
import Testing

@testable import DutyRegister
@testable import RecordStore

/// The change log changed past everything, with right checksums: the check says which action it was, when and what.
@Suite struct LogTamperTests {
    /// A register with a closed year, damaged by `body`; what the check says then.
    private func findings(
        anchors: (Register) throws -> [LogAnchor] = { _ in [] },
        _ body: (Register, inout WriteTransaction) throws -> Void
    ) throws -> [String] {
        try withRegister(soundAtEnd: false) { register in
            try register.addSix()
            _ = try register.training("读书班", ["001"])
            _ = try register.edit("读书班") { $0.place = "县委党校" }
            let noted = try anchors(register)
            #expect(try register.check(anchors: noted).isClean)
            try register.store.engine.write { try body(register, &$0) }
            return try register.check(anchors: noted).findings
        }
    }

    private func payload(_ sequence: UInt64, _ transaction: inout WriteTransaction) throws -> [UInt8] {
        try #require(
            try transaction.get(Key(sequence), in: "changes") { Array($0.dropFirst(Envelope.headerLength)) })
    }

    private func put(_ payload: [UInt8], _ sequence: UInt64, _ transaction: inout WriteTransaction) throws {
        let key = Key(sequence)
        try transaction.put(ChangeEntry.envelope.wrap(payload, for: key), for: key, in: "changes")
    }

    @Test("one byte edited: the entry by number, time and action")
    func edited() throws {
        let found = try findings { _, transaction in
            var bytes = try payload(4, &transaction)
            bytes[bytes.count - 40] ^= 1
            try put(bytes, 4, &transaction)
        }
        #expect(found.first?.contains("第 4 号被改动过（第 4 号 20") == true, "\(found)")
        #expect(found.first?.contains("王办事 增加委员") == true, "\(found)")
    }

    @Test("one byte edited on the disk, checksum and all: named all the same, by its neighbours")
    func broken() throws {
        let found = try findings { _, transaction in
            var value = try #require(try transaction.get(Key(UInt64(4)), in: "changes") { Array($0) })
            value[value.count / 2] ^= 1
            try transaction.put(value, for: Key(UInt64(4)), in: "changes")
        }
        #expect(found.contains { $0.contains("前一条是第 3 号") && $0.contains("后一条是第 5 号") }, "\(found)")
    }

    @Test("one dropped: between which two it was")
    func dropped() throws {
        let found = try findings { _, transaction in try transaction.delete(Key(UInt64(5)), in: "changes") }
        #expect(found.first?.contains("变更日志缺少第 5 号（前一条是第 4 号 20") == true, "\(found)")
        #expect(found.first?.contains("后一条是第 6 号") == true, "\(found)")
    }

    @Test("two swapped: both")
    func swapped() throws {
        let found = try findings { _, transaction in
            let (left, right) = (try payload(3, &transaction), try payload(6, &transaction))
            try put(right, 3, &transaction)
            try put(left, 6, &transaction)
        }
        #expect(found.contains { $0.contains("第 3 号被改动过") } && found.contains { $0.contains("第 6 号被改动过") })
    }

    /// Drops the last entry together with the head that the store remembers.
    private func dropLast(_ register: Register, _ transaction: inout WriteTransaction) throws {
        let head = try register.store.read { try ChangeLog.head(in: &$0) }
        try transaction.delete(Key(head.sequence), in: "changes")
        let before = try register.store.read { try ChangeLog.entry(head.sequence - 1, in: &$0) }
        var fields = FieldWriter()
        ChangeLog.Head(sequence: head.sequence - 1, hash: try #require(before).hash).encode(into: &fields)
        let value = StoreFormat.envelope.wrap(fields.bytes, for: ChangeLog.Head.key)
        try transaction.put(value, for: ChangeLog.Head.key, in: "format")
    }

    @Test("the last one dropped with the head: told by the record it left, and by a head noted elsewhere")
    func lastDropped() throws {
        let found = try findings { try dropLast($0, &$1) }
        #expect(found.contains { $0.contains("履职记录") && $0.contains("不符") }, "\(found)")
        let anchored = try findings {
            let head = try $0.check()
            return [LogAnchor(sequence: head.changes, hash: head.head)]
        } _: {
            try dropLast($0, &$1)
        }
        #expect(anchored.contains { $0.contains("与先前记下的不符") }, "\(anchored)")
    }

    @Test("a closed year notes the head of the log: a log written anew from before it is told without any other note")
    func anchoredByYear() throws {
        try withRegister(soundAtEnd: false) { register in
            try register.addSix()
            _ = try register.adoptRulebook(text: ManualPointsTests.text, file: "办法.yaml")
            let version = try register.closeYear(2024).value
            try register.store.engine.write { transaction in
                let bytes = try payload(version.logSequence, &transaction)
                let entry = try bytes.withUnsafeBytes { try ChangeEntry(sequence: version.logSequence, payload: $0) }
                var set = entry.set
                set.context.who = "冒名"
                let forged = ChangeEntry(set: set, changes: entry.changes, partDigests: entry.partDigests)
                try put(forged.payload, version.logSequence, &transaction)
            }
            let found = try register.check().findings
            #expect(found.contains { $0.contains("第 \(version.logSequence) 号与先前记下的不符") }, "\(found)")
        }
    }

    @Test("an anchor is read as it is printed, and nothing else is")
    func anchorText() {
        let hash = String(repeating: "0f", count: 32)
        #expect(LogAnchor("57:\(hash)") == LogAnchor(sequence: 57, hash: hash))
        for wrong in ["57", "57:", "0:\(hash)", "57:\(hash)0", "a:\(hash)", "57:\(hash.dropLast())g"] {
            #expect(LogAnchor(wrong) == nil, "\(wrong)")
        }
    }
}
