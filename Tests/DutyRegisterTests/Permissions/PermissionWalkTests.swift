import DutyModel
import TestSupport
import Testing

@testable import DutyRegister

/// The whole table of permissions, on a real store: every use case, every role, every reach. Whatever the table grants
/// must be done, whatever it does not must be refused with nothing written.
@Suite struct PermissionWalkTests {
    @Test("what the table grants is done, what it does not is refused", arguments: PrincipalRole.allCases)
    func walk(role: PrincipalRole) throws {
        try withRegister { owner in
            let world = try PermissionWorld(owner, role)
            for useCase in UseCase.allCases {
                for reach in Reach.allCases {
                    guard let attempt = try PermissionAttempt.of(useCase, reach, in: world) else { continue }
                    try world.expect(attempt, of: useCase, at: reach)
                }
            }
        }
    }

    @Test("every row has every role, and no two use cases one name")
    func rows() {
        for useCase in UseCase.allCases { #expect(!useCase.label.isEmpty, "\(useCase)") }
        #expect(Set(UseCase.allCases.map(\.rawValue)).count == UseCase.allCases.count)
        #expect(UseCase.accountAdd.scope(of: [.staff, .administrator]) == .all)
        #expect(UseCase.activityLog.scope(of: [.member]) == .none)
        #expect(UseCase.activityLog.scope(of: [.member, .convener]) == .group)
        #expect(UseCase.ranking.scope(of: []) == .none)
    }
}

/// Whose things are touched.
enum Reach: UInt8, CaseIterable {
    case own = 1
    case group = 2
    case other = 3

    func isWithin(_ scope: Scope) -> Bool { rawValue <= scope.rawValue }
}

/// A list that does not show what was looked for.
struct NotShown: Error {}

/// One committee with a holder of one role, and somebody and something at every reach.
///
/// 001 and 002 are of 经济界, which 002 leads; 003 and 004 of 教育界; 006 is in 提案委员会 besides.
struct PermissionWorld {
    let owner: Register
    let actor: Register
    let role: PrincipalRole
    let account: Account
    /// The 委员编号 of the actor's own member; nil where the account belongs to none.
    let own: String?
    let colleague: String
    let stranger = "003"
    let body: String
    let otherBody = "教育界"

    init(_ owner: Register, _ role: PrincipalRole) throws {
        (self.owner, self.role) = (owner, role)
        try owner.addSix()
        _ = try SampleRulebook.adopt(in: owner)
        _ = try owner.addOrganization(.specialCommittee, "提案委员会")
        _ = try owner.addMembership("006", MembershipDraft(.specialCommittee, "提案委员会", role: .belongs))
        _ = try owner.setConvener(of: "经济界", "002", from: day("2024-01-01"))
        let draft = AccountDraft(name: "办事人", role: .member, from: day("2024-01-01"))
        switch role {
        case .member: (own, colleague, body) = ("001", "002", "经济界")
        case .convener: (own, colleague, body) = ("002", "001", "经济界")
        case .committeeStaff: (own, colleague, body) = (nil, "006", "提案委员会")
        case .staff, .leader, .administrator: (own, colleague, body) = (nil, "001", "经济界")
        }
        account = try owner.addAccount(PermissionWorld.draft(draft, role, own)).value
        // The convener whose word claims of 经济界 await, where the actor is somebody else.
        if role != .convener {
            _ = try owner.addAccount(
                AccountDraft(name: "召集人", role: .member, person: "002", from: day("2024-01-01")))
        }
        actor = owner.acting(as: Principal(account: "办事人", origin: "测试"))
    }

    private static func draft(_ draft: AccountDraft, _ role: PrincipalRole, _ own: String?) -> AccountDraft {
        var draft = draft
        draft.person = own
        switch role {
        case .member, .convener: draft.role = .member
        case .committeeStaff:
            draft.role = .committeeStaff
            draft.organizations = ["提案委员会"]
        case .staff: draft.role = .staff
        case .leader: draft.role = .leader
        case .administrator: draft.role = .administrator
        }
        return draft
    }

    /// What the actor is today.
    var roles: [PrincipalRole] { role == .convener ? [.member, .convener] : [role] }

    /// The member at a reach; nil where the actor is none.
    func person(_ reach: Reach) -> String? {
        switch reach {
        case .own: own
        case .group: colleague
        case .other: stranger
        }
    }

    /// The body at a reach; nobody owns one.
    func body(_ reach: Reach) -> String? {
        switch reach {
        case .own: nil
        case .group: body
        case .other: otherBody
        }
    }

    /// Does the attempt as the actor, compares with the table, and takes back what it did.
    func expect(_ attempt: () throws -> Void, of useCase: UseCase, at reach: Reach) throws {
        let before = try owner.overview().changes
        let scope = useCase.scope(of: roles)
        do {
            try attempt()
            #expect(reach.isWithin(scope), "\(role.label)：\(useCase.label)（\(reach)）不该办成")
        } catch {
            #expect(!reach.isWithin(scope), "\(role.label)：\(useCase.label)（\(reach)）应该办成：\(error)")
            #expect(try owner.overview().changes == before, "\(role.label)：\(useCase.label)（\(reach)）被拒绝却写入了")
            #expect(PermissionWorld.isRefusal(error), "\(role.label)：\(useCase.label)（\(reach)）：\(error)")
        }
        let after = try owner.overview().changes
        for change in stride(from: after, to: before, by: -1) { _ = try owner.undo(change) }
    }

    /// Not permitted, or as if it were not there: never anything else.
    private static func isRefusal(_ error: any Error) -> Bool {
        switch error {
        case is NotPermitted, is NotShown: true
        case let undo as UndoRefused: if case .unknown = undo { true } else { false }
        case let refusal as Refusal: refusal.findings.allSatisfy(\.tellsNothing)
        default: false
        }
    }
}

extension RegisterFinding {
    /// Whether it says no more than that nothing of the name is there.
    fileprivate var tellsNothing: Bool {
        switch self {
        case .unknownPerson(_, let similar): similar.isEmpty
        case .unknownRecord, .unknownAccount, .unknownObjection, .unknownChangeSet, .convenerFirst: true
        default: false
        }
    }
}
