import DutyModel
import Tabular

/// One event's sign-in sheet: what it is stands above the table, the rows are people.
final class SignInRows: RowHandler {
    private let session: SheetSession
    private let cells: AttendanceCells
    private var draft: Int?
    private var isOpened = false
    private var facts: EventFacts?

    init(_ session: SheetSession, legend: MarkLegend) {
        self.session = session
        cells = AttendanceCells(session: session, legend: legend)
    }

    func take() throws {
        if !isOpened { try open() }
        guard let draft else {
            session.end(.rejected)
            return
        }
        let row = PersonRow(session: session)
        guard let person = row.person(days: session.desk.records[draft].record.days) else {
            session.end(row.isGuest ? .leftOut : .rejected)
            return
        }
        guard let reading = cells.reading(notes: person.notes) else {
            session.end(.rejected)
            return
        }
        session.end(AttendancePut(session: session).put(reading, of: person.member, into: draft))
    }

    func finish() throws {
        guard let draft else { return }
        let listed = session.desk.records[draft].record.people.count
        if let expected = facts?.expected, listed < expected {
            session.reportAbove(.notice, label: "reportedExpected", "写的应到 \(expected) 人，名单里只有 \(listed) 人", "请核对名单全不全")
        }
        guard let reported = facts?.present else { return }
        let there = session.desk.records[draft].record.people.count { $0.status.wasThere }
        if there != reported {
            session.reportAbove(.notice, label: "reportedPresent", "报告实到 \(reported) 人，名单里到会的是 \(there) 人", "请核对")
        }
    }

    /// Opens the event once; what is wrong with it is said once.
    private func open() throws {
        isOpened = true
        guard let facts = SheetEvent(session: session).facts() else { return }
        self.facts = facts
        let source = RecordDesk.Source(
            file: session.summary.file, sheet: session.summary.sheet, row: session.row.number)
        draft = try EventMaker(desk: session.desk).open(facts, source: source) { problem in
            session.reportAbove(problem.severity, label: problem.field, problem.clause, problem.remedy)
        }
    }
}

/// The person of a row.
struct PersonRow {
    let session: SheetSession

    /// Nil after a finding; `isGuest` tells whether it was somebody sitting in who is no member.
    func person(days: DayRange?) -> (member: MemberID, notes: PersonNotes)? {
        let (name, notes) = session.name()
        if name.name.isEmpty, session.text("number").isEmpty {
            session.report(.error, field: "name", "姓名为空", "请填姓名，或删去这一行")
            return nil
        }
        if isGuest { return nil }
        var picker = PersonPicker(session: session, numberField: session.layout.has("number") ? "number" : nil)
        picker.readsHints = true
        picker.sectorIsOwn = true
        let sector = session.sector()
        guard let member = picker.pick(name, notes: notes, field: "name", sector: sector, days: days) else {
            return nil
        }
        return (member, notes)
    }

    /// 列席 by someone who is no member: left out with a word.
    var isGuest: Bool {
        guard session.text("number").isEmpty else { return false }
        let (name, notes) = session.name()
        if session.desk.people.isKnown(name.name) { return false }
        let said = [session.title("note"), session.title("part"), session.title("status")]
        return notes.invitedAs == .attending || said.contains { PersonNotes.invitation($0) == .attending }
    }
}

/// What stands above a sign-in sheet.
struct SheetEvent {
    let session: SheetSession

    /// Nil after a finding.
    func facts() -> EventFacts? {
        let failed = session.layout.labels.filter { if case .error = $0.value.cell { true } else { false } }
        for field in failed.keys.sorted() {
            session.reportAbove(.error, label: field, "公式没有计算结果", "请用 Excel 或 WPS 打开，重新计算后保存")
        }
        guard failed.isEmpty else { return nil }
        let title = title()
        if title.isEmpty {
            session.reportAbove(.error, label: "eventTitle", "看不出是什么会议或活动", "请在表头之上写“会议名称：……”")
        }
        guard let reading = reading(), !title.isEmpty else { return nil }
        var facts = EventFacts(title: title, reading: session.withHalf(reading, label: session.label("half")))
        facts.kindWord = session.label("eventKind")
        facts.place = TitleText.cleaned(session.label("place"))
        facts.organizer = TitleText.cleaned(session.label("organizer"))
        facts.session = session.label("session")
        facts.note = TitleText.cleaned(session.label("topic"))
        facts.sector = session.layout.labels["sector"]?.text ?? ""
        facts.mandatory = SheetEvent.mandatory(session.label("mandatory"))
        let texts = session.layout.titles + session.layout.labels.values.map(\.text)
        facts.expected =
            SheetEvent.headcount(session.label("reportedExpected")) ?? SheetEvent.number(after: "应到", in: texts)
        facts.present =
            SheetEvent.headcount(session.label("reportedPresent")) ?? SheetEvent.number(after: "实到", in: texts)
        let held = session.label("halfDaysHeld")
        if !held.isEmpty {
            facts.held = SheetEvent.halfDays(held)
            if facts.held == nil {
                session.reportAbove(.error, label: "halfDaysHeld", "不是半天数", "请写整数，如 6")
                return nil
            }
        }
        return facts
    }

    private func title() -> String {
        let told = TitleText.cleaned(session.label("eventTitle"))
        if !told.isEmpty { return told }
        let lines = session.layout.titles.map(SheetEvent.withoutForm).filter { !$0.isEmpty }
        // The line with most to say: 附件1 and the committee's name are shorter than the event's.
        return lines.max { $0.count < $1.count } ?? ""
    }

    /// 县政协十一届三次会议签到表 without 签到表; empty where it is a form's name only.
    static func withoutForm(_ line: String) -> String {
        var text = TitleText.cleaned(line)
        if (try? DateText.parse(text, year: 2000)) != nil || MarkLegend(text) != nil { return "" }
        if let attachment = text.range(ofLast: "附件"), attachment.lowerBound == text.startIndex, text.count < 6 {
            return ""
        }
        let forms = [
            "委员出席情况登记表", "出席情况登记表", "出席情况统计表", "参会人员签到表", "参加人员签到表", "出席人员签到表", "委员签到表", "人员签到表", "签到表", "签到册", "签到簿",
            "签到单",
            "考勤登记表", "考勤表", "出席情况表", "出席情况", "到会情况表", "到会情况", "请假情况表", "出勤表", "登记表", "统计表", "名单", "委员出席",
        ]
        for form in forms where text.hasSuffix(form) {
            text.removeLast(form.count)
            break
        }
        return text.count >= 2 ? text : ""
    }

    /// The date told above; else a date in a title line, the sheet's or the file's name.
    private func reading() -> DateReading? {
        if let label = session.layout.labels["date"] {
            switch session.reading(of: label.cell) {
            case .success(let reading) where reading.monthOnly:
                session.reportAbove(.error, label: "date", "只有年月，没有日", "请写明是哪一天")
            case .success(let reading):
                if reading.yearAssumed {
                    session.reportAbove(.notice, label: "date", "没有写年份，按 \(reading.days.first.year) 年处理")
                }
                return reading
            case .failure(let problem): session.reportAbove(.error, label: "date", problem.clause, problem.remedy)
            }
            return nil
        }
        for line in session.layout.titles + [session.summary.sheet, session.summary.file] {
            if let reading = SheetEvent.date(in: line, year: session.year) { return reading }
        }
        session.reportAbove(.error, label: "date", "看不出是哪一天", "请在表头之上写“时间：2024年3月5日”")
        return nil
    }

    /// A full date somewhere in a line: “（2024年3月5日）”, “20240305签到”.
    static func date(in line: String, year: Int?) -> DateReading? {
        let (outside, inside) = NameText.splitBrackets(TextFolding.halfWidth(line))
        for piece in inside + outside.split(whereSeparator: { $0.isWhitespace || $0 == "_" }).map(String.init) {
            if let reading = try? DateText.parse(piece, year: year), !reading.monthOnly { return reading }
            let digits = piece.filter { "0123456789年月日.-/".contains($0) }
            if digits.count >= 8, let reading = try? DateText.parse(digits, year: year), !reading.monthOnly {
                return reading
            }
        }
        return nil
    }

    private static func mandatory(_ text: String) -> Bool? {
        if text.contains("必须") { return true }
        return text.contains("自愿") || text.contains("自由") || text.contains("选择") ? false : nil
    }

    private static func headcount(_ text: String) -> Int? {
        let digits = TextFolding.halfWidth(text).prefix { ("0"..."9").contains($0) }
        return Int(digits)
    }

    private static func number(after word: String, in texts: [String]) -> Int? {
        for text in texts {
            guard let range = text.range(ofLast: word) else { continue }
            if let number = headcount(String(text[range.upperBound...].drop { $0 == "：" || $0 == ":" || $0 == " " })) {
                return number
            }
        }
        return nil
    }

    /// 6, 6个半天, 3天.
    static func halfDays(_ text: String) -> Int? {
        var rest = TextFolding.withoutSpaces(TextFolding.halfWidth(text))[...]
        if rest.hasSuffix("半天") {
            rest = rest.dropLast(2)
            if rest.hasSuffix("个") { rest = rest.dropLast() }
            return rest.isEmpty ? 1 : ChineseNumber.parse(rest)
        }
        if rest.hasSuffix("天") { return ChineseNumber.parse(rest.dropLast()).map { $0 * 2 } }
        return ChineseNumber.parse(rest)
    }
}
