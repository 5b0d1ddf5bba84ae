import DutyModel

/// A cell that names several people: 张三、李四（请假），王　五 等12人.
struct PeopleCell: Hashable {
    struct Entry: Hashable {
        var name: NameText
        /// The words before the colon that stood over it: 请假, 经济界.
        var label: String
    }

    var entries: [Entry]
    /// The 12 of “等12人” or “共12人”.
    var declared: Int?
    /// Whether the list says of itself that it is not complete.
    var isOpen: Bool

    /// Whether people are missing: “等” with a number other than that of the names, or with none.
    var isIncomplete: Bool { declared.map { $0 != entries.count } ?? isOpen }

    /// `isKnown` says whether a text is a member's whole name: it settles what a space means.
    init(_ raw: some StringProtocol, isKnown: (String) -> Bool = { _ in false }) {
        entries = []
        isOpen = false
        var label = ""
        for piece in PeopleCell.pieces(of: TextFolding.halfWidth(raw)) {
            var text = piece
            if let colon = PeopleCell.labelEnd(text) {
                label = TextFolding.withoutSpaces(text[..<colon])
                text = String(text[text.index(after: colon)...])
            }
            text = takeTail(text)
            for name in PeopleCell.names(in: text, isKnown: isKnown) {
                entries.append(Entry(name: name, label: label))
            }
        }
    }

    /// A short label before a colon.
    private static func labelEnd(_ text: String) -> String.Index? {
        guard let colon = text.firstIndex(of: ":"), text[..<colon].count <= 12 else { return nil }
        return text[..<colon].contains("(") ? nil : colon
    }

    /// Pieces between 、 ， ； / and line breaks, but not inside brackets.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        var depth = 0
        for character in text {
            if "([〔【".contains(character) { depth += 1 }
            if ")]〕】".contains(character) { depth = max(0, depth - 1) }
            if depth == 0, character.isNewline || ",;、，；/|。\t".contains(character) {
                pieces.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        pieces.append(current)
        return pieces.filter { !TextFolding.trimmed($0).isEmpty }
    }

    /// Takes “等12人”, “等”, “共12人”, “(12人)” off the end.
    private mutating func takeTail(_ text: String) -> String {
        var rest = TextFolding.trimmed(text)
        if rest.hasSuffix(")"), let open = rest.lastIndex(of: "(") {
            let inside = rest[rest.index(after: open)...].dropLast()
            if let number = PeopleCell.headcount(inside) {
                declared = number
                rest = TextFolding.trimmed(rest[..<open])
            }
        }
        for word in ["等", "共", "共计"] {
            guard let range = rest.range(ofLast: word) else { continue }
            let tail = TextFolding.withoutSpaces(rest[range.upperBound...])
            if word == "等", NameText(rest[..<range.lowerBound]).name.count == 1 { continue }
            if let number = PeopleCell.headcount(tail) {
                declared = number
            } else if word != "等" || !["", "人", "委员", "同志"].contains(tail) {
                continue
            }
            if word == "等" { isOpen = true }
            rest = String(rest[..<range.lowerBound])
            break
        }
        return rest
    }

    /// 12 of “12人”, “十二名委员”.
    private static func headcount(_ text: some StringProtocol) -> Int? {
        var rest = TextFolding.withoutSpaces(text)[...]
        if rest.hasPrefix("共") { rest = rest.dropFirst() }
        for tail in ["名委员", "位委员", "人", "名", "位"] where rest.hasSuffix(tail) {
            return ChineseNumber.parse(rest.dropLast(tail.count))
        }
        return nil
    }

    /// Names in one piece, which may hold spaces: “张三 李四”, “张 三”, “王 小 明”.
    private static func names(in piece: String, isKnown: (String) -> Bool) -> [NameText] {
        let tokens = tokens(of: piece)
        let whole = NameText(piece)
        guard tokens.count > 1, whole.name.unicodeScalars.contains(where: TextFolding.isHan) else {
            return whole.name.isEmpty ? [] : [whole]
        }
        if isKnown(whole.name) { return [whole] }
        var names: [NameText] = []
        var position = 0
        while position < tokens.count {
            let width = width(at: position, in: tokens, isKnown: isKnown)
            names.append(NameText(tokens[position..<position + width].joined()))
            position += width
        }
        return names.filter { !$0.name.isEmpty }
    }

    /// How many tokens the next name takes: the most that make a known name; else single characters together.
    private static func width(at position: Int, in tokens: [String], isKnown: (String) -> Bool) -> Int {
        let left = tokens.count - position
        for width in stride(from: min(3, left), through: 2, by: -1)
        where isKnown(NameText(tokens[position..<position + width].joined()).name) {
            return width
        }
        var singles = 0
        while singles < left, NameText(tokens[position + singles]).name.count == 1 { singles += 1 }
        switch singles {
        case 0: return 1
        case 1: return min(2, left)
        case 2, 3: return singles
        default: return 2
        }
    }

    /// Tokens between spaces; a bracket stays with the name before it.
    private static func tokens(of piece: String) -> [String] {
        var tokens: [String] = []
        var current = ""
        var depth = 0
        for character in piece {
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            if depth == 0, character.isWhitespace {
                if !current.isEmpty { tokens.append(current) }
                current = ""
            } else if character == "(", current.isEmpty, depth == 1, let last = tokens.popLast() {
                current = last + "("
            } else {
                current.append(character)
            }
        }
        if !current.isEmpty { tokens.append(current) }
        return tokens
    }
}

extension String {
    /// The last place where a text stands in this one.
    func range(ofLast needle: String) -> Range<String.Index>? {
        var end = endIndex
        while end > startIndex {
            let start = index(before: end)
            if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
            end = start
        }
        return nil
    }
}
