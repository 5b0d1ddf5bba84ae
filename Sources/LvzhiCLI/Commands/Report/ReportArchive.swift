import ArgumentParser
import DutyModel
import DutyRegister
import Reports
import Scoring
import Tabular

struct ReportArchive: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "archive", also: ["一届档案"], "一届一人一档：一位委员一届里的任职、各年结果和核定、履职次数、出席、人工分、佐证和每条记录。",
        example: """
              lvzhi report archive 张三
              lvzhi report archive 张三 --term 11 -o 张三一届档案.pdf
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String
    @Option(help: ArgumentHelp("届次，不写时为本届。", valueName: "term")) var term: Int?

    func run(in context: CommandContext) throws {
        let register = try storeOptions.reading(in: context)
        let archive = try register.termArchive(person, term: term)
        let evidence = try register.evidence(ofRecords: Set(archive.records.map(\.id)))
        try output.write(TermArchiveReport(archive, evidence: evidence).document, in: context)
    }
}

extension TermArchiveReport {
    init(_ archive: TermArchive, evidence: [EvidenceLine]) {
        let member = archive.file.member
        var others: [TableDocument] = []
        if !archive.manual.isEmpty { others.append(ManualTables.list(archive.manual, title: "人工分")) }
        if !archive.objections.isEmpty {
            others.append(
                TableDocument(
                    title: "异议", columns: [TableColumn("objection", "异议", maximumWidth: 76)],
                    rows: archive.objections.map { [.text($0)] }))
        }
        if !evidence.isEmpty { others.append(EvidenceTables.list(evidence)) }
        self.init(
            title: "\(member.name)（\(member.number)）第 \(archive.term.number) 届履职档案",
            person: [
                ("委员编号", member.number), ("姓名", member.name), ("党派", member.party), ("工作单位", member.unit),
                ("职务", member.post), ("届期", Lines.span(archive.term.days)),
            ],
            years: archive.years.map(Year.init),
            memberships: archive.file.memberships.map {
                ($0.organization.name, $0.membership.role.label, Lines.span($0.membership.from, $0.membership.to))
            },
            kinds: archive.kinds.map { Counter(name: $0.name, counts: $0.counts) },
            attendance: archive.attendance.map { Counter(name: $0.name, counts: $0.counts) },
            records: archive.records.map { ("\($0.day)", $0.kind, $0.number, $0.title) }, others: others)
    }
}

extension TermArchiveReport.Year {
    init(_ year: TermArchive.Year) {
        guard let scored = year.scored else {
            self.init(
                year: year.year, total: "", grade: "", decided: "", reason: "", rulebook: "", state: year.note,
                proposals: "")
            return
        }
        let profile = scored.profile
        let standing = StandingHeading(scored.standing)
        self.init(
            year: year.year, total: profile.total.text(profile.display), grade: profile.grade.text,
            decided: standing.decided, reason: standing.reason, rulebook: scored.rulebook.title,
            state: standing.state.isEmpty ? "按现在的记录计算" : standing.state,
            proposals: profile.proposals.map { "\($0.name)：\($0.proposal)" }.joined(separator: "；"))
    }
}
