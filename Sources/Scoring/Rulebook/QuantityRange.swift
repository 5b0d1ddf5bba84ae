public import DutyModel
internal import MarkedYAML

/// 3000字以上, 1000-2999字, 不足1000字: both ends belong to it.
public struct QuantityRange: Hashable, Sendable {
    public var unit: QuantityUnit
    /// In thousandths.
    public var low: UInt64
    public var high: UInt64

    static func read(_ text: String) -> QuantityRange? {
        if text.hasSuffix("以上"), let low = Quantity(text.dropLast(2)) {
            return QuantityRange(unit: low.unit, low: low.thousandths, high: Quantity.maximum)
        }
        for word in ["不足", "不满", "少于"] where text.hasPrefix(word) {
            guard let bound = Quantity(text.dropFirst(word.count)), bound.thousandths > 0 else { return nil }
            return QuantityRange(unit: bound.unit, low: 0, high: bound.thousandths - 1)
        }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let high = ends.last.flatMap({ Quantity($0) }) else { return nil }
        if ends.count == 1 { return QuantityRange(unit: high.unit, low: high.thousandths, high: high.thousandths) }
        // The unit may be told once, at the end: 1000-2999字.
        let word = high.text.drop { $0.isNumber || $0 == "." }
        guard ends.count == 2, let low = Quantity(ends[0]) ?? Quantity(ends[0] + word), low.unit == high.unit,
            low.thousandths <= high.thousandths
        else { return nil }
        return QuantityRange(unit: high.unit, low: low.thousandths, high: high.thousandths)
    }
}

/// 2/3以上, 不足2/3.
public struct ShareRange: Hashable, Sendable {
    public var share: Rational
    /// Not reached; else reached or more.
    public var isBelow: Bool

    static func read(_ text: String) -> ShareRange? {
        let isBelow = text.hasPrefix("不足") || text.hasPrefix("不满")
        guard isBelow || text.hasSuffix("以上") else { return nil }
        guard let share = Share.read(String(isBelow ? text.dropFirst(2) : text.dropLast(2))), Rational.zero < share,
            share <= .one
        else { return nil }
        return ShareRange(share: share, isBelow: isBelow)
    }
}
