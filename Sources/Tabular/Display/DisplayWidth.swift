#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many columns of a terminal a text takes: a Chinese character two, a combining mark none.
public struct DisplayWidth: Sendable {
    /// Whether characters of ambiguous width (“ ” ① — ○ △ √ ×) take two columns, as in many Chinese terminals.
    public var ambiguousIsWide: Bool

    public init(ambiguousIsWide: Bool = false) { self.ambiguousIsWide = ambiguousIsWide }

    /// Ambiguous characters narrow.
    public static let standard = DisplayWidth()

    /// By an environment variable, for users whose terminal shows ambiguous characters wide: `2` is wide.
    public static func fromEnvironment(_ variable: String = "LVZHI_AMBIGUOUS_WIDTH") -> DisplayWidth {
        DisplayWidth(ambiguousIsWide: getenv(variable).map { String(cString: $0) } == "2")
    }

    /// Columns of a text; control characters count nothing.
    public func columns(of text: String) -> Int {
        var columns = 0
        for character in text { columns += self.columns(of: character) }
        return columns
    }

    /// Columns of one character as a reader counts them, with all its marks.
    public func columns(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.count == 1 { return columns(of: first) }
        // A flag is two letters in one; an emoji asked for as a picture is wide whatever it was.
        let isFlag = (0x1F1E6...0x1F1FF).contains(first.value)
        if isFlag || scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
        return scalars.lazy.map { self.columns(of: $0) }.max() ?? 0
    }

    private func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 ? 0 : 1 }
        if (0x4E00...0x9FFF).contains(value) { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        // Medial vowels and finals join the Hangul letter before them.
        if (0x1160...0x11FF).contains(value) { return 0 }
        if WidthTables.contains(value, WidthTables.wide) { return 2 }
        return ambiguousIsWide && WidthTables.contains(value, WidthTables.ambiguous) ? 2 : 1
    }

    /// The longest beginning that fits, with `…` where something was cut.
    public func truncated(_ text: String, to columns: Int) -> String {
        if self.columns(of: text) <= columns { return text }
        let mark: Character = "…"
        let room = columns - self.columns(of: mark)
        guard room >= 0 else { return "" }
        return beginning(of: text[...], fitting: room) + String(mark)
    }

    /// Filled up with blanks to a width; longer text is left as it is.
    public func padded(_ text: String, to columns: Int, _ alignment: ColumnAlignment = .left) -> String {
        let missing = columns - self.columns(of: text)
        guard missing > 0 else { return text }
        let before =
            switch alignment {
            case .left: 0
            case .right: missing
            case .center: missing / 2
            }
        return String(repeating: " ", count: before) + text + String(repeating: " ", count: missing - before)
    }

    /// Broken into lines that fit: at blanks where there are any, else anywhere, since Chinese has none.
    public func wrapped(_ text: String, to columns: Int) -> [String] {
        precondition(columns >= 2, "a line must have room for a Chinese character")
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var rest = paragraph
            repeat {
                let line = nextLine(of: rest, columns)
                rest = rest.dropFirst(line.count)
                lines.append(line.last == " " ? String(line.dropLast()) : line)
            } while !rest.isEmpty
        }
        return lines
    }

    private func nextLine(of text: Substring, _ columns: Int) -> String {
        let line = beginning(of: text, fitting: columns)
        guard line.count < text.count else { return line }
        // Do not break a word or number that fits on the next line.
        let next = text[text.index(text.startIndex, offsetBy: line.count)]
        guard let last = line.last, last.isWordPart, next.isWordPart else { return line }
        let word = line.reversed().prefix { $0.isWordPart }.count
        return word < line.count ? String(line.dropLast(word)) : line
    }

    private func beginning(of text: Substring, fitting columns: Int) -> String {
        var room = columns
        return String(
            text.prefix { character in
                room -= self.columns(of: character)
                return room >= 0
            })
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isASCII && (isLetter || isNumber || self == "." || self == "-") }
}
