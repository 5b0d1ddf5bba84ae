internal import DutyModel
internal import Scoring

/// What a closed year may have counted of a record: the whole of one of its days, but for what it met with later; of an
/// earlier one the facts that it got in these days.
struct ClosedPart: Equatable {
    private var record: DutyRecord?
    private var facts: [FactProjection.Entry]

    /// Nil where the year has nothing of it.
    init?(of whole: DutyRecord, within days: DayRange, kinds: KindCatalogue) {
        let record = whole.asOf(days.last)
        guard !days.contains(record.days.first) else {
            self.record = record
            facts = []
            return
        }
        self.record = nil
        facts = FactProjection.project(record, catalogue: kinds).rows.filter { entry in
            days.contains(CivilDay.firstDay(ofYear: entry.year) + entry.row.dayOfYear)
        }
        if facts.isEmpty { return nil }
    }
}

extension DutyRecord {
    /// The record without the nodes, honours and adoptions of later days.
    func asOf(_ day: CivilDay) -> DutyRecord {
        func isLater(_ date: CivilDay?) -> Bool { date.map { $0 > day } ?? false }
        var record = self
        switch content {
        case .proposal(var proposal):
            proposal.stages.removeAll { isLater($0.day) }
            if isLater(proposal.honouredOn) { (proposal.honours, proposal.honouredOn) = ([], nil) }
            if isLater(proposal.instructedOn) { (proposal.instructed, proposal.instructedOn) = ([], nil) }
            record.content = .proposal(proposal)
        case .research(let research):
            let known = KnownAdoptions(
                research.adopted, research.instructed, research.adoptedOn, research.instructedOn,
                research.adoptions, on: day)
            record.content = .research(
                ResearchContent(
                    sites: research.sites, report: research.report, adopted: known.adopted,
                    instructed: known.instructed, adoptedOn: known.adoptedOn, instructedOn: known.instructedOn,
                    adoptions: known.adoptions))
        case .opinionReport(let report):
            let known = KnownAdoptions(
                report.adopted, report.instructed, report.adoptedOn, report.instructedOn, report.adoptions, on: day)
            record.content = .opinionReport(
                OpinionReportContent(
                    adopted: known.adopted, instructed: known.instructed, adoptedOn: known.adoptedOn,
                    instructedOn: known.instructedOn, adoptions: known.adoptions))
        default: break
        }
        return record
    }
}

/// What was known on a day of who adopted a report, or instructed upon it.
private struct KnownAdoptions {
    var adopted: LevelSet
    var instructed: LevelSet
    var adoptedOn: CivilDay?
    var instructedOn: CivilDay?
    var adoptions: [Adoption]

    init(
        _ adopted: LevelSet, _ instructed: LevelSet, _ adoptedOn: CivilDay?, _ instructedOn: CivilDay?,
        _ adoptions: [Adoption], on day: CivilDay
    ) {
        let later = adoptions.filter { ($0.day ?? day) > day }
        self.adoptions = adoptions.filter { ($0.day ?? day) <= day }
        self.adopted = adopted.subtracting(later.levels(ofInstructions: false))
        self.instructed = instructed.subtracting(later.levels(ofInstructions: true))
        (self.adoptedOn, self.instructedOn) = (adoptedOn, instructedOn)
        if let on = adoptedOn, on > day { (self.adopted, self.adoptedOn) = ([], nil) }
        if let on = instructedOn, on > day { (self.instructed, self.instructedOn) = ([], nil) }
    }
}
