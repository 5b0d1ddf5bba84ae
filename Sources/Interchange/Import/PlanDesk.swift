import DutyModel

/// What all sheets of one import share: the register, the people, the records being put together.
final class PlanDesk {
    let register: any RegisterSnapshot
    let ids: IdentifierSource
    let columns: ColumnLibrary
    let options: Importer.Options
    let kinds: KindCatalogue
    let sectors: SectorSpelling
    let records: RecordDesk
    /// The roster as it will be after the rosters of this import.
    private(set) var roster: Roster
    private(set) var people: PersonResolver
    private(set) var planItems: [PlanItem]
    var plan = ImportPlan()
    private var eventsByYear: [Int: [DutyRecord]] = [:]
    private var researchByYear: [Int: [DutyRecord]] = [:]

    init(
        register: any RegisterSnapshot, ids: IdentifierSource, columns: ColumnLibrary, options: Importer.Options
    ) throws {
        self.register = register
        self.ids = ids
        self.columns = columns
        self.options = options
        kinds = register.kinds
        sectors = SectorSpelling(groups: columns.sectorAliases)
        records = RecordDesk(register: register, ids: ids)
        roster = register.roster
        people = PersonResolver(roster: register.roster, sectors: sectors)
        planItems = try register.planItems()
    }

    /// Takes over what a roster changed, so that the sheets after it see it.
    func adopt(_ roster: Roster) {
        self.roster = roster
        people = PersonResolver(roster: roster, sectors: sectors)
    }

    func add(_ item: PlanItem) { planItems.append(item) }

    func replace(_ item: PlanItem) {
        if let place = planItems.firstIndex(where: { $0.id == item.id }) { planItems[place] = item }
    }

    /// The sector a name means on a day: that of the day's term, or of the last.
    func sector(named name: String, on day: CivilDay?) -> Organization? {
        guard !name.isEmpty else { return nil }
        let term = day.flatMap { roster.term(on: $0) } ?? roster.terms.last
        return sectors.find(name, in: roster.organizations, term: term?.number)
            ?? sectors.find(name, in: roster.organizations, term: nil)
    }

    /// Names of the sectors of a day's term, for messages.
    func sectorNames(on day: CivilDay?) -> [String] {
        let term = (day.flatMap { roster.term(on: $0) } ?? roster.terms.last)?.number
        return roster.organizations.filter { $0.classification == .sector && $0.term == term }.map(\.name)
    }

    /// The research of a folded title, of this import or of the two years up to a day.
    func research(titled wanted: String, until day: CivilDay) throws -> RecordID? {
        let met = records.research
        let all = try met + knownResearch(around: day.year)
        let exact = all.first { TitleText.folded($0.title) == wanted || $0.number == wanted }
        let near = all.filter { TitleText.resemble(TitleText.folded($0.title), wanted) }
        return (exact ?? (near.count == 1 ? near.first : nil))?.id
    }

    private func knownResearch(around year: Int) throws -> [DutyRecord] {
        if let known = researchByYear[year] { return known }
        let days = DayRange(.firstDay(ofYear: year - 2), .lastDay(ofYear: year)) ?? .year(year)
        let known = try register.records(of: .research, in: days)
        researchByYear[year] = known
        return known
    }

    /// Whether something can have been done on these days: an error where no term holds them, a word where they have
    /// not come yet. `complain` takes severity, clause and remedy.
    func check(_ days: DayRange, _ complain: (Finding.Severity, String, String) -> Void) -> Bool {
        let terms = roster.terms
        if !terms.isEmpty, !terms.contains(where: { $0.days.contains(days.first) || $0.days.contains(days.last) }) {
            let known = terms.map { "第\(ChineseNumber.written($0.number))届 \($0.days.first) 至 \($0.days.last)" }
            complain(.error, "\(days.first) 不在任何一届之内（\(known.joined(separator: "；"))）", "请核对年份")
            return false
        }
        if let today = options.today, days.first > today {
            complain(.notice, "\(days.first) 还没有到（今天是 \(today)）", "请核对日期")
        }
        return true
    }

    /// The last plenary that began on a day of the year up to it, of this import or the register.
    func plenary(before day: CivilDay) -> DutyRecord? {
        let days = DayRange(.firstDay(ofYear: day.year), day) ?? DayRange(day)
        let known = (try? knownEvents(of: day.year)) ?? []
        let all = known + records.allDrafts.lazy.map(\.record).filter { $0.content.family == .event }
        return all.filter { kinds[$0.kind]?.expects == .everyMember && days.contains($0.days.first) }
            .max { $0.days.first < $1.days.first }
    }

    private func knownEvents(of year: Int) throws -> [DutyRecord] {
        if let known = eventsByYear[year] { return known }
        let known = try register.records(of: .event, in: .year(year)).filter { kinds[$0.kind]?.expects == .everyMember }
        eventsByYear[year] = known
        return known
    }

    /// The first kind of a family: what its sheets mean.
    func kind(of family: RecordFamily) -> Kind? { kinds.kinds.first { $0.family == family } }
}

/// Takes in the rows of one sheet.
protocol RowHandler: AnyObject {
    /// A row of data; the session already holds it.
    func take() throws
    /// After the last row.
    func finish() throws
}
