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
    }
}

extension BatchRecord {
    init(from fields: inout FieldReader) throws {
        self.init(
            id: try fields.unsigned(1), instant: Instant(milliseconds: try fields.signed(2)),
            who: try fields.string(3), files: try fields.list(4), rows: try fields.unsigneds(5),
            written: try fields.unsigneds(6))
    }
}

extension BatchRecord.FileEntry {
    init(from fields: inout FieldReader) throws {
        self.init(name: try fields.string(1), hash: try fields.string(2))
    }
}
