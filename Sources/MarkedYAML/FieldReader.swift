/// Reads the fields of one mapping by key, and knows afterwards which keys nobody asked for.
///
/// Every reader ends with `finish()`, which reports the unknown keys with the nearest known one.
public struct FieldReader {
    public let node: MarkedNode
    /// What the mapping is, for messages: 指标, 类别, ….
    public let what: String
    public let findings: FindingList
    private let fields: [MarkedNode.Field]
    private var asked: [String] = []

    /// Where the node is no mapping this is a finding, and the reader is nil.
    public init?(_ node: MarkedNode, as what: String, findings: FindingList) {
        guard let fields = node.mapping else {
            var message = "\(what)应是一组“键: 值”，这里是\(node.described)"
            if node.scalar?.contains("：") == true { message += "：冒号请用半角，后面加一个空格" }
            findings.add(message, at: node)
            return nil
        }
        self.node = node
        self.what = what
        self.findings = findings
        self.fields = fields
    }

    public var mark: DocumentMark { node.mark }

    /// The keys written, whether asked for or not.
    public var keys: [String] { fields.map(\.key) }

    /// The value of a key, nil where it is not written.
    public mutating func take(_ key: String) -> MarkedNode? {
        if !asked.contains(key) { asked.append(key) }
        return fields.first { $0.key == key }?.value
    }

    /// The value of a key; a finding where it is not written.
    public mutating func require(_ key: String) -> MarkedNode? {
        if let value = take(key) { return value }
        findings.add("\(what)缺少“\(key)”", at: node)
        return nil
    }

    /// Where a key is written.
    public func mark(of key: String) -> DocumentMark { fields.first { $0.key == key }?.keyMark ?? node.mark }

    /// Reports every key that nobody asked for.
    public func finish() {
        for field in fields where !asked.contains(field.key) {
            if field.key.contains("：") {
                findings.add("“\(field.key)”里是全角冒号：请写成“键: 值”，半角冒号加一个空格", at: field.keyMark)
            } else if let colon = field.key.firstIndex(of: ":") {
                let (key, value) = (field.key[..<colon], field.key[field.key.index(after: colon)...])
                findings.add("“\(field.key)”里冒号后面要有一个空格：“\(key): \(value)”", at: field.keyMark)
            } else {
                findings.addUnknown(field.key, as: "键（在\(what)里）", known: asked, at: field.keyMark)
            }
        }
    }
}

extension FieldReader {
    /// A text; nil where the key is not written.
    public mutating func text(_ key: String) -> String? { take(key).flatMap { text($0, of: key) } }

    /// A text that must be there and not be empty.
    public mutating func requiredText(_ key: String) -> String? {
        guard let node = require(key), let text = text(node, of: key) else { return nil }
        if text.isEmpty { findings.add("“\(key)”不能为空", at: node) }
        return text.isEmpty ? nil : text
    }

    private func text(_ node: MarkedNode, of key: String) -> String? {
        if let text = node.scalar { return text }
        findings.add("“\(key)”应是一段文字，这里是\(node.described)", at: node)
        return nil
    }

    /// A whole number within bounds; nil where the key is not written.
    public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = take(key) else { return nil }
        if let number = node.scalar.flatMap({ Int($0) }), range.contains(number) { return number }
        findings.add("“\(key)”应是 \(range.lowerBound) 到 \(range.upperBound) 的整数，这里是\(node.described)", at: node)
        return nil
    }

    /// 是 or 否; nil where the key is not written.
    public mutating func flag(_ key: String) -> Bool? {
        guard let node = take(key) else { return nil }
        switch node.scalar {
        case "是", "true": return true
        case "否", "false": return false
        default:
            findings.add("“\(key)”应写“是”或“否”，这里是\(node.described)", at: node)
            return nil
        }
    }

    /// One word or a list of words, each with its mark; empty where the key is not written.
    public mutating func words(_ key: String) -> [(text: String, mark: DocumentMark)] {
        guard let node = take(key) else { return [] }
        return node.each.compactMap { item in
            if let text = item.scalar { return (text, item.mark) }
            findings.add("“\(key)”应是一个词或一列词，这里有\(item.described)", at: item)
            return nil
        }
    }

    /// A list of nodes; empty where the key is not written.
    public mutating func list(_ key: String) -> [MarkedNode] {
        guard let node = take(key) else { return [] }
        if let nodes = node.sequence { return nodes }
        findings.add("“\(key)”应是一个列表（每项以“- ”开头），这里是\(node.described)", at: node)
        return []
    }

    /// The mapping under a key; nil where the key is not written.
    public mutating func nested(_ key: String) -> FieldReader? {
        take(key).flatMap { FieldReader($0, as: "“\(key)”", findings: findings) }
    }
}
