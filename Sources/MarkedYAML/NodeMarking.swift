internal import Yams

/// Turns the parser's nodes into marked ones, within bounds: a short text full of references can stand for billions.
struct NodeMarking {
    private let findings: FindingList
    private var left = 200_000

    init(findings: FindingList) { self.findings = findings }

    mutating func marked(_ node: Node, depth: Int) -> MarkedNode? {
        let mark = DocumentMark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        left -= 1
        guard left > 0, depth < 64 else {
            if left >= 0 { findings.add(left == 0 ? "内容太多：一份文件最多二十万项" : "嵌套太深", at: mark) }
            return nil
        }
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
            return MarkedNode(mark: mark, content: .scalar(isNull ? "" : scalar.string))
        case .sequence(let sequence):
            var nodes: [MarkedNode] = []
            for item in sequence where left > 0 {
                if let node = marked(item, depth: depth + 1) { nodes.append(node) }
            }
            return MarkedNode(mark: mark, content: .sequence(nodes))
        case .mapping(let mapping):
            var fields: [MarkedNode.Field] = []
            for pair in mapping where left > 0 {
                if let field = field(pair, depth: depth) { fields.append(field) }
            }
            return MarkedNode(mark: mark, content: .mapping(fields))
        case .alias:
            findings.add("不支持引用（*名称）", at: mark)
            return nil
        }
    }

    private mutating func field(_ pair: (key: Node, value: Node), depth: Int) -> MarkedNode.Field? {
        let mark = DocumentMark(line: pair.key.mark?.line ?? 1, column: pair.key.mark?.column ?? 1)
        guard case .scalar(let key) = pair.key else {
            findings.add("键必须是一个词", at: mark)
            return nil
        }
        // A key that was written twice; its finding has been told.
        if key.string.hasPrefix(MarkedDocument.duplicatePrefix) { return nil }
        return marked(pair.value, depth: depth + 1).map {
            MarkedNode.Field(key: key.string, keyMark: mark, value: $0)
        }
    }
}
