internal import DutyModel
internal import KeyValueStore
internal import RecordStore

extension IntegrityFinding {
    /// What is wrong, in a sentence without full stop.
    var sentence: String {
        let place = key.map { "\(database.label)（键 \($0.hexadecimal)）" } ?? database.label
        return "\(place)：\(problem.words)"
    }
}

extension IntegrityFinding.Problem {
    fileprivate var words: String {
        switch self {
        case .damaged(let problem): problem.words
        case .otherKey: "内容的编号与所在位置不符"
        case .missingEntry(let index, _): "索引 \(index.rawValue) 缺少这一项"
        case .strayEntry: "索引中有一项没有对应的内容"
        case .entryWithValue: "索引项带有多余的内容"
        case .danglingReference(let field, let target, let key):
            "字段 \(field) 指向不存在的\(target.label)（键 \(key.hexadecimal)）"
        case .missingChange(let sequence): "变更日志缺少第 \(sequence) 号"
        case .editedChange(let sequence): "变更日志第 \(sequence) 号被改动过"
        case .brokenChain(let sequence): "变更日志第 \(sequence) 号与前一条不相接"
        case .wrongPart(let sequence, let part): "变更日志第 \(sequence) 号的第 \(part) 部分缺失、多余或被改动"
        case .wrongHead(let stored, let found): "变更日志应止于第 \(stored) 号，实际止于第 \(found) 号"
        case .notAsAnchored(let sequence): "变更日志第 \(sequence) 号与先前记下的不符"
        case .notAsLogged(let sequence):
            sequence.map { "内容与变更日志第 \($0) 号不符" } ?? "内容没有经过变更日志"
        case .unreadable(let detail): "无法继续读取：\(detail)"
        case .other(let words): words
        }
    }
}

extension DecodingError.Problem {
    fileprivate var words: String {
        switch self {
        case .tooShort: "数据不完整"
        case .unknownVersion(let version): "数据封装的版本 \(version) 不认识"
        case .checksum: "校验和不符，数据已损坏"
        case .fields(let error): "第 \(error.field) 个字段无法读取（\(error.problem)）"
        case .key: "键的形状不对"
        case .otherKey: "内容的编号与所在位置不符"
        }
    }
}

extension DatabaseName {
    /// What a user calls a table.
    fileprivate var label: String {
        switch rawValue.prefix(while: { $0 != "." }) {
        case "register": "政协信息"
        case "format": "库格式"
        case "terms": "届次"
        case "organizations": "机构"
        case "members": "委员"
        case "memberships": "任职"
        case "kinds": "类别"
        case "rulebooks": "考核办法"
        case "planItems": "计划事项"
        case "records": "履职记录"
        case "facts": "履职事实"
        case "batches": "导入批次"
        case "accounts": "账号"
        case "reviews": "审核"
        case "manual": "人工分"
        case "objections": "异议"
        case "years": "年度"
        case "yearVersions": "封账版本"
        case "results": "封账结果"
        case "decisions": "核定"
        case "lateFacts": "迟到事实"
        case "evidence", "evidenceParts": "佐证"
        case "changes": "变更日志"
        default: rawValue
        }
    }
}

extension Key {
    fileprivate var hexadecimal: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
