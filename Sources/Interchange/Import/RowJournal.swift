import DutyModel

/// What one row did to the records of a plan, so that a row with something against it leaves nothing behind.
struct RowJournal {
    /// Drafts the row told of.
    var touched: [Int] = []
    /// People put, with what was there before.
    var people: [(draft: Int, member: MemberID, before: Participation?)] = []
    /// Half-days held that the row stated.
    var held: [(draft: Int, content: RecordContent, isStated: Bool)] = []
    /// Drafts of which the row told how they differ from the register.
    var announced: [Int] = []
    /// Keys of `RecordDesk.rowOfPerson` noted.
    var seen: [UInt64] = []

    mutating func clear() {
        touched.removeAll(keepingCapacity: true)
        people.removeAll(keepingCapacity: true)
        held.removeAll(keepingCapacity: true)
        seen.removeAll(keepingCapacity: true)
        announced.removeAll(keepingCapacity: true)
    }
}

extension RecordDesk {
    /// The row in hand is in order: what it told of may be written.
    func keepRow() {
        for draft in journal.touched where !drafts[draft].isVouched { drafts[draft].isVouched = true }
        journal.clear()
    }

    /// The row in hand is refused or in doubt: everything is as before it.
    func dropRow() {
        for (draft, member, before) in journal.people.reversed() { restore(member, in: draft, to: before) }
        for (draft, content, isStated) in journal.held.reversed() {
            drafts[draft].record.content = content
            drafts[draft].heldIsStated = isStated
        }
        for key in journal.seen { rowOfPerson[key] = nil }
        for draft in journal.announced { drafts[draft].isAnnounced = false }
        journal.clear()
    }

    /// People are appended, so one added last goes away as the last.
    private func restore(_ member: MemberID, in draft: Int, to before: Participation?) {
        guard let place = drafts[draft].place[member] else { return }
        if let before {
            drafts[draft].record.people[place] = before
        } else {
            drafts[draft].record.people.remove(at: place)
            drafts[draft].place[member] = nil
        }
    }
}
