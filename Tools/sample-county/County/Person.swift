import DutyModel

/// One invented member of the invented county.
struct Person {
    /// Place in `County.people`.
    var index: Int
    /// 委员编号.
    var number: String
    var name: String
    var woman: Bool
    var ethnicity: String
    var birthday: CivilDay
    var party: String
    var unit: String
    var post: String
    var phone: String
    var education: String
    /// Index into `County.sectors`: the sector at the term's first day, or at entry.
    var sector: Int
    /// A change of sector: from that day on, the other one.
    var move: (day: CivilDay, sector: Int)?
    /// 委员, 常委, 副主席, …
    var role: Role = .member
    /// 成员, 界别召集人, 副召集人.
    var sectorRole: Role = .belongs
    var committee: Int
    var secondCommittee: Int?
    var committeeRole: Role = .belongs
    var township: Int?
    var townshipRole: Role = .belongs
    var joined: CivilDay
    /// Last day, where the member left before the term's end.
    var left: CivilDay?
    var diligence: Diligence

    /// Whether the person sat in the committee on a day.
    func isSeated(on day: CivilDay) -> Bool { joined <= day && (left.map { day <= $0 } ?? true) }

    /// The sector on a day.
    func sector(on day: CivilDay) -> Int {
        if let move, move.day <= day { return move.sector }
        return sector
    }

    /// Whether the person sits on the standing committee.
    var isStanding: Bool { RoleSet(role).has(.standing) }

    /// Whether the person is 主席, 副主席 or 秘书长.
    var isLeader: Bool { role == .chair || role == .viceChair || role == .secretaryGeneral }
}

/// How much a person does, so that the grades spread.
enum Diligence: Int {
    case none, little, fair, good, excellent

    /// Of a thousand half-days expected, how many attended.
    var attendance: Int {
        switch self {
        case .none: 0
        case .little: 550
        case .fair: 820
        case .good: 940
        case .excellent: 990
        }
    }

    /// Of a thousand absences, how many with leave.
    var leave: Int { self == .none ? 400 : self == .little ? 600 : 850 }

    /// Of a thousand chances to take part in something optional, how many taken.
    var initiative: Int {
        switch self {
        case .none: 0
        case .little: 80
        case .fair: 250
        case .good: 430
        case .excellent: 700
        }
    }
}
