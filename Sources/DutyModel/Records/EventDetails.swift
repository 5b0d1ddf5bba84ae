/// What only some events have: an agenda, a consultation's steps, a visit's needs. Empty where nothing is told.
public struct EventDetails: Hashable, Sendable {
    /// 议题, with the department that reports on each (知情明政).
    public var agenda: [AgendaItem]
    /// 有事好商量: where it was held.
    public var venue: ConsultationVenue?
    /// Who set the topic.
    public var topicSource: TopicSource?
    /// 参与各方; of a visit whom it was paid to, as written.
    public var parties: String
    /// 诉求, 问题.
    public var needs: String
    /// 协商程序, in order.
    public var steps: [ProcedureStep]
    /// 共识, 成效.
    public var outcome: String
    /// 后续落实.
    public var followUp: String
    /// Heads present who are not members.
    public var publicHeadcount: UInt32
    /// Who is expected, beyond those listed one by one.
    public var invitations: [Invitation]

    public init(
        agenda: [AgendaItem] = [], venue: ConsultationVenue? = nil, topicSource: TopicSource? = nil,
        parties: String = "", needs: String = "", steps: [ProcedureStep] = [], outcome: String = "",
        followUp: String = "", publicHeadcount: UInt32 = 0, invitations: [Invitation] = []
    ) {
        self.agenda = agenda
        self.venue = venue
        self.topicSource = topicSource
        self.parties = parties
        self.needs = needs
        self.steps = steps
        self.outcome = outcome
        self.followUp = followUp
        self.publicHeadcount = publicHeadcount
        self.invitations = invitations
    }
}

/// One item of an agenda.
public struct AgendaItem: Hashable, Sendable {
    public var title: String
    /// 通报部门, as written.
    public var department: String

    public init(_ title: String, department: String = "") {
        self.title = title
        self.department = department
    }
}

/// One step of a consultation's procedure: 选题, 调研, 议事, 督办, … with its day where known.
public struct ProcedureStep: Hashable, Sendable {
    public var text: String
    public var day: CivilDay?

    public init(_ text: String, day: CivilDay? = nil) {
        self.text = text
        self.day = day
    }
}

/// 协商的场所.
public enum ConsultationVenue: UInt8, Sendable, CaseIterable {
    case hall = 1
    case studio = 2
    case online = 3

    public var label: String {
        switch self {
        case .hall: "社区协商议事厅"
        case .studio: "政协委员工作室"
        case .online: "线上协商议事厅"
        }
    }
}

/// 选题的来源.
public enum TopicSource: UInt8, Sendable, CaseIterable {
    case leadership = 1
    case member = 2
    case people = 3

    public var label: String {
        switch self {
        case .leadership: "党政点题"
        case .member: "委员荐题"
        case .people: "群众出题"
        }
    }
}

/// A circle of members who are invited together, and as what.
public struct Invitation: Hashable, Sendable {
    public enum Circle: Hashable, Sendable {
        /// 全体委员.
        case committee
        /// 全体常委.
        case standing
        /// Everyone in a sector, a group or a committee.
        case body(OrganizationID)
    }

    public var circle: Circle
    public var invitedAs: InvitedAs

    public init(_ circle: Circle, as invitedAs: InvitedAs = .member) {
        self.circle = circle
        self.invitedAs = invitedAs
    }
}

extension RecordContent {
    /// Bodies that were invited as a whole.
    public var invitedBodies: [OrganizationID] {
        guard case .event(let event) = self else { return [] }
        return event.details.invitations.compactMap { invitation in
            guard case .body(let body) = invitation.circle else { return nil }
            return body
        }
    }
}
