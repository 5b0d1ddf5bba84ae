public import KeyValueStore

/// One record before and after.
public struct Change: Hashable, Sendable {
    public var table: DatabaseName
    public var key: Key
    /// Payload before (without envelope); nil where the record did not exist.
    public var before: [UInt8]?
    /// Payload after; nil where it was removed.
    public var after: [UInt8]?

    public init(table: DatabaseName, key: Key, before: [UInt8]?, after: [UInt8]?) {
        self.table = table
        self.key = key
        self.before = before
        self.after = after
    }
}
