public import DutyModel

/// Turns duty records into fact rows: one row per member per duty under the record's own day, one for each node it
/// passed under that node's day, and its links and quantities. Nothing of it needs another record.
public enum FactProjection {
    /// Raised when the same record gives other rows than before: stores then compute theirs anew.
    public static let version = 3

    /// One row, with the member and the calendar year it belongs to.
    public struct Entry: Hashable, Sendable {
        public var member: MemberID
        public var year: Int
        public var row: FactRow
    }

    /// The rows of one record.
    public struct Projected: Hashable, Sendable {
        /// The calendar year of the record's own day: its first.
        public var year: Int
        /// A member's rows together, that of the record's own day first.
        public var rows: [Entry]
    }

    /// Rows in the order of the record's people; none where the record is not approved. Who has not confirmed has no
    /// row; whose attendance is unknown has a row that says so; a member listed twice has rows once, as first listed.
    /// A node without a day of its own has that of the record. Works on every record, also on one that
    /// `violations(of:)` refuses: numbers that do not fit are cut to what fits.
    public static func project(_ record: DutyRecord, catalogue: KindCatalogue) -> Projected {
        let common = CommonFields(record, kind: catalogue[record.kind])
        let signers = record.review == .approved ? record.people.filter(\.confirmed) : []
        var seen: Set<MemberID> = []
        var rows: [Entry] = []
        rows.reserveCapacity(signers.count)
        for (position, person) in signers.enumerated() where seen.insert(person.member).inserted {
            let order = common.isOrdered ? (position: position + 1, count: signers.count) : (position: 0, count: 0)
            for (basis, day) in common.days {
                let row = common.row(of: person, dayOfYear: day.dayOfYear, order: order, basis: basis)
                rows.append(Entry(member: person.member, year: day.year, row: row))
            }
            for day in common.firstDays {
                for row in common.others(of: person, dayOfYear: day.dayOfYear) {
                    rows.append(Entry(member: person.member, year: day.year, row: row))
                }
            }
        }
        return Projected(year: record.days.first.year, rows: rows)
    }
}

/// What all rows of one record share.
private struct CommonFields {
    let record: RecordID
    let kind: KindCode
    let isEvent: Bool
    /// Whether the order of people means something: signers and authors, not attendees.
    let isOrdered: Bool
    let mandatory: Bool
    let halfDaysHeld: UInt8
    let levels: LevelSet
    let instructions: LevelSet
    let mode: ProposalMode?
    let marks: FactMarks
    /// The record's own day, then those of its nodes.
    let days: [(basis: FactBasis, day: CivilDay)]
    /// Of each calendar year that these days lie in, the first: what stands beside facts is needed in all of them.
    let firstDays: [CivilDay]
    /// Links, quantities and labels.
    private let links: [RecordID]
    private let quantities: [Quantity]
    private let labels: [LabelNumber]

    init(_ record: DutyRecord, kind: Kind?) {
        self.record = RecordID(rawValue: min(record.id.rawValue, RecordID.maximum.rawValue))
        self.kind = KindCode(rawValue: min(record.kind.rawValue, 1023))
        let facets = ContentFacets(record.content)
        isEvent = facets.isEvent
        isOrdered = facets.isOrdered
        mandatory = facets.mandatory ?? (kind?.mandatory ?? false)
        halfDaysHeld = facets.halfDaysHeld
        levels = LevelSet(rawValue: facets.levels.rawValue & 63)
        instructions = LevelSet(rawValue: facets.instructions.rawValue & 63)
        mode = facets.mode
        var marks = facets.marks
        if !record.evidence.isEmpty { marks.insert(.evidence) }
        for link in record.links {
            switch link.relation {
            case .basedOn: marks.insert(.researched)
            case .sameWork: marks.insert(.sameWork)
            case .follows, .partOf: break
            }
        }
        self.marks = marks
        let own = record.days.first
        days = [(.record, own)] + facets.nodes.map { ($0.basis, $0.day ?? own) }
        let byYear = Dictionary(grouping: days.map(\.day), by: \.year)
        firstDays = byYear.values.compactMap { $0.min() }.sorted()
        links = Set(record.links.filter { $0.relation == .sameWork }.map(\.record)).filter { $0 <= .maximum }.sorted()
        quantities = record.quantities
        labels = Set(record.labels + facets.labels).sorted().map { LabelNumber($0) }
    }

    /// Rows of no kind that a person has of it.
    func others(of person: Participation, dayOfYear: Int) -> [FactRow] {
        let reasons = [person.details.leave?.reason ?? ""].filter { !$0.isEmpty }
        return links.map { FactRow(record: record, isSameWorkAs: $0, dayOfYear: dayOfYear) }
            + quantities.map { FactRow(record: record, quantity: $0, dayOfYear: dayOfYear) }
            + (labels + reasons.map { LabelNumber(reason: $0) }).map {
                FactRow(record: record, label: $0, dayOfYear: dayOfYear)
            }
    }

    func row(
        of person: Participation, dayOfYear: Int, order: (position: Int, count: Int), basis: FactBasis
    ) -> FactRow {
        let status = isEvent ? person.status : .present
        // Someone who was there with no half-days told attended the whole of it.
        let attended = isEvent && status.wasThere && person.halfDays == 0 ? halfDaysHeld : person.halfDays
        return FactRow(
            record: record, kind: kind, dayOfYear: dayOfYear, part: person.part, status: status,
            invitedAs: person.invitedAs, mandatory: mandatory, levels: levels, instructions: instructions,
            halfDaysAttended: status.wasThere ? attended : 0, halfDaysHeld: halfDaysHeld,
            position: UInt8(min(order.position, 255)), count: UInt8(min(order.count, 255)), mode: mode,
            marks: isEvent && person.online ? marks.union(.online) : marks, basis: basis)
    }
}

extension CivilDay {
    /// 0 for 1 January.
    fileprivate var dayOfYear: Int { Int(daysSinceEpoch - CivilDay.firstDay(ofYear: year).daysSinceEpoch) }
}
