import DutyModel
import Testing

@testable import Scoring

private let ranking = """
    考核办法: 名次
    编号: ranking
    年度: 2024
    依据: 测试
    指标:
      - {编号: G, 名称: 组, 包含: [{编号: A, 名称: 人工, 依据: 一, 人工: 是}]}
    名次:
      - {编号: 两成, 名称: 两成, 依据: 一, 前: 20%, 取整: 四舍五入, 并列: 都算, 限定: 优秀}
      - {编号: 各界别, 名称: 各界别第一, 依据: 二, 分别: 界别, 同分再比: G, 前: 1, 并列: 都算}
      - {编号: 末位, 名称: 末位, 依据: 三, 适用: {职务: 常委}, 后: 1, 并列: 都不算}
    等次: [{名称: 优秀, 满: 60}, {名称: 良好, 满: 40}, {名称: 合格}]
    """

@Suite("名次 over a population")
struct JudgingTests {
    private func rules() throws -> CompiledRulebook {
        try Rulebook.load(text: ranking, file: "名次", catalogue: try schemas().kinds()).compiled()
    }

    private func subject(_ seed: inout SeededGenerator) -> RankedSubject {
        let total = Rational(Int64.random(in: 30...90, using: &seed))
        var score = ScoreTotal(total: total, groups: [total], gatesMet: true, grade: nil)
        score.grade = total < Rational(40) ? "合格" : total < Rational(60) ? "良好" : "优秀"
        let role: Role = Bool.random(using: &seed) ? .standing : .member
        return RankedSubject(
            score: score, roles: RoleSet(role), unit: ["教育", "科技", "农业"].randomElement(using: &seed)!)
    }

    @Test("does not depend on the order of the members", arguments: 0..<20)
    func order(_ seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let rules = try rules()
        let subjects = (0..<60).map { _ in subject(&random) }
        let shuffled = Array(subjects.indices).shuffled(using: &random)
        let plain = rules.placements(of: subjects)
        let other = rules.placements(of: shuffled.map { subjects[$0] })
        for (place, index) in shuffled.enumerated() { #expect(other[place] == plain[index]) }
    }

    @Test("never gives a place to one and not to another with the same points", arguments: 0..<20)
    func ties(_ seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let subjects = (0..<60).map { _ in subject(&random) }
        let placements = try rules().placements(of: subjects)
        var byTotal: [Rational: Set<Bool>] = [:]
        for (subject, placement) in zip(subjects, placements) where subject.score.grade == "优秀" {
            byTotal[subject.score.total, default: []].insert(placement.grade == "优秀")
        }
        #expect(byTotal.values.allSatisfy { $0.count == 1 })
        #expect(placements.count { $0.grade == "优秀" } >= min(12, subjects.count { $0.score.grade == "优秀" }))
    }

    @Test("of nobody is no trouble")
    func nobody() throws { #expect(try rules().placements(of: []).isEmpty) }
}
