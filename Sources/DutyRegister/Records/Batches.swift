internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// 导入批次: what one import took in, and the change set it was written as.
struct BatchRecord: Record, Hashable {
    static let table = Table<BatchRecord>("batches")

    /// 1 for the first.
    var id: UInt64
    var instant: Instant
    var who: String
    var files: [FileEntry]
    /// Rows by outcome, in the order of `RowOutcome`.
    var rows: [UInt64]
    /// How many organizations, members, memberships, plan items and records were made, then how many changed.
    var written: [UInt64]
    /// The change set it was written as.
    var change: UInt64
    /// The change set that took it back.
    var undoneBy: UInt64?

    /// One file of a batch.
    struct FileEntry: FieldCodable, Hashable {
        var name: String
        /// SHA-256 in lower-case hexadecimal digits.
        var hash: String

        func encode(into fields: inout FieldWriter) {
            fields.string(1, name)
            fields.string(2, hash)
        }
    }

    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id)
        fields.signed(2, instant.milliseconds)
        fields.string(3, who)
        fields.list(4, files)
        fields.unsigneds(5, rows)
        fields.unsigneds(6, written)
        fields.unsigned(7, change)
        fields.optionalUnsigned(8, undoneBy)
    }
}

extension BatchRecord {
    init(from fields: inout FieldReader) throws {
        self.init(
            id: try fields.unsigned(1), instant: Instant(milliseconds: try fields.signed(2)),
            who: try fields.string(3), files: try fields.list(4), rows: try fields.unsigneds(5),
            written: try fields.unsigneds(6), change: try fields.unsigned(7),
            undoneBy: try fields.optionalUnsigned(8))
    }
}

extension BatchRecord.FileEntry {
    init(from fields: inout FieldReader) throws {
        self.init(name: try fields.string(1), hash: try fields.string(2))
    }
}

extension BatchEntry {
    init(_ batch: BatchRecord) {
        let numbers = batch.written.map { Int(clamping: $0) } + Array(repeating: 0, count: 10)
        self.init(
            id: batch.id, instant: batch.instant, who: batch.who, files: batch.files.map { ($0.name, $0.hash) },
            rows: batch.rows.map { Int(clamping: $0) }, created: WrittenCounts(numbers[0..<5]),
            changed: WrittenCounts(numbers[5..<10]), change: batch.change, undoneBy: batch.undoneBy)
    }
}

extension WrittenCounts {
    /// From five numbers, in the order of the fields.
    init(_ numbers: ArraySlice<Int>) {
        let first = numbers.startIndex
        organizations = numbers[first]
        members = numbers[first + 1]
        memberships = numbers[first + 2]
        planItems = numbers[first + 3]
        records = numbers[first + 4]
    }

    var numbers: [UInt64] { [organizations, members, memberships, planItems, records].map { UInt64($0) } }
}
