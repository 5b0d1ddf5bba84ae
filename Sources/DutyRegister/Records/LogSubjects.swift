internal import DutyModel
internal import KeyValueStore
internal import RecordStore

extension LogChange {
    /// The values of a change of the log; nil for a table this program does not show.
    init?(_ change: Change) throws {
        before = try change.before.flatMap { try LogSubject(change.table, payload: $0, key: change.key) }
        after = try change.after.flatMap { try LogSubject(change.table, payload: $0, key: change.key) }
        if before == nil, after == nil { return nil }
    }
}

extension LogSubject {
    init?(_ table: DatabaseName, payload: [UInt8], key: Key) throws {
        switch table {
        case Member.table.name: self = .member(try Member.table.record(of: payload, key: key))
        case Membership.table.name: self = .membership(try Membership.table.record(of: payload, key: key))
        case Organization.table.name: self = .organization(try Organization.table.record(of: payload, key: key))
        case Term.table.name: self = .term(try Term.table.record(of: payload, key: key))
        case Kind.table.name: self = .kind(try Kind.table.record(of: payload, key: key))
        case PlanItem.table.name: self = .planItem(try PlanItem.table.record(of: payload, key: key))
        case DutyRecord.table.name: self = .record(try DutyRecord.table.record(of: payload, key: key))
        case ManualEntry.table.name: self = .manual(try ManualEntry.table.record(of: payload, key: key))
        case AssessmentYear.table.name: self = .year(try AssessmentYear.table.record(of: payload, key: key))
        case YearVersion.table.name: self = .yearVersion(try YearVersion.table.record(of: payload, key: key))
        case Decision.table.name: self = .decision(try Decision.table.record(of: payload, key: key))
        case EvidenceFile.table.name: self = .evidence(try EvidenceFile.table.record(of: payload, key: key))
        case LateFact.table.name: self = .lateFact(try LateFact.table.record(of: payload, key: key))
        case AdoptedRulebook.table.name:
            self = .rulebook(RulebookEntry(try AdoptedRulebook.table.record(of: payload, key: key)))
        case BatchRecord.table.name: self = .batch(BatchEntry(try BatchRecord.table.record(of: payload, key: key)))
        case Account.table.name: self = .account(try Account.table.record(of: payload, key: key))
        case ReviewStep.table.name: self = .review(try ReviewStep.table.record(of: payload, key: key))
        case Objection.table.name: self = .objection(try Objection.table.record(of: payload, key: key))
        case RegisterInfo.table.name:
            self = .register(try RegisterInfo.table.record(of: payload, key: key).committee)
        default: return nil
        }
    }

    /// As lists and findings name it.
    public var text: String {
        switch self {
        case .member(let member): "委员 \(member.name)（\(member.number)）"
        case .membership(let membership): "任职 \(membership.role.label)，自 \(membership.from) 起"
        case .organization(let body): body.name
        case .term(let term): "第 \(term.number) 届"
        case .kind(let kind): "类别 \(kind.name)"
        case .planItem(let item): "计划事项《\(item.topic)》"
        case .record(let record): record.number.isEmpty ? "《\(record.title)》" : "\(record.number)《\(record.title)》"
        case .manual(let entry): "人工分第 \(entry.id.rawValue) 笔 \(entry.line)"
        case .year(let year): "\(year.year) 年度（\(year.state.label)）"
        case .yearVersion(let version): "\(version.id.year) 年度封账第 \(version.id.version) 版"
        case .decision(let decision): "\(decision.id.version.year) 年度核定：\(decision.grade)（\(decision.body)）"
        case .evidence(let file): "佐证 \(file.id.rawValue)“\(file.name)”"
        case .lateFact(let fact): "\(fact.id.year) 年度迟到事实：\(fact.summary)"
        case .rulebook(let rulebook): "考核办法 \(rulebook.title)"
        case .batch(let batch): "导入批次 \(batch.id)"
        case .account(let account): "账号 \(account.name)"
        case .review(let step): "审核：\(step.action.label)"
        case .objection(let objection): "第 \(objection.id.rawValue) 号异议"
        case .register(let committee): committee.name
        }
    }
}
