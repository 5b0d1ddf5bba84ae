public import DutyModel

/// Writes an archive line by line; the caller gives items in the order of `ArchiveItem`'s cases.
///
/// Lines name members by number as well as by id, so that the writer must know the roster.
public struct ArchiveWriter {
    private let roster: Roster
    private let kinds: KindCatalogue

    public init(roster: Roster, kinds: KindCatalogue) {
        self.roster = roster
        self.kinds = kinds
    }

    /// One line of UTF-8 JSON with its line feed.
    public func line(_ item: ArchiveItem) -> [UInt8] {
        preconditionFailure("being written")
    }
}
