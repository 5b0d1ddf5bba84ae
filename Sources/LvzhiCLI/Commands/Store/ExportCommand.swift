import ArgumentParser
import DutyModel
import DutyRegister
import Reports
import Tabular

/// `lvzhi export`
struct ExportCommand: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "export", also: ["导出"], "导出整个登记库的存档（JSON Lines），或名册、记录清单。",
        example: """
              lvzhi export -o 全部存档.jsonl
              lvzhi export roster -o 名册.xlsx
              lvzhi export records --year 2024 -o 记录.csv
            """,
        more: "存档导入空的登记库后再导出，逐字节相同。存档不含改动日志。")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var span: SpanOptions
    @Argument(help: ArgumentHelp("导出什么，不写时为整库存档。", valueName: "what")) var what: Content = .all

    enum Content: String, WordArgument {
        case all, roster, records

        static let words: [(value: Content, words: [String])] = [
            (.all, ["all", "全部"]), (.roster, ["roster", "名册"]), (.records, ["records", "记录"]),
        ]

        init?(argument: String) {
            guard let value = Self.meaning(of: argument) else { return nil }
            self = value
        }

        static var allValueStrings: [String] { shownWords }
        var defaultValueDescription: String { rawValue }
    }

    func run(in context: CommandContext) throws {
        let register = try storeOptions.reading(in: context)
        switch what {
        case .all: try archive(register, in: context)
        case .roster: try output.write([MemberTable.roster(try register.members(), of: register)], in: context)
        case .records:
            let list = try register.records(RecordFilter(days: try span.days(in: context)))
            try output.write([RecordTable.list(list.records, family: nil, names: list.names)], in: context)
        }
    }

    private func archive(_ register: Register, in context: CommandContext) throws {
        if let format = output.format, format != .jsonl {
            throw Failure(.usage, "整库存档只有 jsonl 一种格式。", advice: "要表格请用 lvzhi export roster 或 records。")
        }
        guard let path = output.output else {
            return try register.exportArchive { context.output.write(bytes: $0) }
        }
        guard path.hasSuffix(".jsonl") else {
            throw Failure(.usage, "整库存档的文件名要以 .jsonl 结尾。", advice: "例如 -o 全部存档.jsonl。")
        }
        let sink = try ByteSink.file(path)
        try register.exportArchive { bytes in try bytes.withUnsafeBytes { try sink.write($0) } }
        try sink.finish()
        context.errors.line("已写入 \(path)")
    }
}

extension MemberTable {
    /// The roster with the headings by which it can be imported again.
    static func roster(_ entries: [MemberEntry], of register: Register) -> TableDocument {
        TableDocument(
            columns: [
                TableColumn("number", "委员编号", .identifier), TableColumn("name", "姓名"), TableColumn("sex", "性别"),
                TableColumn("ethnicity", "民族"), TableColumn("birthday", "出生日期", .date), TableColumn("party", "党派"),
                TableColumn("sector", "界别"), TableColumn("role", "任职"), TableColumn("unit", "工作单位"),
                TableColumn("post", "职务"), TableColumn("phone", "手机号", .identifier),
                TableColumn("education", "学历"), TableColumn("from", "任职起"), TableColumn("to", "任职止"),
                TableColumn("note", "备注"),
            ],
            rows: entries.map { entry in
                let member = entry.member
                let texts = [
                    member.number, member.name, member.sex.label, member.ethnicity,
                    member.birthday.map { "\($0)" } ?? "", member.party, entry.sector, entry.role?.label ?? "",
                    member.unit, member.post, member.phone, member.education, entry.from.map { "\($0)" } ?? "",
                    entry.to.map { "\($0)" } ?? "", member.note,
                ]
                return texts.map { $0.isEmpty ? .empty : .text($0) }
            })
    }
}
