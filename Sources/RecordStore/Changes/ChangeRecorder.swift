import KeyValueStore

/// Collects before and after of every write of a transaction, and writes them out in parts before they grow large,
/// so that an import of any size needs little memory.
struct ChangeRecorder {
    /// Bytes of pending changes at which a part is written.
    static let partSize = 256 << 10

    private var pending: [Change] = []
    /// Where the pending change of a record is, so that a record written twice is told once.
    private var places: [RecordAddress: Int] = [:]
    private var size = 0
    private(set) var partDigests: [Digest] = []
    private(set) var changeCount = 0

    /// Notes one write.
    mutating func note(table: DatabaseName, key: Key, before: [UInt8]?, after: [UInt8]?) {
        size += key.bytes.count + (after?.count ?? 0) + 32
        let place = RecordAddress(table: table, key: key)
        if let earlier = places[place] {
            pending[earlier].after = after
        } else {
            size += before?.count ?? 0
            places[place] = pending.count
            pending.append(Change(table: table, key: key, before: before, after: after))
        }
    }

    var isFull: Bool { size >= Self.partSize }

    /// What is pending, without records that ended as they began.
    mutating func takePending() -> [Change] {
        let changes = pending.filter { $0.before != $0.after }
        pending.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        size = 0
        changeCount += changes.count
        return changes
    }

    /// The payload of the next part, its number and what is in it, or nil where nothing is pending.
    mutating func takePart() -> (part: UInt64, payload: [UInt8], changes: [Change])? {
        let changes = takePending()
        guard !changes.isEmpty else { return nil }
        var fields = FieldWriter()
        ChangePart(changes).encode(into: &fields)
        partDigests.append(Digest(of: fields.bytes))
        return (UInt64(partDigests.count), fields.bytes, changes)
    }
}
