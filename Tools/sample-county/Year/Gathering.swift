import DutyModel

/// A meeting or activity, with everyone expected or listed.
struct Gathering {
    /// As the catalogue of kinds names it.
    var kind: String
    var title: String
    var days: DayRange
    var halfDays: Int
    var place: String
    var organizer: String
    /// 十一届三次, where it is a numbered meeting.
    var session = ""
    /// What it was about, beyond the title.
    var topic = ""
    var seats: [Seat] = []

    /// How many were there at least once.
    var present: Int { seats.count { $0.wasThere } }
}

/// One person at one gathering.
struct Seat {
    var person: Int
    /// One a half-day.
    var marks: [Mark]
    /// Empty, or 列席.
    var capacity = ""
    /// 请假事由, where there is one.
    var reason = ""

    var wasThere: Bool { marks.contains { $0.wasThere } }
    /// Half-days attended.
    var attended: Int { marks.count { $0.wasThere } }
    /// The one word of a sheet that has one column for it.
    var overall: Mark {
        if marks.allSatisfy({ !$0.wasThere }) { return marks.first ?? .present }
        return marks.contains(.late) ? .late : marks.contains(.leftEarly) ? .leftEarly : .present
    }
}

/// What stands in a sheet for one half-day.
enum Mark: Equatable {
    case present, late, leftEarly, excused, leaveRefused, absent

    var wasThere: Bool { self == .present || self == .late || self == .leftEarly }

    /// The sign of the plenary's sheet, told in its legend.
    var sign: String {
        switch self {
        case .present: "√"
        case .late: "○"
        case .leftEarly: "早退"
        case .excused: "△"
        case .leaveRefused, .absent: "×"
        }
    }

    var word: String {
        switch self {
        case .present: "出席"
        case .late: "迟到"
        case .leftEarly: "早退"
        case .excused: "请假"
        case .leaveRefused: "请假（未批准）"
        case .absent: "缺席"
        }
    }
}

/// Decides who came.
struct Turnout {
    var chance: SeededGenerator

    static let reasons = ["因公出差", "生病住院", "参加上级会议", "外出招商", "家中有事"]

    /// Everyone of a mandatory meeting, each with a mark for every half-day.
    mutating func expected(_ people: [Person], halfDays: Int = 1) -> [Seat] {
        people.map { seat($0, halfDays: halfDays) }
    }

    private mutating func seat(_ person: Person, halfDays: Int) -> Seat {
        let throughout = person.diligence.attendance - (person.isStanding ? 0 : 5)
        guard chance.chance(throughout) else { return missing(person, halfDays: halfDays) }
        var marks = [Mark](repeating: .present, count: halfDays)
        if chance.chance(person.diligence == .excellent ? 5 : 40) { marks[0] = .late }
        if halfDays > 1, chance.chance(person.diligence == .excellent ? 20 : 70) {
            marks[chance.number(in: 1...(halfDays - 1))] = chance.chance(person.diligence.leave) ? .excused : .absent
        } else if chance.chance(person.diligence == .excellent ? 0 : 12) {
            marks[halfDays - 1] = .leftEarly
        }
        return Seat(person: person.index, marks: marks)
    }

    private mutating func missing(_ person: Person, halfDays: Int) -> Seat {
        let withLeave = chance.chance(person.diligence.leave)
        let mark: Mark = withLeave ? .excused : chance.chance(100) ? .leaveRefused : .absent
        return Seat(
            person: person.index, marks: [Mark](repeating: mark, count: halfDays),
            reason: mark == .absent ? "" : chance.pick(Turnout.reasons))
    }

    /// Those of the people who come of their own accord, at most so many.
    mutating func volunteers(_ most: Int, of people: [Person]) -> [Person] {
        let willing = people.filter { chance.chance($0.diligence.initiative) }
        return chance.sample(most, of: willing).sorted { $0.index < $1.index }
    }

    /// A team that was chosen: most come, a few ask for leave.
    mutating func team(_ size: Int, of people: [Person], halfDays: Int = 1) -> [Seat] {
        expected(volunteers(size, of: people), halfDays: halfDays)
    }
}
