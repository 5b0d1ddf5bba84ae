public import DutyModel
public import Scoring
import Tabular

/// 年度履职档案: what one member did in a year, what it is worth, and why.
public struct ProfileReport: Sendable {
    public var profile: AnnualProfile
    public var person: PersonHeading
    /// Kind and title of every record the profile counted.
    public var records: [RecordID: RecordHeading]
    public var standing: StandingHeading

    public init(
        profile: AnnualProfile, person: PersonHeading, records: [RecordID: RecordHeading],
        standing: StandingHeading = StandingHeading()
    ) {
        self.profile = profile
        self.person = person
        self.records = records
        self.standing = standing
    }

    private var tables: ProfileTables {
        ProfileTables(profile: profile, person: person, records: records, standing: standing)
    }

    /// The total with the reason of every point: how it comes together, what was lost and why, what is missing to
    /// the next grade and to each of the 基本要求, and every record.
    public var explanation: ReportDocument {
        let tables = tables
        var all = [tables.summary, tables.sum]
        if let losses = tables.losses { all.append(losses) }
        if profile.part == .whole { all.append(tables.outlook) }
        if !profile.gates.isEmpty { all.append(tables.gates) }
        all += tables.judging
        all += [tables.busyLines, tables.counted()]
        if let idle = tables.idle { all.append(idle) }
        return ReportDocument(tables: all, json: json, lines: [json])
    }

    /// Everything.
    public var document: ReportDocument {
        let tables = tables
        var all = [tables.summary, tables.lines]
        if !profile.groups.isEmpty { all.append(tables.groups) }
        if !profile.gates.isEmpty { all.append(tables.gates) }
        all += tables.judging
        all.append(tables.counted())
        if let idle = tables.idle { all.append(idle) }
        return ReportDocument(tables: all, json: json, lines: [json])
    }

    /// The result and the indicators that counted something, without the records.
    public var overview: ReportDocument {
        let tables = tables
        var all = [tables.summary, tables.busyLines]
        if profile.gates.contains(where: { !$0.isMet }) { all.append(tables.gates) }
        return ReportDocument(tables: all + tables.judging, json: json, lines: [json])
    }

    /// Why one indicator, group or 基本要求 is what it is, by 编号 or name; nil where the rulebook has no such one.
    public func explanation(of word: String) -> ReportDocument? {
        if let line = profile.lines.first(where: { $0.indicator == word || $0.name == word }) {
            return explanation(of: line)
        }
        if let group = profile.groups.first(where: { $0.id == word || $0.name == word }) {
            return explanation(of: group)
        }
        guard let gate = profile.gates.first(where: { $0.id == word || $0.name == word }) else { return nil }
        let fields = TableDocument.fields(
            title: title(gate.name),
            [
                ("依据", gate.article), ("结果", gate.isMet ? "达到" : "未达到"),
                ("未达到时", gate.effectText),
            ])
        let json = ProfileJSON(report: self).gate(gate)
        return ReportDocument(tables: [fields, tables.gates([gate])], json: json, lines: [json])
    }

    /// What can be explained, for those who ask for something else.
    public var explainable: [String] {
        profile.groups.map { "\($0.id) \($0.name)" } + profile.lines.map { "\($0.indicator) \($0.name)" }
            + profile.gates.map(\.name)
    }

    private func title(_ what: String) -> String { "\(person.name)（\(person.number)）\(profile.period) \(what)" }

    private func explanation(of line: ScoreLine) -> ReportDocument {
        let display = profile.display
        let losses = line.losses.map { $0.text(display) }.joined(separator: "；")
        let fields = TableDocument.fields(
            title: title("\(line.indicator) \(line.name)"),
            [
                ("依据", line.article), ("计算", line.raw.text(display)), ("上限", line.cap?.text(display) ?? ""),
                ("减去", losses), ("得分", line.amount.text(display)), ("说明", line.notes.joined(separator: "；")),
                ("假定", line.assumption),
            ])
        var all = [fields]
        if !line.counted.isEmpty || line.passed.isEmpty { all.append(tables.counted(only: line.indicator)) }
        if !line.passed.isEmpty { all.append(tables.passed(of: line)) }
        let json = ProfileJSON(report: self).line(line)
        if profile.part == .whole { all.append(tables.outlook) }
        return ReportDocument(tables: all, json: json, lines: [json])
    }

    private func explanation(of group: GroupLine) -> ReportDocument {
        let display = profile.display
        let losses = group.losses.map { $0.text(display) }.joined(separator: "；")
        let fields = TableDocument.fields(
            title: title("\(group.id) \(group.name)"),
            [
                ("依据", group.article), ("起点分", group.start.isZero ? "" : group.start.text(display)),
                ("合计", group.raw.text(display)), ("上限", group.cap?.text(display) ?? ""), ("减去", losses),
                ("得分", group.amount.text(display)),
            ])
        let within = profile.lines.filter { $0.groups.contains(group.id) }
        let inner = profile.groups.filter { $0.groups.contains(group.id) }
        var all = [fields]
        if !inner.isEmpty { all.append(tables.groups(inner)) }
        all.append(tables.lines(within, notes: []))
        let names = Set(within.map(\.indicator))
        all.append(tables.counted { names.contains($0.indicator) })
        let json = ProfileJSON(report: self).group(group)
        return ReportDocument(tables: all, json: json, lines: [json])
    }

    private var json: JSONValue { ProfileJSON(report: self).profile }
}
