import DutyModel
import Scoring
import TestSupport
import Testing

@testable import DutyRegister

/// The person who acts in tests.
let clerk = Principal(name: "王办事", origin: "测试")

/// A register on a real store file, checked whole when the test is through, and removed.
func withRegister<R>(
    _ setup: RegisterSetup = .county, soundAtEnd: Bool = true, _ body: (Register) throws -> R
) throws -> R {
    let directory = TemporaryDirectory()
    let path = directory.file("县.lvzhi")
    let register = try Register.create(at: path, setup, by: clerk)
    let result = try body(register)
    register.close()
    if soundAtEnd {
        let report = try StoreCheck.run(path)
        #expect(report.isClean, "\(report.findings)")
    }
    return result
}

/// A day of a test, written out.
func day(_ text: String) -> CivilDay { CivilDay(iso: text)! }
func days(_ first: String, _ last: String) -> DayRange { DayRange(day(first), day(last))! }

extension RegisterSetup {
    /// A county with one term and three sectors.
    static var county: RegisterSetup {
        RegisterSetup(
            committee: Committee(name: "政协某县委员会"), terms: [Term(number: 11, days: days("2022-01-10", "2027-01-09"))],
            sectors: ["经济界", "教育界", "医卫界"])
    }
}

extension Register {
    /// Adds members named after their numbers to a sector.
    func addMembers(_ people: [(number: String, name: String, sector: String)]) throws {
        for person in people {
            let member = Member(id: MemberID(rawValue: 0), number: person.number, name: person.name)
            _ = try addMember(MemberDraft(member, sector: person.sector))
        }
    }

    /// Six members of three sectors, two of them of one name.
    func addSix() throws {
        try addMembers([
            ("001", "张三", "经济界"), ("002", "李四", "经济界"), ("003", "王五", "教育界"), ("004", "赵六", "教育界"),
            ("005", "张三", "医卫界"), ("006", "孙七", "医卫界"),
        ])
    }

    /// The fact rows of a member's calendar year.
    func facts(of number: String, year: Int) throws -> [FactRow] {
        let member = try resolve([number])[0]
        return try read { transaction in
            try FactTable.facts(of: member.id, years: year...year, in: &transaction).first?.rows.rows ?? []
        }
    }
}

/// What a use case refused; empty where it did not.
func refusal(_ body: () throws -> Void) throws -> [RegisterFinding] {
    do {
        try body()
        return []
    } catch let refusal as Refusal { return refusal.findings }
}
