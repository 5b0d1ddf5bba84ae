import DutyModel
import Tabular

/// What is particular to a family, as an object of its own. The family itself follows from the kind.
enum ArchiveContent {
    static func object(of content: RecordContent) -> JSONObject {
        var fields = ArchiveFields()
        switch content {
        case .event(let event): write(event, to: &fields)
        case .proposal(let proposal): write(proposal, to: &fields)
        case .research(let research):
            fields.put("sites", research.sites)
            fields.put("report", research.report)
            fields.put("adopted", bits: research.adopted)
            fields.put("instructed", bits: research.instructed)
            fields.put("adoptedOn", research.adoptedOn)
            fields.put("instructedOn", research.instructedOn)
            fields.put("adoptions", research.adoptions.map(ArchiveDetails.object))
        case .lecture(let lecture):
            fields.put("halfDaysHeld", lecture.halfDaysHeld)
            fields.put("audience", lecture.audience)
            fields.putCount("publicHeadcount", lecture.publicHeadcount)
            fields.putFlag("online", lecture.online)
        case .sectorActivity(let activity):
            fields.put("halfDaysHeld", activity.halfDaysHeld)
            fields.put("planItem", activity.planItem?.rawValue)
            fields.putCount("publicHeadcount", activity.publicHeadcount)
            fields.put("outcome", activity.outcome)
        case .opinionReport(let opinion):
            fields.put("adopted", bits: opinion.adopted)
            fields.put("instructed", bits: opinion.instructed)
            fields.put("adoptedOn", opinion.adoptedOn)
            fields.put("instructedOn", opinion.instructedOn)
            fields.put("adoptions", opinion.adoptions.map(ArchiveDetails.object))
        case .speech(let speech):
            fields.putFlag("oral", speech.oral)
            fields.put("meeting", speech.meeting)
        case .publication(let publication):
            fields.put("medium", publication.medium)
            fields.put("level", bits: publication.level)
            fields.put("publishedOn", publication.publishedOn)
        case .commendation(let commendation):
            fields.put("grantedBy", commendation.grantedBy)
            fields.put("level", bits: commendation.level)
        case .publicService(let service):
            fields.put("beneficiary", service.beneficiary)
            fields.put("project", service.project)
            fields.put("outcome", service.outcome)
        case .programme(let programme):
            if let venue = programme.venue { fields.put("venue", word: venue) }
            fields.put("schedule", programme.schedule)
            fields.put("outcome", programme.outcome)
        }
        return fields.object
    }

    private static func write(_ event: EventContent, to fields: inout ArchiveFields) {
        fields.put("halfDaysHeld", event.halfDaysHeld)
        fields.putFlag("mandatory", event.mandatory)
        fields.putFlag("online", event.online)
        fields.put("session", event.session)
        fields.put("reportedExpected", event.reportedExpected)
        fields.put("reportedPresent", event.reportedPresent)
        if event.details != EventDetails() { fields.put("details", ArchiveDetails.object(of: event.details)) }
    }

    private static func write(_ proposal: ProposalContent, to fields: inout ArchiveFields) {
        fields.put("mode", word: proposal.mode)
        fields.putFlag("duringSession", proposal.duringSession)
        fields.put("session", proposal.session)
        fields.put("category", proposal.category)
        fields.put("stages", proposal.stages.map(stage))
        fields.put("honours", bits: proposal.honours)
        fields.put("handlingUnits", proposal.handlingUnits)
        fields.put("satisfaction", word: proposal.satisfaction)
        fields.put("leader", proposal.leader)
        fields.put("honoursLevel", bits: proposal.honoursLevel)
        fields.put("honouredOn", proposal.honouredOn)
        fields.put("instructed", bits: proposal.instructed)
        fields.put("instructedOn", proposal.instructedOn)
    }

    private static func stage(_ entry: ProposalStageEntry) -> JSONObject {
        var fields = ArchiveFields()
        fields.put("stage", word: entry.stage)
        fields.put("day", entry.day)
        fields.put("unit", entry.unit)
        return fields.object
    }

    // MARK: Reading

    /// The content of a family; findings in the reader.
    static func read(_ family: RecordFamily, from object: inout ArchiveObject) -> RecordContent {
        switch family {
        case .event: .event(event(&object))
        case .proposal: .proposal(proposal(&object))
        case .research:
            .research(
                ResearchContent(
                    sites: object.text("sites"), report: object.text("report"), adopted: object.bits("adopted"),
                    instructed: object.bits("instructed"), adoptedOn: object.day("adoptedOn"),
                    instructedOn: object.day("instructedOn"), adoptions: ArchiveDetails.adoptions(in: &object)))
        case .lecture:
            .lecture(
                LectureContent(
                    audience: object.text("audience"), publicHeadcount: object.count("publicHeadcount"),
                    online: object.flag("online"), halfDaysHeld: object.count("halfDaysHeld")))
        case .sectorActivity:
            .sectorActivity(
                SectorActivityContent(
                    planItem: object.planItem("planItem"), publicHeadcount: object.count("publicHeadcount"),
                    halfDaysHeld: object.count("halfDaysHeld"), outcome: object.text("outcome")))
        case .opinionReport:
            .opinionReport(
                OpinionReportContent(
                    adopted: object.bits("adopted"), instructed: object.bits("instructed"),
                    adoptedOn: object.day("adoptedOn"), instructedOn: object.day("instructedOn"),
                    adoptions: ArchiveDetails.adoptions(in: &object)))
        case .speech: .speech(SpeechContent(oral: object.flag("oral"), meeting: object.text("meeting")))
        case .publication:
            .publication(
                PublicationContent(
                    medium: object.text("medium"), level: object.bits("level"),
                    publishedOn: object.day("publishedOn")))
        case .commendation:
            .commendation(CommendationContent(grantedBy: object.text("grantedBy"), level: object.bits("level")))
        case .publicService:
            .publicService(
                PublicServiceContent(
                    beneficiary: object.text("beneficiary"), project: object.text("project"),
                    outcome: object.text("outcome")))
        case .programme:
            .programme(
                ProgrammeContent(
                    venue: object.optionalWord("venue"), schedule: object.text("schedule"),
                    outcome: object.text("outcome")))
        }
    }

    private static func event(_ object: inout ArchiveObject) -> EventContent {
        EventContent(
            halfDaysHeld: object.count("halfDaysHeld"), mandatory: object.flag("mandatory"),
            online: object.flag("online"), session: object.text("session"),
            reportedExpected: object.number("reportedExpected"), reportedPresent: object.number("reportedPresent"),
            details: ArchiveDetails.details(in: &object))
    }

    private static func proposal(_ object: inout ArchiveObject) -> ProposalContent {
        ProposalContent(
            mode: object.word("mode") ?? .individual, duringSession: object.flag("duringSession"),
            session: object.text("session"), category: object.text("category"),
            stages: object.objects("stages").compactMap { entry in
                var entry = entry
                defer { object.take(entry) }
                guard let stage: ProposalStage = entry.word("stage") else { return nil }
                return ProposalStageEntry(stage, day: entry.day("day"), unit: entry.text("unit"))
            },
            honours: object.bits("honours"), handlingUnits: object.texts("handlingUnits"),
            satisfaction: object.optionalWord("satisfaction") ?? .unstated, leader: object.text("leader"),
            honoursLevel: object.bits("honoursLevel"), honouredOn: object.day("honouredOn"),
            instructed: object.bits("instructed"), instructedOn: object.day("instructedOn"))
    }
}
