import ArgumentParser
import DutyModel
import DutyRegister
import Reports
import Tabular

struct ListMembers: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "列出委员；可以按界别、任职、年度或姓名的一部分查找。",
        example: """
              lvzhi member list
              lvzhi member list --sector 教育界 --format csv
              lvzhi member list --find 王 -o 王姓委员.xlsx
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("只看这个界别。", valueName: "sector")) var sector: String?
    @Option(help: ArgumentHelp("只看这种任职。", valueName: "role")) var role: Role?
    @Option(help: ArgumentHelp("只看这一天在任的。", valueName: "date")) var date: String?
    @Option(help: ArgumentHelp("只看这一年在任过的。", valueName: "year")) var year: Int?
    @Option(help: ArgumentHelp("姓名或编号的一部分。", valueName: "text")) var find: String?

    func run(in context: CommandContext) throws {
        let filter = MemberFilter(sector: sector, role: role, day: try context.day(date), year: year, text: find)
        let entries = try storeOptions.reading(in: context).members(filter)
        try output.write([MemberTable.list(entries)], in: context)
    }
}

struct ShowMember: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "一位委员的资料和全部任职。",
        example: """
              lvzhi member show 张三
              lvzhi member show 0251 --format json
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String

    func run(in context: CommandContext) throws {
        let file = try storeOptions.reading(in: context).member(person)
        try output.write(MemberTable.sheet(file), in: context)
    }
}

/// Members as tables.
enum MemberTable {
    static func list(_ entries: [MemberEntry]) -> TableDocument {
        TableDocument(
            columns: [
                TableColumn("number", "委员编号", .identifier), TableColumn("name", "姓名"), TableColumn("sex", "性别"),
                TableColumn("sector", "界别"), TableColumn("role", "任职"), TableColumn("party", "党派"),
                TableColumn("unit", "工作单位及职务", maximumWidth: 36), TableColumn("from", "任职起"),
                TableColumn("to", "任职止"),
            ],
            rows: entries.map { entry in
                let member = entry.member
                let texts = [
                    member.number, member.name, member.sex.label, entry.sector, entry.role?.label ?? "", member.party,
                    member.unit + member.post, entry.from.map { "\($0)" } ?? "", entry.to.map { "\($0)" } ?? "",
                ]
                return texts.map { $0.isEmpty ? .empty : .text($0) }
            })
    }

    static func sheet(_ file: MemberFile) -> [TableDocument] {
        let member = file.member
        let fields = [
            ("委员编号", member.number), ("姓名", member.name), ("性别", member.sex.label), ("民族", member.ethnicity),
            ("出生日期", member.birthday.map { "\($0)" } ?? ""), ("党派", member.party), ("工作单位", member.unit),
            ("职务", member.post), ("手机号", member.phone), ("学历", member.education), ("备注", member.note),
        ]
        let person = TableDocument.fields(title: member.name, fields)
        let memberships = TableDocument(
            title: "任职",
            columns: [
                TableColumn("class", "类别"), TableColumn("organization", "机构"), TableColumn("role", "担任"),
                TableColumn("from", "起"), TableColumn("to", "止"),
            ],
            rows: file.memberships.map { entry in
                [
                    .text(entry.organization.classification.label), .text(entry.organization.name),
                    .text(entry.membership.role.label), .text("\(entry.membership.from)"),
                    entry.membership.to.map { .text("\($0)") } ?? .empty,
                ]
            })
        return [person, memberships]
    }
}

extension Sex {
    /// As the office writes it; empty where not stated.
    var label: String {
        switch self {
        case .unstated: ""
        case .male: "男"
        case .female: "女"
        }
    }
}
