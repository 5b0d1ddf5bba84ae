import ArgumentParser
import DutyModel
import DutyRegister
import Reports
import Tabular

/// `lvzhi evidence …`
struct EvidenceCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "evidence", also: ["佐证"], "佐证文件：存入登记库，随记录查看、取出，备份和存档都带着它。",
        example: """
              lvzhi evidence add 签到表.jpg --record 十一届三次全体会议
              lvzhi evidence add 纪要.pdf --manual 3
              lvzhi evidence list --record 十一届三次全体会议
              lvzhi evidence export 1 -o 签到表.jpg
            """,
        more: "每份最大 20 MiB，按内容认格式，不看扩展名；存入时记下 SHA-256，取出和体检时核对。",
        subcommands: [
            ListEvidence.self, AddEvidence.self, ShowEvidence.self, ExportEvidence.self, RemoveEvidence.self,
        ])
}

struct AddEvidence: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "把一份文件存为某条记录、某笔人工分或某件异议的佐证。",
        example: """
              lvzhi evidence add 签到表.jpg --record 十一届三次全体会议
              lvzhi evidence add 纪要.pdf --manual 3 --note 主席会议纪要
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("文件。", valueName: "file")) var file: String
    @Option(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String?
    @Option(help: ArgumentHelp("人工分的笔号。", valueName: "entry")) var manual: UInt32?
    @Option(help: ArgumentHelp("异议的件号。", valueName: "objection")) var objection: UInt32?
    @Option(help: ArgumentHelp("说明。", valueName: "text")) var note: String = ""

    func run(in context: CommandContext) throws {
        guard [record != nil, manual != nil, objection != nil].filter({ $0 }).count == 1 else {
            throw Failure(
                .usage, "要写明是什么的佐证。", advice: "请写 --record 记录、--manual 笔号 或 --objection 件号，只写一个。")
        }
        let register = try storeOptions.writing(in: context)
        let saved =
            if let record {
                try register.addEvidence(file, toRecord: record, note: note)
            } else if let manual {
                try register.addEvidence(file, to: ManualEntryID(rawValue: manual), note: note)
            } else {
                try register.addEvidence(file, toObjection: ObjectionID(rawValue: objection ?? 0), note: note)
            }
        let kept = saved.value
        context.saved(
            "已存入第 \(kept.id.rawValue) 份佐证“\(kept.name)”（\(kept.format.label)，\(EvidenceFinding.size(kept.size))）",
            saved.change)
    }
}

struct RemoveEvidence: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "remove", also: ["删除"], "移除一份佐证；可以撤销。", example: "  lvzhi evidence remove 3")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("佐证号，见 lvzhi evidence list。", valueName: "number")) var number: UInt32

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).removeEvidence(EvidenceID(rawValue: number))
        context.saved("已移除第 \(number) 份佐证“\(saved.value.name)”", saved.change)
    }
}

struct ListEvidence: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "列出佐证：是什么的、多大、谁什么时候存入。",
        example: """
              lvzhi evidence list
              lvzhi evidence list --record 十一届三次全体会议
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("只看这条记录的。", valueName: "record")) var record: String?
    @Option(help: ArgumentHelp("只看这笔人工分的。", valueName: "entry")) var manual: UInt32?

    func run(in context: CommandContext) throws {
        let lines = try storeOptions.reading(in: context)
            .evidence(ofRecord: record, of: manual.map(ManualEntryID.init(rawValue:)))
        try output.write([EvidenceTables.list(lines)], in: context)
    }
}

struct ShowEvidence: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "一份佐证的说明、大小和指纹，并核对内容是否完好。", example: "  lvzhi evidence show 3")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("佐证号。", valueName: "number")) var number: UInt32

    func run(in context: CommandContext) throws {
        let (file, _) = try storeOptions.reading(in: context).evidenceBytes(EvidenceID(rawValue: number))
        let table = TableDocument(
            title: "第 \(number) 份佐证",
            columns: [TableColumn("field", "项目"), TableColumn("value", "内容", maximumWidth: 76)],
            rows: [
                [.text("文件名"), .text(file.name)], [.text("格式"), .text(file.format.label)],
                [.text("大小"), .text(EvidenceFinding.size(file.size))], [.text("指纹"), .text(file.hash)],
                [.text("说明"), .text(file.note)], [.text("存入"), .text("\(file.instant) \(file.who)")],
                [.text("核对"), .text("内容与指纹相符")],
            ])
        try output.write([table], in: context)
    }
}

struct ExportEvidence: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "export", also: ["取出"], "取出一份佐证，核对指纹后写成文件；已有的文件不覆盖。",
        example: """
              lvzhi evidence export 3
              lvzhi evidence export 3 -o 签到表.jpg
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("佐证号。", valueName: "number")) var number: UInt32
    @Option(
        name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("写到哪里，不写时用原来的文件名。", valueName: "file"))
    var output: String?

    func run(in context: CommandContext) throws {
        let (file, bytes) = try storeOptions.reading(in: context).evidenceBytes(EvidenceID(rawValue: number))
        let path = output ?? file.name
        guard !TextFile.exists(path) else {
            throw Failure(.conflict, "“\(path)”已经存在，没有覆盖它。", advice: "请用 -o 换一个文件名。")
        }
        let sink = try ByteSink.file(path)
        try sink.write(bytes)
        try sink.finish()
        context.output.line("已写入 \(path)（\(EvidenceFinding.size(file.size))，指纹相符）")
    }
}

/// Evidence as tables.
enum EvidenceTables {
    static func list(_ lines: [EvidenceLine]) -> TableDocument {
        TableDocument(
            title: "佐证",
            columns: [
                TableColumn("number", "佐证号", .identifier), TableColumn("name", "文件", maximumWidth: 36),
                TableColumn("format", "格式"), TableColumn("size", "大小"),
                TableColumn("subject", "是什么的佐证", maximumWidth: 40), TableColumn("time", "存入时间"),
                TableColumn("who", "经办人"), TableColumn("note", "说明", maximumWidth: 30),
            ],
            rows: lines.map { line in
                let file = line.file
                return [
                    .text(String(file.id.rawValue)), .text(file.name), .text(file.format.label),
                    .text(EvidenceFinding.size(file.size)), .text(line.subject), .text("\(file.instant)"),
                    .text(file.who), .text(file.note),
                ]
            })
    }
}

extension ReportDocument {
    /// The report with the evidence of what it tells of, where there is any.
    func with(_ evidence: [EvidenceLine]) -> ReportDocument {
        guard !evidence.isEmpty else { return self }
        var report = self
        report.tables.append(EvidenceTables.list(evidence))
        return report
    }
}
