import DutyModel

/// Everything done in 2024, as the work plan tells it.
struct Year2024 {
    let county: County
    let plenary: Gathering
    let standing: [Gathering]
    let leaders: [Gathering]
    let research: [Gathering]
    let supervision: [Fieldwork.Supervision]
    let anniversary: [Gathering]
    let training: [Gathering]
    let enterprises: [Gathering]
    let appraisals: [Gathering]
    let consultations: [Gathering]
    let proposals: [Proposal]
    let reports: [ResearchReport]
    let opinions: [Opinion]
    let lectures: [Lecture]
    let plan: [PlanTopic]
    let activities: [SectorActivity]
    let others: [OtherDuty]

    /// The half-days of the plenary.
    static let plenaryHalfDays: [(CivilDay, String)] = [
        (day(2024, 1, 16), "下午"), (day(2024, 1, 17), "上午"), (day(2024, 1, 17), "下午"), (day(2024, 1, 18), "上午"),
        (day(2024, 1, 18), "下午"), (day(2024, 1, 19), "上午"), (day(2024, 1, 19), "下午"),
    ]

    init(county: County, seed: UInt64) {
        self.county = county
        var meetings = Meetings(county: county, turnout: Turnout(chance: SeededGenerator(seed: seed &+ 1)))
        plenary = meetings.plenary(2024)
        standing = meetings.standingOf2024()
        leaders = meetings.leadersOf2024()
        var fieldwork = Fieldwork(county: county, turnout: Turnout(chance: SeededGenerator(seed: seed &+ 2)))
        research = fieldwork.research()
        supervision = fieldwork.supervision()
        anniversary = fieldwork.anniversary()
        training = fieldwork.training()
        enterprises = fieldwork.enterprises()
        appraisals = fieldwork.appraisals()
        consultations = fieldwork.consultations()
        var workshop = Workshop(county: county, turnout: Turnout(chance: SeededGenerator(seed: seed &+ 3)))
        reports = workshop.reports(of: research, own: 22) + workshop.advice(of: supervision)
        opinions = workshop.opinions(170)
        lectures = workshop.lectures()
        plan = workshop.plan()
        activities = workshop.activities(of: plan)
        others = workshop.otherDuties()
        var desk = ProposalDesk(county: county, chance: SeededGenerator(seed: seed &+ 4))
        proposals = Year2024.resting(on: reports, desk.proposals(120, year: 2024))
    }

    /// 不调研不提提案: a proposal on a matter that was researched before names the research.
    private static func resting(on reports: [ResearchReport], _ proposals: [Proposal]) -> [Proposal] {
        proposals.map { proposal in
            var proposal = proposal
            let basis = reports.first {
                $0.days.first < proposal.submitted && proposal.title.contains($0.title.replacing("情况", with: ""))
            }
            proposal.research = basis?.title ?? ""
            return proposal
        }
    }
}
