internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// 封账 means closed: watches every write of an action, whichever use case makes it, and refuses what would change
/// facts or people of a closed year, unless it is recorded as a late fact.
final class YearGuard: WriteWatcher {
    private struct Touch {
        var count = 0
        var items: [String] = []
        var members: Set<MemberID> = []
    }

    private let locked: [AssessmentYear]
    /// Why a late fact is recorded; nil: refuse.
    private let late: String?
    private let kinds: KindCatalogue
    private var touches: [Int: Touch] = [:]
    /// Years in which this action writes or takes back late facts: it undoes such an action.
    private var exempt: Set<Int> = []

    /// Nil where no year is closed.
    init?(late: String?, in transaction: inout RecordTransaction) throws {
        locked = try transaction.all(AssessmentYear.self).filter(\.state.isLocked)
        self.late = late
        if locked.isEmpty { return nil }
        kinds = try transaction.kinds()
    }

    private func closed(_ record: DutyRecord?, _ days: DayRange) -> ClosedPart? {
        record.flatMap { ClosedPart(of: $0, within: days, kinds: kinds) }
    }

    func saw(_ table: DatabaseName, _ key: Key, before: [UInt8]?, after: [UInt8]?) throws {
        switch table {
        case DutyRecord.table.name:
            let was = try before.map { try DutyRecord.table.record(of: $0, key: key) }
            let now = try after.map { try DutyRecord.table.record(of: $0, key: key) }
            for year in locked {
                guard let days = year.days, closed(was, days) != closed(now, days) else { continue }
                let people = ((was?.people ?? []) + (now?.people ?? [])).map(\.member)
                note(year.year, LogSubject.record(now ?? was ?? DutyRecord.nothing).text, people)
            }
        case Membership.table.name:
            let was = try before.map { try Membership.table.record(of: $0, key: key) }
            let now = try after.map { try Membership.table.record(of: $0, key: key) }
            for year in locked {
                guard let days = year.days, was?.part(within: days) != now?.part(within: days) else { continue }
                guard let subject = now ?? was else { continue }
                note(year.year, LogSubject.membership(subject).text, [subject.member])
            }
        case ManualEntry.table.name:
            guard let payload = after ?? before else { return }
            let entry = try ManualEntry.table.record(of: payload, key: key)
            if locked.contains(where: { $0.year == entry.year }) {
                note(entry.year, LogSubject.manual(entry).text, [entry.member])
            }
        case AdoptedRulebook.table.name:
            guard let payload = after ?? before else { return }
            let adopted = try AdoptedRulebook.table.record(of: payload, key: key)
            if locked.contains(where: { $0.year == adopted.year }) { note(adopted.year, "考核办法 \(adopted.title)", []) }
        case LateFact.table.name: exempt.insert(try key.element(as: LateFact.ID.self).year)
        default: break
        }
    }

    private func note(_ year: Int, _ item: String, _ members: [MemberID]) {
        var touch = touches[year] ?? Touch()
        touch.count += 1
        if touch.items.count < 20 { touch.items.append(item) }
        touch.members.formUnion(members)
        touches[year] = touch
    }

    /// At the end of the action: refuses it, or writes down what came late.
    /// - Throws: `YearClosed` with every year and value.
    func settle(in transaction: inout RecordTransaction) throws {
        transaction.watcher = nil
        let touched = locked.filter { touches[$0.year] != nil && !exempt.contains($0.year) }
        guard !touched.isEmpty else { return }
        guard let late else {
            throw YearClosed(
                years: touched.map { year in
                    let touch = touches[year.year] ?? Touch()
                    return YearClosed.Entry(
                        year: year.year, state: year.state, version: year.version, count: touch.count,
                        items: touch.items)
                })
        }
        for year in touched { try record(year.year, reason: late, in: &transaction) }
    }

    private func record(_ year: Int, reason: String, in transaction: inout RecordTransaction) throws {
        var number: UInt32 = 1
        try LateFact.table.scan(.prefix(Key(year)), direction: .backward, in: &transaction) { last in
            number = last.id.number + 1
            return .stop
        }
        let touch = touches[year] ?? Touch()
        let action = UseCase.label(of: transaction.context.action)
        let summary = transaction.context.summary.isEmpty ? touch.items.first ?? "" : transaction.context.summary
        try LateFact.table.insert(
            LateFact(
                id: LateFact.ID(year: year, number: number), summary: "\(action)：\(summary)",
                change: transaction.changeSequence, reason: reason,
                instant: Instant(milliseconds: transaction.context.instant), who: transaction.context.who,
                members: touch.members.sorted()), in: &transaction)
    }
}

extension DutyRecord {
    fileprivate static let nothing = DutyRecord(
        id: RecordID(rawValue: 0), kind: KindCode(rawValue: 0), title: "", days: DayRange(CivilDay(daysSinceEpoch: 0)),
        content: .speech(SpeechContent()))
}

extension Membership {
    /// What lies in some days; nil where nothing does.
    fileprivate func part(within days: DayRange) -> Membership? {
        guard from <= days.last, to.map({ $0 >= days.first }) ?? true else { return nil }
        var part = self
        part.from = max(from, days.first)
        part.to = min(to ?? days.last, days.last)
        return part
    }
}
