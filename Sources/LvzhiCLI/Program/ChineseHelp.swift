import Tabular

/// ArgumentParser's help pages with Chinese headings and columns that line up in a terminal.
///
/// The library's headings are fixed English, and it pads by characters where Chinese needs two columns each.
enum ChineseHelp {
    /// The widest line printed.
    static let width = 96
    /// Where the right column begins.
    static let column = 26

    /// A whole help page.
    static func page(_ english: String) -> String {
        var lines = english.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let first = lines.first, let rest = first.dropping(prefix: "OVERVIEW: ") { lines[0] = rest }
        return lines.flatMap(line).joined(separator: "\n")
    }

    /// The usage lines below an error.
    static func usage(_ english: String) -> String {
        english.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).flatMap(line)
            .joined(separator: "\n")
    }

    private static let headings: [(english: String, chinese: String)] = [
        ("USAGE: ", "用法："), ("Usage: ", "用法："), ("Help:  ", "说明："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "子命令："),
    ]

    private static func line(_ line: String) -> [String] {
        for heading in headings {
            if let rest = line.dropping(prefix: heading.english) { return [heading.chinese + inChinese(rest)] }
        }
        if line.hasSuffix(" SUBCOMMANDS:") { return [line.dropLast(" SUBCOMMANDS:".count) + "："] }
        if let command = line.between("  See '", "' for detailed help.") {
            return ["  用“\(command.replacing("<subcommand>", with: "子命令"))”看详细说明。"]
        }
        if let command = line.between("  See '", "' for more information.") { return ["  用“\(command)”看说明。"] }
        return row(line)
    }

    /// A two-column line set again by display width; any other line as it is.
    private static func row(_ line: String) -> [String] {
        // An example is no row, wherever its blanks happen to fall.
        guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.hasPrefix("  lvzhi ") else {
            return continuation(line) ?? [line.hasPrefix("  lvzhi ") ? line : inChinese(line)]
        }
        let characters = Array(line)
        guard characters.count > column, characters[column - 1] == " " else { return [line] }
        let label = String(characters[..<column]).trimmingTrailingSpaces()
        return columns(label: label, text: String(characters[column...]))
    }

    /// The text of a row whose label took a line of its own.
    private static func continuation(_ line: String) -> [String]? {
        let indent = line.prefix { $0 == " " }.count
        guard indent == column else { return nil }
        return columns(label: "", text: String(line.dropFirst(indent)))
    }

    private static func columns(label: String, text: String) -> [String] {
        let pieces = wrapped(inChinese(text), to: width - column)
        let labelWidth = DisplayWidth.standard.columns(of: label)
        var lines: [String] = []
        for (position, piece) in pieces.enumerated() {
            let left = position == 0 ? label : ""
            if position == 0, labelWidth >= column {
                lines.append(left)
                lines.append(String(repeating: " ", count: column) + piece)
            } else {
                lines.append(
                    left + String(repeating: " ", count: column - DisplayWidth.standard.columns(of: left)) + piece)
            }
        }
        return lines
    }

    /// Breaks between any two Chinese characters, and between words otherwise.
    private static func wrapped(_ text: String, to limit: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        var used = 0
        for word in words(of: text) {
            let width = DisplayWidth.standard.columns(of: word)
            if used + width > limit, !current.isEmpty, !"，。；：、）”".contains(word) {
                lines.append(current.trimmingTrailingSpaces())
                current = ""
                used = 0
                if word == " " { continue }
            }
            current += word
            used += width
        }
        if !current.isEmpty || lines.isEmpty { lines.append(current) }
        return lines
    }

    private static func words(of text: String) -> [String] {
        var words: [String] = []
        for character in text {
            let joins = character.isASCII && character != " "
            if joins, let last = words.last?.last, last.isASCII, last != " " {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
            }
        }
        return words
    }

    private static func inChinese(_ text: String) -> String {
        text.replacing("Show the version.", with: "显示版本。").replacing("Show help information.", with: "显示这份说明。")
            .replacing("Show subcommand help information.", with: "显示子命令的说明。")
            .replacing("(default: ", with: "（不写时为 ").replacing("(values: ", with: "（可用：")
            .replacing("; default: ", with: "；不写时为 ").replacing("(default)", with: "（可省略）")
            .replacing(" （", with: "（").closingFullWidthBracket()
    }
}

extension Substring {
    fileprivate func replacing(_ old: String, with new: String) -> String { String(self).replacing(old, with: new) }
}

extension String {
    /// The rest after a prefix, or nil.
    func dropping(prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }

    /// What stands between a beginning and an end, or nil.
    func between(_ beginning: String, _ end: String) -> String? {
        guard let rest = dropping(prefix: beginning), rest.hasSuffix(end) else { return nil }
        return String(rest.dropLast(end.count))
    }

    func trimmingTrailingSpaces() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Every occurrence of one text by another.
    func replacing(_ old: String, with new: String) -> String {
        guard !old.isEmpty, utf8.count >= old.utf8.count else { return self }
        var result = ""
        var rest = self[...]
        while let range = rest.firstRange(of: old) {
            result += rest[..<range.lowerBound] + new
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    /// Closes a bracket that `inChinese` opened.
    fileprivate func closingFullWidthBracket() -> String {
        guard contains("（不写时为 ") || contains("（可用："), hasSuffix(")") else { return self }
        return dropLast().replacing(", ", with: "、") + "）"
    }
}
