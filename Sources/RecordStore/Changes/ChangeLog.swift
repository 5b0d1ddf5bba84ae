public import KeyValueStore

/// Reads the change log: one entry for each user action, each holding the hash of the one before, so that none can be
/// edited, dropped or moved without `IntegrityReport` saying so.
public enum ChangeLog {
    /// The newest entry. Printed on a report, it lets anyone tell later whether the log was rewritten since.
    public struct Head: Hashable, Sendable {
        /// 0 before the first entry.
        public var sequence: UInt64
        public var hash: Digest

        public init(sequence: UInt64, hash: Digest) {
            self.sequence = sequence
            self.hash = hash
        }

        static let key = Key("log")
        static let none = Head(sequence: 0, hash: .zero)
    }

    public static func head<T: Reading & ~Copyable>(in transaction: inout T) throws -> Head {
        try StoreFormat.value(Head.key, in: &transaction) ?? .none
    }

    /// The entries of a range of sequences, newest first by default.
    public static func entries<T: Reading & ~Copyable>(
        _ sequences: ClosedRange<UInt64> = 1...UInt64.max, direction: ScanDirection = .backward,
        limit: Int = .max, in transaction: inout T
    ) throws -> [ChangeSet] {
        var found: [ChangeSet] = []
        guard limit > 0 else { return found }
        try scan(sequences, direction: direction, in: &transaction) { entry in
            found.append(entry.set)
            return found.count < limit ? .next : .stop
        }
        return found
    }

    public static func entry<T: Reading & ~Copyable>(
        _ sequence: UInt64, in transaction: inout T
    ) throws -> ChangeSet? {
        try stored(sequence, in: &transaction)?.set
    }

    /// The changes of one entry, in the order in which they were made, part by part.
    /// A record may come up more than once in a very large change set.
    public static func changes<T: Reading & ~Copyable>(
        of sequence: UInt64, in transaction: inout T, each: (Change) throws -> ScanStep
    ) throws {
        guard let entry = try stored(sequence, in: &transaction) else { return }
        try forEachChange(of: entry, in: &transaction, each: each)
    }

    /// The changes of one entry as one list.
    public static func changes<T: Reading & ~Copyable>(
        of sequence: UInt64, in transaction: inout T
    ) throws -> [Change] {
        var found: [Change] = []
        try changes(of: sequence, in: &transaction) { change in
            found.append(change)
            return .next
        }
        return found
    }
}

extension ChangeLog {
    static func stored<T: Reading & ~Copyable>(
        _ sequence: UInt64, in transaction: inout T
    ) throws -> ChangeEntry? {
        let key = Key(sequence)
        return try transaction.get(key, in: "changes") { value in try decode(value, key: key, sequence: sequence) }
    }

    /// All entries of a range, without their parts.
    static func scan<T: Reading & ~Copyable>(
        _ sequences: ClosedRange<UInt64>, direction: ScanDirection, in transaction: inout T,
        each: (ChangeEntry) throws -> ScanStep
    ) throws {
        let upper = sequences.upperBound == .max ? nil : Key(sequences.upperBound + 1)
        let range = KeyRange(from: Key(sequences.lowerBound), to: upper)
        try transaction.scan(range, in: "changes", direction: direction) { rawKey, value in
            var reader = TupleKeyReader(rawKey)
            let key = Key(bytes: Array(rawKey))
            do {
                let sequence = try reader.unsigned()
                guard reader.isAtEnd else { return .next }
                return try each(try decode(value, key: key, sequence: sequence))
            } catch let error as KeyError {
                throw DecodingError(database: "changes", key: key, problem: .key(error))
            }
        }
    }

    static func forEachChange<T: Reading & ~Copyable>(
        of entry: ChangeEntry, in transaction: inout T, each: (Change) throws -> ScanStep
    ) throws {
        for change in entry.changes where try each(change) == .stop { return }
        for part in 0..<entry.partDigests.count {
            let key = Key(entry.set.sequence, UInt64(part + 1))
            let changes = try transaction.get(key, in: "changes") { value in
                try ChangeEntry.envelope.decode(ChangePart.self, from: value, key: key).changes
            }
            guard let changes else { throw DecodingError(database: "changes", key: key, problem: .tooShort) }
            for change in changes where try each(change) == .stop { return }
        }
    }

    private static func decode(
        _ value: UnsafeRawBufferPointer, key: Key, sequence: UInt64
    ) throws -> ChangeEntry {
        let payload = try ChangeEntry.envelope.open(value, key: key)
        do {
            return try ChangeEntry(sequence: sequence, payload: payload)
        } catch let error as FieldError {
            throw DecodingError(database: "changes", key: key, problem: .fields(error))
        }
    }
}

extension ChangeLog.Head: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, sequence)
        fields.raw(2, hash.bytes)
    }

    public init(from fields: inout FieldReader) throws {
        sequence = try fields.unsigned(1)
        let bytes = try fields.raw(2)
        guard bytes.count == Digest.length else { throw fields.invalid(2) }
        hash = Digest(bytes: bytes)
    }
}
