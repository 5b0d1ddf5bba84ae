import DutyModel
import Scoring
import Testing

@Suite("bounds of grades")
struct GradeBoundTests {
    @Test(
        "are inclusive, and leave no gap for fractions",
        arguments: [
            ("90", "优秀"), ("89.999", "良好"), ("89.5", "良好"), ("84.5", "良好"), ("80", "良好"), ("79.5", "称职"), ("60", "称职"),
            ("59.999", "不称职"), ("179/3", "不称职"), ("180/3", "称职"), ("0", "不称职"), ("-5", "不称职"),
        ])
    func bounds(_ points: String, _ grade: String) throws {
        let rulebook = try load(
            """
            考核办法: 等次
            编号: grades
            年度: 2024
            依据: 测试
            指标:
              - {编号: A, 名称: 人工, 依据: 一, 人工: 是}
            等次:
              - {名称: 优秀, 满: 90}
              - {名称: 良好, 满: 80}
              - {名称: 称职, 满: 60}
              - {名称: 不称职}
            """)
        let amount = try #require(Rational(points))
        let manual = [ManualPoints(indicator: "A", amount: amount, reason: "算例", approver: "主席会议")]
        let year = MemberYear(member: MemberID(rawValue: 1), roles: [], facts: [], manual: manual)
        let scorer = Scorer(try rulebook.compiled())
        #expect(try scorer.profile(year).grade.name == grade)
        #expect(try scorer.score(year).grade == grade)
        #expect(try scorer.score(year).total == amount)
    }

    @Test(
        "name the grade above the present one with the points and gates that are missing",
        arguments: [
            ("95", "称职", "良好", "0", ["三个一"]), ("82", "称职", "良好", "0", ["三个一"]),
            ("70", "称职", "良好", "10", ["三个一"]), ("50", "不称职", "称职", "10", []),
        ])
    func next(_ points: String, _ grade: String, _ next: String, _ missing: String, _ gates: [String]) throws {
        let rulebook = try load(
            """
            考核办法: 等次
            编号: grades
            年度: 2024
            依据: 测试
            指标:
              - {编号: A, 名称: 人工, 依据: 一, 人工: 是}
            等次:
              - {名称: 优秀, 满: 90}
              - {名称: 良好, 满: 80}
              - {名称: 称职, 满: 60}
              - {名称: 不称职}
            门槛:
              - 编号: G
                名称: 三个一
                依据: 二
                不达标: 称职
                条件:
                  - {名称: 提案, 计入: {类别: 提案}}
            """)
        let amount = try #require(Rational(points))
        let manual = [ManualPoints(indicator: "A", amount: amount, reason: "算例", approver: "主席会议")]
        let year = MemberYear(member: MemberID(rawValue: 1), roles: [], facts: [], manual: manual)
        let result = try Scorer(try rulebook.compiled()).profile(year).grade
        #expect(result.name == grade)
        #expect(result.next?.name == next && result.next?.missing == Rational(missing) && result.next?.gates == gates)
    }

    @Test("are said to be unknown where the regulation's were not seen")
    func unknown() throws {
        let library = try schemas()
        let kinds = try library.kinds()
        let book = try library.rulebook(ShippedRulebook(place: "guangshui", year: 2017), catalogue: kinds)
        let year = MemberYear(member: MemberID(rawValue: 1), roles: [], facts: [])
        let profile = try Scorer(try book.compiled()).profile(year)
        #expect(profile.grade.name == nil)
        #expect(profile.grade.text == "此办法未定等次")
        #expect(profile.grade.note == "原文未见等次")
    }
}

/// A rulebook from text, under the shipped catalogue.
func load(_ text: String) throws -> Rulebook {
    try Rulebook.load(text: text, file: "测试.yaml", catalogue: try schemas().kinds())
}
