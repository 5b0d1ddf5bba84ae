import DutyModel
import Interchange
import Testing

/// Names copied from chats, messages and sheets.
@Suite struct PastedAttendanceTests {
    private static let members: Set<String> = ["张三", "李四", "王五", "欧阳明", "11001", "11002"]

    private func read(_ text: String) -> PastedAttendance { PastedAttendance(text) { Self.members.contains($0) } }

    private static let told: [(text: String, people: [String])] = [
        ("张三、李四，王五", ["张三 -", "李四 -", "王五 -"]),
        ("#接龙\n1. 张三\n2.李四 请假\n3、王 五", ["张三 -", "李四 请假(批准)", "王五 -"]),
        ("出席：张三、李四；\n请假（1人）：王五", ["张三 出席", "李四 出席", "王五 请假(批准)"]),
        ("请假人员\n张三\n李四\n迟到：\n王五", ["张三 请假(批准)", "李四 请假(批准)", "王五 迟到"]),
        ("张三请假\n李四√\n欧阳明缺席", ["张三 请假(批准)", "李四 出席", "欧阳明 无故缺席"]),
        ("张三 李四 请假", ["张三 请假(批准)", "李四 请假(批准)"]),
        ("张三 出席 李四 缺席", ["张三 出席", "李四 无故缺席"]),
        ("张三（请假）李四", ["张三 请假(批准)", "李四 -"]),
        ("序号\t姓名\t界别\t签到\n1\t张三\t教育界\t√\n2\t李四\t教育界\t×", ["张三 出席", "李四 无故缺席"]),
        ("11001\t张三\t√\n11002\t李四\t请假", ["11001 出席", "11002 请假(批准)"]),
        ("张三：请假未批准", ["张三 请假(未批准)"]),
    ]

    @Test("lists as people paste them", arguments: told)
    func read(_ text: String, _ people: [String]) {
        let pasted = read(text)
        #expect(pasted.unread.isEmpty, "\(pasted.unread)")
        #expect(pasted.people.map { "\($0.word) \($0.status?.label ?? "-")" } == people)
    }

    @Test("reasons, times and substitutes go with the person they stand behind")
    func details() {
        let pasted = read("张三 请假 出差\n李四 迟到 9:40\n王五 由周老师代会\n欧阳明（迟到，10:05）")
        #expect(pasted.unread.isEmpty, "\(pasted.unread)")
        #expect(pasted.people.map(\.note) == ["出差", "", "", ""])
        #expect(pasted.people.map { $0.time?.description ?? "" } == ["", "09:40", "", "10:05"])
        #expect(pasted.people[2].status == .substituted && pasted.people[2].substitute == "周老师")
    }

    @Test("what is no name and no status is told with its line, and marks that mean different things too")
    func unread() {
        let pasted = read("张三\n大家辛苦了\n李四 ○")
        #expect(pasted.people.map(\.word) == ["张三", "李四"])
        #expect(pasted.unread.map(\.line) == [2, 3])
        #expect(read("").people.isEmpty && read("").unread.isEmpty)
    }
}
