public import KeyValueStore
import Synchronization

/// A store in memory with the behaviour and the errors of the real engines: what tests compare them with, and what
/// tests of the layers above run on.
public final class MemoryEngine: KeyValueEngine {
    public let traits: EngineTraits

    private let committed = Mutex<[DatabaseName: SortedRows]>([:])
    private let writing = Mutex(())

    public init(maximumKeyLength: Int = 511) {
        traits = EngineTraits(
            name: "memory", maximumKeyLength: maximumKeyLength, maximumValueLength: 0x7FFF_FFFF,
            preferredPageSize: 2_000)
    }

    public func withReadHandle<R>(_ body: (any ReadHandle) throws -> R) throws -> R {
        let handle = MemoryHandle(databases: committed.withLock { $0 }, traits: traits)
        defer { handle.isOpen = false }
        return try body(handle)
    }

    public func withWriteHandle<R>(_ body: (any WriteHandle) throws -> R) throws -> R {
        try writing.withLock { _ in
            let handle = MemoryHandle(databases: committed.withLock { $0 }, traits: traits)
            defer { handle.isOpen = false }
            let result = try body(handle)
            committed.withLock { $0 = handle.databases }
            return result
        }
    }
}

/// One transaction: a copy of the databases, which share their rows until they are changed.
private final class MemoryHandle: WriteHandle {
    var databases: [DatabaseName: SortedRows]
    let traits: EngineTraits
    var isOpen = true

    init(databases: [DatabaseName: SortedRows], traits: EngineTraits) {
        self.databases = databases
        self.traits = traits
    }

    private func rows(_ database: DatabaseName) -> SortedRows {
        precondition(isOpen, "a transaction was used after its end")
        return databases[database] ?? SortedRows()
    }

    func get<R>(_ key: Key, in database: DatabaseName, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R? {
        try rows(database).value(of: key)?.withUnsafeBytes(body)
    }

    func getMany(
        _ keys: [Key], in database: DatabaseName, each: (Int, UnsafeRawBufferPointer?) throws -> Void
    ) throws {
        let rows = rows(database)
        for (position, key) in keys.enumerated() {
            if let value = rows.value(of: key) {
                try value.withUnsafeBytes { try each(position, $0) }
            } else {
                try each(position, nil)
            }
        }
    }

    func scan(
        _ range: KeyRange, in database: DatabaseName, direction: ScanDirection,
        each: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> ScanStep
    ) throws {
        let rows = rows(database)
        let indices = rows.indices(of: range)
        func visit(_ index: Int) throws -> ScanStep {
            try rows.keys[index].bytes.withUnsafeBytes { key in
                try rows.values[index].withUnsafeBytes { try each(key, $0) }
            }
        }
        switch direction {
        case .forward: for index in indices where try visit(index) == .stop { return }
        case .backward: for index in indices.reversed() where try visit(index) == .stop { return }
        }
    }

    func put(_ value: UnsafeRawBufferPointer, for key: Key, in database: DatabaseName) throws {
        try check(key, value)
        databases[database, default: SortedRows()].set([UInt8](value), for: key)
    }

    func insert(_ value: UnsafeRawBufferPointer, for key: Key, in database: DatabaseName) throws {
        try check(key, value)
        guard rows(database).value(of: key) == nil else {
            throw TransactionError.keyExists(key, database: database.rawValue)
        }
        databases[database, default: SortedRows()].set([UInt8](value), for: key)
    }

    func append(_ value: UnsafeRawBufferPointer, for key: Key, in database: DatabaseName) throws {
        try check(key, value)
        if let last = rows(database).keys.last, last >= key {
            throw TransactionError.keyOutOfOrder(database: database.rawValue)
        }
        databases[database, default: SortedRows()].set([UInt8](value), for: key)
    }

    func delete(_ key: Key, in database: DatabaseName) throws -> Bool {
        guard rows(database).value(of: key) != nil else { return false }
        databases[database]?.remove(key)
        return true
    }

    func deleteAll(_ range: KeyRange, in database: DatabaseName) throws -> Int {
        let indices = rows(database).indices(of: range)
        databases[database]?.removeSubrange(indices)
        return indices.count
    }

    private func check(_ key: Key, _ value: UnsafeRawBufferPointer) throws {
        precondition(isOpen, "a transaction was used after its end")
        precondition(!key.bytes.isEmpty, "a key has at least one byte")
        guard key.bytes.count <= traits.maximumKeyLength else {
            throw TransactionError.keyTooLong(length: key.bytes.count, maximum: traits.maximumKeyLength)
        }
        guard value.count <= traits.maximumValueLength else {
            throw TransactionError.valueTooLong(length: value.count, maximum: traits.maximumValueLength)
        }
    }
}
