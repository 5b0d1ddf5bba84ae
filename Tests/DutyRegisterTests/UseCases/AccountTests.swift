import DutyModel
import TestSupport
import Testing

@testable import DutyRegister

@Suite struct AccountTests {
    @Test("being a convener follows the membership of the day, and goes with it")
    func convener() throws {
        try withRegister { owner in
            try owner.addSix()
            _ = try owner.setConvener(of: "经济界", "001", from: day("2024-03-01"))
            _ = try owner.addAccount(AccountDraft(name: "甲", role: .member, person: "001", from: day("2024-01-01")))
            func may(_ date: String) throws -> Bool {
                let actor = owner.acting(as: Principal(account: "甲", day: day(date)))
                do {
                    _ = try actor.addPlanItem(sector: "经济界", year: 2024, topic: "于 \(date)")
                    return true
                } catch is NotPermitted { return false }
            }
            #expect(try !may("2024-02-29"))
            #expect(try may("2024-03-01"))
            _ = try owner.setConvener(of: "经济界", "002", from: day("2024-06-01"))
            #expect(try may("2024-05-31"))
            #expect(try !may("2024-06-01"))
        }
    }

    @Test("an account opens nothing outside its days, and a closed one is as one that never was")
    func days() throws {
        try withRegister { owner in
            try owner.addSix()
            _ = try owner.addAccount(AccountDraft(name: "小刘", role: .staff, from: day("2024-03-01")))
            func ask(_ name: String, _ date: String) -> NotPermitted.Reason? {
                let actor = owner.acting(as: Principal(account: name, day: day(date)))
                do {
                    _ = try actor.members()
                    return nil
                } catch let error as NotPermitted { return error.reason } catch { return .notOwn }
            }
            #expect(ask("小刘", "2024-02-29") == .noAccount)
            #expect(ask("小刘", "2024-03-01") == nil)
            _ = try owner.closeAccount("小刘", last: day("2024-03-31"))
            #expect(ask("小刘", "2024-04-01") == .noAccount)
            #expect(ask("没有", "2024-04-01") == .noAccount)
        }
    }

    @Test("everything wrong with an account is told at once")
    func wrong() throws {
        try withRegister { owner in
            try owner.addSix()
            _ = try owner.addAccount(AccountDraft(name: "小刘", role: .staff))
            let findings = try refusal {
                _ = try owner.addAccount(
                    AccountDraft(
                        name: "小刘", role: .committeeStaff, person: "钱八", organizations: ["没有的委员会"],
                        from: day("2024-03-01"), to: day("2024-02-01")))
            }
            #expect(findings.contains(.accountNameTaken("小刘")))
            #expect(findings.contains { if case .unknownPerson("钱八", _) = $0 { true } else { false } })
            #expect(findings.contains { if case .unknownOrganization = $0 { true } else { false } })
            #expect(findings.contains { if case .ends(.accountDays, _, _) = $0 { true } else { false } })
            #expect(
                try refusal { _ = try owner.addAccount(AccountDraft(name: "提案委", role: .committeeStaff)) }
                    == [.empty(field: .accountBody)])
        }
    }

    @Test("the change log names account, role and origin, and finds entries of a record, a person, a day")
    func log() throws {
        try withRegister { owner in
            try owner.addSix()
            _ = try owner.addAccount(AccountDraft(name: "委员", role: .member, person: "002"))
            let member = owner.acting(as: Principal(account: "委员", origin: "手机"))
            let saved = try member.add(
                RecordDraft(kind: "公益活动", title: "助学", days: DayRange(day("2024-09-01")), people: ["002"]))
            let entry = try owner.log(LogFilter(record: "助学")).first
            #expect(entry?.number == saved.change)
            #expect(entry?.who == "委员" && entry?.role == "委员" && entry?.origin == "手机" && entry?.account != nil)
            _ = try owner.approve(["助学"], ReviewVerdict(isDirect: true))
            _ = try owner.delete("助学")
            let id = String(saved.value.id.rawValue)
            #expect(
                try owner.log(LogFilter(record: id)).map(\.action) == ["record.delete", "review.approve", "record.add"])
            #expect(try owner.log(LogFilter(person: "002")).map(\.action).contains("account.add"))
            #expect(try owner.log(LogFilter(days: DayRange(Instant.now.day))).count == 11)
            #expect(try owner.log(LogFilter(days: DayRange(Instant.now.day + 2))).isEmpty)
            #expect(try member.log().map(\.number) == [saved.change])
        }
    }
}
