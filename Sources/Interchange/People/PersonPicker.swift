import DutyModel

/// Picks the member a name in a row means, and says what is wrong where there is none.
struct PersonPicker {
    let session: SheetSession
    /// Fields of the row that help: its number, unit and sex; empty where the name stands among others in one cell.
    var numberField: String?
    var readsHints = false
    /// Whether the sector given is the person's own, and not that of an activity.
    var sectorIsOwn = false

    private var people: PersonResolver { session.desk.people }

    /// The member, or nil after a finding. `days` are those of the record: nil skips the look at the membership.
    func pick(
        _ name: NameText, notes: PersonNotes, field: String, sector: String, days: DayRange?
    ) -> MemberID? {
        var hints = PersonResolver.Hints(sector: sector, day: days?.first)
        takeHints(from: notes, into: &hints)
        if hints.number.isEmpty, !name.isPlausible {
            // Some write the number where the name belongs.
            if let member = people.member(numbered: name.name) {
                return seated(member, field: field, value: name.name, days: days)
            }
            let isGroup = name.name.hasPrefix("全体") || name.name.hasPrefix("各")
            let remedy = isGroup ? "请逐个写出姓名" : "请写委员的姓名，或填委员编号"
            let isNumber = name.name.unicodeScalars.contains { ("0"..."9").contains($0) }
            let several = name.name.contains { "、，,;；/".contains($0) }
            session.report(
                .error, field: field, value: name.name,
                isNumber ? "不是姓名，名册里也没有这个委员编号" : several ? "一行里写了几个人" : "不是姓名",
                several ? "请每人一行" : remedy)
            return nil
        }
        switch people.resolve(name.name, hints) {
        case .found(let member):
            let own = sectorIsOwn ? session.title("sector") : ""
            guard isOfSector(member, own.isEmpty ? noted(notes) : own, name: name, field: field, day: days?.first)
            else {
                return nil
            }
            return seated(member, field: field, value: name.name, days: days)
        case .unknown(let similar): reportUnknown(name, field: field, similar: similar)
        case .unknownNumber(let bearers): reportNumber(hints.number, name: name, bearers: bearers, field: field)
        case .ambiguous(let candidates):
            let list = candidates.map(people.described).joined(separator: "；")
            session.report(
                .doubtful, field: field, value: name.name, "有 \(candidates.count) 名委员叫这个名字：\(list)",
                "请填委员编号，或在姓名后用括号写明界别")
        case .mismatch(let owner):
            session.report(
                .error, field: numberField ?? field, value: hints.number,
                "编号与姓名不符：这个编号是\(people.described(owner))，表里写的是“\(name.name)”", "请核对编号和姓名")
        }
        return nil
    }

    private func takeHints(from notes: PersonNotes, into hints: inout PersonResolver.Hints) {
        if let numberField { hints.number = session.text(numberField) }
        hints.sex = notes.sex
        for note in notes.rest {
            if hints.number.isEmpty, session.desk.people.member(numbered: note) != nil {
                hints.number = note
            } else if session.desk.sector(named: note, on: hints.day) != nil {
                hints.sector = note
            } else {
                hints.unit = note
            }
        }
        guard readsHints else { return }
        if hints.unit.isEmpty { hints.unit = session.text("unitPost") }
        if hints.unit.isEmpty { hints.unit = session.text("unit") }
        if hints.sex == .unstated {
            hints.sex =
                session.text("sex").hasPrefix("女") ? .female : session.text("sex").hasPrefix("男") ? .male : .unstated
        }
    }

    /// A sector named in brackets behind a name.
    private func noted(_ notes: PersonNotes) -> String {
        notes.rest.first { session.desk.sector(named: $0, on: nil) != nil } ?? ""
    }

    /// Whether a member was ever of the sector a row names; a doubt where not, for it may be somebody else's row.
    private func isOfSector(
        _ member: MemberID, _ named: String, name: NameText, field: String, day: CivilDay?
    ) -> Bool {
        guard let sector = session.desk.sector(named: named, on: day) else { return true }
        let roster = session.desk.roster
        let held = roster.memberships(of: member).compactMap { roster[$0.organization] }
            .filter { $0.classification == .sector }
        let word = session.desk.sectors.folded(sector.name)
        if held.isEmpty || held.contains(where: { session.desk.sectors.folded($0.name) == word }) { return true }
        session.report(
            .doubtful, field: session.layout.has("sector") && sectorIsOwn ? "sector" : field, value: named,
            "界别不符：\(people.described(member))不在\(sector.name)", "请核对姓名、编号和界别")
        return false
    }

    private func reportUnknown(_ name: NameText, field: String, similar: [MemberID]) {
        let near = similar.map(people.described).joined(separator: "；")
        session.report(
            .error, field: field, value: name.name, "委员名册里没有这个人" + (near.isEmpty ? "" : "，相近的有：\(near)"),
            "请更正姓名，或先把此人导入名册")
    }

    private func reportNumber(_ number: String, name: NameText, bearers: [MemberID], field: String) {
        let list = bearers.map(people.described).joined(separator: "；")
        session.report(
            .error, field: numberField ?? field, value: number,
            "名册里没有这个委员编号" + (list.isEmpty ? "" : "，叫“\(name.name)”的有：\(list)"), "请核对编号")
    }

    /// The member, where there was a seat on a day of the record.
    private func seated(_ member: MemberID, field: String, value: String, days: DayRange?) -> MemberID? {
        guard let days else { return member }
        let roster = session.desk.roster
        if roster.isSeated(member, on: days.first) || roster.isSeated(member, on: days.last) { return member }
        let seats = roster.memberships(of: member).filter {
            roster[$0.organization]?.classification == .committee
        }
        let spans = seats.map { "\($0.from) 至 \($0.to.map(\.description) ?? "今")" }.joined(separator: "、")
        let told = spans.isEmpty ? "没有任职记录" : "任期是 \(spans)"
        session.report(
            .error, field: field, value: value, "\(days.first) 不在其任期内：\(people.described(member))\(told)",
            "请核对日期，或先更正名册里的任职时间")
        return nil
    }
}

extension SheetSession {
    /// Everyone a cell names, with the label above each; findings for those who cannot be told, and where the list
    /// says that it is not complete.
    func people(
        in field: String, numberField: String? = nil, sector: String, days: DayRange?
    ) -> [(member: MemberID, notes: PersonNotes, label: String)] {
        let text = text(field)
        guard !text.isEmpty, !["无", "/", "-", "—", "——", "0", "没有"].contains(text) else { return [] }
        let cell = PeopleCell(text) { desk.people.isKnown($0) }
        if cell.isIncomplete {
            let told = cell.declared.map { "写的是 \($0) 人，列出的是 \(cell.entries.count) 人" } ?? "名单以“等”结尾"
            report(.doubtful, field: field, "名单不全：\(told)", "请列出全部姓名")
        }
        var picked: [(member: MemberID, notes: PersonNotes, label: String)] = []
        for entry in cell.entries {
            var notes = PersonNotes(entry.name.notes)
            if !entry.label.isEmpty { notes.take(entry.label) }
            var picker = PersonPicker(session: self)
            if cell.entries.count == 1 {
                picker.numberField = numberField
                picker.readsHints = true
            }
            let hint = picked.isEmpty || cell.entries.count == 1 ? sector : ""
            guard
                let member = picker.pick(
                    entry.name, notes: notes, field: field, sector: hint.isEmpty ? sector : hint, days: days)
            else { continue }
            if picked.contains(where: { $0.member == member }) {
                report(.notice, field: field, value: entry.name.name, "在同一格里写了两次，按一次计")
                continue
            }
            picked.append((member, notes, entry.label))
        }
        return picked
    }
}
