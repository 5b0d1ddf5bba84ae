import DutyModel
import Scoring
import Testing

/// More sorts of facts than a pass remembers: it forgets and learns anew, and nobody's result changes.
@Suite("facts of very many sorts")
struct ManySortsTests {
    @Test("are scored as in the explained profile, before and after the pass has had enough of them")
    func manySorts() throws {
        let library = try schemas()
        let kinds = try library.kinds()
        let books = try ["sample-county/2024", "hefei/2015"].map {
            try library.rulebook(try #require(ShippedRulebook($0)), catalogue: kinds)
        }
        for rulebook in try books + [load(Self.fine)] {
            let compiled = try rulebook.compiled()
            let (scorer, pass) = (Scorer(compiled), ScoringPass(compiled))
            var random = RandomYears(seed: 11, kinds: kinds)
            for member in 0..<130 {
                let year = MemberYear(
                    member: MemberID(rawValue: 1), roles: random.roles(), facts: [(2024, PackedFacts(random.rows(150)))]
                )
                pass.begin(roles: year.roles)
                for (calendarYear, rows) in year.facts {
                    rows.bytes.withUnsafeBytes { pass.add(year: calendarYear, rows: $0) }
                }
                let total = try pass.finish()
                guard member % 20 == 0 || member > 125 else { continue }
                let profile = try scorer.profile(year)
                #expect(profile.total == total.total, "\(rulebook.id) \(member)")
                #expect(profile.groups.map(\.amount) == total.groups, "\(rulebook.id) \(member)")
                #expect(profile.grade.name == total.grade, "\(rulebook.id) \(member)")
                #expect(profile.gates.filter { !$0.isMet }.map(\.id) == total.unmetGates, "\(rulebook.id) \(member)")
            }
        }
    }

    /// Looks at nearly every bit of a fact, so that no two of them are alike.
    private static let fine = """
        考核办法: 样样都看
        编号: fine
        年度: 2024
        依据: 测试
        指标:
          - {编号: A1, 名称: 半天, 依据: 一, 计入: {类别: [会议, 活动], 状态: 任何}, 分值: {每半天: 1.5}}
          - {编号: A2, 名称: 分摊, 依据: 一, 计入: {类别: 提案}, 分值: {分摊: 12, 第一人: 1/2, 最多计: 13}}
          - {编号: A3, 名称: 分摊, 依据: 一, 计入: {类别: [社情民意信息, 会议, 活动, 调研成果], 状态: 任何}, 分值: {分摊: 10}, 取法: 最高}
          - 编号: A4
            名称: 相加
            依据: 一
            计入: {类别: [会议, 活动, 提案, 社情民意信息], 状态: 任何}
            分值:
              相加:
                - {荣誉: 重点, 分: 1}
                - {荣誉: 优秀, 分: 1/3}
                - {荣誉: 一号, 分: 1/7}
                - {采用: 是, 分: 2}
                - {批示: 是, 分: 3}
                - {佐证: 是, 分: 0.25}
                - {线上: 是, 分: 0.5}
                - {调研基础: 是, 分: 5}
                - {采用级别: 县, 分: 7}
                - {采用级别: 市, 分: 8}
                - {采用级别: 省, 分: 9}
                - {分: 1}
          - {编号: A5, 名称: 每月, 依据: 一, 计入: {类别: [会议, 活动]}, 分值: 2, 取法: {每月最多: 2, 只计前几次: 5, 其后每次: 1/3}}
          - {编号: A6, 名称: 每季度, 依据: 一, 计入: {类别: 活动}, 分值: 2, 取法: {每季度最多: 3, 从第几次起: 2}}
          - {编号: A7, 名称: 每天, 依据: 一, 计入: {类别: 会议}, 分值: 2, 取法: {每天最多: 1}}
          - {编号: A8, 名称: 前三, 依据: 一, 计入: {类别: 会议}, 分值: [{状态: 出席, 分: 3}, {分: 1}], 取法: {只计前几次: 3}}
        门槛:
          - {编号: M, 名称: 最低, 依据: 六, 不达标: 乙, 条件: [{名称: 会议, 计入: {类别: 会议}, 至少: 40}, {名称: 分, 指标得分: A4, 至多: 500}]}
          - {编号: N, 名称: 其次, 依据: 六, 不达标: 乙, 条件: [{名称: 分, 指标得分: A5, 至少: 11}]}
        等次: [{名称: 甲, 满: 300}, {名称: 乙, 满: 100}, {名称: 丙}]
        """
}
