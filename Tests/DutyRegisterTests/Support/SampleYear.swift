import DutyModel
import TestSupport

@testable import DutyRegister

extension Register {
    /// A year of records of every family, different for each seed.
    func addYear(seed: UInt64, records: Int = 40) throws {
        var generator = SeededGenerator(seed: seed)
        let kinds = [
            "全体会议", "培训", "提案", "调研报告", "委员讲堂", "社情民意", "大会发言", "宣传稿件", "表彰", "公益活动",
        ]
        for step in 0..<records {
            let people = ["001", "002", "003", "004", "005", "006"].shuffled(using: &generator)
                .prefix(Int.random(in: 1...5, using: &generator))
            let first = CivilDay(year: 2024, month: Int.random(in: 1...12, using: &generator), day: 5)!
            let kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
            _ = try add(
                RecordDraft(
                    kind: kind, number: kind == "提案" ? "2024\(step)" : "", title: "“\(kind)”第 \(step) 件，\t含逗号",
                    days: DayRange(first, first + Int.random(in: 0...3, using: &generator))!, place: "县政协",
                    people: people.map { PersonDraft($0, status: step % 5 == 0 ? .excused : .present, note: "记") },
                    evidence: step % 3 == 0 ? ["照片.jpg"] : [], note: "第 \(step) 行\n换行"))
        }
        let item = try addPlanItem(sector: "经济界", year: 2024, month: 5, topic: "营商环境", lead: "李四")
        _ = try logActivity(
            ActivityDraft(
                sector: "经济界", title: "走访企业", days: DayRange(day("2024-05-10")), attendees: .present(["李四"]),
                planItem: item.value.id))
    }

    /// The whole register as an archive.
    func archive() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try exportArchive { bytes += $0 }
        return bytes
    }
}

/// The delivered rulebook of the sample county.
enum SampleRulebook {
    static var folder: String { "\(#filePath)".components(upTo: "Tests") + "Schemas/rulebooks/sample-county/" }
    static var text: String { String(decoding: Files.read(folder + "2024.yaml"), as: UTF8.self) }
    static var cases: String { String(decoding: Files.read(folder + "2024.cases.yaml"), as: UTF8.self) }

    static func adopt(in register: Register, year: Int? = nil) throws -> RulebookEntry {
        try register.adoptRulebook(
            text: text, cases: cases, file: "2024.yaml", casesFile: "2024.cases.yaml", year: year
        ).value
    }
}

extension String {
    /// Everything before the folder of a name.
    fileprivate func components(upTo folder: String) -> String {
        let parts = split(separator: "/", omittingEmptySubsequences: false)
        let place = parts.lastIndex { $0 == folder } ?? parts.endIndex
        return parts[..<place].joined(separator: "/") + "/"
    }
}
