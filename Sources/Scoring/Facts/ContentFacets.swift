internal import DutyModel

/// What a family's content contributes to a fact row.
struct ContentFacets {
    var isEvent = false
    var isOrdered = false
    /// Nil where the family leaves it to the kind.
    var mandatory: Bool?
    var halfDaysHeld: UInt8 = 0
    var levels: LevelSet = []
    var instructions: LevelSet = []
    var mode: ProposalMode?
    var marks: FactMarks = []
    /// Labels that follow from fields.
    var labels: [String] = []
    /// What happened to it later, each with its day where that is known.
    var nodes: [(basis: FactBasis, day: CivilDay?)] = []

    init(_ content: RecordContent) {
        switch content {
        case .event(let event): describe(event)
        case .lecture(let lecture):
            isEvent = true
            halfDaysHeld = lecture.halfDaysHeld
            if lecture.online { marks.insert(.online) }
        case .sectorActivity(let activity):
            isEvent = true
            halfDaysHeld = activity.halfDaysHeld
            if activity.planItem != nil { marks.insert(.planned) }
        case .proposal(let proposal): describe(proposal)
        case .research(let research):
            describe(adopted: research.adopted, research.adoptedOn)
            labels += research.adoptions.map(\.by).filter { !$0.isEmpty }
            describe(instructed: research.instructed, research.instructedOn)
        case .opinionReport(let report):
            describe(adopted: report.adopted, report.adoptedOn)
            labels += report.adoptions.map(\.by).filter { !$0.isEmpty }
            describe(instructed: report.instructed, report.instructedOn)
        case .speech(let speech):
            isOrdered = true
            if speech.oral { marks.insert(.oral) }
        case .publication(let publication):
            isOrdered = true
            levels = publication.level
            nodes.append((.adopted, publication.publishedOn))
        case .commendation(let commendation): levels = commendation.level
        case .publicService, .programme: break
        }
    }

    private mutating func describe(_ event: EventContent) {
        isEvent = true
        mandatory = event.mandatory
        halfDaysHeld = event.halfDaysHeld
        if event.online { marks.insert(.online) }
    }

    private mutating func describe(adopted: LevelSet, _ day: CivilDay?) {
        isOrdered = true
        levels = adopted
        guard !adopted.isEmpty else { return }
        marks.insert(.adopted)
        nodes.append((.adopted, day))
    }

    private mutating func describe(instructed: LevelSet, _ day: CivilDay?) {
        instructions = instructed
        guard !instructed.isEmpty else { return }
        marks.insert(.instructed)
        nodes.append((.instructed, day))
    }

    private mutating func describe(_ proposal: ProposalContent) {
        isOrdered = true
        mode = proposal.mode
        // 提出 has no bit of its own: whatever is on record as a proposal was submitted.
        for entry in proposal.stages where entry.stage != .submitted {
            marks.insert(.stage(entry.stage))
            nodes.append((.stage(entry.stage), entry.day))
        }
        levels = proposal.honoursLevel
        if !proposal.honours.isEmpty { nodes.append((.adopted, proposal.honouredOn)) }
        describe(instructed: proposal.instructed, proposal.instructedOn)
        if proposal.honours.contains(.key) { marks.insert(.key) }
        if proposal.honours.contains(.excellent) { marks.insert(.excellent) }
        if proposal.honours.contains(.numberOne) { marks.insert(.numberOne) }
        if proposal.satisfaction == .satisfied { marks.insert(.satisfied) }
        labels.append(proposal.duringSession ? "会间" : "平时")
        if !proposal.category.isEmpty { labels.append(proposal.category) }
    }
}
