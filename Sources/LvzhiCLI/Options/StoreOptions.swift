import ArgumentParser
import DutyModel
import DutyRegister
import Scoring

/// Which store a command works on, and who acts.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp("登记库的路径；不写时取环境变量 LVZHI_STORE，再不然是 ./履职.lvzhi。", valueName: "path"))
    var store: String?

    @Option(name: .customLong("actor"), help: ArgumentHelp("经办人，记入改动日志；不写时取 LVZHI_ACTOR 或登录名。", valueName: "name"))
    var actor: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("用哪个账号办理；不写时取 LVZHI_AS。都没有时是登记库的持有者，有办公室和管理员的权限。", valueName: "account"))
    var account: String?

    @Option(
        name: .customLong("late-fact"),
        help: ArgumentHelp("已封账的年度仍要补记时写明原因：记为迟到事实，已公布的结果不变。", valueName: "reason", visibility: .hidden))
    var late: String?

    /// Where the store is when nobody says otherwise.
    static let usualPath = "履职.lvzhi"

    /// The path of the store.
    func path(in context: CommandContext) -> String {
        if let store { return store }
        let named = context.environment["LVZHI_STORE"] ?? ""
        return named.isEmpty ? StoreOptions.usualPath : named
    }

    /// Who acts: the account named, or whoever holds the store, by the name the change log will tell.
    func principal(in context: CommandContext) -> Principal {
        let named = account ?? context.environment["LVZHI_AS"] ?? ""
        if !named.isEmpty { return Principal(account: named, origin: "lvzhi", day: context.today) }
        let candidates = [
            actor, context.environment["LVZHI_ACTOR"], context.environment["USER"], context.environment["LOGNAME"],
        ]
        let name = candidates.compactMap { $0 }.first { !$0.isEmpty } ?? "未署名"
        return Principal(name: name, origin: "lvzhi", day: context.today)
    }

    /// Opens the register for looking.
    func reading(in context: CommandContext) throws -> Register {
        try Register.open(at: path(in: context), .reading, by: principal(in: context))
    }

    /// Opens the register for changing.
    func writing(in context: CommandContext) throws -> Register {
        let register = try Register.open(at: path(in: context), .writing, by: principal(in: context))
        guard let late else { return register }
        guard !late.allSatisfy(\.isWhitespace) else {
            throw Failure(.usage, "--late-fact 没有写原因。", advice: "请写明为什么要补记，例如 --late-fact 签到表漏录。")
        }
        return register.recordingLate(late)
    }
}

extension StoreOptions {
    /// Refuses an account that may not do something to the file itself. Whoever holds the file may.
    func require(_ useCase: UseCase, in context: CommandContext) throws {
        guard principal(in: context).account != nil else { return }
        let register = try reading(in: context)
        defer { register.close() }
        try register.require(useCase)
    }

    /// The kinds of the store, or those that come with the program where there is no store yet.
    func kinds(in context: CommandContext) throws -> KindCatalogue {
        if store != nil || TextFile.exists(path(in: context)) { return try reading(in: context).kinds() }
        guard let library = SchemaLibrary.find() else { throw Failure.schemasMissing }
        return try library.kinds()
    }
}
