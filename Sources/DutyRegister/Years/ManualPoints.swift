public import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

extension Register {
    /// 登记人工分: points or a matter that a person decided about a member's year.
    /// - Throws: `Refusal` with everything wrong, `ScoresError` where the year has no rulebook.
    public func addManual(_ draft: ManualDraft) throws -> Saved<ManualEntry> {
        try write(.manualAdd) { transaction in
            var desk = try ManualDesk(year: draft.year, in: &transaction)
            let member = try desk.member(draft.person, in: &transaction)
            let item = desk.item(draft.item)
            let entry = ManualEntry(
                id: ManualEntryID(rawValue: UInt32(try transaction.nextNumber(of: ManualEntry.self))),
                member: member?.id ?? MemberID(rawValue: 0), year: draft.year, item: item?.id ?? "",
                points: draft.points, reason: draft.reason, approver: draft.approver, day: draft.day,
                evidence: draft.evidence)
            let checked = try desk.checked(entry, item: item)
            try ManualEntry.table.insert(checked, in: &transaction)
            transaction.context.summary = "\(member?.name ?? "") \(draft.year) 年 \(checked.line)"
            return checked
        }
    }

    /// Puts an entry right; item, member and year stay.
    public func editManual(_ id: ManualEntryID, _ change: ManualChange) throws -> Saved<ManualEntry> {
        try write(.manualEdit) { transaction in
            var entry = try transaction.standingEntry(id)
            var desk = try ManualDesk(year: entry.year, in: &transaction)
            entry.points = change.points ?? entry.points
            entry.reason = change.reason ?? entry.reason
            entry.approver = change.approver ?? entry.approver
            entry.day = change.day ?? entry.day
            entry.evidence = change.evidence ?? entry.evidence
            let checked = try desk.checked(entry, item: desk.item(entry.item))
            try ManualEntry.table.put(checked, in: &transaction)
            transaction.context.summary = "第 \(id.rawValue) 笔 \(checked.line)"
            return checked
        }
    }

    /// Takes an entry out of account. It stays in the list with the reason.
    public func withdrawManual(_ id: ManualEntryID, reason: String) throws -> Saved<ManualEntry> {
        try write(.manualWithdraw) { transaction in
            var entry = try transaction.standingEntry(id)
            guard !reason.allSatisfy(\.isWhitespace) else { throw Refusal(.year(.reasonMissing)) }
            entry.withdrawn = reason
            try ManualEntry.table.put(entry, in: &transaction)
            transaction.context.summary = "第 \(id.rawValue) 笔 \(entry.line)：\(reason)"
            return entry
        }
    }

    /// Entries by hand, by member, then number; withdrawn ones too.
    /// - Parameters:
    ///   - year: nil for all years.
    ///   - person: nil for everyone.
    public func manualEntries(year: Int? = nil, person: String? = nil) throws -> [ManualLine] {
        try readScoped(.manualRead) { transaction, grant in
            var directory = try Directory(&transaction, naming: grant)
            let member = try person.map { try directory.person($0, in: &transaction).get() }
            var entries = try transaction.all(ManualEntry.self)
            entries.removeAll { entry in year.map { entry.year != $0 } ?? false }
            entries.removeAll { entry in member.map { entry.member != $0.id } ?? false }
            entries.removeAll { !grant.covers($0.member) }
            try directory.load(Set(entries.map(\.member)), in: &transaction)
            var items: [Int: [String: String]?] = [:]
            var lines: [ManualLine] = []
            for entry in entries {
                guard let member = try directory.member(entry.member, in: &transaction) else { continue }
                let known = try items[entry.year] ?? transaction.manualItems(of: entry.year)
                items[entry.year] = known
                let name = known?[entry.item]
                let standing: ManualLine.Standing =
                    entry.withdrawn != nil
                    ? .withdrawn : known == nil ? .noRulebook : name == nil ? .notInRulebook : .counts
                lines.append(ManualLine(entry: entry, member: member, name: name ?? "", standing: standing))
            }
            return lines.sorted {
                ($0.entry.year, $0.member.number, $0.entry.id) < ($1.entry.year, $1.member.number, $1.entry.id)
            }
        }
    }
}

/// One indicator or 处理 that is 人工.
struct ManualItem {
    var id: String
    var name: String
    /// A 处理 counts entries; an indicator adds up points.
    var isMatter: Bool
}

extension Rulebook {
    /// What may be entered by hand.
    var manualItems: [ManualItem] {
        let indicators = indicators.filter { $0.indicator?.isManual ?? false }
            .map { ManualItem(id: $0.id, name: $0.name, isMatter: false) }
        let matters = measures.compactMap { measure -> ManualItem? in
            guard case .manual = measure.look else { return nil }
            return ManualItem(id: measure.id, name: measure.name, isMatter: true)
        }
        return indicators + matters
            + exemptions.map { ManualItem(id: $0.id, name: $0.name, isMatter: true) }
    }
}

extension ManualEntry {
    /// 加分1 2.5 分：理由.
    var line: String { "\(item)\(points.isEmpty ? "" : " \(points) 分")：\(reason)" }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// Names by 编号 of what may be entered by hand in a year; nil where there is no rulebook.
    mutating func manualItems(of year: Int) throws -> [String: String]? {
        do {
            let items = try rulebook(for: year, kinds: try kinds()).rulebook.manualItems
            return Dictionary(items.map { ($0.id, $0.name) }) { first, _ in first }
        } catch ScoresError.noRulebook {
            return nil
        }
    }

    /// An entry that stands.
    mutating func standingEntry(_ id: ManualEntryID) throws -> ManualEntry {
        guard let entry = try value(ManualEntry.self, id) else { throw Refusal(.year(.unknownEntry(id))) }
        if let reason = entry.withdrawn { throw Refusal(.year(.alreadyWithdrawn(id, reason: reason))) }
        return entry
    }
}

/// What one use case that writes entries by hand has at hand.
private struct ManualDesk {
    private let rulebook: Rulebook
    private let window: DayRange
    private var directory: Directory
    private var findings: [RegisterFinding] = []

    init(year: Int, in transaction: inout RecordTransaction) throws {
        rulebook = try transaction.rulebook(for: year, kinds: try transaction.kinds()).rulebook
        window = try rulebook.compiled(year: year).window
        directory = try Directory(&transaction)
    }

    mutating func member(_ word: String, in transaction: inout RecordTransaction) throws -> Member? {
        switch try directory.person(word, in: &transaction) {
        case .success(let member):
            if try !directory.isSeated(member.id, within: window, in: &transaction) {
                let candidate = try directory.candidate(member, in: &transaction)
                findings.append(.year(.notSeated(candidate, window)))
            }
            return member
        case .failure(let refusal):
            findings += refusal.findings
            return nil
        }
    }

    /// The item of a 编号 or name.
    mutating func item(_ word: String) -> ManualItem? {
        let items = rulebook.manualItems
        if let found = items.first(where: { $0.id == word }) ?? items.first(where: { $0.name == word }) { return found }
        let known = items.map { "\($0.id) \($0.name)" }
        let other = rulebook.total.descendants.first { $0.id == word || $0.name == word }
        findings.append(
            .year(
                other.map { .itemNotManual(item: $0.name, rulebook: rulebook.name, known: known) }
                    ?? .unknownItem(word: word, rulebook: rulebook.name, known: known)))
        return nil
    }

    /// The entry with its points in exact form, or everything wrong with it.
    mutating func checked(_ entry: ManualEntry, item: ManualItem?) throws -> ManualEntry {
        var entry = entry
        let points = entry.points.filter { !$0.isWhitespace }
        if let exact = Rational(points) {
            entry.points = exact.exactText
        } else if !points.isEmpty {
            findings.append(.year(.pointsUnreadable(entry.points)))
        }
        if let item, item.isMatter, !points.isEmpty { findings.append(.year(.pointsOfMatter(item: item.name))) }
        if let item, !item.isMatter, points.isEmpty { findings.append(.year(.pointsMissing(item: item.name))) }
        if entry.reason.allSatisfy(\.isWhitespace) { findings.append(.year(.reasonMissing)) }
        if entry.approver.allSatisfy(\.isWhitespace) { findings.append(.year(.approverMissing)) }
        for text in [entry.reason, entry.approver] + entry.evidence where text.utf8.count > RecordRules.maximumText {
            findings.append(
                .textTooLong(field: .note, bytes: text.utf8.count, maximum: RecordRules.maximumText))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return entry
    }
}
