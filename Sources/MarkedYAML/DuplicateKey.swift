/// Where a key stands the second time in one mapping. The parser tells only where the mapping begins.
struct DuplicateKey {
    let key: String
    let mark: DocumentMark
    private let text: String
    private let range: Range<String.Index>?

    /// The first of `keys` found a second time at or below the line where the mapping begins.
    init(keys: [String], mappingAt line: Int, in text: String) {
        self.text = text
        var found: (key: String, range: Range<String.Index>)?
        for key in keys where found == nil {
            found = DuplicateKey.second(key, from: line, in: text).map { (key, $0) }
        }
        key = found?.key ?? keys.first ?? ""
        range = found?.range
        mark = found.map { DuplicateKey.mark(of: $0.range.lowerBound, in: text) } ?? DocumentMark(line: line, column: 1)
    }

    /// The text with the second one named otherwise, so that reading can go on.
    func renamed(to name: String) -> String? {
        range.map { text.replacingCharacters(in: $0, with: name) }
    }

    private static func mark(of index: String.Index, in text: String) -> DocumentMark {
        let before = text[..<index]
        let lastBreak = before.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
        return DocumentMark(
            line: before.count { $0 == "\n" } + 1, column: text.distance(from: lastBreak, to: index) + 1)
    }

    /// The second place where the key is written as a key at the first place's depth.
    private static func second(_ key: String, from line: Int, in text: String) -> Range<String.Index>? {
        var start = text.startIndex
        for _ in 1..<max(1, line) {
            guard let next = text[start...].firstIndex(of: "\n") else { return nil }
            start = text.index(after: next)
        }
        var first: (column: Int, line: Int)?
        while let range = next(key, in: text, from: start) {
            start = range.upperBound
            let place = mark(of: range.lowerBound, in: text)
            guard let known = first else {
                first = (place.column, place.line)
                continue
            }
            if known.column == place.column || known.line == place.line { return range }
        }
        return nil
    }

    /// The next place where the word stands with a colon behind it and no letter before it.
    private static func next(_ key: String, in text: String, from start: String.Index) -> Range<String.Index>? {
        var index = start
        while index < text.endIndex {
            guard text[index...].hasPrefix(key) else {
                index = text.index(after: index)
                continue
            }
            let end = text.index(index, offsetBy: key.count)
            let before = index == text.startIndex ? "\n" : text[text.index(before: index)]
            if text[end...].hasPrefix(":"), " \n{,".contains(before) { return index..<end }
            index = end
        }
        return nil
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: other)
        return copy
    }
}
