import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi member …`
struct MemberCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "member", also: ["委员"], "委员名册：添加、修改、查找，换界别，离任。",
        example: """
              lvzhi member list --sector 教育界
              lvzhi member show 张三
              lvzhi member move 张三 --to 科技界 --date 2024-06-01
            """,
        subcommands: [
            AddMember.self, EditMember.self, ListMembers.self, ShowMember.self, MoveMember.self, EndMember.self,
            JoinBody.self,
        ])
}

/// The fields of a member as options, for adding and editing.
struct MemberFields: ParsableArguments {
    @Option(help: ArgumentHelp("性别：男、女。", valueName: "sex")) var sex: Sex?
    @Option(help: ArgumentHelp("民族。", valueName: "text")) var ethnicity: String?
    @Option(help: ArgumentHelp("出生日期；只知年月的写 1977-02。", valueName: "date")) var birthday: String?
    @Option(help: ArgumentHelp("党派。", valueName: "text")) var party: String?
    @Option(help: ArgumentHelp("工作单位。", valueName: "text")) var unit: String?
    @Option(help: ArgumentHelp("职务。", valueName: "text")) var post: String?
    @Option(help: ArgumentHelp("手机号。", valueName: "text")) var phone: String?
    @Option(help: ArgumentHelp("学历。", valueName: "text")) var education: String?
    @Option(help: ArgumentHelp("备注。", valueName: "text")) var note: String?

    /// A whole date, or as much of one as is known.
    func birthDate(in context: CommandContext) throws(Failure) -> BirthDate? {
        guard let birthday else { return nil }
        if let date = BirthDate(iso: birthday) { return date }
        let numbers = birthday.split { "年月.-/ ".contains($0) }.compactMap { Int($0) }
        if (1...2).contains(numbers.count), (1900...2100).contains(numbers[0]),
            let date = BirthDate(year: numbers[0], month: numbers.count == 2 ? numbers[1] : nil)
        {
            return date
        }
        return BirthDate(try context.day(birthday))
    }

    /// Sets what was given; the rest stays.
    func apply(to member: inout Member, birthday day: BirthDate?) {
        if let sex { member.sex = sex }
        if let ethnicity { member.ethnicity = ethnicity }
        if let day { member.birthday = day }
        if let party { member.party = party }
        if let unit { member.unit = unit }
        if let post { member.post = post }
        if let phone { member.phone = phone }
        if let education { member.education = education }
        if let note { member.note = note }
    }
}

struct AddMember: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "添加一位委员，写明界别和任职。",
        example: """
              lvzhi member add 0251 张三 --sector 教育界 --unit 县第一中学 --post 教师
              lvzhi member add 0252 李四 --sector 经济界 --role 常委 --from 2024-03-01
            """,
        more: "--from 是任职的第一天，不写时从本届开始。一次添加多位请用 lvzhi import 导入名册。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("委员编号。", valueName: "number")) var number: String
    @Argument(help: ArgumentHelp("姓名。", valueName: "name")) var name: String
    @Option(help: ArgumentHelp("界别。", valueName: "sector")) var sector: String?
    @Option(help: ArgumentHelp("在政协的任职，不写时为委员。", valueName: "role")) var role: Role?
    @Option(help: ArgumentHelp("任职的第一天。", valueName: "date")) var from: String?
    @OptionGroup var fields: MemberFields

    func run(in context: CommandContext) throws {
        var member = Member(id: MemberID(rawValue: 0), number: number, name: name)
        fields.apply(to: &member, birthday: try fields.birthDate(in: context))
        let draft = MemberDraft(member, sector: sector, role: role ?? .member, from: try context.day(from))
        let saved = try storeOptions.writing(in: context).addMember(draft)
        context.saved("已添加委员 \(number) \(name)", saved.change)
    }
}

struct EditMember: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "edit", also: ["修改"], "修改委员的资料；只改写明的几项。",
        example: "  lvzhi member edit 0251 --phone 13900000000 --post 副校长")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String
    @Option(help: ArgumentHelp("新的委员编号。", valueName: "number")) var number: String?
    @Option(help: ArgumentHelp("新的姓名。", valueName: "name")) var name: String?
    @OptionGroup var fields: MemberFields

    func run(in context: CommandContext) throws {
        let birthday = try fields.birthDate(in: context)
        let saved = try storeOptions.writing(in: context).editMember(person) { member in
            if let number { member.number = number }
            if let name { member.name = name }
            fields.apply(to: &member, birthday: birthday)
        }
        context.saved("已修改委员 \(saved.value.number) \(saved.value.name)", saved.change)
    }
}

struct MoveMember: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "move", also: ["换界别"], "委员换界别：原界别到前一天为止，新界别从这一天起。",
        example: "  lvzhi member move 张三 --to 科技界 --date 2024-06-01")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String
    @Option(help: ArgumentHelp("新的界别。", valueName: "sector")) var to: String
    @Option(help: ArgumentHelp("在新界别的第一天。", valueName: "date")) var date: String

    func run(in context: CommandContext) throws {
        let day = try context.day(date)
        let saved = try storeOptions.writing(in: context).transfer(person, to: to, on: day)
        context.saved("已转界别：\(person) 从 \(day) 起在 \(to)", saved.change)
    }
}

struct EndMember: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "end", also: ["离任"], "委员离任：所有任职到这一天为止；已有的履职记录都保留。",
        example: "  lvzhi member end 张三 --last 2024-08-31")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String
    @Option(help: ArgumentHelp("任职的最后一天。", valueName: "date")) var last: String
    @Flag(help: "在这一天以后还有履职记录，也办理。") var yes = false

    func run(in context: CommandContext) throws {
        let day = try context.day(last)
        let saved = try storeOptions.writing(in: context).endSeat(person, last: day, leavingRecords: yes)
        context.saved("\(person) 的 \(saved.value.count) 项任职到 \(day) 为止", saved.change)
    }
}

struct JoinBody: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "join", also: ["任职"], "给委员添加一项任职：常委、专委会、活动组、联络组。",
        example: """
              lvzhi member join 张三 --role 常委 --from 2024-01-12
              lvzhi member join 张三 --committee 提案委员会 --role 专委会副主任
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String
    @Option(help: ArgumentHelp("专门委员会。", valueName: "body")) var committee: String?
    @Option(help: ArgumentHelp("界别活动组。", valueName: "body")) var group: String?
    @Option(help: ArgumentHelp("乡镇政协联络组。", valueName: "body")) var township: String?
    @Option(help: ArgumentHelp("担任什么。", valueName: "role")) var role: Role?
    @Option(help: ArgumentHelp("第一天。", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("最后一天。", valueName: "date")) var to: String?

    func run(in context: CommandContext) throws {
        let bodies: [(OrganizationClass, String?)] = [
            (.specialCommittee, committee), (.activityGroup, group), (.townshipGroup, township),
        ]
        let named = bodies.compactMap { pair in pair.1.map { (pair.0, $0) } }
        guard named.count <= 1 else {
            throw Failure(.usage, "一次只能写一个机构。", advice: "--committee、--group、--township 只用一个，分几次添加。")
        }
        let body = named.first ?? (.committee, "")
        let draft = MembershipDraft(
            body.0, body.1, role: role ?? (body.0 == .committee ? .member : .belongs), from: try context.day(from),
            to: try context.day(to))
        let saved = try storeOptions.writing(in: context).addMembership(person, draft)
        context.saved("已添加任职：\(person) \(body.1)\(saved.value.role.label)", saved.change)
    }
}
