import KeyValueStore
import TestSupport
import Testing

@testable import RecordStore

@Suite struct ChangeLogTests {
    /// Five actions, the third of them of several parts.
    private func loggedStore() throws -> Store {
        let store = try newStore()
        for number in 1...5 as ClosedRange<UInt32> {
            let long = String(repeating: "长", count: number == 3 ? 2000 : 1)
            try store.write(as: by("用户\(number)", at: Int64(number))) { transaction in
                for id in 0..<(number == 3 ? 100 : 1) as Range<UInt32> {
                    try Person.table.put(Person(id: number * 1000 + id, name: "人", tags: [long]), in: &transaction)
                }
            }
        }
        return store
    }

    /// Changes rows of the log past everything, with right checksums.
    private func edit(_ store: Store, _ body: (inout WriteTransaction) throws -> Void) throws -> [String] {
        try store.engine.write(body)
        return try store.check().findings.map(\.message)
    }

    private func payload(_ key: Key, _ transaction: inout WriteTransaction) throws -> [UInt8] {
        try #require(try transaction.get(key, in: "changes") { Array($0.dropFirst(Envelope.headerLength)) })
    }

    private func put(_ payload: [UInt8], _ key: Key, _ transaction: inout WriteTransaction) throws {
        try transaction.put(ChangeEntry.envelope.wrap(payload, for: key), for: key, in: "changes")
    }

    @Test("an entry says who, when, from where and what, before and after")
    func entry() throws {
        try withStore { store in
            try store.write(as: by("甲")) { try Person.table.put(Person(id: 1, name: "旧"), in: &$0) }
            var context = by("乙", "person.edit")
            context.origin = "import 名册.xlsx"
            try store.write(as: context) { transaction in
                try Person.table.put(Person(id: 1, name: "新"), in: &transaction)
                transaction.context.summary = "改名 1 人"
                #expect(transaction.changeSequence == 2)
            }
            let (entries, changes) = try store.read { transaction in
                (
                    try ChangeLog.entries(in: &transaction), try ChangeLog.changes(of: 2, in: &transaction)
                )
            }
            #expect(entries.map(\.sequence) == [2, 1])
            #expect(entries[0].context.origin == "import 名册.xlsx" && entries[0].context.summary == "改名 1 人")
            #expect(entries[0].previous == entries[1].hash && entries[1].previous == .zero)
            #expect(changes.count == 1 && changes[0].table == "people" && changes[0].key == Key(1))
            #expect(changes[0].before != nil && changes[0].after != nil && changes[0].before != changes[0].after)
            try store.read { transaction in
                try #expect(ChangeLog.entries(1...1, in: &transaction).map(\.context.who) == ["甲"])
                try #expect(ChangeLog.entries(limit: 1, in: &transaction).map(\.context.who) == ["乙"])
                try #expect(ChangeLog.entry(3, in: &transaction) == nil)
                try #expect(ChangeLog.head(in: &transaction).hash == entries[0].hash)
            }
        }
    }

    @Test("a store with a long log checks clean")
    func clean() throws {
        let store = try loggedStore()
        #expect(try store.check().isClean)
        let parts = try store.read { try ChangeLog.stored(3, in: &$0)?.partDigests.count }
        #expect(parts ?? 0 > 1)
    }

    @Test("one byte of an entry edited is found, in every byte, and the entry is named")
    func edited() throws {
        let store = try loggedStore()
        let key = Key(2 as UInt64)
        let original = try store.read { transaction in
            try transaction.get(key, in: "changes") { Array($0.dropFirst(Envelope.headerLength)) } ?? []
        }
        for place in original.indices {
            let messages = try edit(store) { transaction in
                var payload = original
                payload[place] ^= 1
                try put(payload, key, &transaction)
            }
            #expect(messages.first?.contains("changes 2：") == true, "byte \(place): \(messages)")
        }
    }

    @Test("an entry edited and hashed anew breaks the chain behind it")
    func rehashed() throws {
        let store = try loggedStore()
        let messages = try edit(store) { transaction in
            let key = Key(2 as UInt64)
            let old = try payload(key, &transaction)
            var entry = try old.withUnsafeBytes { try ChangeEntry(sequence: 2, payload: $0) }
            entry.set.context.who = "冒名"
            let forged = ChangeEntry(set: entry.set, changes: entry.changes, partDigests: entry.partDigests)
            try put(forged.payload, key, &transaction)
        }
        #expect(messages == ["changes 3：变更日志第 3 条与前一条接不上，其中一条被替换或改动过"])
    }

    @Test("a dropped entry is named, first, middle or last", arguments: [1, 2, 4, 5] as [UInt64])
    func dropped(sequence: UInt64) throws {
        let messages = try edit(try loggedStore()) { try $0.delete(Key(sequence), in: "changes") }
        #expect(messages == ["changes \(sequence)：变更日志缺少第 \(sequence) 条"])
    }

    @Test("two entries exchanged are both named, even with right checksums")
    func exchanged() throws {
        let messages = try edit(try loggedStore()) { transaction in
            let (second, fourth) = (Key(2 as UInt64), Key(4 as UInt64))
            let (left, right) = (try payload(second, &transaction), try payload(fourth, &transaction))
            try put(right, second, &transaction)
            try put(left, fourth, &transaction)
        }
        #expect(messages.contains("changes 2：变更日志第 2 条被改动过"))
        #expect(messages.contains("changes 4：变更日志第 4 条被改动过"))
    }

    @Test("a part edited, missing or added is named with its entry")
    func parts() throws {
        let key = Key(3 as UInt64, 2 as UInt64)
        let sentence = "变更日志第 3 条的第 2 部分缺失、多余或被改动过"
        let missing = try edit(try loggedStore()) { try $0.delete(key, in: "changes") }
        #expect(missing == ["changes (3, 2)：\(sentence)"])
        let edited = try edit(try loggedStore()) { transaction in
            var content = try payload(key, &transaction)
            content[content.count / 2] ^= 1
            try put(content, key, &transaction)
        }
        #expect(edited == ["changes (3, 2)：\(sentence)"])
        let added = try edit(try loggedStore()) { try put([], Key(4 as UInt64, 1 as UInt64), &$0) }
        #expect(added == ["changes (4, 1)：变更日志第 4 条的第 1 部分缺失、多余或被改动过"])
        let whole = try edit(try loggedStore()) { try $0.delete(Key(3 as UInt64), in: "changes") }
        #expect(whole == ["changes 3：变更日志缺少第 3 条"])
    }

    @Test("a log cut at its end together with its head is told by a head noted earlier")
    func anchor() throws {
        let store = try loggedStore()
        let noted = try store.read { try ChangeLog.head(in: &$0) }
        #expect(try store.check(anchor: noted).isClean)
        try store.write(as: by("later")) { try Person.table.put(Person(id: 9, name: "后"), in: &$0) }
        #expect(try store.check(anchor: noted).isClean)
        try store.engine.write { transaction in
            for table in [Person.table.name] + Person.table.indexNames + ["changes", "changes.index"] {
                try transaction.deleteAll(.all, in: table)
            }
            try transaction.delete(Key("log"), in: "format")
        }
        #expect(try store.check().isClean)
        #expect(
            try store.check(anchor: noted).findings.map(\.message)
                == ["changes 5：变更日志第 5 条与留存的校验值不符，日志可能被整体改写过"])
    }
}
