public import KeyValueStore

extension Store {
    /// Walks everything on one snapshot: checksums, decodability, index entries both ways, references, the hash chain
    /// of the change log, and that every record is what the log says. Finds all, stops at nothing.
    /// - Parameters:
    ///   - anchor: a head of the change log noted earlier; the log must still contain it.
    ///   - others: checks of modules above, run on the same snapshot.
    public func check(
        anchor: ChangeLog.Head? = nil, others: [(inout ReadTransaction, inout IntegrityReport) throws -> Void] = []
    ) throws -> IntegrityReport {
        preconditionFailure("being written")
    }
}
