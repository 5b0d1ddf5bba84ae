/// 出生日期, as far as it is known: 1977-02-03, 1977-02, 1977. What a roster does not say is not filled in.
public struct BirthDate: Hashable, Sendable {
    public let year: Int
    /// 1 to 12; nil where only the year is known.
    public let month: Int?
    /// Nil where only the month is known.
    public let day: Int?

    public init(_ day: CivilDay) {
        let (year, month, dayOfMonth) = day.components
        self.year = year
        self.month = month
        self.day = dayOfMonth
    }

    /// Nil where there is no such year or month.
    public init?(year: Int, month: Int? = nil) {
        guard (1...9999).contains(year), (1...12).contains(month ?? 1) else { return nil }
        self.year = year
        self.month = month
        day = nil
    }

    /// Reads `yyyy-MM-dd`, `yyyy-MM` or `yyyy` and nothing else.
    public init?(iso text: some StringProtocol) {
        if let day = CivilDay(iso: text) {
            self.init(day)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].utf8.count == 4, parts.count == 1 || parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let year = Int(parts[0])
        else { return nil }
        self.init(year: year, month: parts.count == 2 ? Int(parts[1]) ?? 0 : nil)
    }

    /// The whole day, where it is known.
    public var wholeDay: CivilDay? {
        guard let month, let day else { return nil }
        return CivilDay(year: year, month: month, day: day)
    }
}

extension BirthDate: CustomStringConvertible {
    /// As much of `yyyy-MM-dd` as is known.
    public var description: String {
        if let wholeDay { return wholeDay.description }
        let text = CivilDay(year: year, month: month ?? 1, day: 1)?.description ?? ""
        return String(text.prefix(month == nil ? 4 : 7))
    }
}
