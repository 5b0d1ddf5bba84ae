import DutyModel
import Testing

@testable import Interchange

@Suite struct NameTextTests {
    @Test(
        "padding and dots go, whatever their width",
        arguments: [
            ("张三", "张三"), ("张　三", "张三"), (" 张 三 ", "张三"), ("欧阳\u{A0}修文", "欧阳修文"), ("李　　四", "李四"),
            ("阿依古丽・买买提", "阿依古丽·买买提"), ("阿依古丽•买买提", "阿依古丽·买买提"), ("阿依古丽．买买提", "阿依古丽·买买提"),
            ("阿依古丽 · 买买提", "阿依古丽·买买提"), ("John  Smith", "John Smith"), ("\u{FEFF}王五", "王五"), ("王\n五", "王五"),
        ])
    func cleans(_ raw: String, _ name: String) { #expect(NameText(raw).name == name) }

    @Test(
        "notes in brackets are split off",
        arguments: [
            ("张三（女，回族）", ["女", "回族"]), ("王少飞(特邀二澳门)", ["特邀二澳门"]), ("李四（列席）", ["列席"]), ("赵六〔农工党〕", ["农工党"]),
            ("钱七（女)(满族）", ["女", "满族"]), ("孙八（未闭合", ["未闭合"]), ("周九", []),
        ])
    func notes(_ raw: String, _ notes: [String]) {
        #expect(NameText(raw).notes == notes)
        #expect(NameText(raw).name.count == 2 || raw.hasPrefix("王少飞"))
    }

    @Test("a note says sex, people, capacity, status or part")
    func meanings() {
        let notes = PersonNotes(["女", "回族", "特邀", "请假", "主讲人", "县医院"])
        #expect(notes.sex == .female)
        #expect(notes.ethnicity == "回族")
        #expect(notes.invitedAs == .attending)
        #expect(notes.status == .excused)
        #expect(notes.part == .speaker)
        #expect(notes.rest == ["县医院"])
    }

    @Test("totals, numbers and groups are no names", arguments: ["全体委员", "12", "张", "", "—"])
    func implausible(_ raw: String) { #expect(!NameText(raw).isPlausible) }
}

@Suite struct PeopleCellTests {
    private func names(_ raw: String, known: Set<String> = []) -> [String] {
        PeopleCell(raw) { known.contains($0) }.entries.map(\.name.name)
    }

    @Test(
        "people are told apart by every separator in use",
        arguments: [
            ("张三、李四", ["张三", "李四"]), ("张三，李四；王五", ["张三", "李四", "王五"]), ("张三 李四", ["张三", "李四"]),
            ("张三\n李四\n", ["张三", "李四"]), ("张　三、李　四", ["张三", "李四"]), ("张　三 李四光", ["张三", "李四光"]),
            ("王 小 明", ["王小明"]), ("张 三 李 四", ["张三", "李四"]), ("张三（女，回族）、李四", ["张三", "李四"]),
            ("张三 （列席） 李四", ["张三", "李四"]), ("John Smith、李四", ["John Smith", "李四"]), ("", []),
        ])
    func splits(_ raw: String, _ names: [String]) { #expect(self.names(raw) == names) }

    @Test("a known name settles what a space means")
    func known() { #expect(names("欧 阳雪 李四", known: ["欧阳雪", "李四"]) == ["欧阳雪", "李四"]) }

    @Test(
        "“等12人” is an open list unless the number fits",
        arguments: [
            ("张三、李四等12人", 12, true), ("张三、李四等", nil, true), ("张三、李四等2人", 2, false), ("张三、李四（共2人）", 2, false),
            ("张三、李四 等十二名委员", 12, true), ("张三、李四", nil, false), ("李等、张三", nil, false),
        ])
    func open(_ raw: String, _ declared: Int?, _ isIncomplete: Bool) {
        let cell = PeopleCell(raw)
        #expect(cell.declared == declared)
        #expect(cell.isIncomplete == isIncomplete)
        #expect(cell.entries.count == 2)
    }

    @Test("words before a colon stand over the names behind them")
    func labels() {
        let cell = PeopleCell("出席：张三、李四；请假：王五")
        #expect(cell.entries.map(\.label) == ["出席", "出席", "请假"])
    }
}
