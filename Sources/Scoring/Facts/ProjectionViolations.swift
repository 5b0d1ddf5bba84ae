public import DutyModel

extension FactProjection {
    /// Why a record does not fit into fact rows; told before it is written.
    public enum Violation: Hashable, Sendable {
        /// More than 255 people have an order of their own.
        case tooManySigners(Int)
        /// The record's number is above 56 bits.
        case recordNumberTooLarge
        /// The kind's code is not 1 to 1,023.
        case kindCodeOutOfRange
        /// A member is listed more than once.
        case listedTwice(MemberID)
        /// A member attended more half-days than were held.
        case moreHalfDaysThanHeld(MemberID, attended: Int, held: Int)
        /// The content is of another family than the kind.
        case contentOfAnotherFamily
    }

    /// Everything wrong with a record for this purpose; empty where all is well.
    public static func violations(of record: DutyRecord, catalogue: KindCatalogue) -> [Violation] {
        var found: [Violation] = []
        let facets = ContentFacets(record.content)
        let confirmed = record.people.count { $0.confirmed }
        if facets.isOrdered, confirmed > 255 { found.append(.tooManySigners(confirmed)) }
        if record.id > .maximum { found.append(.recordNumberTooLarge) }
        if !(1...1023).contains(record.kind.rawValue) { found.append(.kindCodeOutOfRange) }
        if let kind = catalogue[record.kind], kind.family != record.content.family {
            found.append(.contentOfAnotherFamily)
        }
        var seen: Set<MemberID> = []
        for person in record.people {
            if !seen.insert(person.member).inserted { found.append(.listedTwice(person.member)) }
            if facets.isEvent, person.halfDays > facets.halfDaysHeld {
                let held = Int(facets.halfDaysHeld)
                found.append(.moreHalfDaysThanHeld(person.member, attended: Int(person.halfDays), held: held))
            }
        }
        return found
    }
}
