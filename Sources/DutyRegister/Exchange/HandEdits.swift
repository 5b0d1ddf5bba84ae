internal import KeyValueStore
internal import RecordStore

/// Which values somebody changed by hand after the last import that touched them. Found in one pass over the change
/// log, the first time anyone asks.
final class HandEdits {
    private let store: Store
    private var found: Set<RecordAddress>?

    init(_ store: Store) { self.store = store }

    func contains(_ address: RecordAddress) throws -> Bool {
        let edits = try found ?? search()
        found = edits
        return edits.contains(address)
    }

    /// A review judges what was entered; it does not change it.
    private static let notByHand: Set<UseCase> = [
        .importApply, .importUndo, .archiveRestore, .undo, .reviewSubmit, .reviewWithdraw, .reviewEndorse,
        .reviewApprove, .reviewReturn,
    ]

    private func search() throws -> Set<RecordAddress> {
        try store.read { transaction in
            var edits: Set<RecordAddress> = []
            for set in try ChangeLog.entries(direction: .forward, in: &transaction) {
                let isImport = set.context.action == UseCase.importApply.rawValue
                let isByHand = UseCase(rawValue: set.context.action).map { !Self.notByHand.contains($0) } ?? false
                guard isByHand || (isImport && !edits.isEmpty) else { continue }
                try ChangeLog.changes(of: set.sequence, in: &transaction) { change in
                    let address = RecordAddress(table: change.table, key: change.key)
                    if isByHand { edits.insert(address) } else { edits.remove(address) }
                    return .next
                }
            }
            return edits
        }
    }
}
