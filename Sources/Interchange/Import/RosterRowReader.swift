import DutyModel
import Tabular

/// Reads one row of a roster.
struct RosterRowReader {
    let session: SheetSession

    /// The entry; its findings are reported on the row.
    func entry() -> RosterEntry {
        let name = NameText(session.cell("name").text)
        let notes = PersonNotes(name.notes)
        let (unit, post) = unitAndPost()
        var entry = RosterEntry(
            row: session.row, place: 0,
            number: TextFolding.withoutSpaces(TextFolding.halfWidth(session.text("number"))),
            name: name, sex: sex(notes), ethnicity: ethnicity(notes), birthday: birthday(), party: party(),
            unit: unit, post: post, phone: phone(), education: session.title("education"),
            note: session.title("note"), sectorName: "", seats: [])
        if entry.name.name.isEmpty {
            session.report(.error, field: "name", "姓名为空", "请填姓名，或删去这一行")
        } else if !entry.name.isPlausible {
            session.report(.error, field: "name", "不是姓名", "请只写姓名，说明放在括号里")
        }
        let current = session.title("currentSector")
        let sector = session.sector()
        entry.sectorName = current.isEmpty ? sector : current
        seat(&entry)
        return entry
    }

    private func sex(_ notes: PersonNotes) -> Sex {
        switch session.text("sex") {
        case "男": return .male
        case "女": return .female
        case "": return notes.sex
        default:
            session.report(.error, field: "sex", "不是性别", "请写男或女")
            return .unstated
        }
    }

    private func ethnicity(_ notes: PersonNotes) -> String {
        let text = session.title("ethnicity")
        return text.isEmpty ? notes.ethnicity : text
    }

    /// As far as the sheet says it: 1977.02 has no day.
    private func birthday() -> BirthDate? {
        guard let reading = session.date("birthday") else { return nil }
        let (year, month, _) = reading.days.first.components
        let date = reading.monthOnly ? BirthDate(year: year, month: month) : BirthDate(reading.days.first)
        if let date, (1900...2020).contains(date.year) { return date }
        session.report(.error, field: "birthday", "不像出生日期", "请核对")
        return nil
    }

    private func party() -> String {
        let second = session.title("secondParty")
        let first = session.title("party")
        return second.isEmpty ? first : "\(first)、\(second)"
    }

    /// 县医院 院长 in one cell is divided at the space; else it is all unit.
    private func unitAndPost() -> (String, String) {
        let both = TextFolding.trimmed(session.cell("unitPost").text)
        guard !both.isEmpty else { return (session.title("unit"), session.title("post")) }
        let pieces = TextFolding.halfWidth(both).split(whereSeparator: \.isWhitespace).map(String.init)
        return pieces.count == 2 ? (pieces[0], pieces[1]) : (TitleText.cleaned(both), session.title("post"))
    }

    private func phone() -> String {
        let cell = session.cell("phone")
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(cell.text))
        guard !text.isEmpty else { return "" }
        let isGood = text.split(whereSeparator: { ",;/、，；".contains($0) }).allSatisfy { number in
            let digits = number.filter { $0 != "-" && $0 != "(" && $0 != ")" && $0 != "+" }
            return DateText.isDigits(digits)
                && (digits.first == "1" ? digits.count == 11 : (7...13).contains(digits.count))
        }
        if isGood { return text }
        session.report(.error, field: "phone", "不是电话号码，手机号应为 11 位数字", "请核对，或留空")
        return ""
    }

    // MARK: Seats

    /// Where the person sits, and from when to when.
    private func seat(_ entry: inout RosterEntry) {
        var from = session.day("from")
        var to = session.day("to")
        var sectorFrom: CivilDay?
        if let change = change() {
            switch change.change {
            case .enters: from = from ?? change.firstDay
            case .leaves:
                to = to ?? change.lastDay
                entry.leaves = to
            case .changesSector: sectorFrom = change.firstDay
            }
        }
        if let from, let to, to < from {
            session.report(.error, field: "to", "离任早于任职", "请核对任职和离任的日期")
        }
        entry.seats.append(
            .init(
                classification: .committee, body: "", role: RoleText.committee(session.text("role")), from: from, to: to
            ))
        seatInSector(&entry, from: from, to: to, since: sectorFrom)
        addGroup("activityGroup", role: nil, .activityGroup, from, to, &entry)
        addGroup("committee", role: "committeeRole", .specialCommittee, from, to, &entry)
        addGroup("secondCommittee", role: nil, .specialCommittee, from, to, &entry)
        addGroup("township", role: "townshipRole", .townshipGroup, from, to, &entry)
    }

    private func seatInSector(_ entry: inout RosterEntry, from: CivilDay?, to: CivilDay?, since: CivilDay?) {
        guard !entry.sectorName.isEmpty else { return }
        let role = session.layout.has("sectorRole") ? RoleText.group(session.text("sectorRole"), .sector) : nil
        let previous = session.title("previousSector")
        let isMoved = since != nil && !previous.isEmpty && previous != entry.sectorName
        if isMoved, let since {
            entry.seats.append(.init(classification: .sector, body: previous, role: nil, from: from, to: since + -1))
        }
        entry.seats.append(
            .init(classification: .sector, body: entry.sectorName, role: role, from: since ?? from, to: to))
    }

    /// What 变动情况, or failing that 备注, tells; a finding where its day is missing.
    private func change() -> ChangeText? {
        let told = session.text("change")
        let field = told.isEmpty ? "note" : "change"
        let day = session.date("changedOn")
        let moved = session.layout.has("currentSector") && day != nil
        guard var change = ChangeText(told.isEmpty ? session.text("note") : told, year: session.year) else {
            guard moved || (day != nil && !session.text("previousSector").isEmpty) else { return nil }
            var change = ChangeText("界别调整", year: nil)
            change?.reading = day
            return change
        }
        change.reading = day ?? change.reading
        let hasOwnDay =
            (change.change == .enters && !session.text("from").isEmpty)
            || (change.change == .leaves && !session.text("to").isEmpty)
        if change.reading == nil, !hasOwnDay, session.text("changedOn").isEmpty {
            session.report(.doubtful, field: field, "写了变动，没有日期", "请填变动日期，如 2024-06-18")
        }
        return change
    }

    /// Bodies named in a cell, several of them divided by 、, each with its role in brackets.
    private func addGroup(
        _ field: String, role roleField: String?, _ classification: OrganizationClass, _ from: CivilDay?,
        _ to: CivilDay?, _ entry: inout RosterEntry
    ) {
        let text = session.text(field)
        guard !text.isEmpty, YesNo.parse(text) == nil else { return }
        let rowRole = roleField.flatMap { RoleText.group(session.text($0), classification) }
        for piece in text.split(whereSeparator: { "、,，;；/\n".contains($0) }) {
            let (outside, inside) = NameText.splitBrackets(TextFolding.halfWidth(piece))
            let name = TitleText.cleaned(outside)
            guard !name.isEmpty else { continue }
            let own = inside.lazy.compactMap { RoleText.group($0, classification) }.first
            entry.seats.append(
                .init(classification: classification, body: name, role: own ?? rowRole, from: from, to: to))
        }
    }
}
