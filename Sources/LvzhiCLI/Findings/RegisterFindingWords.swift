import DutyModel
import DutyRegister

/// The sentence of each finding of the register: what was found, what to do, who or what to choose from.
extension RegisterFinding {
    /// The finding as a whole message.
    var failure: Failure {
        let words = words
        return Failure(status, words.message, advice: words.advice, details: words.details)
    }

    /// Who or what is named and not found cannot be worked on (1); what is there already, or holds something fast, is
    /// a conflict (5); everything else is a finding about the data given (3).
    var status: ProgramStatus {
        switch self {
        case .year(let finding): finding.status
        case .evidence(let finding): finding.status
        case .unknownPerson, .ambiguousPerson, .unknownOrganization, .unknownKind, .unknownRecord, .ambiguousRecord,
            .unknownMembership, .unknownPlanItem, .unknownChangeSet, .unknownBatch, .wrongFamily, .inNoSector,
            .unknownAccount, .unknownObjection, .unknownIndicator:
            .failed
        case .memberNumberTaken, .recordNumberTaken, .organizationNameTaken, .termTaken, .termsOverlap,
            .membershipOverlaps, .alreadyInSector, .looksTheSame, .stageTwice, .recordInUse, .planItemInUse,
            .recordsAfterSeat, .editedSince, .accountNameTaken, .objectionSettled, .reviewedOtherwise, .convenerFirst,
            .endorsedAlready:
            .conflict
        case .ownReview: .notPermitted
        default: .findings
        }
    }

    /// What a sentence is made of.
    struct Words {
        var message: String
        var advice = ""
        var details: [String] = []
    }

    private var words: Words {
        if case .year(let finding) = self { return finding.words }
        if case .evidence(let finding) = self { return finding.words }
        return namedWords ?? takenWords ?? reviewWords ?? valueWords ?? referenceWords ?? Words(message: "\(self)")
    }

    /// Things named by words.
    private var namedWords: Words? {
        switch self {
        case .unknownPerson(let word, let similar):
            Words(
                message: "没有委员“\(word)”。",
                advice: similar.isEmpty
                    ? "用 lvzhi member list 查找姓名或委员编号。" : "是不是上面列出的委员？请写对姓名或改用委员编号。",
                details: similar.map(\.line))
        case .ambiguousPerson(let word, let candidates):
            Words(
                message: "叫“\(word)”的委员有 \(candidates.count) 位，不能确定是哪一位。",
                advice: "请改用委员编号，例如 \(candidates.first?.number ?? "")"
                    + (candidates.first.map { $0.sector.isEmpty ? "" : "，或写明界别：\($0.name)（\($0.sector)）" } ?? "") + "。",
                details: candidates.map(\.line))
        case .unknownOrganization(let word, let classification, let known):
            Words(
                message: "没有\(classification?.label ?? "机构")“\(word)”。",
                advice: known.isEmpty ? "登记库里还没有这类机构，请先导入名册。" : "请从上面的名称里选。", details: Lines.packed(known))
        case .unknownKind(let word, let known):
            Words(message: "没有履职种类“\(word)”。", advice: "请从上面的种类里选，或用 lvzhi kind list 查看。", details: Lines.packed(known))
        case .unknownRecord(let word):
            Words(message: "没有记录“\(word)”。", advice: "请写记录号、编号或完整的名称；用 event list、proposal list 等命令查找。")
        case .ambiguousRecord(let word, let candidates):
            Words(
                message: "“\(word)”对应 \(candidates.count) 条记录。",
                advice: "请改用上面第一列的记录号；会议也可以写成 名称@日期，如 理论学习@2024-03-05下午。",
                details: candidates.map(\.line))
        default: nil
        }
    }

    /// What is already there.
    private var takenWords: Words? {
        switch self {
        case .memberNumberTaken(let number, let by):
            Words(message: "委员编号“\(number)”已经是别的委员的。", advice: "请核对编号。", details: [by.line])
        case .recordNumberTaken(let number, let by):
            Words(message: "编号“\(number)”已经用过。", advice: "请核对编号；同一件不必再登记。", details: [by.line])
        case .organizationNameTaken(let name, let term):
            Words(message: "第 \(term) 届已有“\(name)”。", advice: "不必再添加。")
        case .termTaken(let number): Words(message: "第 \(number) 届已经登记。", advice: "不必再添加。")
        case .termsOverlap(let one, let other):
            Words(message: "第 \(one) 届与第 \(other) 届的时间重叠。", advice: "请核对届期的起止日期。")
        case .membershipOverlaps(let person, let organization, let from, let to):
            Words(
                message: "\(person.name)在“\(organization)”已有任职（\(Lines.span(from, to))），时间重叠。",
                advice: "请先用 lvzhi member end 结束原任职，或改正日期。")
        case .alreadyInSector(let person, let sector, let from, let to):
            Words(
                message: "\(person.name)已在“\(sector)”（\(Lines.span(from, to))），一位委员同时只在一个界别。",
                advice: "换界别请用 lvzhi member move。")
        case .inNoSector(let person, let day):
            Words(message: "\(person.name)在 \(day) 不在任何界别，无从转出。", advice: "请核对日期，或用 lvzhi member show 查看任职。")
        case .looksTheSame(let record):
            Words(
                message: "已有一条同日、同名的记录，像是重复登记。", advice: "确实是另一次，请加 --even-if-alike 再执行。",
                details: [record.line])
        default: nil
        }
    }

    /// Values that cannot be.
    private var valueWords: Words? {
        switch self {
        case .empty(let field): Words(message: "“\(field.rawValue)”不能为空。", advice: "请填写\(field.rawValue)。")
        case .kindFixed(let kind, let field):
            Words(message: "“\(kind)”已有记录，“\(field)”不能改。", advice: "请保持原样；需要别的，另加一类，用没有用过的代码。")
        case .kindWordTaken(let word, let by, let old):
            Words(message: "“\(word)”是登记库里“\(old)”的名称，目录里给了“\(by)”。", advice: "请在目录里保留“\(old)”，或换一个名称。")
        case .nobodyIn(let circle):
            Words(message: "\(circle)里那一天没有委员。", advice: "名单还是空的，先用 lvzhi event expect 列入应到的人；或核对日期和名册。")
        case .notListed(let person):
            Words(message: "\(person.name)（\(person.number)）不在名单上。", advice: "用 lvzhi attend list 查看名单。")
        case .halfOfMore(let half, let days, let halfDays):
            Words(
                message: "写了\(half.label)，却有 \(days) 天、\(halfDays) 个半天。",
                advice: "只开一个半天的才写上午、下午或晚上；请去掉它，或把半天数改为 1。")
        case .sensitiveText(let kind, let field, let characters, let maximum):
            Words(
                message: "“\(kind)”只记要点，\(field)有 \(characters) 字。", advice: "请缩到 \(maximum) 字以内，不写姓名和细节。")
        case .linksToItself(let record):
            Words(message: "“\(record.title)”不能连到它自己。", advice: "请核对记录号。")
        case .birthdayImpossible(let date):
            Words(message: "出生日期 \(date) 不对。", advice: "请核对年份。")
        case .dayImpossible(let field, let day):
            Words(message: "“\(field.rawValue)”\(day) 不可能。", advice: "请核对年、月、日。")
        case .ends(let field, let from, let to):
            Words(message: "“\(field.rawValue)”的结束（\(to)）早于开始（\(from)）。", advice: "请改正日期。")
        case .halfDaysAboveHeld(let person, let attended, let held):
            Words(
                message: "\(person.name)出席 \(attended) 个半天，多于会期的 \(held) 个半天。",
                advice: "请核对出席的半天数，或先改正会期。")
        case .halfDaysImpossible(let halfDays, let maximum):
            Words(message: "半天数 \(halfDays) 不可能，这几天最多 \(maximum) 个半天。", advice: "请核对起止日期和半天数。")
        case .outsideMembership(let person, let days):
            Words(
                message: "\(person.name)（\(person.number)）在 \(Lines.span(days)) 不是委员。",
                advice: "请核对日期；任职时间见 lvzhi member show \(person.number)。")
        case .outsideTerms(let days, let terms):
            Words(
                message: "日期 \(Lines.span(days)) 不在登记库的届期内（\(Lines.span(terms))）。",
                advice: "请核对年、月、日。")
        case .outOfRange(let field, let value, let range):
            Words(
                message: "“\(field.rawValue)”\(value) 不可能，应在 \(range.lowerBound) 到 \(range.upperBound) 之间。",
                advice: "请改正\(field.rawValue)。")
        case .statedTwice(let person, let first, let second):
            Words(
                message: "\(person.name)（\(person.number)）既写成\(first.label)，又写成\(second.label)。",
                advice: "请只留一种；若是同名的两人，请用委员编号。")
        case .notOfSector(let person, let sector):
            Words(
                message: "\(person.name)（\(person.number)）不是\(sector)的委员"
                    + (person.sector.isEmpty ? "。" : "，在\(person.sector)。"),
                advice: "请核对姓名；外界别来参加的另外写明（界别活动写在 --guests）。")
        case .personTwice(let person, let part):
            Words(message: "\(person.name)（\(person.number)）以“\(part.label)”出现了两次。", advice: "请去掉一次；若是同名的两人，请用委员编号。")
        case .tooManyPeople(let count, let maximum):
            Words(message: "人数 \(count) 超过上限 \(maximum)。", advice: "请分成几条记录登记。")
        case .nobody(let part): Words(message: "没有写\(part.label)。", advice: "至少要写一位\(part.label)。")
        case .stageTwice(let stage):
            Words(message: "“\(stage.label)”这个节点已经登记过。", advice: "要改正日期或单位，请加 --correct。")
        case .textTooLong(let field, let bytes, let maximum):
            Words(message: "“\(field.rawValue)”太长（\(bytes) 字节，上限 \(maximum)）。", advice: "请缩短，详情可作为佐证材料保存。")
        case .noTerm(let day):
            Words(
                message: day.map { "没有哪一届包含 \($0)。" } ?? "登记库里还没有届次。",
                advice: "请核对日期；届次在 lvzhi init 时写明。")
        default: nil
        }
    }

    /// References that hold something fast, and numbers that name nothing.
    private var referenceWords: Words? {
        switch self {
        case .unknownMembership(let id):
            Words(message: "没有任职 \(id.rawValue)。", advice: "用 lvzhi member show 查看任职。")
        case .unknownPlanItem(let id):
            Words(message: "没有计划项目 \(id.rawValue)。", advice: "用 lvzhi plan list 查看项目号。")
        case .planItemElsewhere(let id, let topic, let sector):
            Words(
                message: "计划项目 \(id.rawValue)“\(topic)”是\(sector)的。",
                advice: "用 lvzhi plan list --sector 界别 查看本界别的项目号。")
        case .recordsAfterSeat(let person, let last, let records):
            Words(
                message: "\(person.name)（\(person.number)）在 \(last) 以后还有 \(records.count) 条履职记录，没有办理离任。",
                advice: "请核对离任日期，或先改正这些记录；仍要办理请加 --yes，这些记录从此不计分。",
                details: records.prefix(20).map(\.line)
                    + (records.count > 20
                        ? ["……共 \(records.count) 条，用 lvzhi record list --person \(person.number) 查看"] : []))
        case .unknownChangeSet(let number):
            Words(message: "没有第 \(number) 号操作。", advice: "用 lvzhi log 查看操作号。")
        case .unknownBatch(let number):
            Words(message: "没有第 \(number) 批导入。", advice: "用 lvzhi import list 查看批次。")
        case .wrongFamily(let record, let found, let wanted):
            Words(
                message: "记录 \(record.rawValue) 是\(found.label)，不是\(wanted.label)。",
                advice: "请改用 lvzhi \(found.word) 命令。")
        case .kindMismatch(let kind, let found, let wanted):
            Words(
                message: "“\(kind)”属于\(found.label)，不属于\(wanted.label)。", advice: "请改用 lvzhi \(found.word) 命令，或换一个种类。")
        case .recordInUse(let record, let by):
            Words(
                message: "“\(record.title)”被别的记录引用，不能删除。", advice: "请先改正或删除引用它的记录。",
                details: by.map(\.line))
        case .planItemInUse(let item, let by):
            Words(
                message: "计划项目 \(item.rawValue) 已有活动，不能删除。", advice: "请先改正这些活动。", details: by.map(\.line))
        case .editedSince(let what, let change):
            Words(message: "“\(what)”后来又被第 \(change) 号操作改过，不能撤销。", advice: "请先撤销第 \(change) 号操作，或手工改正。")
        default: nil
        }
    }
}

extension PersonCandidate {
    /// One line that tells people of one name apart.
    var line: String {
        [number, name, sector.isEmpty ? "（无界别）" : sector, unit].filter { !$0.isEmpty }.joined(separator: "  ")
    }
}

extension RecordCandidate {
    var line: String {
        [String(id.rawValue), when, kind, number, title].filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
