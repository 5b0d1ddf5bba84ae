import DutyModel
import Scoring
import Tabular

/// The tables an annual profile is made of.
struct ProfileTables {
    let profile: AnnualProfile
    let person: PersonHeading
    let records: [RecordID: RecordHeading]
    let standing: StandingHeading

    private var display: NumberDisplay { profile.display }

    /// Who, under which rulebook, with what result.
    var summary: TableDocument {
        let grade = profile.grade
        let next = grade.next.map { $0.text(display) } ?? ""
        let unmet = profile.gates.filter { !$0.isMet }
        let gates =
            profile.gates.isEmpty ? "" : unmet.isEmpty ? "全部达到" : "未达到：" + unmet.map(\.name).joined(separator: "、")
        return .fields(
            title: "\(person.name) \(profile.period)履职\(profile.part == .whole ? "档案" : "情况（中期）")",
            [
                ("委员编号", person.number), ("姓名", person.name), ("界别", person.sector), ("任职", person.role),
                ("工作单位及职务", person.unit), ("考核办法", rulebook), ("总分", total),
                ("填报", profile.hasRecords || !isInterim ? "" : "未填报：没有任何记录，和得 0 分不同"), ("等次", gradeText),
                ("等次说明", isInterim ? "" : grade.note), ("核定等次", standing.decided), ("核定", standing.reason),
                ("下一等次", isInterim ? "" : next), ("基本要求", isInterim ? "" : gates), ("年度", standing.state),
            ])
    }

    private var isInterim: Bool { profile.part != .whole }

    /// Grades are of whole years.
    private var gradeText: String { isInterim ? "中期不评等次" : profile.grade.text }

    /// Where the whole stands: total, grade, and what is missing to a better one.
    var outlook: TableDocument {
        let grade = profile.grade
        let unmet = profile.gates.filter { !$0.isMet }
        let gates = unmet.map { gate in
            gate.name + "（" + gate.missing.map { missing(to: $0) }.joined(separator: "；") + "）"
        }
        return .fields(
            title: "离下一等次",
            [
                ("总分", total), ("等次", grade.text), ("等次说明", grade.note),
                ("下一等次", grade.next?.text(display) ?? (grade.name == nil ? "" : "已是最高一等")),
                ("基本要求", profile.gates.isEmpty ? "" : gates.isEmpty ? "全部达到" : "还差：" + gates.joined(separator: "、")),
            ])
    }

    private func missing(to condition: GateConditionResult) -> String {
        if !condition.alternatives.isEmpty {
            let open = condition.alternatives.filter { !$0.isMet }
            return open.map { missing(to: $0) }.joined(separator: condition.needsAll ? "；" : " 或 ")
        }
        return "\(condition.name) 应有 \(condition.needed.text(display))，已有 \(condition.had.text(display))"
    }

    private var rulebook: String {
        let readings = profile.rulebook.readings
        return "\(profile.rulebook.name)（\(profile.rulebook.id)/\(profile.rulebook.year)）"
            + (readings.isEmpty ? "" : "；取：" + readings.joined(separator: "、"))
    }

    /// 分组小计.
    var groups: TableDocument { groups(profile.groups) }

    func groups(_ groups: [GroupLine]) -> TableDocument {
        TableDocument(
            title: "小计",
            columns: [
                TableColumn("id", "编号"), TableColumn("name", "分组", maximumWidth: 32),
                TableColumn("start", "起点分", .number()),
                TableColumn("raw", "合计", .number()), TableColumn("cap", "上限", .number()),
                TableColumn("amount", "得分", .number()), TableColumn("losses", "说明", maximumWidth: 40),
            ],
            rows: groups.map { group in
                [
                    .text(group.id), .text(group.name), group.start.isZero ? .empty : group.start.cell(display),
                    group.raw.cell(display), group.cap.cell(display), group.amount.cell(display),
                    .words(group.losses.map { $0.text(display) }.joined(separator: "；")),
                ]
            })
    }

    /// 得分明细: every indicator, also those without a point.
    var lines: TableDocument { lines(profile.lines, notes: [verdict]) }

    /// 得分明细 of the indicators that counted something; the others are only named.
    var busyLines: TableDocument {
        let busy = profile.lines.filter { !$0.counted.isEmpty || !$0.amount.isZero }
        let idle = profile.lines.filter { $0.counted.isEmpty && $0.amount.isZero }
        let names = idle.map { "\($0.indicator) \($0.name)" }
        let groups = stride(from: 0, to: names.count, by: 4).map { start in
            "  " + names[start..<min(start + 4, names.count)].joined(separator: "、")
        }
        return lines(busy, notes: [verdict] + (idle.isEmpty ? [] : ["没有记录的 \(idle.count) 项："] + groups))
    }

    private var verdict: String {
        profile.isScored ? "合计 \(total) 分，等次：\(gradeText)" : "此办法不计分，等次：\(gradeText)"
    }

    /// Empty where the rulebook scores nothing, so that nobody takes a 0 for a result.
    private var total: String { profile.isScored ? profile.total.text(display) : "" }

    func lines(_ lines: [ScoreLine], notes: [String]) -> TableDocument {
        TableDocument(
            title: "得分明细",
            columns: [
                TableColumn("indicator", "编号"), TableColumn("name", "指标", maximumWidth: 32),
                TableColumn("article", "依据", maximumWidth: 20), TableColumn("count", "记录", .number()),
                TableColumn("raw", "计算", .number()), TableColumn("cap", "上限", .number()),
                TableColumn("amount", "得分", .number()), TableColumn("notes", "说明", maximumWidth: 48),
            ],
            rows: lines.map { line in
                [
                    .text(line.indicator), .text(line.name), .words(line.article), .integer(line.counted.count),
                    line.raw.cell(display), line.cap.cell(display), line.amount.cell(display), .words(remarks(line)),
                ]
            },
            notes: notes)
    }

    private func remarks(_ line: ScoreLine) -> String {
        let parts =
            line.losses.map { $0.text(display) } + line.notes
            + (line.assumption.isEmpty ? [] : ["假定：" + line.assumption])
        return parts.joined(separator: "；")
    }

    /// Every record under every indicator that counted it.
    func counted(only indicator: String? = nil) -> TableDocument {
        counted { indicator == nil || $0.indicator == indicator }
    }

    func counted(where wanted: (ScoreLine) -> Bool) -> TableDocument {
        TableDocument(
            title: "计分记录",
            columns: [
                TableColumn("indicator", "指标"), TableColumn("date", "日期"), TableColumn("kind", "种类"),
                TableColumn("title", "名称", maximumWidth: 40), TableColumn("part", "角色"),
                TableColumn("status", "情况"), TableColumn("amount", "分值", .number()),
                TableColumn("credited", "计入", .number()), TableColumn("loss", "未全计的原因", maximumWidth: 32),
            ],
            rows: profile.lines.filter(wanted).flatMap { line in
                line.counted.map { row($0, of: line) }
            })
    }

    private func row(_ counted: CountedRecord, of line: ScoreLine) -> [Cell] {
        let heading = records[counted.record]
        let isTogether = counted.loss == .countedTogether
        return [
            .text("\(line.indicator) \(line.name)"), .text("\(counted.day)"), .words(heading?.kind ?? ""),
            .words(heading?.text ?? "记录 \(counted.record.rawValue)"), .text(counted.part.label),
            .words(situation(counted)), isTogether ? .empty : counted.amount.cell(display),
            isTogether ? .empty : counted.credited.cell(display), .words(counted.loss?.text(display) ?? ""),
        ]
    }

    /// 出席; 出席 2/4 个半天 where that is not the whole; nothing for what nobody attends.
    private func situation(_ counted: CountedRecord) -> String {
        guard counted.part.attends else { return "" }
        guard counted.halfDaysAttended > 0, counted.halfDaysAttended < counted.halfDaysHeld else {
            return counted.status.label
        }
        return "\(counted.status.label) \(counted.halfDaysAttended)/\(counted.halfDaysHeld) 个半天"
    }

    /// What an indicator could have counted and did not.
    func passed(of line: ScoreLine) -> TableDocument {
        passed(line.passed, title: "这一项没有计分的记录")
    }

    /// Records that no indicator counted; nil where there is none.
    var idle: TableDocument? {
        var met = Set(profile.lines.flatMap { $0.counted.map(\.record) })
        let idle = profile.lines.flatMap(\.passed).filter { met.insert($0.record).inserted }
        guard !idle.isEmpty else { return nil }
        return passed(idle.sorted { ($0.day, $0.record) < ($1.day, $1.record) }, title: "没有计分的记录")
    }

    private func passed(_ passed: [PassedRecord], title: String) -> TableDocument {
        TableDocument(
            title: title,
            columns: [
                TableColumn("date", "日期"), TableColumn("kind", "种类"), TableColumn("title", "名称", maximumWidth: 40),
                TableColumn("part", "角色"), TableColumn("status", "情况"),
                TableColumn("reason", "没有计分的原因", maximumWidth: 40),
            ],
            rows: passed.map { record in
                let heading = records[record.record]
                return [
                    .text("\(record.day)"), .words(heading?.kind ?? ""),
                    .words(heading?.text ?? "记录 \(record.record.rawValue)"), .text(record.part.label),
                    .words(record.part.attends ? record.status.label : ""), .words(record.reason),
                ]
            })
    }

    /// 基本要求, with what is missing.
    var gates: TableDocument { gates(profile.gates) }

    func gates(_ gates: [GateResult]) -> TableDocument {
        TableDocument(
            title: isInterim ? "基本要求（只数\(profile.part.label)的记录）" : "基本要求",
            columns: [
                TableColumn("gate", "要求"), TableColumn("condition", "条件", maximumWidth: 40),
                TableColumn("needed", "应有", .number()), TableColumn("had", "已有", .number()),
                TableColumn("missing", "还差", .number()), TableColumn("met", "结果"),
            ],
            rows: gates.flatMap { gate in gate.conditions.flatMap { rows(of: $0, gate: gate.name) } },
            notes: gates.filter { !isInterim && !$0.isMet && (!$0.gradeIfUnmet.isEmpty || $0.lowersBy > 0) }.map {
                "“\($0.name)”未达到，\($0.effectText)。"
            })
    }

    /// What is still to do; where the number is a limit, by how much it is exceeded.
    private func gap(_ condition: GateConditionResult) -> Cell {
        guard let gap = condition.needed.subtracting(condition.had) else { return .empty }
        return gap.isNegative ? .text("超出 " + (gap.negated ?? gap).text(display)) : gap.cell(display)
    }

    private func rows(of condition: GateConditionResult, gate: String) -> [[Cell]] {
        let missing = condition.isMet ? .empty : gap(condition)
        let hasOwn = condition.alternatives.isEmpty
        let own: [Cell] = [
            .text(gate), .text(condition.name), hasOwn ? condition.needed.cell(display) : .empty,
            hasOwn ? condition.had.cell(display) : .empty, hasOwn ? missing : .empty,
            .text(condition.isMet ? "达到" : "未达到"),
        ]
        let others = condition.alternatives.flatMap { rows(of: $0, gate: gate) }.map { row -> [Cell] in
            var row = row
            row[1] = .text((condition.needsAll ? "　每项 " : "　或 ") + row[1].text)
            return row
        }
        return [own] + others
    }
}
