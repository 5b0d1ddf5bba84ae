/// Guesses what a writer did wrong where the text is no YAML and no line of it shows a known slip.
enum SyntaxHint {
    static func likely(
        problem: String, at mark: DocumentMark, of text: String
    ) -> (message: String, mark: DocumentMark) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.indices.contains(mark.line - 1), let comma = lines[mark.line - 1].firstIndex(of: "，") {
            let line = lines[mark.line - 1]
            let column = line.distance(from: line.startIndex, to: comma) + 1
            return ("\(chinese(problem))：括号里的逗号要用半角", DocumentMark(line: mark.line, column: column))
        }
        if let open = openQuote(in: lines) { return ("引号从这里开始，没有配对的另一半", open) }
        if problem.contains("mapping values are not allowed") {
            return ("这里不能再有“键: 值”：文字里有“: ”的要加引号；若是键，请看上一行的缩进", mark)
        }
        if let hint = indentation(at: mark.line, in: lines), isAboutIndentation(problem) { return (hint, mark) }
        return ("\(chinese(problem))：请检查这一行和上一行的缩进、冒号、引号和括号", mark)
    }

    /// The first value that opens with a quotation mark and does not close on its line.
    private static func openQuote(in lines: [Substring]) -> DocumentMark? {
        for (number, line) in lines.enumerated() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            guard let quote = value.first, quote == "\"" || quote == "'", !value.dropFirst().contains(quote) else {
                continue
            }
            let column = line.distance(from: line.startIndex, to: value.startIndex) + 1
            return DocumentMark(line: number + 1, column: column)
        }
        return nil
    }

    private static func isAboutIndentation(_ problem: String) -> Bool {
        problem.contains("did not find expected '-'") || problem.contains("did not find expected key")
    }

    /// How far a line is pushed in, and how far the lines above that it may belong with.
    private static func indentation(at line: Int, in lines: [Substring]) -> String? {
        guard lines.indices.contains(line - 1) else { return nil }
        func indent(_ index: Int) -> Int { lines[index].prefix { $0 == " " }.count }
        let own = indent(line - 1)
        var known: [Int] = []
        for index in stride(from: line - 2, through: 0, by: -1) where lines[index].contains(where: { $0 != " " }) {
            if !known.contains(indent(index)), known.last.map({ indent(index) < $0 }) ?? true {
                known.append(indent(index))
            }
        }
        guard !known.isEmpty, !known.contains(own) else { return nil }
        let depths = known.prefix(3).map { "\($0)" }.joined(separator: "、")
        return "缩进没有对齐：这一行前面有 \(own) 个空格，上面各层是 \(depths) 个"
    }

    /// The parser's commonest words in Chinese.
    private static func chinese(_ problem: String) -> String {
        let known = [
            ("could not find expected ':'", "缺少冒号"), ("mapping values are not allowed", "这里不能再有“键: 值”"),
            ("did not find expected ',' or '}'", "花括号没有配对，或缺逗号"),
            ("did not find expected ',' or ']'", "方括号没有配对，或缺逗号"),
            ("did not find expected key", "缩进不齐，或引号没有配对"), ("did not find expected '-'", "列表各项没有对齐"),
            ("found unexpected end of stream", "引号没有配对"), ("found character that cannot start any token", "不能以这个符号开头"),
            ("found undefined alias", "引用了没有定义的名字（*名字）"), ("nesting", "嵌套太深"),
            ("expected alphabetic or numeric", "“&”“*”后面的名字只能用英文字母和数字"), ("escape", "引号里的反斜杠写法不对"),
            ("did not find expected node content", "这里缺一个值，多半是多了一个逗号或括号"), ("unexpected ':'", "多了一个冒号，或值里的冒号要加引号"),
            ("comment or line break", "以“>”“|”开头的文字要加引号"), ("whitespace or line break", "符号后面要有一个空格"),
            ("block sequence entries are not allowed", "“键:”后面的列表要另起一行写"),
            ("document start", "一份文件里只能有一份内容，不要有单独的“---”或多余的文字"),
        ]
        return known.first { problem.contains($0.0) }?.1 ?? "这里不合 YAML 的写法"
    }
}
