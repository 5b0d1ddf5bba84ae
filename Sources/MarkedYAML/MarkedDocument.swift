import Yams

/// Reads one YAML text into marked nodes.
public enum MarkedDocument {
    /// The root of a text, or nil with findings where it is no YAML at all. Duplicate keys are findings, and reading
    /// goes on with the first of them.
    public static func read(_ text: String, into findings: FindingList) -> MarkedNode? {
        var text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        for attempt in 1...maximumDuplicates {
            do {
                guard let node = try Yams.compose(yaml: text) else {
                    findings.add("文件是空的", at: DocumentMark(line: 1, column: 1))
                    return nil
                }
                return marked(node, findings: findings, depth: 0)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let duplicate = DuplicateKey(keys: keys, mappingAt: context.mark.line, in: text)
                findings.add("键“\(duplicate.key)”重复：同一处只能写一次", at: duplicate.mark)
                guard let renamed = duplicate.renamed(to: "\(duplicatePrefix)\(attempt)") else { return nil }
                text = renamed
            } catch {
                add(error, of: text, to: findings)
                return nil
            }
        }
        return nil
    }

    private static let maximumDuplicates = 50
    private static let duplicatePrefix = "重复键"

    private static func add(_ error: any Error, of text: String, to findings: FindingList) {
        guard let error = error as? YamlError else { return findings.add("读不懂：\(error)", at: start) }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let place = DocumentMark(line: mark.line, column: mark.column)
            let likely = SyntaxHint.likely(problem: problem, at: place, of: text)
            findings.add(likely.message, at: likely.mark)
        case .reader(let problem, let offset, _, _):
            findings.add("第 \(offset ?? 0) 个字符不能读（\(problem)）", at: start)
        default:
            findings.add("读不懂：\(error)", at: start)
        }
    }

    private static let start = DocumentMark(line: 1, column: 1)

    private static func marked(_ node: Node, findings: FindingList, depth: Int) -> MarkedNode? {
        let mark = DocumentMark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        guard depth < 64 else {
            findings.add("嵌套太深", at: mark)
            return nil
        }
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
            return MarkedNode(mark: mark, content: .scalar(isNull ? "" : scalar.string))
        case .sequence(let sequence):
            let nodes = sequence.compactMap { marked($0, findings: findings, depth: depth + 1) }
            return MarkedNode(mark: mark, content: .sequence(nodes))
        case .mapping(let mapping):
            let fields = mapping.compactMap { field($0, findings: findings, depth: depth) }
            return MarkedNode(mark: mark, content: .mapping(fields))
        case .alias:
            findings.add("不支持引用（*名称）", at: mark)
            return nil
        }
    }

    private static func field(_ pair: (key: Node, value: Node), findings: FindingList, depth: Int) -> MarkedNode.Field?
    {
        let mark = DocumentMark(line: pair.key.mark?.line ?? 1, column: pair.key.mark?.column ?? 1)
        guard case .scalar(let key) = pair.key else {
            findings.add("键必须是一个词", at: mark)
            return nil
        }
        if key.string.hasPrefix(duplicatePrefix) { return nil }
        return marked(pair.value, findings: findings, depth: depth + 1).map {
            MarkedNode.Field(key: key.string, keyMark: mark, value: $0)
        }
    }
}
