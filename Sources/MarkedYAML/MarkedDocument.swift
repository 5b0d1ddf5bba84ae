import Yams

/// Reads one YAML text into marked nodes.
public enum MarkedDocument {
    /// The root of a text, or nil with findings where it is no YAML at all. Duplicate keys are findings, and reading
    /// goes on with the first of them.
    public static func read(_ text: String, into findings: FindingList) -> MarkedNode? {
        var text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        for attempt in 1...maximumDuplicates {
            do {
                // Words stay words: what is a number, the readers decide.
                guard let node = try Yams.compose(yaml: text, .basic) else {
                    findings.add("文件是空的", at: DocumentMark(line: 1, column: 1))
                    return nil
                }
                var marking = NodeMarking(findings: findings)
                return marking.marked(node, depth: 0)
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
    static let duplicatePrefix = "重复键"

    private static func add(_ error: any Error, of text: String, to findings: FindingList) {
        guard let error = error as? YamlError else { return findings.add("读不懂这份文件：请检查是不是 YAML 文本", at: start) }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let slips = LineScan.slips(in: text)
            for slip in slips { findings.add(slip.message, at: slip.mark) }
            let place = DocumentMark(line: mark.line, column: mark.column)
            if slips.isEmpty {
                let likely = SyntaxHint.likely(problem: problem, at: place, of: text)
                findings.add(likely.message, at: likely.mark)
            }
        case .reader(_, let offset, _, _):
            findings.add("第 \(offset ?? 0) 个字节起有不能读的字符（控制符或编码错误）：请另存为 UTF-8 文本", at: start)
        default:
            findings.add("读不懂这份文件：请检查是不是 YAML 文本", at: start)
        }
    }

    private static let start = DocumentMark(line: 1, column: 1)
}
