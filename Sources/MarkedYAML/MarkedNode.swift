/// One value of a YAML file, with the place where it stands.
public struct MarkedNode: Sendable {
    public enum Content: Sendable {
        /// A word, number or text as written.
        case scalar(String)
        case sequence([MarkedNode])
        /// Keys are scalars, unique, in the file's order.
        case mapping([Field])
    }

    /// A key with its value.
    public struct Field: Sendable {
        public let key: String
        public let keyMark: DocumentMark
        public let value: MarkedNode

        public init(key: String, keyMark: DocumentMark, value: MarkedNode) {
            self.key = key
            self.keyMark = keyMark
            self.value = value
        }
    }

    public let mark: DocumentMark
    public let content: Content

    public init(mark: DocumentMark, content: Content) {
        self.mark = mark
        self.content = content
    }

    /// The text of a scalar.
    public var scalar: String? { if case .scalar(let text) = content { text } else { nil } }
    public var sequence: [MarkedNode]? { if case .sequence(let nodes) = content { nodes } else { nil } }
    public var mapping: [Field]? { if case .mapping(let fields) = content { fields } else { nil } }

    /// The value of a key of a mapping.
    public subscript(key: String) -> MarkedNode? { mapping?.first { $0.key == key }?.value }

    /// The nodes of a sequence, or the node itself where there is only one.
    public var each: [MarkedNode] { sequence ?? [self] }

    /// What it is, for messages: “提案”, 一个列表, …
    public var described: String {
        switch content {
        case .scalar(let text): text.isEmpty ? "空值" : "“\(text)”"
        case .sequence(let nodes): "一个列表（\(nodes.count) 项）"
        case .mapping(let fields): "一组键值（\(fields.map(\.key).prefix(3).joined(separator: "、"))…）"
        }
    }
}
