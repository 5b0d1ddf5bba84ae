public import DutyModel

/// What a new register begins with.
public struct RegisterSetup: Sendable {
    public var committee: Committee
    public var terms: [Term]
    /// Names of the sectors of the last term; more can be added or imported later.
    public var sectors: [String]
    /// The catalogue of kinds; nil takes the one delivered with the program.
    public var kinds: KindCatalogue?

    public init(committee: Committee, terms: [Term], sectors: [String] = [], kinds: KindCatalogue? = nil) {
        self.committee = committee
        self.terms = terms
        self.sectors = sectors
        self.kinds = kinds
    }
}

/// A person named by 委员编号, or by a name that one member only bears.
public struct PersonDraft: Hashable, Sendable, ExpressibleByStringLiteral {
    public var word: String
    /// Nil: what is usual for the family and the place in the list (first signer, then co-signers; drafter, …).
    public var part: Part?
    public var status: AttendanceStatus
    /// Nil: as it was, else 委员.
    public var invitedAs: InvitedAs?
    /// Half-days attended; nil: the whole course where present, none where not.
    public var halfDays: Int?
    public var confirmed: Bool
    public var online: Bool
    public var source: AttendanceSource
    /// What it leaves empty stays as it was.
    public var note: String
    public var details: AttendanceDetails

    public init(
        _ word: String, part: Part? = nil, status: AttendanceStatus = .present, invitedAs: InvitedAs? = nil,
        halfDays: Int? = nil, confirmed: Bool = true, online: Bool = false, source: AttendanceSource = .unstated,
        note: String = "", details: AttendanceDetails = AttendanceDetails()
    ) {
        self.word = word
        self.part = part
        self.status = status
        self.invitedAs = invitedAs
        self.halfDays = halfDays
        self.confirmed = confirmed
        self.online = online
        self.source = source
        self.note = note
        self.details = details
    }

    public init(stringLiteral value: String) { self.init(value) }
}

/// A record to be added, with everything named by words a user types.
public struct RecordDraft: Sendable {
    /// Key, name or alias of the kind.
    public var kind: String
    public var number: String
    public var title: String
    public var days: DayRange
    public var place: String
    public var organizer: String
    /// Name of the sector, group or committee whose record it is.
    public var organization: String?
    public var people: [PersonDraft]
    /// What is particular to the family; nil: the family's plain beginning.
    public var content: RecordContent?
    /// Records it belongs with, by id, number or title.
    public var links: [(relation: RecordLink.Relation, word: String)]
    public var evidence: [String]
    public var note: String
    /// Add it although a record of the same kind, day, title and body is there.
    public var evenIfAlike: Bool
    /// 上午, 下午, 晚上 of its one day.
    public var half: DayPart?
    /// Whom to put on its list as expected; nil: nobody but those named.
    public var expects: ExpectationDraft?
    /// Keep it as 草稿, to be handed in later.
    public var isDraft = false

    public init(
        kind: String, number: String = "", title: String, days: DayRange, place: String = "", organizer: String = "",
        organization: String? = nil, people: [PersonDraft] = [], content: RecordContent? = nil,
        links: [(relation: RecordLink.Relation, word: String)] = [], evidence: [String] = [], note: String = "",
        evenIfAlike: Bool = false
    ) {
        self.kind = kind
        self.number = number
        self.title = title
        self.days = days
        self.place = place
        self.organizer = organizer
        self.organization = organization
        self.people = people
        self.content = content
        self.links = links
        self.evidence = evidence
        self.note = note
        self.evenIfAlike = evenIfAlike
    }
}

/// A sector's activity with its attendees, as a convener logs it in one go.
public struct ActivityDraft: Sendable {
    public var sector: String
    public var title: String
    public var days: DayRange
    /// Who of the sector came.
    public var attendees: Attendees
    /// Members from elsewhere who came too.
    public var guests: [String]
    /// 请假(批准).
    public var excused: [String]
    public var place: String
    public var halfDays: Int
    public var publicHeadcount: Int
    public var outcome: String
    public var planItem: PlanItemID?
    public var evidence: [String]
    public var note: String
    /// Nil: the catalogue's first kind of the family.
    public var kind: String?
    public var evenIfAlike: Bool
    /// 上午, 下午, 晚上 of its one day.
    public var half: DayPart?
    /// Keep it as 草稿, to be handed in later.
    public var isDraft = false

    public enum Attendees: Hashable, Sendable {
        /// These came; the sector's other members are recorded absent.
        case present([String])
        /// The whole sector came but these, who were absent.
        case allBut([String])
        /// Only these are recorded; nothing is said of the others.
        case only([String])
    }

    public init(
        sector: String, title: String, days: DayRange, attendees: Attendees, guests: [String] = [],
        excused: [String] = [], place: String = "", halfDays: Int = 1, publicHeadcount: Int = 0, outcome: String = "",
        planItem: PlanItemID? = nil, evidence: [String] = [], note: String = "", kind: String? = nil,
        evenIfAlike: Bool = false
    ) {
        self.sector = sector
        self.title = title
        self.days = days
        self.attendees = attendees
        self.guests = guests
        self.excused = excused
        self.place = place
        self.halfDays = halfDays
        self.publicHeadcount = publicHeadcount
        self.outcome = outcome
        self.planItem = planItem
        self.evidence = evidence
        self.note = note
        self.kind = kind
        self.evenIfAlike = evenIfAlike
    }
}

/// Attendance to be marked at one event: the people named, and if wished everyone else of a body.
public struct AttendanceMarks: Sendable {
    /// Whom to mark, and as what.
    public var people: [PersonDraft]
    /// What to mark everybody else of a body as.
    public var rest: Rest?

    public struct Rest: Hashable, Sendable {
        public var of: Circle
        public var status: AttendanceStatus
        /// Those of the circle who were not there, unless `people` says more of them.
        public var except: [String]

        public init(of circle: Circle, status: AttendanceStatus = .present, except: [String] = []) {
            self.of = circle
            self.status = status
            self.except = except
        }
    }

    public enum Circle: Hashable, Sendable {
        /// Everyone seated in the committee on the event's first day.
        case committee
        /// Every 常委 of that day.
        case standing
        /// Every member of the body of this name on that day.
        case body(String)
        /// Everyone already on the event's list.
        case listed
    }

    public init(people: [PersonDraft], rest: Rest? = nil) {
        self.people = people
        self.rest = rest
    }
}

/// Whom to expect at something: circles of members on its day, and people named one by one.
public struct ExpectationDraft: Hashable, Sendable {
    public struct Circle: Hashable, Sendable {
        public var circle: AttendanceMarks.Circle
        public var invitedAs: InvitedAs

        public init(_ circle: AttendanceMarks.Circle, as invitedAs: InvitedAs = .member) {
            self.circle = circle
            self.invitedAs = invitedAs
        }
    }

    /// Empty: those the record was made with, else whom the catalogue expects at its kind.
    public var circles: [Circle]
    /// 列席.
    public var attending: [String]
    /// 观察.
    public var observers: [String]

    public init(circles: [Circle] = [], attending: [String] = [], observers: [String] = []) {
        self.circles = circles
        self.attending = attending
        self.observers = observers
    }
}

/// A membership to be made.
public struct MembershipDraft: Hashable, Sendable {
    public var classification: OrganizationClass
    /// Name of the body; empty for the committee itself.
    public var organization: String
    public var role: Role
    /// Nil: the first day of the term in which the body is.
    public var from: CivilDay?
    public var to: CivilDay?

    public init(
        _ classification: OrganizationClass, _ organization: String = "", role: Role, from: CivilDay? = nil,
        to: CivilDay? = nil
    ) {
        self.classification = classification
        self.organization = organization
        self.role = role
        self.from = from
        self.to = to
    }
}

/// A member to be added, with the seat taken.
public struct MemberDraft: Sendable {
    /// Its `id` is given by the register, whatever it says here.
    public var member: Member
    public var memberships: [MembershipDraft]

    /// A member seated in the committee from a day, in a sector.
    public init(_ member: Member, sector: String?, role: Role = .member, from: CivilDay? = nil) {
        self.member = member
        self.memberships = [MembershipDraft(.committee, role: role, from: from)]
        if let sector { self.memberships.append(MembershipDraft(.sector, sector, role: .belongs, from: from)) }
    }

    public init(_ member: Member, memberships: [MembershipDraft]) {
        self.member = member
        self.memberships = memberships
    }
}
