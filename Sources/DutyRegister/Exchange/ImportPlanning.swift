internal import DutyModel
public import Interchange
internal import RecordStore

/// A plan with what it was made from, to be looked at and then applied or dropped.
public struct PendingImport: Sendable {
    public let plan: ImportPlan
    /// Names without folders, with SHA-256 of the bytes.
    public let files: [(name: String, hash: String)]
    /// Highest number in the change log when the plan was made.
    let base: UInt64
}

/// Why an import was not written.
public enum ImportRefused: Error, Hashable, Sendable {
    /// Errors or doubts stand against it: `findings` of them. All or nothing, unless valid rows are accepted alone.
    case findings(Int)
    /// The register changed since the plan was made: plan again.
    case registerChanged
    /// A value could not be written because another has its number or name: that of `text`.
    case notUnique(String)
}

extension Register {
    /// Reads workbooks and CSV files and says what they would do. Nothing is written.
    ///
    /// - Parameter progress: called now and then with the rows read so far.
    /// - Throws: what is wrong with the store; what is wrong with a file is a finding in the plan.
    public func planImport(
        _ files: [String], options: Importer.Options = Importer.Options(), progress: @escaping (Int) -> Void = { _ in }
    ) throws -> PendingImport {
        try require(.importPlan)
        let snapshot = try StoreSnapshot(store, lateReason: lateReason)
        var options = options
        options.today = options.today ?? Instant.now.day
        let importer = Importer(columns: try Shipped.columns(), options: options, progress: progress)
        let hashes = files.map { path in
            (name: FileSystem.name(of: path), hash: FileSystem.read(path).map { "\(Digest(of: $0))" } ?? "")
        }
        let plan = try importer.plan(files: files, against: snapshot, ids: try snapshot.identifiers())
        return PendingImport(plan: plan, files: hashes, base: snapshot.base)
    }
}
