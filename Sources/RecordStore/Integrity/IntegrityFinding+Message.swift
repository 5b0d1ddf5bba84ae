public import KeyValueStore

extension IntegrityFinding {
    /// The finding as a sentence: where, what is wrong.
    public var message: String { message { $0.rawValue } }

    /// The same with tables named as the users of the program name them.
    public func message(naming name: (DatabaseName) -> String) -> String {
        let place = key.map { "\(name(database)) \($0.readable)" } ?? name(database)
        return "\(place)：\(problem.sentence(naming: name))"
    }
}

extension IntegrityFinding.Problem {
    fileprivate func sentence(naming name: (DatabaseName) -> String) -> String {
        switch self {
        case .damaged(let problem): "数据损坏，\(problem.sentence)"
        case .otherKey: "记录里的编号与它的键不一致"
        case .missingEntry(let index, let entry): "索引 \(name(index)) 缺少条目 \(entry.readable)"
        case .strayEntry(let record): "索引条目没有对应的记录 \(record.readable)"
        case .entryWithValue: "索引条目带有不应有的内容"
        case .danglingReference(let field, let target, let key): "“\(field)”指向不存在的\(name(target)) \(key.readable)"
        case .missingChange, .editedChange, .brokenChain, .wrongPart, .wrongHead, .notAsAnchored: logSentence
        case .notAsLogged(let sequence?): "内容与变更日志第 \(sequence) 条的记载不符"
        case .notAsLogged(nil): "变更日志里没有这条记录的来历"
        case .unreadable(let detail): "无法读取：\(detail)"
        case .other(let sentence): sentence
        }
    }

    private var logSentence: String {
        switch self {
        case .missingChange(let sequence): "变更日志缺少第 \(sequence) 条"
        case .editedChange(let sequence): "变更日志第 \(sequence) 条被改动过"
        case .brokenChain(let sequence): "变更日志第 \(sequence) 条与前一条接不上，其中一条被替换或改动过"
        case .wrongPart(let sequence, let part): "变更日志第 \(sequence) 条的第 \(part) 部分缺失、多余或被改动过"
        case .wrongHead(let stored, let found): "变更日志末尾应是第 \(stored) 条，实际是第 \(found) 条，或末尾一条被替换过"
        case .notAsAnchored(let sequence): "变更日志第 \(sequence) 条与留存的校验值不符，日志可能被整体改写过"
        default: ""
        }
    }
}

extension DecodingError.Problem {
    /// What is wrong with a stored value, as part of a sentence.
    public var sentence: String {
        switch self {
        case .tooShort: "内容过短"
        case .unknownVersion(let version): "封装版本 \(version) 不认识"
        case .checksum: "校验和不符"
        case .fields(let error): "第 \(error.field) 字段\(error.problem.sentence)"
        case .key: "键的形式不对"
        case .otherKey: "编号与键不一致"
        }
    }
}

extension FieldError.Problem {
    fileprivate var sentence: String {
        switch self {
        case .truncated: "不完整"
        case .malformedNumber: "的数字写法不对"
        case .outOfRange: "的值超出范围"
        case .notUTF8: "的文字不是 UTF-8"
        case .wrongType: "的类型不对"
        case .outOfOrder: "的次序不对"
        case .missing: "缺失"
        case .badTag: "的标记不对"
        }
    }
}
