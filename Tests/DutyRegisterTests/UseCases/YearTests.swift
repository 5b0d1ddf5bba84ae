import DutyModel
import Interchange
import KeyValueStore
import RecordStore
import Scoring
import TestSupport
import Testing

@testable import DutyRegister

@Suite struct YearTests {
    /// A register with a year of records under the test rulebook, nothing in the way of closing.
    private func withYear(_ body: (Register) throws -> Void) throws {
        try withRegister { register in
            try register.addSix()
            _ = try register.adoptRulebook(text: ManualPointsTests.text, file: "办法.yaml")
            for (title, people) in [("读书班", ["001", "002", "003"]), ("党史学习", ["001", "004"]), ("专题讲座", ["001"])] {
                _ = try register.training(title, people)
            }
            try body(register)
        }
    }

    private func closed(_ body: () throws -> Void) throws -> YearClosed? {
        do {
            try body()
            return nil
        } catch let error as YearClosed { return error }
    }

    @Test("a closed year is frozen: figures, places and look-back stay, whatever becomes of facts and rulebook")
    func frozen() throws {
        try withYear { register in
            let version = try register.closeYear(2024).value
            #expect(version.members == 6 && version.id.version == 1)
            _ = try register.publishYear(2024, document: "3号")
            let before = try register.profile("001", year: 2024)
            let ranking = try register.scores(year: 2024)
            #expect(before.standing.isFrozen && before.standing.state == .published)
            let live = try register.profile("001", year: 2024, live: true)
            #expect(before.profile == live.profile)
            _ = try register.recordingLate("签到表漏录").training("补记的学习", ["001", "002"])
            _ = try register.reopenYear(2024, reason: "换办法")
            let other = ManualPointsTests.text.replacing("分值: 1}", with: "分值: 2}")
            _ = try register.adoptRulebook(text: other, file: "办法.yaml")
            let status = try register.yearStatus(2024)
            #expect(status.year.state == .reopened && status.versions.count == 1)
            #expect(status.versions[0].version.digest == version.digest && status.unsound == 0)
            #expect(status.differences.map(\.number) == ["001", "002"])
            let first = status.differences[0]
            #expect(first.from == Rational(3) && first.to == Rational(4) && first.lines.map(\.indicator) == ["A1"])
            #expect(first.records.count == 1 && first.records[0].hasPrefix("新增："))
            #expect(status.lateFacts.count == 1 && status.lateFacts[0].effects.map(\.number) == ["001", "002"])
            #expect(status.otherRulebook?.differences.first?.to == Rational(8))
            // The published figures: read from what was frozen, byte for byte.
            let frozen = try register.read { transaction in
                try FrozenResult.table.all(FrozenResult.range(2024, version.freeze), in: &transaction)
            }
            #expect(frozen.map(\.score.total).sorted() == ranking.members.map(\.score.total).sorted())
        }
    }

    @Test("what would change a closed year is refused with the year's name, on every road; other years are free")
    func locked() throws {
        try withYear { register in
            let earlier = try register.training("可以撤销的", ["005"])
            _ = try register.closeYear(2024)
            let before = try register.archive()
            let tries: [() throws -> Void] = [
                { _ = try register.training("新的", ["001"]) },
                { _ = try register.edit("读书班") { $0.place = "别处" } },
                { _ = try register.delete("读书班") },
                { _ = try register.undo(earlier.change) },
                { _ = try register.endSeat("002", last: day("2024-03-01"), leavingRecords: true) },
                {
                    _ = try register.addManual(
                        ManualDraft(
                            person: "001", year: 2024, item: "D3", points: "1", reason: "a", approver: "b",
                            day: day("2024-12-01")))
                },
                {
                    _ = try register.adoptRulebook(
                        text: ManualPointsTests.text.replacing("满: 3", with: "满: 2"), file: "办法.yaml")
                },
            ]
            for (place, attempt) in tries.enumerated() {
                let refused = try #require(try closed(attempt), "\(place)")
                #expect(refused.years.map(\.year) == [2024] && !refused.years[0].items.isEmpty, "\(place)")
            }
            #expect(try register.archive() == before)
            _ = try register.training("明年的", ["001"], on: "2025-02-01")
            _ = try register.endSeat("002", last: day("2025-03-01"), leavingRecords: true)
            _ = try register.editMember("003") { $0.phone = "13800000000" }
        }
    }

    @Test("an import that would change a closed year has a finding for each such row; late facts come in by choice")
    func imported() throws {
        let directory = TemporaryDirectory()
        let path = directory.file("界别活动.csv")
        Files.write(
            Array(
                """
                2024年界别活动登记表
                界别,活动名称,时间,地点,参加委员
                经济界,走访企业,2024年5月10日,工业园,李四
                教育界,送教下乡,2025-06-01,中心小学,王五
                教育界,家访,2024-06-02,中心小学,王五

                """.utf8), to: path)
        try withYear { register in
            _ = try register.closeYear(2024)
            let pending = try register.planImport([path])
            let closed = pending.plan.findings.filter { $0.problem.contains("已封账") }
            #expect(closed.map(\.row) == [3, 5], "\(pending.plan.findings)")
            _ = try register.apply(pending, acceptValid: true)
            #expect(try register.records().records.map(\.title).filter { $0 == "送教下乡" }.count == 1)
            let late = register.recordingLate("漏报")
            _ = try late.apply(try late.planImport([path]))
            #expect(try register.yearStatus(2024).lateFacts.map(\.fact.members.count) == [2])
        }
    }

    @Test("what a proposal meets with after the closed year is no change of the year")
    func laterStages() throws {
        try withYear { register in
            _ = try register.add(
                RecordDraft(
                    kind: "提案", number: "2024001", title: "关于养老的建议", days: DayRange(day("2024-06-16")), people: ["003"])
            )
            _ = try register.closeYear(2024)
            _ = try register.edit("2024001") { record in
                guard case .proposal(var proposal) = record.content else { return }
                proposal.stages.append(ProposalStageEntry(.feedback, day: day("2025-03-01")))
                record.content = .proposal(proposal)
            }
            let refused = try closed {
                _ = try register.edit("2024001") { record in
                    guard case .proposal(var proposal) = record.content else { return }
                    proposal.stages.append(ProposalStageEntry(.filed, day: day("2024-07-01")))
                    record.content = .proposal(proposal)
                }
            }
            #expect(refused != nil)
        }
    }

    @Test("a late fact is recorded by choice, and taken back without one")
    func late() throws {
        try withYear { register in
            _ = try register.closeYear(2024)
            let saved = try register.recordingLate("漏录").training("补记", ["004"])
            #expect(try register.yearStatus(2024).lateFacts.map(\.fact.reason) == ["漏录"])
            let undo = try register.undo(saved.change)
            let status = try register.yearStatus(2024)
            #expect(status.differences.isEmpty && status.lateFacts.isEmpty)
            _ = try register.undo(undo.change)
            #expect(try register.yearStatus(2024).lateFacts.count == 1)
        }
    }

    @Test("everything in the way is told at once; what is accepted by name with a reason is kept in the head")
    func obstacles() throws {
        try withYear { register in
            _ = try register.add(
                RecordDraft(
                    kind: "全体会议", title: "三次会议", days: days("2024-01-16", "2024-01-17"),
                    people: [PersonDraft("002", status: .unknown)],
                    content: .event(EventContent(halfDaysHeld: 4, mandatory: true, reportedPresent: 5))))
            _ = try register.add(
                RecordDraft(
                    kind: "提案", number: "2024001", title: "甲", days: DayRange(day("2024-01-16")),
                    people: ["003", PersonDraft("002", part: .coSigner, confirmed: false)],
                    links: [(.basedOn, "读书班")]))
            do {
                _ = try register.closeYear(2024)
                Issue.record("closed")
            } catch let blocked as YearBlocked {
                #expect(blocked.obstacles.map(\.kind) == [.unknown, .headcount, .confirmation, .link])
            }
            #expect(try refusal { _ = try register.closeYear(2024, accepting: ["未确认"]) } == [.year(.reasonMissing)])
            #expect(try refusal { _ = try register.closeYear(2024, accepting: ["算例"], reason: "因") }.count == 1)
            let version = try register.closeYear(2024, accepting: ["未确认", "人数", "未签认", "关联"], reason: "签到表遗失").value
            #expect(version.accepted.map(\.kind) == ["未确认", "人数", "未签认", "关联"])
        }
    }

    @Test("states follow one another; version 2 carries the reason and the decisions")
    func states() throws {
        try withYear { register in
            _ = try register.openYear(2024)
            #expect(try refusal { _ = try register.openYear(2024) } == [.year(.alreadyKnown(year: 2024, .open))])
            let draft = DecisionDraft(grade: "合格", reason: "因病", body: "主席会议", day: day("2025-01-10"))
            #expect(try !refusal { _ = try register.decide("006", year: 2024, draft) }.isEmpty)
            #expect(try !refusal { _ = try register.publishYear(2024) }.isEmpty)
            _ = try register.closeYear(2024)
            #expect(try !refusal { _ = try register.closeYear(2024) }.isEmpty)
            #expect(
                try refusal {
                    _ = try register.decide(
                        "006", year: 2024, DecisionDraft(grade: "优", reason: "", body: "", day: day("2025-01-10")))
                }.count == 3)
            _ = try register.decide("006", year: 2024, draft)
            let scored = try register.profile("006", year: 2024)
            #expect(scored.profile.grade.name == "不合格" && scored.standing.decision?.grade == "合格")
            #expect(try register.scores(year: 2024).members.last { $0.decision != nil }?.decision?.body == "主席会议")
            _ = try register.publishYear(2024)
            #expect(try !refusal { _ = try register.decide("006", year: 2024, draft) }.isEmpty)
            #expect(try refusal { _ = try register.reopenYear(2024, reason: " ") } == [.year(.reasonMissing)])
            _ = try register.reopenYear(2024, reason: "漏录")
            _ = try register.training("补的", ["006"])
            let second = try register.closeYear(2024).value
            #expect(second.id.version == 2 && second.reason == "漏录")
            #expect(try register.profile("006", year: 2024).standing.decision?.grade == "合格")
            #expect(try register.yearStatus(2024).versions.map(\.version.members) == [6, 6])
        }
    }

    @Test("closing is taken back and done again, and so is the undo")
    func undoClose() throws {
        try withYear { register in
            let closed = try register.closeYear(2024)
            let undo = try register.undo(closed.change)
            #expect(try register.years().isEmpty)
            _ = try register.training("又一次", ["006"])
            let again = try register.closeYear(2024).value
            #expect(again.freeze == 2 && again.id.version == 1)
            _ = try register.undo(try #require(register.log(LogFilter(limit: 1)).first).number)
            _ = try register.undo(undo.change)
            #expect(try register.yearStatus(2024).versions.map(\.version.digest) == [closed.value.digest])
            #expect(try register.yearStatus(2024).unsound == 0)
        }
    }

    @Test("a decided grade is what later years look back on")
    func lookBack() throws {
        try withRegister { register in
            try register.addSix()
            let text = ManualPointsTests.text.replacing(
                "处理:\n", with: "处理:\n  - {编号: 两年, 名称: 连续两年不合格, 依据: 四, 等次: 不合格, 连续年数: 2, 建议: 劝辞}\n")
            _ = try register.adoptRulebook(text: text, file: "办法.yaml")
            _ = try register.adoptRulebook(text: text, file: "办法.yaml", year: 2025)
            _ = try register.closeYear(2024)
            #expect(try register.profile("001", year: 2025).profile.proposals.map(\.id) == ["两年"])
            _ = try register.decide(
                "001", year: 2024, DecisionDraft(grade: "合格", reason: "因病", body: "常委会", day: day("2025-01-10")))
            #expect(try register.profile("001", year: 2025).profile.proposals.isEmpty)
            #expect(try register.profile("002", year: 2025).profile.proposals.map(\.id) == ["两年"])
        }
    }

    @Test("a frozen result that was changed past everything is found by the head's hash")
    func tampered() throws {
        try withRegister(soundAtEnd: false) { register in
            try register.addSix()
            _ = try register.adoptRulebook(text: ManualPointsTests.text, file: "办法.yaml")
            let version = try register.closeYear(2024).value
            #expect(try register.check().isClean)
            try register.store.write(as: clerk.context(for: .yearClose)) { transaction in
                let range = FrozenResult.range(2024, version.freeze)
                var result = try #require(try FrozenResult.table.all(range, in: &transaction).first)
                result.score.total = Rational(99)
                try FrozenResult.table.put(result, in: &transaction)
            }
            let report = try register.check()
            #expect(report.findings == ["封账结果：2024 年度封账第 1 版的结果与封账时的指纹不符，被改动过"])
        }
    }
}

extension Register {
    /// A day of training.
    @discardableResult
    func training(_ title: String, _ people: [String], on first: String = "2024-05-01") throws -> Saved<DutyRecord> {
        try add(
            RecordDraft(
                kind: "培训", title: title, days: DayRange(day(first)), people: people.map { PersonDraft($0) }))
    }
}
