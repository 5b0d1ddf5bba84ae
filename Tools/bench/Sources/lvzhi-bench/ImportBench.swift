import DutyModel
import DutyRegister
import Interchange
import Tabular

/// A sign-in sheet of 100,000 rows, read, checked against the register, and written in one durable transaction.
enum ImportBench {
    static let rows = 100_000

    static func run(_ options: Options) throws -> [Figure] {
        try ["csv", "xlsx"].map { kind in
            let sample = try SampleRegister()
            let file = sample.directory + "/签到表." + kind
            try kind == "csv" ? writeText(file) : writeWorkbook(file)
            Memory.forgetPeak()
            let (plan, planning) = try Measurement.time { try sample.register.planImport([file]) }
            if let first = plan.plan.findings.first(where: { $0.severity >= .doubtful }) { throw Failure("\(first)") }
            let planned = Memory.peak
            let (saved, applying) = try Measurement.time { try sample.register.apply(plan) }
            guard saved.value != nil else { throw Failure("什么也没有导入") }
            let speed = Int(Double(rows) / (planning + applying))
            return Figure(
                what: "导入 \(rows) 行签到表（\(kind)）", seconds: planning + applying, facts: rows,
                comparison:
                    "\(speed) 行/秒，其中读和核对 \(Table.decimal(planning)) 秒；内存最多 \(planned)、\(Memory.peak) MiB（目标 < 150）")
        }
    }

    private static let heading = ["委员编号", "姓名", "会议名称", "类别", "日期", "出席情况"]

    /// Meetings one after another, everybody in each.
    private static func row(_ number: Int) -> [String] {
        let (meeting, member) = number.quotientAndRemainder(dividingBy: SampleRegister.memberCount)
        let day = meeting % 28 + 1
        let month = meeting / 28 % 12 + 1
        let date = "2024-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        let status = number % 11 == 0 ? "请假" : number % 13 == 0 ? "缺席" : "出席"
        return [
            SampleRegister.number(member), SampleRegister.name(member), "第 \(meeting + 1) 次专题协商会", "专题协商会", date,
            status,
        ]
    }

    private static func writeText(_ file: String) throws {
        let sink = try ByteSink.file(file)
        let writer = try CSVWriter(to: sink, style: .file)
        try writer.writeRow(heading)
        for number in 0..<rows { try writer.writeRow(row(number)) }
        try sink.finish()
    }

    private static func writeWorkbook(_ file: String) throws {
        var options = WorkbookOptions()
        options.constantMemory = true
        let workbook = try WorkbookWriter(path: file, options: options)
        let sheet = try workbook.addSheet("签到表")
        try sheet.writeRow(1, heading.map { .text($0) })
        for number in 0..<rows { try sheet.writeRow(number + 2, row(number).map { .text($0) }) }
        try workbook.close()
    }
}
