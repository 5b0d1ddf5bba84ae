import ArgumentParser
import DutyModel
import DutyRegister

/// What only some events have: half of the day, agenda, consultation, visit, people in other parts.
struct EventDetailOptions: ParsableArguments {
    @Option(help: ArgumentHelp("哪个半天：上午、下午、晚上。同日同名的两次会靠它区别。", valueName: "half")) var half: DayPart?
    @Option(help: ArgumentHelp("议题，可以写多个；听取通报的写成 议题@通报部门。", valueName: "text")) var agenda: [String] = []
    @Option(help: ArgumentHelp("有事好商量的场所：议事厅、工作室、线上。", valueName: "venue")) var venue: ConsultationVenue?
    @Option(help: ArgumentHelp("选题来源：党政点题、委员荐题、群众出题。", valueName: "source")) var topicSource: TopicSource?
    @Option(help: ArgumentHelp("荐题的委员。", valueName: "people")) var proposers: [String] = []
    @Option(help: ArgumentHelp("参与各方；走访的写走访对象。", valueName: "text")) var parties: String?
    @Option(help: ArgumentHelp("受访的委员。", valueName: "people")) var visited: [String] = []
    @Option(help: ArgumentHelp("诉求、问题。", valueName: "text")) var needs: String?
    @Option(help: ArgumentHelp("协商程序的一步，可以写多个；有日期的写成 议事@2024-05-12。", valueName: "text")) var step: [String] = []
    @Option(help: ArgumentHelp("共识、成效。", valueName: "text")) var outcome: String?
    @Option(help: ArgumentHelp("后续落实。", valueName: "text")) var followUp: String?
    @Option(name: .customLong("public"), help: ArgumentHelp("到场的群众人数。", valueName: "n")) var publicHeads: UInt32?
    @Option(help: ArgumentHelp("报告的应到人数。", valueName: "n")) var reportedExpected: UInt32?
    @Option(help: ArgumentHelp("报告的实到人数。", valueName: "n")) var reportedPresent: UInt32?
    @Option(help: ArgumentHelp("带队、组织的委员。", valueName: "people")) var organizers: [String] = []
    @Option(help: ArgumentHelp("发言、主讲的委员；有题目的写成 张三=题目。", valueName: "people")) var speakers: [String] = []
    @Option(help: ArgumentHelp("参展的委员和作品，如 张三=《春》。", valueName: "people")) var works: [String] = []

    /// People in parts of their own.
    var people: [PersonDraft] {
        .of(organizers, .organizer) + MarkedPeople.works(speakers, .speaker) + MarkedPeople.works(works, .author)
            + .of(visited, .visited) + .of(proposers, .topicProposer)
    }

    /// Puts what was given over an event.
    func apply(to event: inout EventContent, in context: CommandContext) throws(Failure) {
        event.reportedExpected = reportedExpected ?? event.reportedExpected
        event.reportedPresent = reportedPresent ?? event.reportedPresent
        for text in agenda {
            let parts = MarkedPeople.split(text, at: "@＠")
            event.details.agenda.removeAll { $0.title == parts.name }
            event.details.agenda.append(AgendaItem(parts.name, department: parts.rest ?? ""))
        }
        for text in step {
            let parts = MarkedPeople.split(text, at: "@＠")
            let day: CivilDay? = try parts.rest.map { text throws(Failure) in try context.day(text) }
            event.details.steps.removeAll { $0.text == parts.name }
            event.details.steps.append(ProcedureStep(parts.name, day: day))
        }
        event.details.venue = venue ?? event.details.venue
        event.details.topicSource = topicSource ?? event.details.topicSource
        event.details.parties = parties ?? event.details.parties
        event.details.needs = needs ?? event.details.needs
        event.details.outcome = outcome ?? event.details.outcome
        event.details.followUp = followUp ?? event.details.followUp
        event.details.publicHeadcount = publicHeads ?? event.details.publicHeadcount
        if venue == .online { event.online = true }
    }
}

/// Other records a new one belongs with.
struct LinkOptions: ParsableArguments {
    @Option(help: ArgumentHelp("由哪条记录而来，如先调研、后协商。", valueName: "record")) var follows: [String] = []
    @Option(help: ArgumentHelp("依据哪项调研。", valueName: "record")) var basedOn: [String] = []
    @Option(help: ArgumentHelp("属于哪个专题系列，见 lvzhi series list。", valueName: "series")) var partOf: [String] = []

    var links: [(relation: RecordLink.Relation, word: String)] {
        follows.map { (.follows, $0) } + basedOn.map { (.basedOn, $0) } + partOf.map { (.partOf, $0) }
    }
}
