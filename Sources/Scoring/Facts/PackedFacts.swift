public import DutyModel

/// All fact rows of one member's calendar year, packed as they are stored, in order.
public struct PackedFacts: Hashable, Sendable {
    /// A whole number of rows, each `FactRow.width` bytes, ordered by `FactRow.precedes`.
    public private(set) var bytes: [UInt8]

    public init() { bytes = [] }

    /// Packs rows, whatever their order.
    public init(_ rows: [FactRow]) {
        bytes = []
        bytes.reserveCapacity(rows.count * FactRow.width)
        for row in rows.sorted(by: FactRow.precedes) { row.append(to: &bytes) }
    }

    /// Takes stored bytes; nil where they are no whole number of rows.
    public init?(stored bytes: [UInt8]) {
        guard bytes.count % FactRow.width == 0 else { return nil }
        self.bytes = bytes
    }

    public var count: Int { bytes.count / FactRow.width }
    public var isEmpty: Bool { bytes.isEmpty }

    public var rows: [FactRow] {
        bytes.withUnsafeBytes { raw in (0..<count).map { FactRow(at: $0 * FactRow.width, of: raw) } }
    }

    /// The same with every row of one record replaced by others, none for a record withdrawn.
    public func replacing(_ record: RecordID, with rows: [FactRow]) -> PackedFacts {
        PackedFacts(self.rows.filter { $0.record != record } + rows)
    }
}

extension FactRow {
    /// The order of rows in a member's year: by day, record and part, and beyond that by every bit, so that the same
    /// rows always pack into the same bytes.
    public static func precedes(_ left: FactRow, _ right: FactRow) -> Bool {
        let (a, b) = (left.sortKey, right.sortKey)
        if a != b { return a < b }
        return (left.first, left.second, left.third) < (right.first, right.second, right.third)
    }
}
