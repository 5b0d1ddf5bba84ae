/// How many were expected at something and how many came, by its list; what was reported is compared with it.
public struct AttendanceTally: Hashable, Sendable {
    /// Those on the list, and of them those invited as 委员.
    public var listed = 0
    public var members = 0
    /// Of these, who was there.
    public var present = 0
    public var presentMembers = 0
    /// Of whom it is not known: in no denominator.
    public var unknown = 0
    /// 请假 nobody has decided on.
    public var pendingLeave = 0

    public init(_ people: [Participation]) {
        for person in people where person.part.attends {
            let isMember = person.invitedAs == .member
            listed += 1
            if isMember { members += 1 }
            if person.status.wasThere {
                present += 1
                if isMember { presentMembers += 1 }
            }
            if person.status == .unknown { unknown += 1 }
            if person.details.leave?.decision == .pending { pendingLeave += 1 }
        }
    }

    /// Whether a number reported as 应到 is that of the list, with or without those who sat in.
    public func agrees(expected: Int) -> Bool { expected == members || expected == listed }

    /// Whether a number reported as 实到 is that of the list, with or without those who sat in.
    public func agrees(present reported: Int) -> Bool { reported == presentMembers || reported == present }
}
