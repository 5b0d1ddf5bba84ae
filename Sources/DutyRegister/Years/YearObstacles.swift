internal import DutyModel
internal import KeyValueStore
internal import MarkedYAML
internal import RecordStore
internal import Scoring

/// Looks at everything that a year should not be closed with, in one pass over the records.
struct YearObstacles {
    private static let examples = 10

    private let rules: CompiledRulebook
    private let choice: RulebookChoice
    private let roster: Roster
    private let kinds: KindCatalogue
    private var found: [Obstacle.Kind: (count: Int, examples: [String])] = [:]

    /// - Throws: `ScoresError` where there is no rulebook to close with.
    init(year: Int, in transaction: inout some KeyValueStore.Reading & ~Copyable) throws {
        kinds = try transaction.kinds()
        choice = try transaction.rulebook(for: year, kinds: kinds)
        rules = try choice.rulebook.compiled(year: year)
        roster = try transaction.roster()
    }

    /// Everything, in the order of `Obstacle.Kind`.
    mutating func find(
        today: CivilDay, in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> [Obstacle] {
        if today <= rules.window.last { note(.early, "考核期到 \(rules.window.last) 为止") }
        if !choice.isExact { note(.rulebook, "\(choice.entry.year) 年的“\(choice.entry.title)”") }
        runCases()
        try findManual(in: &transaction)
        try findObjections(in: &transaction)
        var links: [(record: DutyRecord, link: RecordLink)] = []
        try DutyRecord.table.scan(in: &transaction) { record in
            guard rules.days.contains(record.days.first) else { return .next }
            look(at: record)
            for link in record.links { links.append((record, link)) }
            return .next
        }
        try findLinks(links, in: &transaction)
        return Obstacle.Kind.allCases.compactMap { kind in
            found[kind].map {
                Obstacle(
                    kind: kind, message: kind.message($0.count), remedy: kind.remedy(year: rules.year),
                    count: $0.count, examples: $0.examples)
            }
        }
    }

    private mutating func note(_ kind: Obstacle.Kind, _ example: String, count: Int = 1) {
        var entry = found[kind] ?? (0, [])
        entry.count += count
        if entry.examples.count < Self.examples { entry.examples.append(example) }
        found[kind] = entry
    }

    private mutating func look(at record: DutyRecord) {
        let name = "\(record.days.first) \(kinds[record.kind]?.name ?? "") \(LogSubject.record(record).text)"
        if record.review == .waiting || record.review == .returned { note(.review, "\(name)（\(record.review.label)）") }
        guard record.review == .approved else { return }
        let unknown = record.people.count { $0.status == .unknown }
        if record.content.isAttended, unknown > 0 { note(.unknown, "\(name)：\(unknown) 人", count: unknown) }
        let unconfirmed = record.people.count { !$0.confirmed }
        if unconfirmed > 0 { note(.confirmation, "\(name)：\(unconfirmed) 人", count: unconfirmed) }
        reconcile(record, name: name)
        for person in record.people where !isSeated(person.member, within: record.days) {
            note(.seat, "\(name)：\(roster[person.member]?.name ?? "")")
        }
    }

    private func isSeated(_ member: MemberID, within days: DayRange) -> Bool {
        roster.memberships(of: member).contains { membership in
            roster[membership.organization]?.classification == .committee && membership.from <= days.last
                && (membership.to.map { $0 >= days.first } ?? true)
        }
    }

    /// 应到, 实到 as reported against the list.
    private mutating func reconcile(_ record: DutyRecord, name: String) {
        guard case .event(let event) = record.content else { return }
        let present = record.people.count { $0.status.wasThere }
        if let reported = event.reportedPresent, Int(reported) != present {
            note(.headcount, "\(name)：报实到 \(reported) 人，名单上 \(present) 人")
        }
        if let reported = event.reportedExpected, Int(reported) != record.people.count {
            note(.headcount, "\(name)：报应到 \(reported) 人，名单上 \(record.people.count) 人")
        }
    }

    private mutating func runCases() {
        do {
            try RulebookTrial.run(
                choice.cases, file: choice.rulebook.file, on: choice.rulebook, kinds: kinds)
        } catch {
            for finding in error.findings { note(.cases, finding.description) }
        }
    }

    private mutating func findManual(in transaction: inout some KeyValueStore.Reading & ~Copyable) throws {
        let known = Set(choice.rulebook.manualItems.map(\.id))
        for (member, points) in try transaction.manual(year: rules.year).sorted(by: { $0.key < $1.key }) {
            for entry in points where !known.contains(entry.indicator) {
                note(.manual, "\(roster[member]?.name ?? "") \(entry.indicator)：\(entry.reason)")
            }
        }
    }

    private mutating func findObjections(in transaction: inout some KeyValueStore.Reading & ~Copyable) throws {
        try Objection.table.scan(in: &transaction) { objection in
            guard objection.isOpen, objection.year == rules.year else { return .next }
            note(
                .objection,
                "第 \(objection.id.rawValue) 件 \(roster[objection.member]?.name ?? "") \(objection.sort.label)："
                    + objection.text)
            return .next
        }
    }

    /// Links that cannot be what they say.
    private mutating func findLinks(
        _ links: [(record: DutyRecord, link: RecordLink)],
        in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws {
        let targets = try DutyRecord.table.getMany(links.map(\.link.record), in: &transaction)
        for (place, entry) in links.enumerated() {
            let name = LogSubject.record(entry.record).text
            guard let target = targets[place] else {
                note(.link, "\(name)：关联的记录已不存在")
                continue
            }
            let other = LogSubject.record(target).text
            switch entry.link.relation {
            case .basedOn where target.content.family != .research && target.content.family != .event:
                note(.link, "\(name)：写明依据调研，关联的 \(other) 不是调研成果")
            case .basedOn where target.days.first > entry.record.days.first:
                note(.link, "\(name)：依据的 \(other) 在它之后（\(target.days.first)）")
            case .sameWork where Set(target.people.map(\.member)).isDisjoint(with: entry.record.people.map(\.member)):
                note(.link, "\(name)：写明与 \(other) 是同一成果，但没有一位委员相同")
            default: break
            }
        }
    }
}

extension Obstacle.Kind {
    fileprivate func message(_ count: Int) -> String {
        switch self {
        case .review: "有 \(count) 条记录还没有审完"
        case .objection: "有 \(count) 件异议还没有答复"
        case .unknown: "有 \(count) 人次的出席情况未确认"
        case .headcount: "有 \(count) 处人数与名单对不上"
        case .confirmation: "有 \(count) 人次联名本人还没有确认"
        case .seat: "有 \(count) 人次在记录的日期不是委员"
        case .link: "有 \(count) 处关联可疑"
        case .manual: "有 \(count) 笔人工分在办法里没有这个项目"
        case .rulebook: "这一年没有采用自己的考核办法，沿用以前的"
        case .cases: "考核办法有 \(count) 个算例不合"
        case .early: "考核期还没有结束"
        }
    }

    fileprivate func remedy(year: Int) -> String {
        switch self {
        case .review: "用 lvzhi review list 查看，逐条通过或退回；退回的请本人改正或删除"
        case .objection: "用 lvzhi objection list 查看并答复"
        case .unknown: "用 lvzhi attend mark 登记；不登记的不计入"
        case .headcount: "核对名单后用 lvzhi attend mark 补登，或用 lvzhi event edit 改正报来的人数"
        case .confirmation: "请本人确认；没有确认的不计分"
        case .seat: "用 lvzhi member show 核对任职时间，或改正记录的日期和人员；这些人次不计分"
        case .link: "改正记录的关联"
        case .manual: "用 lvzhi score manual list --year \(year) 查看，撤回或改登"
        case .rulebook: "用 lvzhi rulebook adopt --year \(year) 采用一份"
        case .cases: "用 lvzhi rulebook test 查看，改正办法后重新采用；这一项不能放行"
        case .early: "等考核期结束；提前封账请写明放行"
        }
    }
}
