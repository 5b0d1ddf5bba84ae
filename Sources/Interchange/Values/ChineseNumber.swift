/// Whole numbers as the office writes them: 十一, 二十四, 廿三, 11, １１.
enum ChineseNumber {
    /// 0 to 999, or nil.
    static func parse(_ text: some StringProtocol) -> Int? {
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(text))
        guard !text.isEmpty else { return nil }
        if text.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) { return text.count <= 9 ? Int(text) : nil }
        return parseHan(Array(text.unicodeScalars))
    }

    private static func parseHan(_ scalars: [UnicodeScalar]) -> Int? {
        if scalars.count > 1, scalars.allSatisfy({ digit($0) != nil }) {
            // 二〇二四
            return scalars.count > 4 ? nil : scalars.reduce(0) { $0 * 10 + (digit($1) ?? 0) }
        }
        var total = 0
        var pending: Int?
        for scalar in scalars {
            if let digit = digit(scalar) {
                guard pending == nil || pending == 0 else { return nil }
                pending = digit
            } else if let unit = unit(scalar) {
                total += (pending ?? 1) * unit
                pending = nil
            } else {
                return nil
            }
        }
        return total + (pending ?? 0)
    }

    static func digit(_ scalar: UnicodeScalar) -> Int? {
        switch scalar {
        case "〇", "零", "○": 0
        case "一", "元": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static func unit(_ scalar: UnicodeScalar) -> Int? {
        switch scalar {
        case "十": 10
        case "廿": 20
        case "卅": 30
        case "百": 100
        default: nil
        }
    }

    /// 11 as 十一; 0 to 99.
    static func written(_ number: Int) -> String {
        let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (0...99).contains(number) else { return String(number) }
        if number < 10 { return digits[number] }
        let tens = number / 10 == 1 ? "" : digits[number / 10]
        return tens + "十" + (number % 10 == 0 ? "" : digits[number % 10])
    }
}
