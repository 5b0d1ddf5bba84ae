public import KeyValueStore

/// Finds entries of the change log by what they are about: database `changes.index`, whose keys end with the sequence
/// and have nothing behind them. It follows from the log and is not part of it.
public enum LogIndex {
    static let database: DatabaseName = "changes.index"
    /// Under this key of `format` stands that the index is whole.
    static let markKey = Key("logIndex")

    /// What entries are looked for by.
    public enum Subject: Hashable, Sendable {
        /// What the application says a change is about (`StoreSchema.concerns`).
        case concern(Key)
        /// An account acted.
        case account(UInt64)

        /// The beginning of its keys.
        var prefix: Key {
            switch self {
            case .concern(let key): Key(bytes: Key(UInt8(2)).bytes + key.bytes)
            case .account(let account): Key(UInt8(3), account)
            }
        }
    }

    private static let timePrefix = Key(UInt8(4))

    /// Sequences of the entries about something, oldest first.
    public static func sequences<T: Reading & ~Copyable>(
        of subject: Subject, in transaction: inout T
    ) throws -> [UInt64] {
        let prefix = subject.prefix
        return try sequences(in: .prefix(prefix), behind: { _ in prefix.bytes.count }, &transaction)
    }

    /// Sequences of the entries of a range of UTC milliseconds, by time.
    public static func sequences<T: Reading & ~Copyable>(
        at instants: Range<Int64>, in transaction: inout T
    ) throws -> [UInt64] {
        let range = KeyRange(from: timeKey(instants.lowerBound), to: timeKey(instants.upperBound))
        return try sequences(
            in: range,
            behind: { reader throws(KeyError) in
                try reader.skip()
                try reader.skip()
                return reader.offset
            }, &transaction)
    }

    /// Whether the index knows every entry; where it does not, the log has to be walked.
    public static func isWhole<T: Reading & ~Copyable>(in transaction: inout T) throws -> Bool {
        let mark = try transaction.get(markKey, in: "format") { value in
            _ = try StoreFormat.envelope.open(value, key: markKey)
            return true
        }
        if mark != nil { return true }
        return try ChangeLog.head(in: &transaction).sequence == 0
    }

    private static func timeKey(_ instant: Int64) -> Key { Key(bytes: timePrefix.bytes + Key(instant).bytes) }

    private static func sequences<T: Reading & ~Copyable>(
        in range: KeyRange, behind offset: (inout TupleKeyReader) throws(KeyError) -> Int, _ transaction: inout T
    ) throws -> [UInt64] {
        var found: [UInt64] = []
        try transaction.scan(range, in: database) { key, _ in
            do throws(KeyError) {
                var whole = TupleKeyReader(key)
                var reader = TupleKeyReader(UnsafeRawBufferPointer(rebasing: key[try offset(&whole)...]))
                found.append(try reader.unsigned())
                try reader.finish()
            } catch {
                throw DecodingError(database: database, key: Key(bytes: Array(key)), problem: .key(error))
            }
            return .next
        }
        return found
    }

    /// The keys of one change of an entry.
    static func keys(of change: Change, sequence: UInt64, schema: StoreSchema) throws -> Set<Key> {
        let subjects = try schema.concerns?(change).map(Subject.concern) ?? []
        return Set(subjects.map { Key(bytes: $0.prefix.bytes + Key(sequence).bytes) })
    }

    /// The keys of an entry itself.
    static func keys(of context: ChangeContext, sequence: UInt64) -> Set<Key> {
        let time = Key(bytes: timeKey(context.instant).bytes + Key(sequence).bytes)
        guard let account = context.account else { return [time] }
        return [time, Key(bytes: Subject.account(account).prefix.bytes + Key(sequence).bytes)]
    }
}
