/// 数量: how much a record is of something that can be counted or measured: 3000 字, 50000 元, 2.5 小时.
public struct Quantity: Hashable, Sendable {
    public var unit: QuantityUnit
    /// In thousandths of the unit, at most `maximum`.
    public var thousandths: UInt64

    /// What a fact row can hold: seventy thousand million units.
    public static let maximum: UInt64 = (1 << 46) - 1

    public init(_ unit: QuantityUnit, thousandths: UInt64) {
        self.unit = unit
        self.thousandths = thousandths
    }

    /// So many whole units.
    public init(_ unit: QuantityUnit, _ whole: UInt32) {
        self.init(unit, thousandths: UInt64(whole) * 1000)
    }

    /// Reads 3000字, 2.5小时, 5万元; nil for anything else, and for more than three digits after the point.
    public init?(_ text: some StringProtocol) {
        let plain = String(text.filter { $0 != " " && $0 != "," })
        let digits = plain.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let (unit, factor) = QuantityUnit.words[String(plain.dropFirst(digits.count))],
            let number = Quantity.thousandths(digits)
        else { return nil }
        let (all, tooMuch) = number.multipliedReportingOverflow(by: factor)
        guard !tooMuch, all <= Quantity.maximum else { return nil }
        self.init(unit, thousandths: all)
    }

    private static func thousandths(_ digits: some StringProtocol) -> UInt64? {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = UInt64(parts[0]), whole <= maximum / 1000 else { return nil }
        guard parts.count == 2 else { return whole * 1000 }
        guard (1...3).contains(parts[1].count) else { return nil }
        let fraction = String(parts[1]) + String(repeating: "0", count: 3 - parts[1].count)
        return UInt64(fraction).map { whole * 1000 + $0 }
    }

    /// 2.5小时.
    public var text: String {
        let rest = thousandths % 1000
        var fraction = String(rest + 1000).dropFirst()
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return "\(thousandths / 1000)" + (rest == 0 ? "" : ".\(fraction)") + unit.label
    }
}

/// What a quantity is counted in.
public enum QuantityUnit: UInt8, Sendable, CaseIterable {
    case characters = 1
    case yuan = 2
    case people = 3
    case sessions = 4
    case hours = 5
    case pieces = 6
    case days = 7
    case points = 8
    case households = 9

    /// As the office writes it.
    public var label: String {
        switch self {
        case .characters: "字"
        case .yuan: "元"
        case .people: "人"
        case .sessions: "场"
        case .hours: "小时"
        case .pieces: "件"
        case .days: "天"
        case .points: "分"
        case .households: "户"
        }
    }

    /// Every word for a unit, with how many of it one is.
    static let words: [String: (QuantityUnit, UInt64)] = {
        var words = Dictionary(uniqueKeysWithValues: allCases.map { ($0.label, ($0, UInt64(1))) })
        for unit in [QuantityUnit.characters, .yuan, .people] { words["万" + unit.label] = (unit, 10_000) }
        words["亿元"] = (.yuan, 100_000_000)
        for (other, unit) in [
            ("人次", QuantityUnit.people), ("名", .people), ("次", .sessions), ("条", .pieces), ("篇", .pieces),
            ("个", .pieces),
            ("学时", .hours), ("课时", .hours), ("日", .days),
        ] {
            words[other] = (unit, 1)
        }
        return words
    }()
}
