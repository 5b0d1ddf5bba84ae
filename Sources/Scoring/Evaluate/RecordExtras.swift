internal import DutyModel

/// What stands beside the rows of one record: its quantities and labels. Most records have none.
struct RecordExtras {
    private var amounts: [(unit: UInt8, thousandths: UInt64)] = []
    private var labels: [LabelNumber] = []

    mutating func add(_ row: FactRow) {
        if let quantity = row.quantity { amounts.append((quantity.unit.rawValue, quantity.thousandths)) }
        if let label = row.label { labels.append(label) }
    }

    /// In thousandths; nil where nothing is on record in the unit.
    subscript(_ unit: UInt8) -> UInt64? { amounts.first { $0.unit == unit }?.thousandths }

    func has(_ label: LabelNumber) -> Bool { labels.contains(label) }
}

/// 每: points for every so much of a record's quantity.
struct QuantityRate: Sendable, BitwiseCopyable {
    var unit: UInt8
    /// Thousandths that bring `points` once.
    var per: UInt64
    var points: Rational
    /// 零头: 按比例.
    var isProportional: Bool
    /// 最多分, of one record.
    var most: Rational?

    /// Nil where the record has no such quantity, or a number does not fit.
    func amount(of extras: RecordExtras) -> Rational? {
        guard let had = extras[unit] else { return nil }
        let times = isProportional ? Rational(Int64(had), over: Int64(per)) : Rational(Int64(had / per))
        guard let amount = times?.multiplied(by: points) else { return nil }
        return most.map { min($0, amount) } ?? amount
    }
}
