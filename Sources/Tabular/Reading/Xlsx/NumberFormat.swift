/// What a number format makes of a number.
enum NumberFormat: Equatable {
    case plain
    case date
    case dateAndTime
    case time

    /// The formats that every program knows by number; nil for those a workbook defines itself.
    init?(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
        case 18...21, 32...35, 45...47, 55, 56: self = .time
        case 22: self = .dateAndTime
        case 0...13, 37...44, 48, 49: self = .plain
        default: return nil
        }
    }

    /// Reads a format such as `yyyy"年"m"月"d"日";@`, `[$-804]aaaa`, `[Red]0.00`, `[h]:mm`.
    init(code: String) {
        var hasDay = false
        var hasTime = false
        var hasMonthOrMinute = false
        for letter in NumberFormat.letters(of: code) {
            switch letter {
            case "y", "d", "e", "a": hasDay = true
            case "h", "s": hasTime = true
            case "m": hasMonthOrMinute = true
            default: break
            }
        }
        switch (hasDay, hasTime) {
        case (true, true): self = .dateAndTime
        case (true, false): self = .date
        case (false, true): self = .time
        case (false, false): self = hasMonthOrMinute ? .date : .plain
        }
    }

    /// The letters of the first section that are not quoted, escaped or part of a colour, locale or condition.
    private static func letters(of code: String) -> [Character] {
        // `General`, `G/通用格式`: the letters mean nothing.
        let lowered = code.lowercased()
        if lowered.contains("general") || lowered.hasPrefix("g/") { return [] }
        var letters: [Character] = []
        var rest = Substring(lowered)
        while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                // Elapsed time: [h], [mm], [ss].
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
                    letters.append(first == "m" ? "h" : first)
                }
                rest = rest.dropFirst(inside.count + 1)
            case ";": return letters
            // Powers of ten: 0.00E+00.
            case "e" where rest.hasPrefix("+") || rest.hasPrefix("-"): rest = rest.dropFirst()
            // AM/PM and 上午/下午 say nothing more than h does.
            case "a" where rest.hasPrefix("m/pm"): rest = rest.dropFirst(4)
            case "a" where rest.hasPrefix("/p"): rest = rest.dropFirst(2)
            default: letters.append(character)
            }
        }
        return letters
    }
}
