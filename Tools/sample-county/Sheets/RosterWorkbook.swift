import DutyModel
import Tabular

/// 01: the roster at the year's start, and what changed during 2024.
struct RosterWorkbook {
    let county: County
    private var names: NameForm { NameForm(county: county) }

    init(county: County) { self.county = county }

    private static let headings = [
        "界别", "序号", "委员编号", "姓 名", "性别", "民族", "出生年月", "党派", "工作单位及职务", "政协职务", "界别职务", "专委会", "第二专委会", "专委会职务",
        "乡镇联络组", "联络组职务", "联系电话", "学历",
    ]

    var sheets: [SheetDraft] { [roster, changes] }

    /// Everyone who sat at the start of 2024, by sector with its cell merged.
    var roster: SheetDraft {
        var draft = SheetDraft("委员名册", width: Self.headings.count)
        draft.title("政协示范县第十一届委员会委员名册")
        draft.line("（截至2024年1月10日）")
        draft.heading(Self.headings)
        let first = draft.nextRow
        let seated = county.seated(on: day(2024, 1, 10)).sorted { ($0.sector, $0.index) < ($1.sector, $1.index) }
        for (offset, person) in seated.enumerated() { draft.append(row(person, number: offset + 1)) }
        draft.mergeRuns(column: 0, from: first)
        draft.append(["合计", .empty, .text("\(seated.count)人")])
        draft.line("填表人：　　　　　审核人：　　　　　填表日期：2024年1月10日")
        return draft
    }

    private func row(_ person: Person, number: Int) -> [Cell] {
        let committeeRole = person.committeeRole == .belongs ? "" : person.committeeRole == .director ? "主任" : "副主任"
        let texts: [String] = [
            names.annotated(person), person.woman ? "女" : "男", person.ethnicity, birth(person), person.party,
            "\(person.unit)\(person.post)", person.role.label,
            person.sectorRole == .convener ? "召集人" : person.sectorRole == .deputyConvener ? "副召集人" : "",
            Words.committees[person.committee], person.secondCommittee.map { Words.committees[$0] } ?? "",
            committeeRole,
            person.township.map { Words.townships[$0] + "联络组" } ?? "", person.townshipRole == .groupLeader ? "组长" : "",
            person.phone, person.education,
        ]
        return [.text(Words.sectors[person.sector]), .integer(number), .text(person.number)] + texts.map(cell)
    }

    private func birth(_ person: Person) -> String {
        let (year, month, _) = person.birthday.components
        return person.index % 3 == 0 ? "\(year).\(padded(month, 2))" : "\(year)年\(month)月"
    }

    private func cell(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

    /// 增补, 辞去, 界别调整.
    var changes: SheetDraft {
        let headings = ["序号", "委员编号", "姓名", "变动情况", "原界别", "现界别", "工作单位及职务", "政协职务", "联系电话", "变动时间", "备注"]
        var draft = SheetDraft("2024年委员变动情况", width: headings.count)
        draft.title("2024年委员变动情况")
        draft.heading(headings)
        for (offset, change) in allChanges.enumerated() {
            let person = county.people[change.person]
            let old = change.word == "增补" ? "" : Words.sectors[person.sector]
            let new =
                change.word == "增补"
                ? Words.sectors[person.sector] : change.word == "辞去" ? "" : Words.sectors[person.sector(on: change.day)]
            draft.append([
                .integer(offset + 1), .text(person.number), .text(names.padded(person)), .text(change.word), cell(old),
                cell(new),
                .text("\(person.unit)\(person.post)"), .text("委员"), .text(person.phone),
                DateForm.chinese.cell(change.day),
                cell(change.note),
            ])
        }
        draft.line("审核人：")
        return draft
    }

    private struct Change {
        var person: Int
        var word: String
        var day: CivilDay
        var note: String
    }

    private var allChanges: [Change] {
        let joined = county.people.filter { $0.joined > County.termDays.first }.map {
            Change(person: $0.index, word: "增补", day: $0.joined, note: "十一届十次常委会议增补")
        }
        let left = county.people.compactMap { person in
            person.left.map { Change(person: person.index, word: "辞去", day: $0, note: "工作调动") }
        }
        let moved = county.people.compactMap { person in
            person.move.map { Change(person: person.index, word: "界别调整", day: $0.day, note: "") }
        }
        return (joined + left + moved).sorted { ($0.day, $0.person) < ($1.day, $1.person) }
    }
}
