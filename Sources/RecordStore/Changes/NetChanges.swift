import KeyValueStore

/// What a change set did to each record in all: before the first of its changes, after the last.
struct NetChanges {
    /// Records in the order in which they were first touched.
    private(set) var order: [RecordAddress] = []
    private var states: [RecordAddress: (before: [UInt8]?, after: [UInt8]?)] = [:]

    init(of entry: ChangeEntry, in transaction: inout RecordTransaction) throws {
        try ChangeLog.forEachChange(of: entry, in: &transaction) { change in
            let record = RecordAddress(table: change.table, key: change.key)
            if states[record] != nil {
                states[record]?.after = change.after
            } else {
                order.append(record)
                states[record] = (change.before, change.after)
            }
            return .next
        }
        for (record, state) in states where state.before == state.after { states[record] = nil }
        order.removeAll { states[$0] == nil }
    }

    func contains(_ record: RecordAddress) -> Bool { states[record] != nil }

    /// What the record was before, nil where it did not exist.
    func before(_ record: RecordAddress) -> [UInt8]? { states[record]?.before }

    /// What the change set left, nil where it removed the record.
    func after(_ record: RecordAddress) -> [UInt8]? { states[record]?.after }

    /// Forgets records.
    mutating func drop(where condition: (RecordAddress) -> Bool) {
        let gone = order.filter(condition)
        guard !gone.isEmpty else { return }
        for record in gone { states[record] = nil }
        order.removeAll { states[$0] == nil }
    }
}
