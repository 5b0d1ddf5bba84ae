import DutyModel
import Scoring
import Testing

/// Every primitive of the language in one rulebook.
private let everything = """
    考核办法: 样样都有
    编号: everything
    年度: 2024
    依据: 测试
    窗口: {起: 上年12月1日, 止: 本年11月30日}
    总分: {起点分: [{职务: 常委, 分: 20}, {分: 10}], 上限: 300, 下限: -40}
    指标:
      - {编号: A1, 名称: 半天, 依据: 一, 计入: {类别: 会议}, 分值: {每半天: 1.5}, 上限: 20}
      - {编号: A2, 名称: 出席率, 依据: 一, 计入: {类别: 会议}, 取法: {出席率: 10, 应到: {类别: 会议}}}
      - {编号: A3, 名称: 分摊, 依据: 一, 计入: {类别: 提案}, 分值: {分摊: 12, 第一人: 1/2, 最多计: 4}}
      - {编号: A4, 名称: 分摊最高, 依据: 一, 计入: {类别: 调研成果}, 分值: {分摊: 10}, 取法: 最高}
      - 编号: G
        名称: 组
        依据: 二
        上限: 40
        起点分: 5
        包含:
          - {编号: G1, 名称: 前三后一, 依据: 二, 计入: {类别: 活动}, 分值: 5, 取法: {只计前几次: 3, 其后每次: 1/3}}
          - {编号: G2, 名称: 阶梯, 依据: 二, 计入: {类别: 活动}, 取法: {按次数: [{满: 2, 得: 3}, {满: 5, 得: 10}]}}
          - {编号: G3, 名称: 每满三次, 依据: 二, 计入: {类别: 服务}, 分值: 2, 取法: {每满几次: 3}}
          - {编号: G5, 名称: 有加有减, 依据: 二, 计入: {类别: 会议, 状态: 任何}, 分值: [{状态: 到会, 分: 3}, {状态: 无故缺席, 分: -2}, {分: -0.5}], 上限: 12}
          - {编号: G4, 名称: 人工, 依据: 二, 人工: 是, 上限: 9}
      - 编号: H
        名称: 取高
        合计: 取最高
        包含:
          - {编号: H1, 名称: 环节相加, 依据: 三, 计入: {类别: 提案}, 分值: {相加: [{环节: 立案, 分: 2}, {荣誉: 重点, 分: 3}, {分: 1}]}}
          - {编号: H2, 名称: 级别最高, 依据: 三, 计入: {类别: 社情民意信息}, 分值: {最高: [{采用级别: 市以上, 分: 4}, {分: 1}]}, 上限: 30}
      - {编号: D1, 名称: 扣, 依据: 四, 计入: {类别: [会议, 活动], 状态: [无故缺席, 请假(未批准)]}, 扣分: 2.5, 上限: 30}
      - {编号: D2, 名称: 只扣最重, 依据: 四, 计入: {类别: 会议, 状态: [迟到, 早退, 请假(批准)]}, 扣分: [{状态: 请假(批准), 分: 1}, {分: 2}], 取法: 最高}
      - {编号: E1, 名称: 从第二次起每月一次, 依据: 五, 计入: {类别: 走访}, 除外: {线上: 是}, 分值: 1, 取法: {从第几次起: 2, 每月最多: 1}}
    门槛:
      - {编号: M, 名称: 最低, 依据: 六, 不达标: 丙, 条件: [{名称: 会议, 计入: {类别: 会议}, 至少: 3}, {名称: 分, 指标得分: G, 至少: 10}]}
    等次: [{名称: 甲, 满: 100}, {名称: 乙, 满: 50}, {名称: 丙}]
    """

@Suite("totals and explanations")
struct EvaluationPropertyTests {
    @Test("agree with each other over random years, whatever the rulebook", arguments: 0..<30)
    func agree(_ seed: UInt64) throws {
        let kinds = try schemas().kinds()
        var random = RandomYears(seed: seed, kinds: kinds)
        let year = member(&random)
        for compiled in try Self.compiled.get() {
            let (rulebook, scorer) = (compiled.rulebook, Scorer(compiled))
            let (profile, total) = (try scorer.profile(year), try scorer.score(year))
            #expect(profile.total == total.total, "\(rulebook.id) seed \(seed)")
            #expect(profile.groups.map(\.amount) == total.groups, "\(rulebook.id) seed \(seed)")
            #expect(profile.grade.name == total.grade, "\(rulebook.id) seed \(seed)")
            #expect(profile.gates.allSatisfy(\.isMet) == total.gatesMet, "\(rulebook.id) seed \(seed)")
            try check(profile, of: rulebook, seed: seed)
        }
    }

    @Test("do not depend on the order in which facts were recorded", arguments: 0..<20)
    func order(_ seed: UInt64) throws {
        let kinds = try schemas().kinds()
        var random = RandomYears(seed: seed, kinds: kinds)
        let (rows, roles) = (random.rows(120), random.roles())
        let scorer = Scorer(try load(everything).compiled())
        let results = try (0..<4).map { _ in
            let facts = [(year: 2024, rows: PackedFacts(rows.shuffled(using: &random.generator)))]
            return try scorer.profile(MemberYear(member: MemberID(rawValue: 7), roles: roles, facts: facts))
        }
        #expect(Set(results).count == 1)
    }

    @Test("are exact: a third stays a third", arguments: [3, 7])
    func thirds(_ signers: UInt8) throws {
        let kinds = try schemas().kinds()
        let proposal = try #require(kinds.kind(named: "提案"))
        let rows = (1...3).map {
            FactRow(
                record: RecordID(rawValue: UInt64($0)), kind: proposal.code, dayOfYear: $0, part: .coSigner,
                position: 2, count: signers)
        }
        let rulebook = try load(
            """
            考核办法: 分摊
            编号: split
            年度: 2024
            依据: 测试
            指标: [{编号: A, 名称: 分摊, 依据: 一, 计入: {类别: 提案}, 分值: {分摊: 1}}]
            """)
        let year = MemberYear(member: MemberID(rawValue: 1), roles: [], facts: [(2024, PackedFacts(rows))])
        #expect(try Scorer(try rulebook.compiled()).score(year).total == Rational(3, over: Int64(signers)))
    }

    private func member(_ random: inout RandomYears) -> MemberYear {
        let manual = [ManualPoints(indicator: "G4", amount: Rational(7), reason: "理由", approver: "批准人")]
        return MemberYear(
            member: MemberID(rawValue: 7), roles: random.roles(),
            facts: [(2024, PackedFacts(random.rows(150))), (2023, PackedFacts(random.rows(40)))], manual: manual)
    }

    private static let compiled = Result {
        let library = try schemas()
        let kinds = try library.kinds()
        let books = try [load(everything)] + library.rulebooks.map { try library.rulebook($0, catalogue: kinds) }
        return try books.map { try $0.compiled() }
    }

    /// Adds everything up again from what the profile says, top down from the rulebook's items.
    private func check(_ profile: AnnualProfile, of rulebook: Rulebook, seed: UInt64) throws {
        for line in profile.lines {
            let lost = sum(line.losses.map(\.amount))
            #expect(line.raw.subtracting(lost) == line.amount, "\(rulebook.id) \(line.indicator) seed \(seed)")
            let item = try #require(rulebook.indicators.first { $0.id == line.indicator })
            guard case .sum? = item.indicator?.take.mode, !line.counted.isEmpty else { continue }
            if item.floor == nil {
                #expect(
                    sum(line.counted.map(\.credited)) == line.amount, "\(rulebook.id) \(line.indicator) seed \(seed)")
            }
        }
        for group in profile.groups {
            #expect(group.raw.subtracting(sum(group.losses.map(\.amount))) == group.amount, "\(group.id) seed \(seed)")
            let path = group.groups + [group.id]
            let parts =
                profile.lines.filter { $0.groups == path }.map(\.amount)
                + profile.groups.filter { $0.groups == path }.map(\.amount)
            #expect(sum(parts + [group.start]) == group.raw, "\(rulebook.id) \(group.id) seed \(seed)")
        }
    }

    private func sum(_ amounts: [Rational]) -> Rational { amounts.reduce(.zero) { $0.adding($1)! } }
}
