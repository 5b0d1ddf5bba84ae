import DutyModel

/// Puts what a sheet says of a record over what a register has: an empty cell takes nothing away.
enum RecordMerge {
    /// People stay those of the register; the sheet's are put over them one by one.
    static func merged(_ new: DutyRecord, over old: DutyRecord, heldIsStated: Bool) -> DutyRecord {
        var merged = old
        take(new.number, into: &merged.number)
        if TitleText.folded(new.title) != TitleText.folded(old.title) { take(new.title, into: &merged.title) }
        merged.days = new.days
        merged.half = merged.days.count == 1 ? new.half ?? old.half : nil
        take(new.place, into: &merged.place)
        take(new.organizer, into: &merged.organizer)
        merged.organization = new.organization ?? old.organization
        take(new.note, into: &merged.note)
        for link in new.links where !merged.links.contains(link) { merged.links.append(link) }
        for paper in new.evidence where !merged.evidence.contains(paper) { merged.evidence.append(paper) }
        for label in new.labels where !merged.labels.contains(label) { merged.labels.append(label) }
        for quantity in new.quantities { merged.state(quantity) }
        merged.content = content(new.content, over: old.content, heldIsStated: heldIsStated)
        // What the office itself states needs no further review.
        merged.review = .approved
        return merged
    }

    private static func take(_ new: String, into old: inout String) {
        if !new.isEmpty { old = new }
    }

    private static func content(_ new: RecordContent, over old: RecordContent, heldIsStated: Bool) -> RecordContent {
        var result = old
        switch (new, old) {
        case (.event(let new), .event(let old)): result = .event(event(new, over: old))
        case (.proposal(let new), .proposal(let old)): result = .proposal(proposal(new, over: old))
        case (.lecture(let new), .lecture(var old)):
            take(new.audience, into: &old.audience)
            if new.publicHeadcount > 0 { old.publicHeadcount = new.publicHeadcount }
            old.online = old.online || new.online
            result = .lecture(old)
        case (.sectorActivity(let new), .sectorActivity(var old)):
            old.planItem = new.planItem ?? old.planItem
            if new.publicHeadcount > 0 { old.publicHeadcount = new.publicHeadcount }
            take(new.outcome, into: &old.outcome)
            result = .sectorActivity(old)
        default: result = work(new, over: old)
        }
        if heldIsStated { result.halfDaysHeld = new.halfDaysHeld }
        return result
    }

    private static func event(_ new: EventContent, over old: EventContent) -> EventContent {
        var merged = old
        merged.online = old.online || new.online
        take(new.session, into: &merged.session)
        merged.reportedExpected = new.reportedExpected ?? old.reportedExpected
        merged.reportedPresent = new.reportedPresent ?? old.reportedPresent
        merged.details = details(new.details, over: old.details)
        return merged
    }

    private static func details(_ new: EventDetails, over old: EventDetails) -> EventDetails {
        var merged = old
        for item in new.agenda {
            guard let place = merged.agenda.firstIndex(where: { $0.title == item.title }) else {
                merged.agenda.append(item)
                continue
            }
            take(item.department, into: &merged.agenda[place].department)
        }
        merged.venue = new.venue ?? old.venue
        merged.topicSource = new.topicSource ?? old.topicSource
        take(new.parties, into: &merged.parties)
        take(new.needs, into: &merged.needs)
        for step in new.steps where !merged.steps.contains(step) { merged.steps.append(step) }
        take(new.outcome, into: &merged.outcome)
        take(new.followUp, into: &merged.followUp)
        if new.publicHeadcount > 0 { merged.publicHeadcount = new.publicHeadcount }
        return merged
    }

    private static func proposal(_ new: ProposalContent, over old: ProposalContent) -> ProposalContent {
        var merged = old
        merged.mode = new.mode
        merged.duringSession = new.duringSession
        take(new.session, into: &merged.session)
        take(new.category, into: &merged.category)
        take(new.leader, into: &merged.leader)
        merged.honours.formUnion(new.honours)
        if !new.handlingUnits.isEmpty { merged.handlingUnits = new.handlingUnits }
        if new.satisfaction != .unstated { merged.satisfaction = new.satisfaction }
        for entry in new.stages { merged.pass(entry) }
        return merged
    }

    private static func work(_ new: RecordContent, over old: RecordContent) -> RecordContent {
        switch (new, old) {
        case (.research(let new), .research(var old)):
            take(new.sites, into: &old.sites)
            take(new.report, into: &old.report)
            old.adopted.formUnion(new.adopted)
            old.instructed.formUnion(new.instructed)
            for adoption in new.adoptions { old.take(adoption) }
            return .research(old)
        case (.opinionReport(let new), .opinionReport(var old)):
            old.adopted.formUnion(new.adopted)
            old.instructed.formUnion(new.instructed)
            for adoption in new.adoptions { old.take(adoption) }
            return .opinionReport(old)
        case (.publication(let new), .publication(var old)):
            take(new.medium, into: &old.medium)
            old.level.formUnion(new.level)
            return .publication(old)
        case (.commendation(let new), .commendation(var old)):
            take(new.grantedBy, into: &old.grantedBy)
            old.level.formUnion(new.level)
            return .commendation(old)
        case (.publicService(let new), .publicService(var old)):
            take(new.beneficiary, into: &old.beneficiary)
            take(new.project, into: &old.project)
            take(new.outcome, into: &old.outcome)
            return .publicService(old)
        case (.programme(let new), .programme(var old)):
            old.venue = new.venue ?? old.venue
            take(new.schedule, into: &old.schedule)
            take(new.outcome, into: &old.outcome)
            return .programme(old)
        case (.speech(let new), .speech(var old)):
            take(new.meeting, into: &old.meeting)
            old.oral = old.oral || new.oral
            return .speech(old)
        default: return new.family == old.family ? old : new
        }
    }
}

extension ProposalContent {
    /// Adds a node, or puts what is said of it over what was there; nodes stay in order of day, then of course.
    mutating func pass(_ entry: ProposalStageEntry) {
        if let place = stages.firstIndex(where: { $0.stage == entry.stage }) {
            if let day = entry.day { stages[place].day = day }
            if !entry.unit.isEmpty { stages[place].unit = entry.unit }
        } else {
            stages.append(entry)
        }
        let allDated = stages.allSatisfy { $0.day != nil }
        stages.sort { left, right in
            if allDated, let first = left.day, let second = right.day, first != second { return first < second }
            return left.stage.rawValue < right.stage.rawValue
        }
    }
}
