/// Collects the findings of one file while it is read, so that all of them are told at once.
public final class FindingList {
    public let file: String
    public private(set) var findings: [DocumentFinding] = []

    public init(file: String) { self.file = file }

    public var isEmpty: Bool { findings.isEmpty }

    public func add(_ message: String, at mark: DocumentMark) {
        findings.append(DocumentFinding(file: file, mark: mark, message: message))
    }

    public func add(_ message: String, at node: MarkedNode) { add(message, at: node.mark) }

    /// An unknown word, with the nearest known one and, where they are few, all of them.
    public func addUnknown(_ word: String, as what: String, known: [String], at mark: DocumentMark) {
        var message = "不认识的\(what)“\(word)”"
        if let near = NearestWord.of(word, in: known) { message += "，是不是“\(near)”？" }
        if known.isEmpty { message += "：这里没有可用的词" }
        if (1...24).contains(known.count) {
            message += (message.hasSuffix("？") ? "" : "，") + "可用的有：\(known.joined(separator: "、"))"
        }
        add(message, at: mark)
    }

    /// - Throws: `DocumentError` with every finding, where there is any.
    public func throwIfAny() throws(DocumentError) {
        if !findings.isEmpty { throw DocumentError(findings) }
    }
}
