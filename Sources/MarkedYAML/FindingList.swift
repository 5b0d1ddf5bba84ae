/// Collects the findings of one file while it is read, so that all of them are told at once.
public final class FindingList {
    public let file: String
    public private(set) var findings: [DocumentFinding] = []

    /// Words that people write for a known one, by what they write: told before any that merely looks alike.
    private let synonyms: [String: [String]]

    public init(file: String, synonyms: [String: [String]] = [:]) {
        self.file = file
        self.synonyms = synonyms
    }

    public var isEmpty: Bool { findings.isEmpty }

    public func add(_ message: String, at mark: DocumentMark) {
        findings.append(DocumentFinding(file: file, mark: mark, message: message))
    }

    public func add(_ message: String, at node: MarkedNode) { add(message, at: node.mark) }

    /// An unknown word, with the nearest known one and, where they are few, all of them.
    public func addUnknown(_ word: String, as what: String, known: [String], at mark: DocumentMark) {
        var message = "不认识的\(what)“\(word)”"
        let parts = word.split(whereSeparator: { "、，,；".contains($0) }).map { $0.filter { !$0.isWhitespace } }
        if parts.count > 1, parts.contains(where: known.contains) {
            return add("“\(word)”是几个词：请写成 [\(parts.joined(separator: ", "))]", at: mark)
        }
        let meant = synonyms[word]?.first { known.contains($0) }
        if let near = meant ?? NearestWord.of(word, in: known) { message += "，是不是“\(near)”？" }
        if known.isEmpty { message += "：这里没有可用的词" }
        if meant == nil, (1...24).contains(known.count) {
            message += (message.hasSuffix("？") ? "" : "，") + "可用的有：\(known.joined(separator: "、"))"
        }
        add(message, at: mark)
    }

    /// - Throws: `DocumentError` with every finding, where there is any.
    public func throwIfAny() throws(DocumentError) {
        if !findings.isEmpty { throw DocumentError(findings) }
    }
}
