import DutyModel
import Scoring
import Testing

@Suite("records that earned nothing")
struct PassedOverTests {
    static let text = """
        考核办法: 没有计分的记录
        编号: passed
        年度: 2024
        依据: 测试
        指标:
          - {编号: A, 名称: 全会, 依据: 一, 计入: {类别: 全体会议}, 分值: {每半天: 2}}
          - {编号: B, 名称: 立案提案, 依据: 二, 计入: {类别: 提案, 身份: 第一提案人, 环节: 立案}, 分值: 8}
          - {编号: C, 名称: 缺席, 依据: 三, 计入: {类别: 全体会议, 状态: 无故缺席}, 扣分: 5}
        """

    private func profile(_ rows: [FactRow]) throws -> AnnualProfile {
        let year = MemberYear(
            member: MemberID(rawValue: 1), roles: [RoleInterval(days: .year(2024), roles: RoleSet(.member))],
            facts: [(2024, PackedFacts(rows))])
        return try Scorer(try load(Self.text).compiled()).profile(year)
    }

    private func row(
        _ id: UInt64, _ kind: String, part: Part, status: AttendanceStatus = .present, halfDays: UInt8 = 0,
        marks: FactMarks = []
    ) throws -> FactRow {
        let code = try #require(try schemas().kinds().kind(named: kind)).code
        return FactRow(
            record: RecordID(rawValue: id), kind: code, dayOfYear: Int(id), part: part, status: status,
            halfDaysAttended: halfDays, halfDaysHeld: 4, mode: .joint, marks: marks)
    }

    @Test("stand under the indicator of their kind with what each lacked; deductions need none")
    func reasons() throws {
        let lines = try profile([
            row(1, "全体会议", part: .attendee, status: .excused), row(2, "全体会议", part: .attendee, halfDays: 2),
            row(3, "提案", part: .coSigner), row(4, "提案", part: .firstSigner),
            row(5, "提案", part: .firstSigner, marks: .stage(.filed)),
        ]).lines
        #expect(lines[0].passed.map(\.reason) == ["请假(批准)"] && lines[0].counted.count == 1)
        #expect(lines[0].counted[0].halfDaysAttended == 2 && lines[0].counted[0].halfDaysHeld == 4)
        #expect(lines[1].passed.map(\.reason) == ["联名不计、未立案", "未立案"])
        #expect(lines[1].passed.map(\.record.rawValue) == [3, 4])
        #expect(lines[2].passed.isEmpty)
    }
}
