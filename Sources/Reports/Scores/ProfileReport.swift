public import DutyModel
public import Scoring
import Tabular

/// 年度履职档案: what one member did in a year, what it is worth, and why.
public struct ProfileReport: Sendable {
    public var profile: AnnualProfile
    public var person: PersonHeading
    /// Kind and title of every record the profile counted.
    public var records: [RecordID: RecordHeading]

    public init(profile: AnnualProfile, person: PersonHeading, records: [RecordID: RecordHeading]) {
        self.profile = profile
        self.person = person
        self.records = records
    }

    private var tables: ProfileTables { ProfileTables(profile: profile, person: person, records: records) }

    /// Everything.
    public var document: ReportDocument {
        let tables = tables
        var all = [tables.summary, tables.lines]
        if !profile.groups.isEmpty { all.append(tables.groups) }
        if !profile.gates.isEmpty { all.append(tables.gates) }
        all.append(tables.counted())
        return ReportDocument(tables: all, json: json, lines: [json])
    }

    /// The result and the indicators that counted something, without the records.
    public var overview: ReportDocument {
        let tables = tables
        var all = [tables.summary, tables.busyLines]
        if profile.gates.contains(where: { !$0.isMet }) { all.append(tables.gates) }
        return ReportDocument(tables: all, json: json, lines: [json])
    }

    /// Why one indicator is worth what it is; nil where the rulebook has no such one.
    public func explanation(of word: String) -> ReportDocument? {
        guard let line = profile.lines.first(where: { $0.indicator == word || $0.name == word }) else { return nil }
        let display = profile.display
        let losses = line.losses.map { $0.text(display) }.joined(separator: "；")
        let fields = TableDocument.fields(
            title: "\(person.name)（\(person.number)）\(profile.year) 年度 \(line.indicator) \(line.name)",
            [
                ("依据", line.article), ("计算", line.raw.text(display)), ("上限", line.cap?.text(display) ?? ""),
                ("减去", losses), ("得分", line.amount.text(display)), ("说明", line.notes.joined(separator: "；")),
                ("假定", line.assumption),
            ])
        let json = ProfileJSON(report: self).line(line)
        return ReportDocument(
            tables: [fields, tables.counted(only: line.indicator)], json: json, lines: [json])
    }

    private var json: JSONValue { ProfileJSON(report: self).profile }
}
