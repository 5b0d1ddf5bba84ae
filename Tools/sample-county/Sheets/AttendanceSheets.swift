import DutyModel
import Tabular

/// Attendance in the shapes offices use.
struct AttendanceSheets {
    let county: County
    private var names: NameForm { NameForm(county: county) }

    init(county: County) { self.county = county }

    private func person(_ seat: Seat) -> Person { county.people[seat.person] }

    private func sector(_ seat: Seat, of gathering: Gathering) -> Cell {
        .text(county.sectorName(of: person(seat), on: gathering.days.first))
    }

    private func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

    /// The plenary: a mark for every half-day under a two-row heading, sectors merged, a legend, a signature.
    func plenary(_ gathering: Gathering, halfDays: [(CivilDay, String)]) -> SheetDraft {
        var draft = SheetDraft("签到总表", width: 4 + halfDays.count + 1)
        draft.title("\(gathering.title)签到表")
        draft.line("会议名称：\(gathering.title)　会次：\(gathering.session)")
        draft.line(
            "时间：\(DateForm.range(gathering.days, halfDays: gathering.halfDays).text)　地点：\(gathering.place)　应到：\(gathering.seats.count)人"
        )
        draft.line("说明：√出席　○迟到　△请假　×缺席")
        let top = draft.nextRow
        draft.heading(
            ["界别", "序号", "委员编号", "姓名"] + halfDays.map { "\($0.0.components.month)月\($0.0.components.day)日" } + ["备注"])
        draft.heading(["", "", "", ""] + halfDays.map(\.1) + [""])
        for column in [0, 1, 2, 3, 4 + halfDays.count] { draft.merge(rows: top...top + 1, columns: column...column) }
        for group in Dictionary(grouping: halfDays.indices, by: { halfDays[$0].0 }).values {
            guard let first = group.min(), let last = group.max() else { continue }
            draft.merge(rows: top...top, columns: 4 + first...4 + last)
        }
        let first = draft.nextRow
        let seats = gathering.seats.sorted {
            (person($0).sector(on: gathering.days.first), $0.person) < (
                person($1).sector(on: gathering.days.first), $1.person
            )
        }
        for (offset, seat) in seats.enumerated() {
            let lead: [Cell] = [
                sector(seat, of: gathering), .integer(offset + 1), .text(person(seat).number),
                .text(names.padded(person(seat))),
            ]
            draft.append(lead + seat.marks.map { .text($0.sign) } + [text(seat.reason)])
        }
        draft.mergeRuns(column: 0, from: first)
        draft.append(["合计", .empty, .empty, .text("实到\(gathering.present)人")])
        draft.line("填表人：　　　　　审核人：　　　　　（单位盖章）")
        return draft
    }

    /// One meeting a sheet: particulars above, one column a status below.
    func statusColumns(_ gathering: Gathering, sheet: String) -> SheetDraft {
        let headings = ["序号", "姓名", "界别", "工作单位及职务", "身份", "出席", "迟到", "早退", "请假", "缺席", "备注"]
        var draft = SheetDraft(sheet, width: headings.count)
        draft.title("\(gathering.title)签到册")
        draft.line("会议名称：\(gathering.title)")
        draft.line(
            "类别：\(gathering.kind)　时间：\(DateForm.range(gathering.days, halfDays: gathering.halfDays).text)　地点：\(gathering.place)"
        )
        if !gathering.topic.isEmpty { draft.line("议题：\(gathering.topic)") }
        draft.heading(headings)
        for (offset, seat) in gathering.seats.enumerated() {
            let overall = seat.overall
            let ticks: [Mark] = [.present, .late, .leftEarly, .excused, .absent]
            let marks = ticks.map { tick in
                text(tick == overall || (tick == .absent && overall == .leaveRefused) ? "√" : "")
            }
            let who: [Cell] = [
                .integer(offset + 1), .text(names.padded(person(seat))), sector(seat, of: gathering),
                .text(person(seat).unit + person(seat).post), text(seat.capacity),
            ]
            draft.append(who + marks + [text(seat.reason)])
        }
        draft.line("应到\(gathering.seats.count)人，实到\(gathering.present)人。　记录人：")
        return draft
    }

    /// Many gatherings in one long list, their particulars merged over the people of each.
    func longList(_ gatherings: [Gathering], sheet: String, title: String) -> SheetDraft {
        let headings = ["活动名称", "类别", "时间", "地点", "组织单位", "姓名", "界别", "参加情况", "请假事由"]
        var draft = SheetDraft(sheet, width: headings.count)
        draft.title(title)
        draft.heading(headings)
        for (number, gathering) in gatherings.enumerated() {
            let first = draft.nextRow
            for seat in gathering.seats {
                draft.append(
                    particulars(gathering, number) + [
                        .text(names.padded(person(seat))), sector(seat, of: gathering), .text(seat.overall.word),
                        text(seat.reason),
                    ])
            }
            for column in 0..<5 { draft.mergeRuns(column: column, from: first) }
        }
        draft.line("合计：\(gatherings.count)次活动，\(gatherings.reduce(0) { $0 + $1.present })人次")
        return draft
    }

    private func particulars(_ gathering: Gathering, _ number: Int) -> [Cell] {
        let date =
            gathering.days.count == 1 && gathering.halfDays == 1 && number % 2 == 0
            ? DateForm.varied(number / 2, gathering.days.first)
            : DateForm.range(gathering.days, halfDays: gathering.halfDays)
        return [
            .text(gathering.title), .text(gathering.kind), date, .text(gathering.place), .text(gathering.organizer),
        ]
    }

    /// A course of several half-days: how many each attended.
    func halfDayCounts(_ gathering: Gathering, sheet: String) -> SheetDraft {
        let headings = ["序号", "姓名", "界别", "出席情况", "出席半天数", "应到半天数", "备注"]
        var draft = SheetDraft(sheet, width: headings.count)
        draft.title("\(gathering.title)考勤表")
        draft.line("活动名称：\(gathering.title)")
        draft.line(
            "类别：\(gathering.kind)　时间：\(DateForm.range(gathering.days, halfDays: gathering.halfDays).text)　地点：\(gathering.place)"
        )
        draft.heading(headings)
        for (offset, seat) in gathering.seats.enumerated() {
            draft.append([
                .integer(offset + 1), .text(names.padded(person(seat))), sector(seat, of: gathering),
                .text(seat.overall.word),
                .integer(seat.attended), .integer(gathering.halfDays), text(seat.reason),
            ])
        }
        draft.line("填表人：")
        return draft
    }

    /// One row a gathering, the people in one cell.
    func oneRowEach(_ gatherings: [Gathering], sheet: String, title: String) -> SheetDraft {
        let headings = ["序号", "活动名称", "类别", "活动时间", "地点", "组织单位", "参加人员", "请假", "备注"]
        var draft = SheetDraft(sheet, width: headings.count)
        draft.title(title)
        draft.heading(headings)
        for (offset, gathering) in gatherings.enumerated() {
            let date = gathering.days.first
            let there = gathering.seats.filter(\.wasThere).map(\.person)
            let excused = gathering.seats.filter { $0.overall == .excused }.map(\.person)
            draft.append([
                .integer(offset + 1), .text(gathering.title), .text(gathering.kind), DateForm.varied(offset, date),
                .text(gathering.place),
                .text(gathering.organizer), text(names.list(there, on: date)), text(names.list(excused, on: date)),
                text(gathering.topic),
            ])
        }
        return draft
    }

    /// Several meetings of the same people: a column each under its name and day, the usual marks.
    func meetingColumns(_ gatherings: [Gathering], sheet: String, title: String) -> SheetDraft {
        var draft = SheetDraft(sheet, width: 4 + gatherings.count)
        draft.title(title)
        draft.line("类别：\(gatherings[0].kind)　地点：\(gatherings[0].place)")
        draft.line("说明：√出席　○请假　△迟到　×缺席")
        let top = draft.nextRow
        draft.heading(["序号", "姓名", "界别", "身份"] + gatherings.map(\.title))
        draft.append(["", "", "", ""] + gatherings.map { DateForm.chinese.cell($0.days.first) }, style: .heading)
        for column in 0..<4 { draft.merge(rows: top...top + 1, columns: column...column) }
        let people = gatherings.flatMap(\.seats).map(\.person)
        for (offset, index) in Set(people).sorted().enumerated() {
            let person = county.people[index]
            let seats = gatherings.map { $0.seats.first { $0.person == index } }
            let capacity = seats.compactMap { $0 }.first?.capacity ?? ""
            let who: [Cell] = [
                .integer(offset + 1), .text(names.padded(person)), .text(Words.sectors[person.sector]), text(capacity),
            ]
            draft.append(who + seats.map { $0.map { .text(usualSign($0.overall)) } ?? .empty })
        }
        draft.append(["合计"] + [Cell](repeating: .empty, count: 3) + gatherings.map { .text("\($0.present)人") })
        return draft
    }

    private func usualSign(_ mark: Mark) -> String {
        switch mark {
        case .excused: "○"
        case .late: "△"
        default: mark.sign
        }
    }
}
