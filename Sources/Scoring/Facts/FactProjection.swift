public import DutyModel

/// Turns duty records into fact rows: one row per member per duty, and nothing that needs another record.
public enum FactProjection {
    /// The rows of one record.
    public struct Projected: Hashable, Sendable {
        /// The calendar year of the day that counts: the first day of the record.
        public var year: Int
        public var rows: [(member: MemberID, row: FactRow)]

        public static func == (left: Projected, right: Projected) -> Bool {
            left.year == right.year && left.rows.elementsEqual(right.rows) { $0 == $1 }
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(year)
            for (member, row) in rows {
                hasher.combine(member)
                hasher.combine(row)
            }
        }
    }

    /// Rows in the order of the record's people; none where the record is not approved. Who has not confirmed has no row; whose attendance is unknown has a
    /// row that says so; a member listed twice has one row, the first. Works on every record, also on one that
    /// `violations(of:)` refuses: numbers that do not fit are cut to what fits.
    public static func project(_ record: DutyRecord, catalogue: KindCatalogue) -> Projected {
        let day = record.days.first
        let year = day.year
        let common = CommonFields(record, kind: catalogue[record.kind])
        let signers = record.review == .approved ? record.people.filter(\.confirmed) : []
        var seen: Set<MemberID> = []
        var rows: [(member: MemberID, row: FactRow)] = []
        rows.reserveCapacity(signers.count)
        for (position, person) in signers.enumerated() where seen.insert(person.member).inserted {
            let order = common.isOrdered ? (position: position + 1, count: signers.count) : (position: 0, count: 0)
            let dayOfYear = Int(day.daysSinceEpoch - CivilDay.firstDay(ofYear: year).daysSinceEpoch)
            rows.append((person.member, common.row(of: person, dayOfYear: dayOfYear, order: order)))
        }
        return Projected(year: year, rows: rows)
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
            case .follows: break
            }
        }
        self.marks = marks
    }

    func row(of person: Participation, dayOfYear: Int, order: (position: Int, count: Int)) -> FactRow {
        let status = isEvent ? person.status : .present
        // Someone who was there with no half-days told attended the whole of it.
        let attended = isEvent && status.wasThere && person.halfDays == 0 ? halfDaysHeld : person.halfDays
        return FactRow(
            record: record, kind: kind, dayOfYear: dayOfYear, part: person.part, status: status,
            invitedAs: person.invitedAs, mandatory: mandatory, levels: levels, instructions: instructions,
            halfDaysAttended: status.wasThere ? attended : 0, halfDaysHeld: halfDaysHeld,
            position: UInt8(min(order.position, 255)), count: UInt8(min(order.count, 255)), mode: mode, marks: marks)
    }
}
