import DutyModel

/// The records of a plan while they are put together: several rows and sheets may add to one.
final class RecordDesk {
    private let register: any RegisterSnapshot
    private let ids: IdentifierSource
    /// For the journal too, which changes people in place.
    var drafts: [Draft] = []
    private var draftsByNumber: [String: [Int]] = [:]
    private var draftByKey: [NaturalKey: Int] = [:]
    /// Research met in this import: what proposals rest on.
    private(set) var research: [DutyRecord] = []
    /// Rows that told of a member in a draft, by both numbers.
    var rowOfPerson: [UInt64: UInt32] = [:]
    /// What the row in hand did so far.
    var journal = RowJournal()

    /// Where a record was first met, for findings.
    struct Source: Hashable {
        var file: String
        var sheet: String
        var row: Int
    }

    struct Draft {
        var record: DutyRecord
        let existing: DutyRecord?
        let source: Source
        var place: [MemberID: Int]
        /// Whether the half-days held were said by a sheet, and not taken as usual.
        var heldIsStated: Bool
        /// Whether a row in good order told of it: what only refused rows tell of is not written.
        var isVouched = false
        /// What the sheet says otherwise than the register of the record itself, its people apart.
        var differences: [String] = []
        /// Somebody changed the record by hand since it was imported. Nil: not asked yet.
        var isEditedByHand: Bool?
        /// Whether `differences` have been told.
        var isAnnounced = false
    }

    init(register: any RegisterSnapshot, ids: IdentifierSource) {
        self.register = register
        self.ids = ids
    }

    /// The half-days of someone who was there throughout, until the number held is known.
    static let wholeCourse: UInt8 = 255

    subscript(draft: Int) -> Draft {
        get { drafts[draft] }
        set { drafts[draft] = newValue }
    }

    /// The draft of the record that has this one's natural key, and whether this import met it before. What the sheet
    /// says is put over what was there; what it leaves empty stays.
    func open(_ record: DutyRecord, heldIsStated: Bool = false, source: Source) throws -> (draft: Int, isMet: Bool) {
        let key = NaturalKey(of: record)
        if let met = draftByKey[key] ?? draft(ofOtherHalf: record) {
            journal.touched.append(met)
            if let half = record.half, drafts[met].record.half == nil { drafts[met].record.half = half }
            draftByKey[key] = met
            return (met, true)
        }
        let existing = try register.record(withKey: key) ?? self.existing(ofOtherHalf: record)
        var draft = Draft(
            record: record, existing: existing, source: source, place: [:], heldIsStated: heldIsStated)
        if let existing {
            try put(record, over: existing, into: &draft)
        } else {
            draft.record.id = ids.record()
        }
        for (place, person) in draft.record.people.enumerated() { draft.place[person.member] = place }
        if record.content.family == .research { research.append(draft.record) }
        drafts.append(draft)
        draftByKey[key] = drafts.count - 1
        if !record.number.isEmpty { draftsByNumber[record.number, default: []].append(drafts.count - 1) }
        journal.touched.append(drafts.count - 1)
        return (drafts.count - 1, false)
    }

    /// The one draft that may be the same meeting, where one of both does not say at which half of the day it was.
    private func draft(ofOtherHalf record: DutyRecord) -> Int? {
        let met = Set(NaturalKey.ofOtherHalves(record).compactMap { draftByKey[$0] }).filter {
            record.half == nil || drafts[$0].record.half == nil || drafts[$0].record.half == record.half
        }
        return met.count == 1 ? met.first : nil
    }

    /// The one record of the register that may be the same meeting, likewise.
    private func existing(ofOtherHalf record: DutyRecord) throws -> DutyRecord? {
        let found = try NaturalKey.ofOtherHalves(record).compactMap { try register.record(withKey: $0) }
        return found.count == 1 ? found[0] : nil
    }

    /// What somebody put right by hand at an event is not undone by the sheet that had it wrong.
    private func put(_ record: DutyRecord, over existing: DutyRecord, into draft: inout Draft) throws {
        let merged = RecordMerge.merged(record, over: existing, heldIsStated: draft.heldIsStated)
        draft.differences = RecordDifference.list(from: existing, to: merged)
        draft.record = merged
        guard !draft.differences.isEmpty else { return }
        let isEdited = try register.isEditedByHand(existing.id)
        draft.isEditedByHand = isEdited
        if isEdited, existing.content.halfDaysHeld != nil { draft.record = existing }
    }

    /// Whether somebody changed the draft's record by hand since it was imported.
    func isEditedByHand(_ draft: Int) throws -> Bool {
        if let known = drafts[draft].isEditedByHand { return known }
        let isEdited = try drafts[draft].existing.map { try register.isEditedByHand($0.id) } ?? false
        drafts[draft].isEditedByHand = isEdited
        return isEdited
    }

    /// Puts what another row says of a record over what this import has of it.
    func merge(_ record: DutyRecord, into draft: Int) {
        drafts[draft].record = RecordMerge.merged(
            record, over: drafts[draft].record, heldIsStated: drafts[draft].heldIsStated)
    }

    /// Adds a person, or puts what is said over what was there.
    func put(_ person: Participation, into draft: Int) -> RowOutcome {
        let before = drafts[draft].place[person.member].map { drafts[draft].record.people[$0] }
        journal.touched.append(draft)
        journal.people.append((draft, person.member, before))
        if let place = drafts[draft].place[person.member] {
            drafts[draft].record.people[place] = person
        } else {
            drafts[draft].place[person.member] = drafts[draft].record.people.count
            drafts[draft].record.people.append(person)
        }
        guard let existing = drafts[draft].existing else { return .new }
        guard let before else { return .new }
        let held = existing.content.halfDaysHeld ?? 0
        return person.resolved(held: held) == before.resolved(held: held) ? .same : .changed
    }

    /// Replaces the people of a draft whose row names them all. Those of other parts who only attended stay.
    func setPeople(_ people: [Participation], in draft: Int) {
        guard !people.isEmpty else { return }
        let old = drafts[draft].record.people
        let named = Set(people.map(\.member))
        let parts = Set(people.map(\.part)).subtracting([.attendee, .listener])
        let before = Dictionary(old.map { ($0.member, $0) }, uniquingKeysWith: { first, _ in first })
        var all = people.map { $0.keeping(before[$0.member]) }
        all += old.filter { !named.contains($0.member) && !parts.contains($0.part) && !isReplaced($0, by: people) }
        drafts[draft].record.people = all
        drafts[draft].place = Dictionary(
            all.enumerated().map { ($1.member, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Signers and authors are a closed list: a new list of either leaves none of the old.
    private func isReplaced(_ person: Participation, by people: [Participation]) -> Bool {
        let lists: [Set<Part>] = [[.firstSigner, .coSigner], [.author, .coAuthor], [.drafter, .teamMember]]
        return lists.contains { list in list.contains(person.part) && people.contains { list.contains($0.part) } }
    }

    /// Whether the draft, as it stands, is new, differs from what is there, or is the same.
    func outcome(of draft: Int) -> RowOutcome {
        guard let existing = drafts[draft].existing else { return .new }
        return drafts[draft].record.withWholeCourses() == existing ? .same : .changed
    }

    /// The participation of a member in a draft, where there is one.
    func person(_ member: MemberID, in draft: Int) -> Participation? {
        drafts[draft].place[member].map { drafts[draft].record.people[$0] }
    }

    /// The closed year that the row in hand would change.
    func closedYear() -> Int? {
        guard register.hasClosedYears else { return nil }
        for draft in Set(journal.touched).sorted() {
            let after = drafts[draft].record.withWholeCourses()
            let before = drafts[draft].existing
            if before != after, let year = register.closedYear(changedFrom: before, to: after) { return year }
        }
        return nil
    }

    /// Everything to write, in the order met.
    func changes() -> [PlannedChange<DutyRecord>] {
        drafts.filter(\.isVouched).compactMap { draft in
            let record = draft.record.withWholeCourses()
            // An event of which every row was refused is nothing to write.
            if draft.existing == nil, record.content.family == .event, record.people.isEmpty { return nil }
            guard let existing = draft.existing else { return .create(record) }
            return existing == record ? nil : .update(before: existing, after: record)
        }
    }

    /// Drafts of records the register does not have.
    var newDrafts: [Draft] { drafts.filter { $0.existing == nil && $0.isVouched } }
    var allDrafts: [Draft] { drafts }
    /// Those met under a number.
    func drafts(numbered number: String) -> [Draft] { (draftsByNumber[number] ?? []).map { drafts[$0] } }
}

extension Participation {
    /// What a list of names does not say stays as it was.
    fileprivate func keeping(_ before: Participation?) -> Participation {
        guard let before, before.part == part else { return self }
        var kept = self
        if !before.confirmed { kept.confirmed = false }
        if note.isEmpty { kept.note = before.note }
        return kept
    }

    /// The whole course as the number of half-days it is.
    fileprivate func resolved(held: UInt8) -> Participation {
        guard halfDays == RecordDesk.wholeCourse else { return self }
        var copy = self
        copy.halfDays = held
        return copy
    }
}

extension DutyRecord {
    fileprivate func withWholeCourses() -> DutyRecord {
        guard let held = content.halfDaysHeld else { return self }
        var copy = self
        for place in copy.people.indices where copy.people[place].halfDays == RecordDesk.wholeCourse {
            copy.people[place].halfDays = held
        }
        return copy
    }
}

extension RecordContent {
    /// Half-days held; nil for what nobody attends.
    var halfDaysHeld: UInt8? {
        get {
            switch self {
            case .event(let content): content.halfDaysHeld
            case .lecture(let content): content.halfDaysHeld
            case .sectorActivity(let content): content.halfDaysHeld
            default: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .event(var content):
                content.halfDaysHeld = newValue
                self = .event(content)
            case .lecture(var content):
                content.halfDaysHeld = newValue
                self = .lecture(content)
            case .sectorActivity(var content):
                content.halfDaysHeld = newValue
                self = .sectorActivity(content)
            default: return
            }
        }
    }
}
