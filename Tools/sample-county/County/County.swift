import DutyModel

/// The whole invented county: who sits where, and everything done in the term.
struct County {
    static let name = "政协示范县委员会"
    static let term = 11
    static let termDays = (first: day(2022, 1, 10), last: day(2026, 12, 31))

    var people: [Person]

    /// Everyone seated on a day.
    func seated(on day: CivilDay) -> [Person] { people.filter { $0.isSeated(on: day) } }

    /// Members of a sector on a day.
    func members(ofSector sector: Int, on day: CivilDay) -> [Person] {
        seated(on: day).filter { $0.sector(on: day) == sector }
    }

    func convener(ofSector sector: Int) -> Person? {
        people.first { $0.sector == sector && $0.sectorRole == .convener }
    }

    /// Names that more than one person bears.
    var sharedNames: Set<String> {
        var seen: Set<String> = []
        return Set(people.map(\.name).filter { !seen.insert($0).inserted })
    }

    func sectorName(of person: Person, on day: CivilDay) -> String { Words.sectors[person.sector(on: day)] }
}

/// A day that is known to exist.
func day(_ year: Int, _ month: Int, _ date: Int) -> CivilDay {
    guard let day = CivilDay(year: year, month: month, day: date) else {
        preconditionFailure("no such day: \(year)-\(month)-\(date)")
    }
    return day
}
