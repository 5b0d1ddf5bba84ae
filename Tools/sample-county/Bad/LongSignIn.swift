import DutyModel
import Tabular

/// One sign-in list of very many rows, as a workbook and as CSV: for measuring the import.
struct LongSignIn {
    let rows: Int
    /// Those who sit the whole term through.
    private let steady: [Person]

    init(office: Office, rows: Int) {
        self.rows = rows
        steady = office.county.people.filter { $0.joined == County.termDays.first && $0.left == nil }
    }

    private static let headings = ["活动名称", "类别", "时间", "地点", "组织单位", "委员编号", "姓名", "参加情况"]

    func write(to files: Files) throws {
        try writeWorkbook(files.folder + "/签到长表.xlsx")
        var text = Self.headings.joined(separator: ",") + "\r\n"
        for number in 0..<rows { text += row(number).joined(separator: ",") + "\r\n" }
        try files.save(Array(text.utf8), as: "签到长表.csv")
    }

    private func writeWorkbook(_ path: String) throws {
        var options = WorkbookOptions()
        options.constantMemory = true
        let writer = try WorkbookWriter(path: path, options: options)
        let sheet = try writer.addSheet("签到")
        try sheet.writeRow(1, Self.headings.map { .text($0) })
        for number in 0..<rows { try sheet.writeRow(number + 2, row(number).map { .text($0) }) }
        try writer.close()
    }

    /// Days from the first activity to the last: when they run out the next one is held beside the first, so that
    /// however many rows there are, none lies outside the term.
    private static let span = 1_696

    /// Everyone seated at one activity, then everyone at the next, every four days from March 2022.
    private func row(_ number: Int) -> [String] {
        let activity = number / steady.count
        let person = steady[number % steady.count]
        let date = day(2022, 3, 1) + activity * 4 % Self.span
        let status = ["出席", "出席", "出席", "迟到", "请假", "出席", "缺席", "出席"][(number &* 7 &+ activity) % 8]
        return [
            "第\(activity + 1)期学习日", "学习培训", date.description, "县会议中心", "县政协办公室", person.number, person.name, status,
        ]
    }
}
