public import DutyModel

func notYet() -> Never { fatalError("being written") }

/// How a register is opened.
public enum OpenMode: Sendable { case reading, writing }

extension Register {
    /// Makes a new register: built aside, synced, then renamed to `path`, where nothing may be yet.
    public static func create(at path: String, _ setup: RegisterSetup, by principal: Principal) throws -> Register {
        notYet()
    }
    /// Opens a register. A store that is missing, cut, newer, locked or read-only is an `OpenError` and stays untouched.
    public static func open(at path: String, _ mode: OpenMode, by principal: Principal) throws -> Register { notYet() }
    /// The same register with somebody else acting.
    public func acting(as principal: Principal) -> Register { notYet() }

    public func overview() throws -> RegisterOverview { notYet() }
    public func kinds() throws -> KindCatalogue { notYet() }
    /// Everyone and every body, from one snapshot.
    public func roster() throws -> Roster { notYet() }
    public func addTerm(_ term: Term) throws -> Saved<Term> { notYet() }

    // Members
    public func addMember(_ draft: MemberDraft) throws -> Saved<Member> { notYet() }
    /// Changes fields of a member; `change` may run twice. The id stays.
    public func editMember(_ person: String, _ change: (inout Member) -> Void) throws -> Saved<Member> { notYet() }
    /// In order of sector, then 委员编号.
    public func members(_ filter: MemberFilter = MemberFilter()) throws -> [MemberEntry] { notYet() }
    public func member(_ person: String) throws -> MemberFile { notYet() }
    /// The members of words (委员编号, or a name one only bears), in order; all that cannot be found in one `Refusal`.
    public func resolve(_ people: [String]) throws -> [Member] { notYet() }

    // Memberships
    public func addMembership(_ person: String, _ draft: MembershipDraft) throws -> Saved<Membership> { notYet() }
    /// `last` is the last day, included.
    public func endMembership(_ membership: MembershipID, last: CivilDay) throws -> Saved<Membership> { notYet() }
    /// Ends every membership in force on the day after `last`: the member leaves the committee.
    public func endSeat(_ person: String, last: CivilDay) throws -> Saved<[Membership]> { notYet() }
    /// Change of sector: the old one ends the day before `day`, the new one begins on it.
    public func transfer(_ person: String, to sector: String, on day: CivilDay) throws -> Saved<Membership> { notYet() }

    // Bodies
    /// In the last term (or the one given), with head-counts of `day` (nil: the newest day recorded).
    public func organizations(
        _ classification: OrganizationClass? = nil, term: Int? = nil, on day: CivilDay? = nil
    ) throws -> [OrganizationEntry] { notYet() }
    public func addOrganization(
        _ classification: OrganizationClass, _ name: String, term: Int? = nil, aliases: [String] = []
    ) throws -> Saved<Organization> { notYet() }
    /// Makes a member the 召集人 (or 副召集人) of a sector from a day; one who holds the same place ends the day before.
    public func setConvener(
        of sector: String, _ person: String, from day: CivilDay, deputy: Bool = false
    ) throws -> Saved<Membership> { notYet() }

    // Records of every kind
    public func records(_ filter: RecordFilter = RecordFilter()) throws -> RecordList { notYet() }
    /// One record by id, 编号, or title borne by one only.
    public func record(_ word: String, family: RecordFamily? = nil) throws -> RecordList { notYet() }
    public func add(_ draft: RecordDraft) throws -> Saved<DutyRecord> { notYet() }
    /// Changes a record; `change` may run twice. Id and kind's family stay.
    public func edit(
        _ word: String, family: RecordFamily? = nil, _ change: (inout DutyRecord) -> Void
    ) throws -> Saved<DutyRecord> { notYet() }
    public func delete(_ word: String, family: RecordFamily? = nil) throws -> Saved<DutyRecord> { notYet() }

    // The ways of particular families
    /// A sector's activity with its attendees.
    public func logActivity(_ draft: ActivityDraft) throws -> Saved<DutyRecord> { notYet() }
    /// Marks people at an event, a lecture or an activity; who is not yet on its list is added.
    public func markAttendance(_ event: String, _ marks: AttendanceMarks) throws -> Saved<DutyRecord> { notYet() }
    /// 节点: replaces an entry of the same stage when `correcting`.
    public func advanceProposal(
        _ proposal: String, _ entry: ProposalStageEntry, correcting: Bool = false
    ) throws -> Saved<DutyRecord> { notYet() }
    /// Adds honours (重点, 优秀, 一号) and the leader who supervises.
    public func honourProposal(
        _ proposal: String, _ honours: ProposalHonours, leader: String? = nil
    ) throws -> Saved<DutyRecord> { notYet() }
    /// 反馈: the proposer's word, and the 反馈 stage where a day is given.
    public func recordFeedback(
        _ proposal: String, _ satisfaction: Satisfaction, on day: CivilDay?
    ) throws -> Saved<DutyRecord> { notYet() }

    // Yearly plans of sectors
    public func addPlanItem(
        sector: String, year: Int, month: Int = 0, topic: String, lead: String = ""
    ) throws -> Saved<PlanItem> { notYet() }
    public func removePlanItem(_ item: PlanItemID) throws -> Saved<PlanItem> { notYet() }
    /// By sector, then month; done ones with their activities.
    public func planItems(year: Int, sector: String? = nil) throws -> [PlanItemEntry] { notYet() }
}
