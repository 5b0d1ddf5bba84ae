internal import DutyModel

/// 到会比例, as whole numbers.
struct AttendedShare: Sendable, BitwiseCopyable {
    private var top: Int64 = 0
    /// 0 where there is no condition.
    private var bottom: Int64 = 0
    private var isBelow = false

    init(_ range: ShareRange?) {
        guard let range else { return }
        (top, bottom, isBelow) = (range.share.numerator, range.share.denominator, range.isBelow)
    }

    var isEmpty: Bool { bottom == 0 }

    func isMet(by row: FactRow) -> Bool {
        if isEmpty { return true }
        guard row.halfDaysHeld > 0 else { return false }
        let isReached = Int64(row.halfDaysAttended) * bottom >= top * Int64(row.halfDaysHeld)
        return isReached != isBelow
    }
}

/// 数量.
struct QuantityBounds: Sendable, BitwiseCopyable {
    /// 0 where there is no condition.
    private var unit: UInt8 = 0
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ range: QuantityRange?) {
        guard let range else { return }
        (unit, low, high) = (range.unit.rawValue, range.low, range.high)
    }

    var isEmpty: Bool { unit == 0 }

    func isMet(by extras: RecordExtras) -> Bool {
        if isEmpty { return true }
        guard let amount = extras[unit] else { return false }
        return low <= amount && amount <= high
    }
}

/// 标签, 事由: one of up to eight.
struct LabelChoice: Sendable, BitwiseCopyable {
    private var numbers: SIMD8<UInt64> = .zero
    private var count = 0

    init(_ labels: [LabelNumber]) {
        count = min(labels.count, 8)
        for place in 0..<count { numbers[place] = labels[place].rawValue }
    }

    var isEmpty: Bool { count == 0 }

    func isMet(by extras: RecordExtras) -> Bool {
        isEmpty || (0..<count).contains { extras.has(LabelNumber(rawValue: numbers[$0])) }
    }
}
