import DutyModel
import KeyValueStore
import RecordStore
import TestSupport
import Testing

@testable import DutyRegister

/// Every use case that writes is done, taken back and done again by taking back the undo; the store is compared byte
/// for byte, indexes and fact rows included.
@Suite struct UndoWalkTests {
    struct Step: Sendable {
        var useCase: UseCase
        var run: @Sendable (Register, TemporaryDirectory) throws -> Void

        init(_ useCase: UseCase, _ run: @escaping @Sendable (Register, TemporaryDirectory) throws -> Void) {
            self.useCase = useCase
            self.run = run
        }
    }

    /// In an order in which each finds what it needs.
    static let steps: [Step] = [
        Step(.memberAdd) { register, _ in
            _ = try register.addMember(
                MemberDraft(Member(id: MemberID(rawValue: 0), number: "007", name: "周八"), sector: "教育界"))
        },
        Step(.memberEdit) { register, _ in _ = try register.editMember("007") { $0.phone = "13800000000" } },
        Step(.organizationAdd) { register, _ in _ = try register.addOrganization(.specialCommittee, "提案委", term: 11) },
        Step(.membershipAdd) { register, _ in
            _ = try register.addMembership(
                "007", MembershipDraft(.specialCommittee, "提案委", role: .belongs, from: day("2023-01-01")))
        },
        Step(.transfer) { register, _ in _ = try register.transfer("007", to: "经济界", on: day("2023-06-01")) },
        Step(.convenerSet) { register, _ in
            _ = try register.setConvener(of: "经济界", "001", from: day("2023-01-01"))
        },
        Step(.recordAdd) { register, _ in
            _ = try register.add(
                RecordDraft(
                    kind: "提案", number: "2024001", title: "关于养老的建议", days: DayRange(day("2024-01-16")),
                    people: ["003", "001"]))
        },
        Step(.recordEdit) { register, _ in _ = try register.edit("2024001") { $0.note = "并案" } },
        Step(.proposalAdvance) { register, _ in
            _ = try register.advanceProposal("2024001", ProposalStageEntry(.filed, day: day("2024-02-01")))
        },
        Step(.proposalHonour) { register, _ in _ = try register.honourProposal("2024001", .excellent) },
        Step(.proposalFeedback) { register, _ in
            _ = try register.recordFeedback("2024001", .satisfied, on: day("2024-09-01"))
        },
        Step(.planItemAdd) { register, _ in
            _ = try register.addPlanItem(sector: "经济界", year: 2024, month: 5, topic: "营商环境")
        },
        Step(.planItemRemove) { register, _ in _ = try register.removePlanItem(PlanItemID(rawValue: 1)) },
        Step(.activityLog) { register, _ in
            _ = try register.logActivity(
                ActivityDraft(
                    sector: "经济界", title: "走访企业", days: DayRange(day("2024-05-10")), attendees: .present(["002"])))
        },
        Step(.attendanceMark) { register, _ in
            _ = try register.markAttendance("走访企业", AttendanceMarks(people: [PersonDraft("001")]))
        },
        Step(.recordLink) { register, _ in _ = try register.link("2024001", .follows, "走访企业") },
        Step(.recordLink) { register, _ in _ = try register.unlink("2024001", nil, "走访企业") },
        Step(.attendanceExcuse) { register, _ in
            _ = try register.excuse("走访企业", [PersonDraft("001", status: .excused)])
        },
        Step(.attendanceRemove) { register, _ in _ = try register.removeAttendance("走访企业", ["001"]) },
        Step(.rulebookAdopt) { register, _ in
            _ = try register.adoptRulebook(text: ManualPointsTests.text, file: "办法.yaml")
        },
        Step(.manualAdd) { register, _ in
            _ = try register.addManual(
                ManualDraft(
                    person: "001", year: 2024, item: "D3", points: "1/3", reason: "评议", approver: "主席会议",
                    day: day("2024-12-20")))
        },
        Step(.manualEdit) { register, _ in
            _ = try register.editManual(ManualEntryID(rawValue: 1), ManualChange(points: "2"))
        },
        Step(.evidenceAdd) { register, directory in
            let path = directory.file("照片.png")
            Files.write(EvidenceTests.png, to: path)
            _ = try register.addEvidence(path, toRecord: "2024001")
        },
        Step(.evidenceRemove) { register, _ in _ = try register.removeEvidence(EvidenceID(rawValue: 1)) },
        Step(.manualWithdraw) { register, _ in
            _ = try register.withdrawManual(ManualEntryID(rawValue: 1), reason: "重复")
        },
        Step(.importApply) { register, directory in
            let path = directory.file("委员名册.csv")
            Files.write(Array("委员编号,姓名,界别,政协职务\n011,吴九,教育界,委员\n".utf8), to: path)
            _ = try register.apply(try register.planImport([path]))
        },
        Step(.importUndo) { register, _ in _ = try register.undoBatch(1) },
        Step(.accountAdd) { register, _ in
            _ = try register.addAccount(
                AccountDraft(name: "李四", role: .member, person: "002", from: day("2023-01-01")))
        },
        Step(.accountAdd) { register, _ in
            _ = try register.addAccount(
                AccountDraft(name: "召集人", role: .member, person: "001", from: day("2023-01-01")))
        },
        Step(.recordAdd) { register, _ in
            _ = try register.acting(as: Principal(account: "李四")).add(
                RecordDraft(kind: "公益活动", title: "义诊", days: DayRange(day("2024-08-01")), people: ["002"]))
        },
        Step(.reviewWithdraw) { register, _ in
            _ = try register.acting(as: Principal(account: "李四")).withdraw(["义诊"])
        },
        Step(.reviewSubmit) { register, _ in
            _ = try register.acting(as: Principal(account: "李四")).submit(["义诊"])
        },
        Step(.reviewReturn) { register, _ in _ = try register.giveBack(["义诊"], ReviewVerdict(reason: "缺佐证")) },
        Step(.reviewSubmit) { register, _ in
            _ = try register.acting(as: Principal(account: "李四")).submit(["义诊"])
        },
        Step(.reviewEndorse) { register, _ in
            _ = try register.acting(as: Principal(account: "召集人")).approve(["义诊"])
        },
        Step(.reviewApprove) { register, _ in _ = try register.approve(["义诊"]) },
        Step(.objectionAdd) { register, _ in
            _ = try register.acting(as: Principal(account: "李四")).object(
                ObjectionDraft(.missing, year: 2024, text: "漏记一次学习"))
        },
        Step(.objectionAnswer) { register, _ in
            _ = try register.answer(ObjectionID(rawValue: 1), AnswerDraft(.rejected, reason: "查无此事"))
        },
        Step(.objectionAdd) { register, _ in
            _ = try register.object(ObjectionDraft(.wrong, person: "003", record: "2024001", text: "名次不对"))
        },
        Step(.objectionWithdraw) { register, _ in _ = try register.withdrawObjection(ObjectionID(rawValue: 2)) },
        Step(.accountEdit) { register, _ in
            var change = AccountChange()
            change.note = "换届前"
            _ = try register.editAccount("召集人", change)
        },
        Step(.accountClose) { register, _ in _ = try register.closeAccount("李四", last: day("2026-01-01")) },
        Step(.yearOpen) { register, _ in _ = try register.openYear(2024) },
        Step(.yearClose) { register, _ in _ = try register.closeYear(2024) },
        Step(.yearDecide) { register, _ in
            _ = try register.decide(
                "001", year: 2024, DecisionDraft(grade: "合格", reason: "因病", body: "主席会议", day: day("2025-01-10")))
        },
        Step(.recordDelete) { register, _ in _ = try register.recordingLate("误登").delete("2024001") },
        Step(.yearPublish) { register, _ in _ = try register.publishYear(2024, document: "3号") },
        Step(.yearReopen) { register, _ in _ = try register.reopenYear(2024, reason: "漏录") },
        Step(.membershipEnd) { register, _ in
            _ = try register.endSeat("007", last: day("2024-06-30"), leavingRecords: true)
        },
        Step(.termAdd) { register, _ in
            _ = try register.addTerm(Term(number: 12, days: days("2027-01-10", "2032-01-09")))
        },
    ]

    /// Use cases of the change log that this walk does not take, with the reason.
    static let others: [UseCase: String] = [
        .create: "a register's making is not taken back", .archiveRestore: "its own test below",
        .undo: "what is walked with", .rebuildFacts: "writes derived rows only",
    ]

    @Test("done, undone and redone, the store is as it was and as it became")
    func walk() throws {
        let directory = TemporaryDirectory()
        try withRegister { register in
            try register.addSix()
            for step in Self.steps {
                let before = try register.content()
                try step.run(register, directory)
                let done = try #require(register.log(LogFilter(limit: 1)).first)
                #expect(done.action == step.useCase.rawValue)
                let after = try register.content()
                #expect(before != after, "\(step.useCase)")
                let undo = try register.undo(done.number)
                #expect(undo.spared.isEmpty && undo.restored > 0, "\(step.useCase)")
                // An undone import stays in the list of imports, as undone.
                #expect(try register.content().without("batches") == before.without("batches"), "\(step.useCase)")
                _ = try register.undo(undo.change)
                #expect(try register.content() == after, "\(step.useCase)")
            }
            #expect(try register.check().isClean)
        }
    }

    @Test("an archive taken in is taken back and taken in again")
    func archive() throws {
        let directory = TemporaryDirectory()
        let path = directory.file("存档.jsonl")
        try withRegister { register in
            try register.addSix()
            _ = try register.training("读书班", ["001"])
            Files.write(try register.archive(), to: path)
        }
        try withRegister { register in
            let before = try register.content()
            let saved = try register.restoreArchive(path)
            let after = try register.content()
            let undo = try register.undo(saved.change)
            #expect(try register.content() == before)
            _ = try register.undo(undo.change)
            #expect(try register.content() == after)
        }
    }

    @Test("the walk knows every use case that writes about records and years")
    func complete() {
        let walked = Set(Self.steps.map(\.useCase)).union(Self.others.keys)
        let nouns = [
            "term", "member", "membership", "organization", "record", "activity", "plan", "import", "archive",
            "rulebook", "manual", "year", "evidence", "facts", "review", "objection", "account",
        ]
        let reading = ["skip", "read", "list", "show", "name", "plan", "export", "compare", "archive"]
        for useCase in UseCase.allCases where !walked.contains(useCase) {
            let parts = useCase.rawValue.split(separator: ".").map(String.init)
            guard parts.count == 2, nouns.contains(parts[0]), !reading.contains(parts[1]) else { continue }
            Issue.record("no undo of \(useCase.rawValue) is walked")
        }
    }
}

extension [String: [UInt8]] {
    /// Without the values of one table.
    fileprivate func without(_ table: String) -> Self { filter { !$0.key.hasPrefix(table + " ") } }
}

extension Register {
    /// Everything in the store but the change log and what lies in it unlogged, key by key.
    func content() throws -> [String: [UInt8]] {
        let tables = RegisterSchema.schema.tables
        let names = tables.filter { !["results", "evidenceParts"].contains($0.name.rawValue) }
            .flatMap { [$0.name] + $0.indexNames }
        return try store.read { transaction in
            var content: [String: [UInt8]] = [:]
            for name in names {
                try transaction.scan(.all, in: name) { key, value in
                    content["\(name.rawValue) \(Array(key))"] = Array(value)
                    return .next
                }
            }
            return content
        }
    }
}
