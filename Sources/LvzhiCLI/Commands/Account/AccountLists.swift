import ArgumentParser
import DutyModel
import DutyRegister
import Reports
import Tabular

struct ListAccounts: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "列出账号，和今天各有什么身份。",
        example: """
              lvzhi account list
              lvzhi account list --open
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "只看今天能用的。") var open = false

    func run(in context: CommandContext) throws {
        let entries = try storeOptions.reading(in: context).accounts().filter { !open || !$0.roles.isEmpty }
        try output.write([AccountTables.list(entries)], in: context)
    }
}

struct ShowAccount: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "一个账号：身份、委员、机构、起止。",
        example: """
              lvzhi account show 张三
              lvzhi account show 张三 --as 张三
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("账号名。", valueName: "name")) var name: String

    func run(in context: CommandContext) throws {
        let entry = try storeOptions.reading(in: context).account(name)
        try output.write([AccountTables.sheet(entry)], in: context)
    }
}

struct ShowPermissions: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "permissions", also: ["权限"], "权限表：每种身份能办什么，能办谁的。",
        example: """
              lvzhi account permissions
              lvzhi account permissions -o 权限表.md
            """,
        more: "“本人”是自己的记录和自己填报的；“本界别”还包括召集的界别、联络组，或所在专委会的；“－”是不能。一个人有几种身份时，按最宽的。")

    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) throws {
        try output.write([AccountTables.permissions], in: context)
    }
}

/// Accounts and permissions as tables.
enum AccountTables {
    static func list(_ entries: [AccountEntry]) -> TableDocument {
        TableDocument(
            columns: [
                TableColumn("name", "账号"), TableColumn("role", "身份"), TableColumn("today", "今天"),
                TableColumn("number", "委员编号", .identifier), TableColumn("member", "委员"),
                TableColumn("bodies", "机构", maximumWidth: 36), TableColumn("from", "起"), TableColumn("to", "止"),
            ],
            rows: entries.map { entry in
                [
                    entry.account.name, entry.account.role.label, entry.today, entry.member?.number ?? "",
                    entry.member?.name ?? "", entry.organizations.map(\.name).joined(separator: "、"),
                    "\(entry.account.from)", entry.account.to.map { "\($0)" } ?? "",
                ].map { $0.isEmpty ? .empty : .text($0) }
            })
    }

    static func sheet(_ entry: AccountEntry) -> TableDocument {
        TableDocument.fields(
            title: entry.account.name,
            [
                ("身份", entry.account.role.label), ("今天", entry.today),
                ("委员", entry.member.map { "\($0.name)（\($0.number)）" } ?? ""),
                ("机构", entry.organizations.map(\.name).joined(separator: "、")), ("起", "\(entry.account.from)"),
                ("止", entry.account.to.map { "\($0)" } ?? ""), ("备注", entry.account.note),
            ])
    }

    /// The one table of permissions, as everybody may read it.
    static var permissions: TableDocument {
        TableDocument(
            title: "权限表",
            columns: [TableColumn("useCase", "事项"), TableColumn("action", "操作词")]
                + PrincipalRole.allCases.map { TableColumn("\($0)", $0.label) },
            rows: UseCase.allCases.map { useCase in
                [.text(useCase.label), .text(useCase.rawValue)]
                    + PrincipalRole.allCases.map { .text(useCase.permission[$0].label) }
            })
    }
}

extension AccountEntry {
    /// What its holder is today.
    var today: String { roles.isEmpty ? "已停用" : roles.map(\.label).joined(separator: "、") }
}
