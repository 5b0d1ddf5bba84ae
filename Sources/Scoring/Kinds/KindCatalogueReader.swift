public import DutyModel
public import MarkedYAML

/// Reads the catalogue of kinds, `Schemas/kinds.yaml`.
public enum KindCatalogueReader {
    /// - Parameter file: the name that findings give the text.
    /// - Throws: `DocumentError` with everything wrong in it: unknown words, codes or names used twice.
    public static func read(_ text: String, file: String) throws(DocumentError) -> KindCatalogue {
        let findings = FindingList(file: file)
        let kinds = readKinds(text, findings: findings)
        try findings.throwIfAny()
        return KindCatalogue(kinds)
    }

    private static func readKinds(_ text: String, findings: FindingList) -> [Kind] {
        guard let root = MarkedDocument.read(text, into: findings),
            var fields = FieldReader(root, as: "类别目录", findings: findings)
        else { return [] }
        var words = UsedWords()
        var kinds: [Kind] = []
        for node in fields.require("类别")?.each ?? [] {
            guard let kind = readKind(node, findings: findings) else { continue }
            words.add(kind, at: node, findings: findings)
            kinds.append(kind)
        }
        fields.finish()
        return kinds
    }

    private static func readKind(_ node: MarkedNode, findings: FindingList) -> Kind? {
        guard var fields = FieldReader(node, as: "类别", findings: findings) else { return nil }
        let code = fields.integer("代码", in: 1...1023)
        if code == nil { _ = fields.require("代码") }
        let key = fields.requiredText("键")
        let name = fields.requiredText("名称")
        let family = word(of: "类型", in: &fields, from: familyNames)
        if family == nil, fields.take("类型") == nil { _ = fields.require("类型") }
        let kind = Kind(
            code: KindCode(rawValue: UInt16(code ?? 0)), key: key ?? "", name: name ?? "",
            aliases: fields.words("别名").map(\.text), family: family ?? .event,
            groups: fields.words("归类").map(\.text), mandatory: fields.flag("必须参加") ?? false,
            expects: word(of: "应到", in: &fields, from: expectationNames) ?? .listed,
            isSensitive: fields.flag("敏感") ?? false, note: fields.text("说明") ?? "")
        fields.finish()
        return code == nil || key == nil || name == nil || family == nil ? nil : kind
    }

    private static func word<Value>(
        of key: String, in fields: inout FieldReader, from known: [(String, Value)]
    ) -> Value? {
        guard let node = fields.take(key) else { return nil }
        if let found = known.first(where: { $0.0 == node.scalar }) { return found.1 }
        fields.findings.addUnknown(node.scalar ?? node.described, as: key, known: known.map(\.0), at: node.mark)
        return nil
    }

    private static let familyNames: [(String, RecordFamily)] = [
        ("会议活动", .event), ("提案", .proposal), ("调研成果", .research), ("委员讲堂", .lecture), ("界别活动", .sectorActivity),
        ("社情民意", .opinionReport), ("大会发言", .speech), ("稿件", .publication), ("表彰", .commendation),
        ("公益服务", .publicService), ("专题系列", .programme),
    ]

    private static let expectationNames: [(String, Expectation)] = [
        ("名单所列", .listed), ("全体委员", .everyMember), ("常委", .standingMembers), ("本界别委员", .sectorMembers),
    ]
}

/// Codes and words of the kinds read so far: each may be used once.
private struct UsedWords {
    private var codes: [KindCode: String] = [:]
    private var words: [String: String] = [:]
    private var groups: Set<String> = []

    mutating func add(_ kind: Kind, at node: MarkedNode, findings: FindingList) {
        if let other = codes.updateValue(kind.name, forKey: kind.code) {
            findings.add("代码 \(kind.code.rawValue) 已用于“\(other)”", at: node)
        }
        for word in [kind.key, kind.name] + kind.aliases {
            if let other = words.updateValue(kind.name, forKey: word) {
                findings.add("“\(word)”已是“\(other)”的名称", at: node)
            }
            if groups.contains(word) { findings.add("“\(word)”已是一个归类的名称", at: node) }
        }
        for group in kind.groups {
            groups.insert(group)
            if let other = words[group] { findings.add("归类“\(group)”已是“\(other)”的名称", at: node) }
        }
    }
}
