public import DutyModel

/// A record of a kind that an indicator counts which it nevertheless did not count.
public struct PassedRecord: Hashable, Sendable {
    public var record: RecordID
    public var kind: KindCode
    public var day: CivilDay
    public var part: Part
    public var status: AttendanceStatus
    /// In Chinese: 请假(批准)；未采用.
    public var reason: String

    public init(
        record: RecordID, kind: KindCode, day: CivilDay, part: Part, status: AttendanceStatus, reason: String
    ) {
        self.record = record
        self.kind = kind
        self.day = day
        self.part = part
        self.status = status
        self.reason = reason
    }
}

/// Finds what an indicator could have counted and did not, and why: so that a zero can be told from the records.
struct PassedOver {
    let rulebook: CompiledRulebook
    /// Every fact of the member's years.
    private let facts: [(row: FactRow, day: CivilDay, roles: RoleSet, isSeated: Bool)]

    init(_ rulebook: CompiledRulebook, of year: MemberYear) {
        self.rulebook = rulebook
        facts = year.facts.flatMap { calendarYear, rows in
            rows.rows.filter(\.isFact).map { row in
                let day = CivilDay.firstDay(ofYear: calendarYear) + row.dayOfYear
                let roles = year.roles.first { $0.days.contains(day) }?.roles
                return (row, day, roles ?? [], roles != nil || year.roles.isEmpty)
            }
        }
    }

    /// Whether anything lies in the window of which it is known what came of it.
    var hasRecords: Bool {
        facts.contains {
            rulebook.window.contains($0.day) && $0.row.statusCode != AttendanceStatus.unknown.rawValue
        }
    }

    /// - Parameter counted: the records that the indicator did count.
    func records(of rule: IndicatorRule, besides counted: Set<RecordID>) -> [PassedRecord] {
        // A deduction that does not strike needs no excuse.
        guard !rule.isDeduction, !rule.isManual else { return [] }
        let days = rule.window?.days(of: rulebook.year) ?? rulebook.window
        let bases = Set(rule.counted.map { $0.basis ?? .record })
        // A record that never came to the day asked for is told by its own.
        let reached = Set(facts.filter { bases.contains(FactBasis(rawValue: $0.row.basisCode)) }.map(\.row.record))
        return facts.compactMap { fact in
            let (row, day, roles, isSeated) = fact
            let basis = FactBasis(rawValue: row.basisCode)
            guard bases.contains(basis) || (basis == .record && !reached.contains(row.record)) else { return nil }
            guard rulebook.window.contains(day) || days.contains(day), !counted.contains(row.record) else { return nil }
            let kind = KindCode(rawValue: row.kindCode)
            let fitting = rule.counted.filter {
                $0.kinds.contains(kind) && (!bases.contains(basis) || ($0.basis ?? .record) == basis)
            }
            guard !fitting.isEmpty else { return nil }
            let reason =
                !days.contains(day)
                ? "不在计分的日期内" : isSeated ? reason(row, roles, fitting, in: rule) : "不在任职期间"
            return PassedRecord(
                record: row.record, kind: kind, day: day, part: Part(rawValue: row.partCode) ?? .attendee,
                status: AttendanceStatus(rawValue: row.statusCode) ?? .unknown, reason: reason)
        }
    }

    /// What the selection that comes nearest lacks.
    private func reason(_ row: FactRow, _ roles: RoleSet, _ fitting: [Selection], in rule: IndicatorRule) -> String {
        let lacks = fitting.map { selection in
            let lacking = selection.lacks(row, roles: roles)
            return lacking.isEmpty ? selection.lacksDay(row) : lacking
        }
        if let fewest = lacks.min(by: { $0.count < $1.count }), !fewest.isEmpty {
            return fewest.joined(separator: "、")
        }
        let isExcluded = rule.excluded.contains { other in
            (other.kinds.isEmpty || other.kinds.contains(KindCode(rawValue: row.kindCode)))
                && other.lacks(row, roles: roles).isEmpty
        }
        if isExcluded { return "在“除外”之列" }
        if fitting.contains(where: { $0.quantity != nil || !$0.labels.isEmpty || !$0.reasons.isEmpty }) {
            return "没有所要求的数量、标签或事由"
        }
        if case .perQuantity(let quantity, _, _, _) = rule.amount { return "没有登记数量（\(quantity.unit.label)）" }
        return "不在分值表所列之内"
    }
}

extension Selection {
    /// The conditions that a fact does not meet, in words; kinds apart.
    func lacks(_ row: FactRow, roles held: RoleSet) -> [String] {
        people(row, roles: held) + marks(row) + levels(row)
    }

    /// The node whose day is asked for and which the record never came to.
    fileprivate func lacksDay(_ row: FactRow) -> [String] {
        guard let basis, basis.rawValue != row.basisCode else { return [] }
        let word = words.split(separator: "；").first { $0.hasPrefix("日期：") }?.dropFirst(3) ?? "这个"
        return ["没有\(word)的日期"]
    }

    private func people(_ row: FactRow, roles held: RoleSet) -> [String] {
        var lacking: [String] = []
        if statuses & 1 << UInt16(row.statusCode) == 0 {
            lacking.append(AttendanceStatus(rawValue: row.statusCode)?.label ?? "未确认")
        }
        if parts & 1 << UInt32(row.partCode) == 0 {
            lacking.append("\(Part(rawValue: row.partCode)?.label ?? "")不计")
        }
        if invitedAs & 1 << row.invitedAsCode == 0 {
            lacking.append("\(InvitedAs(rawValue: row.invitedAsCode)?.label ?? "")不计")
        }
        if modes & 1 << row.modeCode == 0 {
            lacking.append("\(ProposalMode(rawValue: row.modeCode)?.label ?? "没有写明性质的")提案不计")
        }
        if !roles.isEmpty, roles.isDisjoint(with: held) { lacking.append("不适用于当时的职务") }
        if let positions, !positions.contains(row.position) { lacking.append("署名第 \(row.position) 位不计") }
        if let attended, !AttendedShare(attended).isMet(by: row) {
            lacking.append("到会 \(row.halfDaysAttended)/\(row.halfDaysHeld) 个半天")
        }
        if let counts, !counts.contains(row.count) { lacking.append("\(row.count) 人署名不计") }
        return lacking
    }

    private func marks(_ row: FactRow) -> [String] {
        var lacking = FactMarks.named.filter { allMarks.contains($0.mark) && !row.marks.contains($0.mark) }
            .map { "未\($0.label)" }
        lacking += FactMarks.named.filter { noMarks.contains($0.mark) && row.marks.contains($0.mark) }
            .map { "已\($0.label)" }
        for asked in [anyStage, anyHonour] where !asked.isEmpty && asked.isDisjoint(with: row.marks) {
            lacking.append("未" + FactMarks.named.filter { asked.contains($0.mark) }.map(\.label).joined(separator: "或"))
        }
        return lacking
    }

    private func levels(_ row: FactRow) -> [String] {
        var lacking: [String] = []
        if !levels.isEmpty, levels.rawValue & row.levels == 0 { lacking.append("没有所要求的级别") }
        if !instructions.isEmpty, instructions.rawValue & row.instructions == 0 {
            lacking.append("没有所要求级别的批示")
        }
        if let mandatory, mandatory != row.isMandatory { lacking.append(mandatory ? "不是必须参加的" : "是必须参加的") }
        let isWhole = row.halfDaysHeld > 0 && row.halfDaysAttended >= row.halfDaysHeld
        if wholeCourse == true, !isWhole || row.statusCode == AttendanceStatus.leftEarly.rawValue {
            lacking.append("未全程参加（\(row.halfDaysAttended)/\(row.halfDaysHeld) 个半天）")
        }
        if wholeCourse == false, isWhole { lacking.append("已全程参加") }
        return lacking
    }
}

extension FactMarks {
    /// Every mark with what a sentence calls it behind 未 or 已.
    fileprivate static let named: [(mark: FactMarks, label: String)] =
        ProposalStage.allCases.filter { $0 != .submitted }.map { (.stage($0), $0.label) } + [
            (.adopted, "采用"), (.key, "列为重点"), (.excellent, "评为优秀"), (.numberOne, "列为一号"),
            (.satisfied, "反馈满意"), (.oral, "作口头发言"), (.online, "在线上进行"), (.evidence, "附佐证"),
            (.researched, "以调研为基础"), (.sameWork, "注明同一成果"), (.planned, "列入计划"), (.instructed, "获批示"),
        ]
}
