import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi activity …`
struct ActivityCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "activity", also: ["界别活动"], "界别活动：召集人一行登记一次活动和参加的人。",
        example: """
              lvzhi activity add --sector 教育界 --title 走访乡村学校 --date 2024-05-12 --all --except 张三,李四
              lvzhi activity list --sector 教育界 --year 2024
            """,
        subcommands: [
            AddActivity.self, ListRecords<Activities>.self, ShowRecord<Activities>.self,
            EditRecord<Activities>.self, DeleteRecord<Activities>.self,
        ])
}

struct AddActivity: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "登记一次界别活动和参加的人。",
        example: """
              lvzhi activity add --sector 教育界 --title 走访乡村学校 --date 2024-05-12 --all --except 张三,李四
              lvzhi activity add --sector 教育界 --title 送教下乡 --date 2024-06-03 --present 王五,赵六 --excused 张三
              lvzhi activity add --sector 教育界 --title 座谈 --date 今天 --only 王五 --plan 12 --public 30
              lvzhi activity add --title 走访乡村学校 --date 2024-05-12 --all --as 张三
            """,
        more: """
            三种写法选一种：--all 本界别都参加（--except 的人缺席），--present 这些人参加、其余缺席，
            --only 只记这些人、别人不提。请假的人写在 --excused，外界别来的委员写在 --guests。
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Option(help: ArgumentHelp("界别；召集人用自己的账号时可以不写。", valueName: "sector")) var sector: String?
    @Option(help: ArgumentHelp("活动名称。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("日期，或 2024-05-12至2024-05-13。", valueName: "date")) var date: String
    @Flag(help: "本界别委员都参加。") var all = false
    @Option(help: ArgumentHelp("配合 --all：没有来的委员。", valueName: "people")) var except: [String] = []
    @Option(help: ArgumentHelp("参加的委员，本界别其余的记缺席。", valueName: "people")) var present: [String] = []
    @Option(help: ArgumentHelp("只登记这些委员。", valueName: "people")) var only: [String] = []
    @Option(help: ArgumentHelp("请假（已批准）的委员。", valueName: "people")) var excused: [String] = []
    @Option(help: ArgumentHelp("外界别来参加的委员。", valueName: "people")) var guests: [String] = []
    @Option(help: ArgumentHelp("地点。", valueName: "text")) var place: String = ""
    @Option(help: ArgumentHelp("半天数，不写时为 1。", valueName: "n")) var halfDays: Int = 1
    @Option(help: ArgumentHelp("哪个半天：上午、下午、晚上。", valueName: "half")) var half: DayPart?
    @Option(name: .customLong("public"), help: ArgumentHelp("参加的界别群众人数。", valueName: "n")) var publicHeads: Int = 0
    @Option(help: ArgumentHelp("活动成效。", valueName: "text")) var outcome: String = ""
    @Option(help: ArgumentHelp("完成的是年度计划第几号项目，见 lvzhi plan list。", valueName: "item")) var plan: UInt32?
    @Option(help: ArgumentHelp("佐证材料的名称，可以写多份。", valueName: "text")) var evidence: [String] = []
    @Option(help: ArgumentHelp("备注。", valueName: "text")) var note: String = ""
    @Flag(help: "只存草稿，先不提交审核。") var draft = false
    @Flag(name: .customLong("even-if-alike"), help: "已有同日同名的活动也照样登记。") var evenIfAlike = false
    @OptionGroup var future: FutureOption

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        var entry = ActivityDraft(
            sector: try sector ?? register.ownSector(), title: title, days: try future.days(date, in: context),
            attendees: try attendees(),
            guests: People.words(guests), excused: People.words(excused), place: place, halfDays: halfDays,
            publicHeadcount: publicHeads, outcome: outcome, planItem: plan.map { PlanItemID(rawValue: $0) },
            evidence: evidence, note: note, evenIfAlike: evenIfAlike)
        entry.isDraft = draft
        entry.half = half
        let saved = try register.logActivity(entry)
        let record = saved.value
        context.saved(
            "已登记\(record.organizer)活动“\(title)”（\(Lines.when(record))）：\(Lines.presence(record))", saved)
    }

    /// Exactly one of the three ways must be used.
    private func attendees() throws(Failure) -> ActivityDraft.Attendees {
        let (absent, came, named) = (People.words(except), People.words(present), People.words(only))
        switch (all, came.isEmpty, named.isEmpty) {
        case (true, true, true): return .allBut(absent)
        case (false, false, true) where absent.isEmpty: return .present(came)
        case (false, true, false) where absent.isEmpty: return .only(named)
        case (false, true, true):
            throw Failure(
                .usage, "没有写明谁参加。", advice: "用 --all（本界别都参加）、--present 张三,李四（这些人参加）或 --only（只记这些人）。")
        default:
            throw Failure(
                .usage, "--all、--present、--only 只能用一种，--except 只配合 --all。", advice: "请只留下一种写法。")
        }
    }
}

extension Register {
    /// The one sector that whoever acts convenes.
    fileprivate func ownSector() throws -> String {
        let led = try ledBodies().filter { $0.classification == .sector }
        guard led.count == 1 else {
            throw Failure(.usage, "没有写明是哪个界别的活动。", advice: "加上 --sector 界别；界别见 lvzhi sector list。")
        }
        return led[0].name
    }
}
