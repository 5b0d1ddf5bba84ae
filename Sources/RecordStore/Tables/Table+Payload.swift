public import KeyValueStore

extension Table {
    /// The record of a payload, as the change log and an undo's outcome hold it.
    /// - Throws: `DecodingError` where it is none of this table's.
    public func record(of payload: [UInt8], key: Key) throws -> R {
        try payload.withUnsafeBytes { try decode(payload: $0) { key }.record }
    }
}
