/// Takes a date cell apart into dates, ranges and halves of days.
struct DateScan {
    private let scalars: [UnicodeScalar]
    private var position = 0
    /// Halves told by clock times: 14:30-17:00 is one, 9:00-17:00 two.
    private(set) var halves: Int?
    /// The half told by clock times or in brackets.
    private(set) var half: DayHalf?

    init(_ text: String) {
        scalars = DateScan.withHanDigits(Array(NameText.splitBrackets(text).outside.unicodeScalars))
        if let inside = NameText.splitBrackets(text).inside.first(where: {
            $0.contains("午") || $0.contains("天") || $0 == "晚上"
        }) {
            halves = inside.contains("全") ? 2 : 1
            half = ["上午", "下午", "晚上"].first { inside.contains($0) }.flatMap { DayHalf(word: $0) }
        }
    }

    /// 二〇二四年三月五日 in digits; other Han stays.
    private static func withHanDigits(_ scalars: [UnicodeScalar]) -> [UnicodeScalar] {
        var result: [UnicodeScalar] = []
        var position = 0
        while position < scalars.count {
            var end = position
            while end < scalars.count, ChineseNumber.digit(scalars[end]) != nil || scalars[end] == "十" { end += 1 }
            let unitFollows = end < scalars.count && "年月日号".unicodeScalars.contains(scalars[end])
            if end > position, unitFollows,
                let number = ChineseNumber.parse(String(String.UnicodeScalarView(scalars[position..<end])))
            {
                result.append(contentsOf: String(number).unicodeScalars)
                position = end
            } else {
                result.append(scalars[position])
                position += 1
            }
        }
        return result
    }

    private enum Token: Hashable {
        case number(Int, digits: Int)
        case unit(UnicodeScalar)
        case dash
        case range
        case list
        case half(DayHalf)
    }

    /// Dates in order, the separators between them (`-` between full dates) being ranges.
    mutating func parts() throws(DateProblem) -> [[DatePart]] {
        var tokens: [Token] = []
        while position < scalars.count {
            if takeClock() { continue }
            if let token = try next() { tokens.append(token) }
        }
        tokens = DateScan.withRanges(tokens)
        let lists = tokens.split(separator: .list).map { Array($0) }
        guard !lists.isEmpty else { throw .notADate }
        var result: [[DatePart]] = []
        for list in lists {
            var range: [DatePart] = []
            for piece in list.split(separator: .range, omittingEmptySubsequences: true) {
                range.append(try DateScan.part(of: Array(piece)))
            }
            guard (1...2).contains(range.count) else { throw .notADate }
            result.append(range)
        }
        return result
    }

    private mutating func next() throws(DateProblem) -> Token? {
        let scalar = scalars[position]
        if ("0"..."9").contains(scalar) { return number() }
        position += 1
        switch scalar {
        case "年", "月", "日", "号", ".", "/": return .unit(scalar == "号" ? "日" : scalar)
        case "-", "‐", "–", "—", "―", "－": return dash()
        case "至", "到", "~", "～", "〜": return .range
        case "、", ",", "，", ";", "和": return .list
        case "上" where take("午"): return .half(.morning)
        case "下" where take("午"): return .half(.afternoon)
        case "晚" where take("上"), "晚": return .half(.evening)
        case "全" where take("天"), "整" where take("天"): return .half(.whole)
        case "星" where take("期"), "周":
            if position < scalars.count, "一二三四五六日天末".unicodeScalars.contains(scalars[position]) { position += 1 }
            return nil
        case "T", "起", "止", "在": return nil
        case _ where TextFolding.isSpace(scalar): return nil
        default: throw .notADate
        }
    }

    private mutating func take(_ expected: UnicodeScalar) -> Bool {
        guard position < scalars.count, scalars[position] == expected else { return false }
        position += 1
        return true
    }

    /// One dash may divide a date or a range; two or more in a row are a range.
    private mutating func dash() -> Token {
        var count = 1
        while position < scalars.count, "-–—－".unicodeScalars.contains(scalars[position]) {
            position += 1
            count += 1
        }
        return count > 1 ? .range : .dash
    }

    private mutating func number() -> Token {
        let start = position
        while position < scalars.count, ("0"..."9").contains(scalars[position]) { position += 1 }
        let text = String(String.UnicodeScalarView(scalars[start..<position]))
        return .number(text.count <= 8 ? Int(text) ?? -1 : -1, digits: text.count)
    }

    /// Skips “14:30”, “14:30:00”, “14时30分”, “9点半”, with what they say of halves of the day.
    private mutating func takeClock() -> Bool {
        var end = position
        while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
        guard end > position, end - position <= 2, end < scalars.count, ":时点".unicodeScalars.contains(scalars[end])
        else { return false }
        let hour = Int(String(String.UnicodeScalarView(scalars[position..<end]))) ?? 0
        noteHour(hour)
        while end < scalars.count, ":时点分半秒0123456789".unicodeScalars.contains(scalars[end]) { end += 1 }
        position = end
        takeClockDash()
        return true
    }

    /// The dash of 14:30-17:00 belongs to the times.
    private mutating func takeClockDash() {
        var look = position
        while look < scalars.count,
            TextFolding.isSpace(scalars[look]) || "-–—~至到－".unicodeScalars.contains(scalars[look])
        {
            look += 1
        }
        guard look > position, look < scalars.count else { return }
        var end = look
        while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
        if end > look, end - look <= 2, end < scalars.count, ":时点".unicodeScalars.contains(scalars[end]) {
            position = look
        }
    }

    private var firstHour: Int?
    private mutating func noteHour(_ hour: Int) {
        if let firstHour {
            halves = firstHour < 12 && hour >= 14 ? 2 : 1
        } else {
            firstHour = hour
            half = hour < 12 ? .morning : hour < 18 ? .afternoon : .evening
        }
    }

    /// Tells dashes that divide one date from those between two, in each stretch without another separator.
    private static func withRanges(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        var stretch: [Token] = []
        for token in tokens {
            guard token == .range || token == .list else {
                stretch.append(token)
                continue
            }
            result += withRanges(inStretch: stretch) + [token]
            stretch = []
        }
        return result + withRanges(inStretch: stretch)
    }

    /// Beside 年月日, dots or slashes every dash is a range; of five or more numbers with dashes alone the third is.
    private static func withRanges(inStretch tokens: [Token]) -> [Token] {
        var numbers = 0
        var hasUnits = false
        for token in tokens {
            if case .number = token { numbers += 1 }
            if case .unit = token { hasUnits = true }
        }
        if hasUnits { return tokens.map { $0 == .dash ? .range : $0 } }
        guard numbers > 3 else { return tokens }
        var dashes = 0
        return tokens.map { token in
            guard token == .dash else { return token }
            dashes += 1
            return dashes == 3 ? .range : .dash
        }
    }

    /// One date: numbers by their units, or by their order.
    private static func part(of tokens: [Token]) throws(DateProblem) -> DatePart {
        var part = DatePart()
        var plain: [Int] = []
        for (position, token) in tokens.enumerated() {
            switch token {
            case .half(let half): part.half = part.half.map { $0 == half ? half : .whole } ?? half
            case .number(let value, _):
                switch position + 1 < tokens.count ? tokens[position + 1] : nil {
                case .unit("年"): part.year = value
                case .unit("月"): part.month = value
                case .unit("日"): part.day = value
                default: plain.append(value)
                }
            default: continue
            }
        }
        return try part.filled(from: plain)
    }
}

extension DatePart {
    /// Numbers without a unit: the rest of year, month and day, in that order.
    fileprivate func filled(from plain: [Int]) throws(DateProblem) -> DatePart {
        var part = self
        switch (plain.count, year, month, day) {
        case (0, _, _, _): break
        case (1, _, .some, nil): part.day = plain[0]
        case (1, nil, nil, nil) where plain[0] <= 31: part.day = plain[0]
        case (2, nil, nil, nil) where plain[0] > 31: (part.year, part.month) = (plain[0], plain[1])
        case (2, _, nil, nil): (part.month, part.day) = (plain[0], plain[1])
        case (1, .some, nil, _): part.month = plain[0]
        case (3, nil, nil, nil) where plain[0] <= 31 && plain[2] > 1000: throw .unclearOrder
        case (3, nil, nil, nil): (part.year, part.month, part.day) = (plain[0], plain[1], plain[2])
        default: throw .notADate
        }
        if let short = part.year, short < 100 { part.year = 2000 + short }
        return part
    }
}
