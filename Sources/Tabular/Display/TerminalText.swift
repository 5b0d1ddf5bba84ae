/// Text from records made safe to print: what would move the cursor, colour the screen or turn the writing
/// direction is shown as `�`, line breaks and tabs as a blank.
enum TerminalText {
    static func safe(_ text: String, keepsLines: Bool = false) -> String {
        guard text.unicodeScalars.contains(where: { isDangerous($0) || $0 == "\n" || $0 == "\t" || $0 == "\r" }) else {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += keepsLines ? "\n" : " "
            case "\r": break
            case "\t": result += " "
            default: result.unicodeScalars.append(isDangerous(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
        default: false
        }
    }
}
