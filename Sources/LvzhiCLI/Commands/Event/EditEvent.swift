import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi event edit`
struct EditEvent: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "edit", also: ["修改"], "修改一次会议或活动；只改写明的几项。",
        example: """
              lvzhi event edit 十一届三次全体会议 --place 县政协会议室 --half-days 7
              lvzhi event edit 老旧小区加装电梯 --outcome 确定先装三栋 --follow-up 已开工
            """,
        more: "出席的人用 lvzhi attend 改；与别的记录的关系用 lvzhi link 改。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String
    @OptionGroup var changes: EditFields
    @Option(help: ArgumentHelp("会期的半天数。", valueName: "n")) var halfDays: UInt8?
    @Option(help: ArgumentHelp("会次。", valueName: "text")) var session: String?
    @Flag(inversion: .prefixedNo, help: "必须参加，或不必。") var mandatory: Bool?
    @Flag(inversion: .prefixedNo, help: "线上举行，或不是。") var online: Bool?
    @OptionGroup var details: EventDetailOptions

    func run(in context: CommandContext) throws {
        guard details.people.isEmpty else {
            throw Failure(
                .usage, "人员不在这里改。", advice: "用 lvzhi attend mark 会议 张三 --part 受访 登记，用 lvzhi attend remove 移出。")
        }
        let change = try changes.change(in: context)
        var told = EventContent()
        try details.apply(to: &told, in: context)
        let saved = try storeOptions.writing(in: context).edit(record, family: .event) { record in
            change(&record)
            record.half = details.half ?? record.half
            guard case .event(var event) = record.content else { return }
            event.halfDaysHeld = halfDays ?? event.halfDaysHeld
            event.session = session ?? event.session
            event.mandatory = mandatory ?? event.mandatory
            event.online = online ?? event.online
            // What the options say was read before: this may run twice.
            try? details.apply(to: &event, in: context)
            record.content = .event(event)
        }
        context.saved("已修改“\(saved.value.title)”", saved)
    }
}
