import DutyModel

/// Points out records that may be one recorded twice: same family and day, and a title or people much the same.
/// They are only pointed out; nothing is held back.
struct LookAlikes {
    let desk: PlanDesk

    func report() {
        let fresh = desk.records.newDrafts
        let updated = Set(desk.records.allDrafts.compactMap { $0.existing?.id })
        let groups = Dictionary(grouping: fresh) { Group(family: $0.record.content.family, day: $0.record.days.first) }
        for (group, drafts) in groups.sorted(by: { $0.key < $1.key }) {
            let known = (try? desk.register.records(of: group.family, in: DayRange(group.day))) ?? []
            for (place, draft) in drafts.enumerated() {
                let others = known.filter { !updated.contains($0.id) } + drafts[..<place].map(\.record)
                guard let other = others.first(where: { isAlike($0, draft.record) }) else { continue }
                desk.plan.findings.append(finding(draft, like: other))
            }
        }
    }

    private struct Group: Hashable, Comparable {
        var family: RecordFamily
        var day: CivilDay
        static func < (left: Group, right: Group) -> Bool {
            (left.day, left.family.rawValue) < (right.day, right.family.rawValue)
        }
    }

    private func isAlike(_ left: DutyRecord, _ right: DutyRecord) -> Bool {
        let (first, second) = (TitleText.folded(left.title), TitleText.folded(right.title))
        let sameBody = left.organization == right.organization
        switch left.content.family {
        case .event, .lecture, .sectorActivity:
            guard sameBody else { return false }
            // In the morning and in the afternoon are two.
            if let first = left.half, let second = right.half, first != second { return false }
            // Everyone meets once a day: a plenary under another of its names.
            if left.kind == right.kind, desk.kinds[left.kind]?.expects == .everyMember { return true }
            return samePeople(left, right) && (TitleText.resemble(first, second) || left.place == right.place)
        default:
            guard left.people.first?.member == right.people.first?.member else { return false }
            return TitleText.resemble(first, second)
        }
    }

    /// Four fifths of those who were there, and at least three.
    private func samePeople(_ left: DutyRecord, _ right: DutyRecord) -> Bool {
        let first = Set(left.people.filter(\.status.wasThere).map(\.member))
        let second = Set(right.people.filter(\.status.wasThere).map(\.member))
        let shared = first.intersection(second).count
        return shared >= 3 && shared * 5 >= max(first.count, second.count) * 4
    }

    private func finding(_ draft: RecordDesk.Draft, like other: DutyRecord) -> Finding {
        Finding(
            .notice, file: draft.source.file, sheet: draft.source.sheet, row: draft.source.row,
            value: draft.record.title,
            problem: "与“\(other.title)”（\(other.days.first)）很像，可能是同一件事记了两次", remedy: "请核对；若是同一件，请用一样的名称")
    }
}
