import DutyModel
import Interchange
import RecordStore
import TestSupport

@testable import DutyRegister

/// How each use case is tried at each reach. A new use case must say how, or this does not compile.
enum PermissionAttempt {
    typealias Body = () throws -> Void

    /// Nil where there is nothing at that reach: a term is nobody's own.
    static func of(_ useCase: UseCase, _ reach: Reach, in world: PermissionWorld) throws -> Body? {
        let actor = world.actor
        switch useCase {
        // About everything or nothing.
        case .overview: return whole(reach) { _ = try actor.overview() }
        case .readAll: return whole(reach) { _ = try actor.roster() }
        case .termAdd:
            return whole(reach) { _ = try actor.addTerm(Term(number: 12, days: days("2027-01-10", "2032-01-09"))) }
        case .memberAdd:
            let member = Member(id: MemberID(rawValue: 0), number: "100", name: "周八")
            return whole(reach) { _ = try actor.addMember(MemberDraft(member, sector: "经济界")) }
        case .memberEdit: return whole(reach) { _ = try actor.editMember("001") { $0.note = "改" } }
        case .membershipAdd:
            let draft = MembershipDraft(.specialCommittee, "提案委员会", role: .belongs)
            return whole(reach) { _ = try actor.addMembership("004", draft) }
        case .membershipEnd: return whole(reach) { _ = try actor.endSeat("005", last: day("2025-01-01")) }
        case .transfer: return whole(reach) { _ = try actor.transfer("005", to: "教育界", on: day("2025-01-01")) }
        case .organizationAdd: return whole(reach) { _ = try actor.addOrganization(.sector, "科技界") }
        case .organizationList: return whole(reach) { _ = try actor.organizations(.sector) }
        case .convenerSet:
            return whole(reach) { _ = try actor.setConvener(of: "教育界", "003", from: day("2024-01-01")) }
        case .kindAdopt: return whole(reach) { _ = try actor.adoptKinds(try world.owner.kinds()) }
        case .attendanceCheck: return whole(reach) { _ = try actor.attendanceGaps(in: .year(2024)) }
        case .kindList: return whole(reach) { _ = try actor.kinds() }
        case .planRead: return whole(reach) { _ = try actor.planItems(year: 2024) }
        case .ranking: return whole(reach) { _ = try actor.scores(year: 2024) }
        case .rulebookRead: return whole(reach) { _ = try actor.rulebook(for: 2024) }
        case .rulebookCompare:
            let rules = try world.owner.rulebook(for: 2024).rulebook
            return whole(reach) { _ = try actor.compare(rules, rules, year: 2024) }
        case .rulebookAdopt: return whole(reach) { _ = try SampleRulebook.adopt(in: actor, year: 2025) }
        case .batchRead: return whole(reach) { _ = try actor.batches() }
        case .archiveExport: return whole(reach) { try actor.exportArchive { _ in } }
        case .rebuildFacts: return whole(reach) { _ = try actor.rebuildFacts() }
        case .objectionAnswer:
            let objection = try world.objection(by: "003")
            return whole(reach) { _ = try actor.answer(objection, AnswerDraft(.rejected, reason: "查无此事")) }
        case .reviewSkip:
            return whole(reach) {
                guard try actor.add(world.claimDraft(of: "003")).value.review == .approved else { throw NotShown() }
            }
        case .reviewApprove:
            let claim = try world.record(people: ["003"], review: .waiting)
            return whole(reach) {
                _ = try actor.approve([claim], ReviewVerdict(isDirect: true))
                guard try world.owner.record(claim).records[0].review == .approved else { throw NotShown() }
            }
        case .accountAdd:
            return whole(reach) { _ = try actor.addAccount(AccountDraft(name: "新人", role: .staff)) }
        case .accountEdit:
            return whole(reach) {
                var change = AccountChange()
                change.note = "改"
                _ = try actor.editAccount("办事人", change)
            }
        case .accountClose: return whole(reach) { _ = try actor.closeAccount("办事人", last: day("2024-06-30")) }
        case .importApply:
            let pending = try world.pendingImport()
            return whole(reach) { _ = try actor.apply(pending) }
        case .importPlan: return whole(reach) { _ = try actor.planImport([]) }

        // What is only asked for at the door: done to files, or tried in tests of its own.
        case .create, .importUndo, .archiveRestore, .check, .backup, .permissionRead, .manualAdd, .manualEdit,
            .manualWithdraw, .yearRead, .yearOpen, .yearClose, .yearDecide, .yearPublish, .yearReopen:
            return whole(reach) { try actor.require(useCase) }
        case .evidenceRead, .evidenceAdd, .evidenceRemove, .termArchive:
            // Their reaches are tried where they are built.
            return reach == .own ? { _ = try actor.readScoped(useCase) { _, _ in } } : nil

        // About people.
        case .memberList:
            return person(reach, world) { number in
                guard try actor.members().contains(where: { $0.member.number == number }) else { throw NotShown() }
            }
        case .memberShow: return person(reach, world) { _ = try actor.member($0) }
        case .personNaming: return person(reach, world) { _ = try actor.resolve([$0]) }
        case .profile: return person(reach, world) { _ = try actor.profile($0, year: 2024) }
        case .manualRead: return person(reach, world) { _ = try actor.manualEntries(year: 2024, person: $0) }
        case .objectionAdd:
            return person(reach, world) {
                _ = try actor.object(ObjectionDraft(.missing, person: $0, year: 2024, text: "漏了"))
            }
        case .objectionRead:
            return try made(reach, world) { number in
                let objection = try world.objection(by: number)
                return { _ = try actor.objection(objection) }
            }
        case .objectionWithdraw:
            return try made(reach, world) { number in
                let objection = try world.objection(by: number)
                return { _ = try actor.withdrawObjection(objection) }
            }
        case .accountRead:
            if reach == .group { return nil }
            _ = try? world.owner.addAccount(AccountDraft(name: "别人", role: .staff, from: day("2024-01-01")))
            return { _ = try actor.account(reach == .own ? "办事人" : "别人") }
        case .logRead:
            if reach == .group { return nil }
            let entry = try world.entry(own: reach == .own)
            return { guard try actor.log().contains(where: { $0.number == entry }) else { throw NotShown() } }
        case .undo:
            if reach == .group { return nil }
            let entry = try world.entry(own: reach == .own)
            return { _ = try actor.undo(entry) }

        // About the work of bodies.
        case .sectorReport:
            return world.body(reach).map { body in { _ = try actor.sectorScores(year: 2024, sector: body) } }
        case .sectorTotals:
            return world.body(reach).map { body in
                { guard try actor.sectorScores(year: 2024, sector: body)[0].showsTotals else { throw NotShown() } }
            }
        case .activityLog:
            return world.body(reach).map { body in
                {
                    _ = try actor.logActivity(
                        ActivityDraft(
                            sector: body, title: "走访", days: DayRange(day("2024-05-01")), attendees: .allBut([])))
                }
            }
        case .planItemAdd:
            return world.body(reach).map { body in
                { _ = try actor.addPlanItem(sector: body, year: 2024, topic: "走访乡村学校") }
            }
        case .planItemRemove:
            guard let body = world.body(reach), body != "提案委员会" else { return nil }
            let item = try world.owner.addPlanItem(sector: body, year: 2024, topic: "座谈").value.id
            return { _ = try actor.removePlanItem(item) }
        case .attendanceMark:
            guard let body = world.body(reach), let person = world.person(reach) else { return nil }
            let event = try world.record(people: [], body: body, kind: "培训")
            return { _ = try actor.markAttendance(event, AttendanceMarks(people: [PersonDraft(person)])) }
        case .attendanceExcuse:
            return try event(reach, world) { _ = try actor.excuse($0, [PersonDraft($1, status: .excused)]) }
        case .attendanceExpect:
            return try event(reach, world) { id, _ in _ = try actor.expectAttendance(id, ExpectationDraft()) }
        case .attendanceRemove: return try event(reach, world) { _ = try actor.removeAttendance($0, [$1]) }
        case .proposalAdvance:
            return try proposal(reach, world) {
                _ = try actor.advanceProposal($0, ProposalStageEntry(.filed, day: day("2024-10-01")))
            }
        case .proposalHonour: return try proposal(reach, world) { _ = try actor.honourProposal($0, .key) }
        case .proposalFeedback:
            return try proposal(reach, world) { _ = try actor.recordFeedback($0, .satisfied, on: nil) }

        // About records, and their review.
        case .recordRead: return try record(reach, world, .approved) { _ = try actor.record($0) }
        case .recordAdd:
            guard let person = world.person(reach) else { return nil }
            let draft = world.claimDraft(of: person, body: world.body(reach))
            return { _ = try actor.add(draft) }
        case .recordEdit: return try record(reach, world, .approved) { _ = try actor.edit($0) { $0.note = "改" } }
        case .recordLink: return try record(reach, world, .approved) { _ = try actor.unlink($0, nil, $0) }
        case .recordDelete: return try record(reach, world, .waiting) { _ = try actor.delete($0) }
        case .reviewSubmit: return try record(reach, world, .draft) { _ = try actor.submit([$0]) }
        case .reviewWithdraw: return try record(reach, world, .waiting) { _ = try actor.withdraw([$0]) }
        case .reviewRead:
            return try record(reach, world, .waiting) { id in
                let queue = try actor.reviewQueue()
                guard queue.contains(where: { String($0.record.id.rawValue) == id }) else { throw NotShown() }
            }
        case .reviewEndorse:
            guard reach != .own, let person = world.person(reach) else { return nil }
            let claim = try world.record(people: [person], review: .waiting)
            return {
                // The office's word is another use case of the same command.
                try actor.readScoped(.reviewEndorse) { _, _ in }
                _ = try actor.approve([claim])
                guard try world.owner.reviewEntry(claim).steps.last?.action == .endorsed else { throw NotShown() }
            }
        case .reviewReturn:
            guard reach != .own, let person = world.person(reach) else { return nil }
            let claim = try world.record(people: [person], review: .waiting)
            return { _ = try actor.giveBack([claim], ReviewVerdict(reason: "缺佐证")) }
        }
    }

    private static func whole(_ reach: Reach, _ body: @escaping Body) -> Body? { reach == .other ? body : nil }

    private static func person(
        _ reach: Reach, _ world: PermissionWorld, _ body: @escaping (String) throws -> Void
    ) -> Body? {
        world.person(reach).map { number in { try body(number) } }
    }

    private static func made(
        _ reach: Reach, _ world: PermissionWorld, _ body: (String) throws -> Body
    ) throws -> Body? {
        try world.person(reach).map(body)
    }

    private static func proposal(
        _ reach: Reach, _ world: PermissionWorld, _ body: @escaping (String) throws -> Void
    ) throws -> Body? {
        guard let name = world.body(reach), let person = world.person(reach) else { return nil }
        let id = try world.record(people: [person], body: name, kind: "提案")
        return { try body(id) }
    }

    /// An event of a body with one person on its list.
    private static func event(
        _ reach: Reach, _ world: PermissionWorld, _ body: @escaping (String, String) throws -> Void
    ) throws -> Body? {
        guard let name = world.body(reach), let person = world.person(reach) else { return nil }
        let id = try world.record(people: [person], body: name, kind: "培训")
        return { try body(id, person) }
    }

    private static func record(
        _ reach: Reach, _ world: PermissionWorld, _ review: ReviewState, _ body: @escaping (String) throws -> Void
    ) throws -> Body? {
        let id: String
        switch reach {
        case .own:
            guard let own = world.own else { return nil }
            id = try world.record(people: [own], review: review, author: world.account.id)
        case .group: id = try world.record(people: [world.colleague], body: world.body, review: review)
        case .other: id = try world.record(people: ["003"], body: world.otherBody, review: review)
        }
        return { try body(id) }
    }
}

extension PermissionWorld {
    func claimDraft(of person: String, body: String? = nil) -> RecordDraft {
        RecordDraft(
            kind: "公益活动", title: "助学", days: DayRange(day("2024-09-01")), organization: body,
            people: [PersonDraft(person)], evenIfAlike: true)
    }

    /// A record as somebody else made it, put there past the rules. Returns its id.
    func record(
        people: [String], body: String? = nil, kind: String = "公益活动", review: ReviewState = .approved,
        author: AccountID? = nil
    ) throws -> String {
        let draft = RecordDraft(
            kind: kind, title: "第 \(try owner.overview().changes) 件事", days: DayRange(day("2024-09-02")),
            organization: body,
            people: people.map { PersonDraft($0) }, evenIfAlike: true)
        let made = try owner.add(draft).value
        _ = try owner.write(.recordEdit) { transaction in
            let desk = try RecordDesk(&transaction)
            var record = made
            record.review = review
            record.author = author
            try desk.replace(made, by: record, in: &transaction)
        }
        return String(made.id.rawValue)
    }

    func objection(by person: String) throws -> ObjectionID {
        try owner.object(ObjectionDraft(.missing, person: person, year: 2024, text: "漏了")).value.id
    }

    /// An entry of the change log, the actor's or the owner's.
    func entry(own: Bool) throws -> UInt64 {
        let id = try record(people: ["003"])
        guard own else { return try owner.edit(id) { $0.note = "改" }.change }
        var context = Principal(name: "办事人", origin: "测试").context(for: .recordEdit)
        context.account = UInt64(account.id.rawValue)
        return try owner.store.writeNoting(as: context) { transaction in
            let record = try transaction.record(id, family: nil, kinds: try transaction.kinds())
            var changed = record
            changed.note = "改"
            try DutyRecord.table.put(changed, in: &transaction)
        }.change ?? 0
    }

    func pendingImport() throws -> PendingImport {
        let directory = TemporaryDirectory()
        let path = directory.file("委员名册.csv")
        Files.write(Array("委员编号,姓名,界别\n100,周八,经济界\n".utf8), to: path)
        return try owner.planImport([path])
    }
}
