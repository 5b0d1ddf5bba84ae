/// A step that turns a store of format `from` into one of `from + 1`, in one transaction, recorded in the change log.
///
/// A step reads and writes through `Table` values of its own that know the old shape, under the same names.
public struct Migration: Sendable {
    public let from: Int
    /// What it does, for the change log.
    public let summary: String
    let run: @Sendable (inout RecordTransaction) throws -> Void

    public init(from: Int, _ summary: String, run: @escaping @Sendable (inout RecordTransaction) throws -> Void) {
        self.from = from
        self.summary = summary
        self.run = run
    }
}
