import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi account …`
struct AccountCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "account", also: ["账号"], "账号和权限：谁可以用登记库，能办什么。",
        example: """
              lvzhi account add 张三
              lvzhi account add 王芳 --role 办公室
              lvzhi account list
              lvzhi account permissions
              lvzhi member list --as 张三
            """,
        more: """
            每条命令都可以用 --as 账号（或环境变量 LVZHI_AS）写明由谁办理；不写时是登记库的持有者，有办公室和管理员的权限。
            委员的账号只看得到自己的。召集人不另开账号：谁在今天是界别召集人，他的委员账号就有召集人的权限，换人后自动失去。
            """,
        subcommands: [
            AddAccount.self, EditAccount.self, CloseAccount.self, ListAccounts.self, ShowAccount.self,
            ShowPermissions.self,
        ])
}

/// What an account may say besides its name.
struct AccountFields: ParsableArguments {
    @Option(help: ArgumentHelp("账号的委员：编号或姓名；委员的账号不写时取账号名。", valueName: "person")) var person: String?
    @Option(help: ArgumentHelp("专委会工作人员所在的机构，可以写多个。", valueName: "body")) var body: [String] = []
    @Option(help: ArgumentHelp("第一天，不写时为今天。", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("最后一天，不定时不写。", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("备注。", valueName: "text")) var note: String?
}

struct AddAccount: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加", "开设"], "开设一个账号；不写 --role 时是委员的账号。",
        example: """
              lvzhi account add 张三
              lvzhi account add 李四经济 --person 0102
              lvzhi account add 王芳 --role 办公室
              lvzhi account add 提案委小刘 --role 专委会工作人员 --body 提案委员会
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("账号名，不能重复。", valueName: "name")) var name: String
    @Option(help: ArgumentHelp("身份：委员、专委会工作人员、办公室、主席会议、管理员。", valueName: "role")) var role: AccountRole?
    @OptionGroup var fields: AccountFields

    func run(in context: CommandContext) throws {
        let draft = AccountDraft(
            name: name, role: role ?? .member, person: fields.person, organizations: People.words(fields.body),
            from: try context.day(fields.from), to: try context.day(fields.to), note: fields.note ?? "")
        let register = try storeOptions.writing(in: context)
        let saved = try register.addAccount(draft)
        context.saved("已开设账号“\(saved.value.name)”（\(saved.value.role.label)）", saved.change)
        let entry = try register.account(saved.value.name)
        if entry.roles.contains(.convener) {
            let bodies = entry.organizations.map(\.name).joined(separator: "、")
            context.output.line("今天是\(bodies)的召集人，可以登记界别活动、核实本界别委员的填报。")
        }
    }
}

struct EditAccount: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "edit", also: ["修改"], "修改账号；只改写明的几项。",
        example: """
              lvzhi account edit 王芳 --role 管理员
              lvzhi account edit 张三 --reopen
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("账号名。", valueName: "name")) var name: String
    @Option(help: ArgumentHelp("新的账号名。", valueName: "name")) var rename: String?
    @Option(help: ArgumentHelp("新的身份。", valueName: "role")) var role: AccountRole?
    @Flag(help: "停用的重新启用。") var reopen = false
    @OptionGroup var fields: AccountFields

    func run(in context: CommandContext) throws {
        var change = AccountChange()
        change.name = rename
        change.role = role
        change.person = fields.person
        change.organizations = fields.body.isEmpty ? nil : People.words(fields.body)
        change.from = try context.day(fields.from)
        if let to = try context.day(fields.to) { change.to = .some(to) }
        if reopen { change.to = .some(nil) }
        change.note = fields.note
        let saved = try storeOptions.writing(in: context).editAccount(name, change)
        context.saved("已修改账号“\(saved.value.name)”", saved.change)
    }
}

struct CloseAccount: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "close", also: ["停用"], "停用账号，立即生效；他填报过的都保留。",
        example: """
              lvzhi account close 张三
              lvzhi account close 张三 --last 2024-12-31
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("账号名。", valueName: "name")) var name: String
    @Option(help: ArgumentHelp("还可以用的最后一天，不写时为昨天。", valueName: "date")) var last: String?

    func run(in context: CommandContext) throws {
        let day = try context.day(last) ?? context.today + -1
        let saved = try storeOptions.writing(in: context).closeAccount(name, last: day)
        context.saved("账号“\(name)”到 \(day) 为止", saved.change)
    }
}
