/// Ways to make differently typed text comparable.
enum TextFolding {
    /// Full-width digits, letters and marks (１，Ａ，（) become half-width, U+3000 becomes a space.
    static func halfWidth(_ text: some StringProtocol) -> String {
        // Most text has nothing to change: wide forms begin with the bytes EF, E2, E3 80 or C2.
        guard text.utf8.contains(where: { $0 == 0xEF || $0 == 0xE2 || $0 == 0xE3 || $0 == 0xC2 }) else {
            return String(text)
        }
        return narrowed(text)
    }

    private static func narrowed(_ text: some StringProtocol) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: scalars.append(UnicodeScalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000, 0xA0, 0x2007, 0x202F: scalars.append(" ")
            case 0xFEFF, 0x200B...0x200D: continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Without leading and trailing white space, of whatever width.
    static func trimmed(_ text: some StringProtocol) -> String {
        if let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, !isSpace(first), !isSpace(last) {
            return String(text)
        }
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
        return String(Substring(scalars))
    }

    static func isSpace(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    /// Without any white space.
    static func withoutSpaces(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: isSpace) else { return String(text) }
        return removingSpaces(text)
    }

    private static func removingSpaces(_ text: some StringProtocol) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isSpace($0) }))
    }

    /// A heading as it is compared: half-width, lower case, no spaces, no notes in brackets, no colon or star.
    static func heading(_ text: some StringProtocol) -> String {
        var depth = 0
        var scalars = String.UnicodeScalarView()
        for scalar in halfWidth(text).unicodeScalars {
            switch scalar {
            case "(", "[", "〔", "【": depth += 1
            case ")", "]", "〕", "】": depth = max(0, depth - 1)
            case ":", "*": continue
            case _ where depth > 0 || isSpace(scalar): continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars).lowercased()
    }

    static func isHan(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
        default: false
        }
    }
}

/// Titles and numbers of records as they are compared.
enum TitleText {
    /// Letters and digits only, half-width, lower case: spaces, quotes, book-title marks and stops say nothing.
    static func folded(_ text: some StringProtocol) -> String {
        let kept = TextFolding.halfWidth(text).unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || TextFolding.isHan($0)
        }
        return String(String.UnicodeScalarView(kept)).lowercased()
    }

    /// For people to read: trimmed, white space between Han removed, any other run of it one blank.
    static func cleaned(_ text: some StringProtocol) -> String {
        let trimmed = TextFolding.trimmed(text)
        guard trimmed.unicodeScalars.contains(where: TextFolding.isSpace) else { return trimmed }
        var result = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in trimmed.unicodeScalars {
            if TextFolding.isSpace(scalar) {
                pendingSpace = true
                continue
            }
            if pendingSpace, let last = result.last, last.isASCII || scalar.isASCII { result.append(" ") }
            pendingSpace = false
            result.append(scalar)
        }
        return String(result)
    }

    /// Whether two folded titles look like the same one typed differently: one holds the other, or they share
    /// four fifths of their neighbouring pairs of characters.
    static func resemble(_ left: String, _ right: String) -> Bool {
        guard left != right else { return true }
        guard left.count >= 4, right.count >= 4 else { return false }
        if left.contains(right) || right.contains(left) { return true }
        let first = pairs(of: left)
        let second = pairs(of: right)
        return first.intersection(second).count * 5 >= max(first.count, second.count) * 4
    }

    private static func pairs(of text: String) -> Set<String> {
        Set(zip(text, text.dropFirst()).map { String([$0, $1]) })
    }
}
