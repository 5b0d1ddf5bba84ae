import DutyModel
import DutyRegister
import Reports
import Scoring

/// The register's results as the values reports are made of.
extension PersonHeading {
    init(_ person: ScoredPerson) {
        let member = person.member
        self.init(
            number: member.number, name: member.name, sector: person.sectors.joined(separator: "→"),
            role: person.role?.label ?? "",
            unit: [member.unit, member.post].filter { !$0.isEmpty }.joined(separator: " "))
    }
}

extension ProfileReport {
    init(_ scored: ScoredProfile) {
        self.init(
            profile: scored.profile, person: PersonHeading(scored.person),
            records: scored.records.mapValues { RecordHeading($0) }, standing: StandingHeading(scored.standing))
    }
}

extension RecordHeading {
    /// With the half of the day, where two of one name may be told apart by it.
    fileprivate init(_ record: RecordCandidate) {
        let half = record.half.map { "（\($0.label)）" } ?? ""
        self.init(kind: record.kind, number: record.number, title: record.title + half)
    }
}

extension YearScores {
    /// 2024 年度, 2024 年上半年（中期）.
    var period: String { part == .whole ? "\(year) 年度" : "\(year) 年\(part.label)（中期）" }
}

extension RankedMember {
    init(_ scored: ScoredMember) {
        self.init(
            person: PersonHeading(scored.person), score: scored.score, facts: scored.facts,
            decided: scored.decision?.grade ?? "", hasRecords: scored.hasRecords)
    }
}

extension SectorEntry {
    init(_ scores: SectorScores) {
        self.init(
            name: scores.sector.name, members: scores.members.map(RankedMember.init), showsTotals: scores.showsTotals,
            activities: scores.activities,
            plan: scores.plan.map {
                PlanLine(month: Int($0.item.month), topic: $0.item.topic, lead: $0.item.lead, isDone: $0.isDone)
            })
    }
}

extension CommandContext {
    /// Tells of what was handed in and does not score yet.
    func tell(_ unreviewed: [UnreviewedRecord]) {
        guard !unreviewed.isEmpty else { return }
        let names = unreviewed.prefix(3).map { "“\($0.record.title)”（\($0.review.label)）" }.joined(separator: "、")
        let rest = unreviewed.count > 3 ? " 等 \(unreviewed.count) 条" : ""
        errors.line("提示：\(names)\(rest)还没有审核通过，未计分。")
    }

    /// Tells that an older year's rulebook was used.
    func warn(_ rulebook: RulebookEntry, isExact: Bool, year: Int) {
        guard !isExact else { return }
        errors.line("提示：没有为 \(year) 年采用考核办法，按 \(rulebook.year) 年的“\(rulebook.title)”计算。")
    }
}

extension StandingHeading {
    init(_ standing: YearStanding) {
        let decision = standing.decision
        let reason = decision.map { decision in
            [decision.reason, decision.body, "\(decision.day)", decision.document].filter { !$0.isEmpty }
                .joined(separator: "，")
        }
        self.init(state: standing.text, decided: decision?.grade ?? "", reason: reason ?? "")
    }
}

extension YearStanding {
    /// Empty for an open year.
    var text: String {
        switch state {
        case .open: ""
        case .closed: "已封账（第 \(version) 版），尚未公布"
        case .published: "已公布（第 \(version) 版）"
        case .reopened: "已重开，第 \(version) 版仍有效；这里按现在的记录计算"
        }
    }
}
