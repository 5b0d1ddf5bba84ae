/// Guesses what a writer did wrong where the text is no YAML, and on which line: parsers notice a line too late.
enum SyntaxHint {
    static func likely(
        problem: String, at mark: DocumentMark, of text: String
    ) -> (message: String, mark: DocumentMark) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let near = [mark.line - 1, mark.line - 2].filter(lines.indices.contains)
        func place(_ line: Int, _ isCulprit: (Character) -> Bool) -> DocumentMark {
            let index = lines[line].firstIndex(where: isCulprit) ?? lines[line].startIndex
            return DocumentMark(
                line: line + 1, column: lines[line].distance(from: lines[line].startIndex, to: index) + 1)
        }
        if let line = near.first(where: { lines[$0].prefix { $0.isWhitespace }.contains("\t") }) {
            return ("缩进用了制表符：请改用空格", place(line) { $0 == "\t" })
        }
        if let line = near.first(where: { lines[$0].contains("：") && !lines[$0].contains(": ") }) {
            return ("这里是全角冒号：请写成“键: 值”，半角冒号加一个空格", place(line) { $0 == "：" })
        }
        if let line = near.first(where: { $0 == mark.line - 1 && lines[$0].contains { "，｛｝［］".contains($0) } }) {
            return ("YAML 写法有误（\(chinese(problem))）：括号和括号里的逗号要用半角", place(line) { "，｛｝［］".contains($0) })
        }
        return ("YAML 写法有误（\(chinese(problem))）：请检查这一行和上一行的缩进、冒号、引号和括号", mark)
    }

    /// The parser's commonest words in Chinese; others as they are.
    private static func chinese(_ problem: String) -> String {
        let known = [
            ("could not find expected ':'", "缺少冒号"), ("mapping values are not allowed", "这里不能再有“键: 值”"),
            ("did not find expected ',' or '}'", "花括号没有配对，或缺逗号"),
            ("did not find expected ',' or ']'", "方括号没有配对，或缺逗号"),
            ("did not find expected key", "缩进不齐，或引号没有配对"), ("did not find expected '-'", "列表各项没有对齐"),
            ("found unexpected end of stream", "引号没有配对"), ("found character that cannot start any token", "不能以这个符号开头"),
        ]
        return known.first { problem.contains($0.0) }?.1 ?? problem
    }
}
