/// ArgumentParser's complaints in Chinese. Each pattern is the library's sentence with `%` for what varies.
enum ParserMessages {
    private static let sentences: [(pattern: String, chinese: String)] = [
        ("Unknown option '%'. Did you mean '%'?", "没有选项“%”。是不是想写“%”？"),
        ("Unknown option '%'", "没有选项“%”。"),
        ("Missing value for '%'", "选项“%”后面缺少内容。"),
        ("The option '%' does not take any value, but '%' was specified.", "选项“%”不带内容，却写了“%”。"),
        ("Unexpected argument '%'", "多出来的参数“%”。"),
        ("% unexpected arguments: '%'", "多出来 % 个参数：“%”。"),
        ("Value to be set with flag '%' had already been set with flag '%'", "“%”与前面的“%”重复。"),
        ("Missing expected argument '%'", "缺少参数“%”。"),
        ("Missing one of: '%'", "下列参数要写一个：“%”。"),
        ("The value '%' is invalid for '%': %", "“%”不能用作“%”：%"),
        ("The value '%' is invalid for '%'. Please provide one of %.", "“%”不能用作“%”。可用：%。"),
        ("The value '%' is invalid for '%'. Please provide one of the following:%", "“%”不能用作“%”。可用：%"),
        ("The value '%' is invalid for '%'", "“%”不能用作“%”。"),
        ("Missing required subcommand.", "缺少子命令。"),
        ("Invalid option: %", "选项写得不对：%。"),
        ("Can't generate completion scripts for '%'.%", "不能为“%”生成补全脚本，可用 bash、zsh、fish。"),
        ("Can't autodetect a supported shell.%", "不知道用的是哪种 shell，请写明 bash、zsh 或 fish。"),
    ]

    /// The sentence in Chinese; an unknown one as it is.
    static func inChinese(_ english: String) -> String {
        for sentence in sentences {
            if let parts = match(english, against: sentence.pattern) { return fill(sentence.chinese, with: parts) }
        }
        return english
    }

    /// The first word too many, where that is the complaint.
    static func firstUnexpectedWord(in message: String) -> String? {
        if let parts = match(message, against: "Unexpected argument '%'") { return parts[0] }
        guard let parts = match(message, against: "% unexpected arguments: '%'") else { return nil }
        return parts[1].firstRange(of: "', '").map { String(parts[1][..<$0.lowerBound]) }
    }

    /// What stands in the place of each `%`, or nil where the text does not fit.
    static func match(_ text: String, against pattern: String) -> [String]? {
        let fixed = pattern.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
        guard let first = fixed.first, var rest = text.dropping(prefix: first).map({ $0[...] }) else { return nil }
        var parts: [String] = []
        for (position, piece) in fixed.enumerated().dropFirst() {
            if piece.isEmpty, position == fixed.count - 1 {
                parts.append(String(rest))
                return parts
            }
            let isLast = position == fixed.count - 1
            guard let range = isLast ? rest.lastRange(of: piece) : rest.firstRange(of: piece) else { return nil }
            if isLast, range.upperBound != rest.endIndex { return nil }
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return rest.isEmpty ? parts : nil
    }

    private static func fill(_ pattern: String, with parts: [String]) -> String {
        var parts = parts[...]
        return pattern.map { $0 == "%" ? tidy(parts.popFirst() ?? "") : String($0) }.joined()
    }

    /// Lists of the library's own making: quotes and English commas away.
    private static func tidy(_ part: String) -> String {
        let bullets = part.split(separator: "\n").compactMap { String($0).dropping(prefix: "  - ") }
        if !bullets.isEmpty { return bullets.joined(separator: "、") + "。" }
        return part.replacing("', '", with: "、").replacing("' or '", with: "、").replacing("' and '", with: "、")
            .trimmed(of: "'")
    }
}

extension Substring {
    fileprivate func lastRange(of piece: String) -> Range<Index>? {
        guard hasSuffix(piece) else { return nil }
        return index(endIndex, offsetBy: -piece.count)..<endIndex
    }
}

extension String {
    fileprivate func trimmed(of character: Character) -> String {
        var text = self[...]
        if text.first == character { text.removeFirst() }
        if text.last == character { text.removeLast() }
        return String(text)
    }
}
