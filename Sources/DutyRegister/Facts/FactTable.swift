internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// Where fact rows are kept: those of one member's calendar year in one value, years first, so that a year of the
/// whole committee is one run of keys.
enum FactTable {
    static let table = PackedTable("facts", isDerived: true)

    /// One member's calendar year.
    struct Slot: Hashable, Comparable {
        var year: UInt16
        var member: MemberID

        init(year: UInt16, member: MemberID) { (self.year, self.member) = (year, member) }

        /// Where a projected row belongs; nil for a year that no calendar of ours has.
        init?(_ entry: FactProjection.Entry) {
            guard let year = UInt16(exactly: entry.year) else { return nil }
            self.init(year: year, member: entry.member)
        }

        var key: Key { Key(year, member) }

        static func < (left: Slot, right: Slot) -> Bool { (left.year, left.member) < (right.year, right.member) }
    }

    /// The slot of a key; damage where it is none.
    static func slot(of key: UnsafeRawBufferPointer) throws -> Slot {
        do throws(KeyError) {
            var reader = TupleKeyReader(key)
            let slot = Slot(year: try UInt16.read(from: &reader), member: try MemberID.read(from: &reader))
            try reader.finish()
            return slot
        } catch {
            throw DecodingError(database: table.name, key: Key(bytes: Array(key)), problem: .key(error))
        }
    }

    /// The rows of a payload; damage where it is no whole number of them.
    static func facts(_ payload: UnsafeRawBufferPointer, of slot: Slot) throws -> PackedFacts {
        guard let facts = PackedFacts(stored: Array(payload)) else {
            let problem = DecodingError.Problem.fields(FieldError(field: 0, .truncated))
            throw DecodingError(database: table.name, key: slot.key, problem: problem)
        }
        return facts
    }

    /// The facts of one member in some calendar years, empty where there are none.
    static func facts(
        of member: MemberID, years: ClosedRange<Int>, in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> [(year: Int, rows: PackedFacts)] {
        let slots = years.compactMap { year in UInt16(exactly: year).map { Slot(year: $0, member: member) } }
        var found: [(year: Int, rows: PackedFacts)] = []
        try table.getMany(slots.map(\.key), in: &transaction) { place, payload in
            guard let payload else { return }
            found.append((Int(slots[place].year), try facts(payload, of: slots[place])))
        }
        return found
    }
}
