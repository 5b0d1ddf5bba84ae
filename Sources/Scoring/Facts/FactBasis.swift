public import DutyModel

/// 日期: whose day a fact row bears, or what else it holds.
@frozen
public struct FactBasis: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The record's own day: 举行, 提交.
    public static let record = FactBasis(rawValue: 0)
    /// The day of a node of a proposal; 提出 is the record's own day.
    public static func stage(_ stage: ProposalStage) -> FactBasis { FactBasis(rawValue: stage.rawValue) }
    /// 采用, 刊发; of a proposal: 评选, the day of its honours.
    public static let adopted = FactBasis(rawValue: 12)
    /// 批示.
    public static let instructed = FactBasis(rawValue: 13)
    /// Not a fact: the number of the record that this one is the same work as.
    public static let link = FactBasis(rawValue: 14)
    /// Not a fact: a quantity or a label of the record.
    public static let quantity = FactBasis(rawValue: 15)
}

extension FactRow {
    /// Whether it is a fact under some day, not a link or a quantity.
    @inlinable public var isFact: Bool { basisCode < FactBasis.link.rawValue }

    /// A row that says a record is the same work as another.
    init(record: RecordID, isSameWorkAs other: RecordID, dayOfYear: Int) {
        self.init(record: record, dayOfYear: dayOfYear, basis: .link, payload: other.rawValue)
    }

    /// A row with a quantity of a record.
    init(record: RecordID, quantity: Quantity, dayOfYear: Int) {
        let payload = UInt64(quantity.unit.rawValue) << 46 | min(quantity.thousandths, Quantity.maximum)
        self.init(record: record, dayOfYear: dayOfYear, basis: .quantity, payload: payload)
    }

    /// A row with a label of a record, or the reason a member was away, as a number.
    init(record: RecordID, label: LabelNumber, dayOfYear: Int) {
        self.init(
            record: record, dayOfYear: dayOfYear, basis: .quantity, payload: FactRow.labelUnit << 46 | label.rawValue)
    }

    /// Where a quantity has its unit.
    private static let labelUnit: UInt64 = 63

    /// A row of no kind. The payload has 56 bits: the low 50 above the kind, the others in the place of marks.
    private init(record: RecordID, dayOfYear: Int, basis: FactBasis, payload: UInt64) {
        precondition(payload < 1 << 56 && (0...365).contains(dayOfYear))
        self.init(
            first: record.rawValue, second: (payload & (1 << 50 - 1)) << 10 | UInt64(basis.rawValue) << 60,
            third: UInt32(dayOfYear) | UInt32(payload >> 50) << 9)
    }

    private var payload: UInt64 { second >> 10 & (1 << 50 - 1) | UInt64(third >> 9 & 63) << 50 }

    /// The record that this one is the same work as; nil in all other rows.
    public var sameWorkAs: RecordID? {
        basisCode == FactBasis.link.rawValue ? RecordID(rawValue: payload) : nil
    }

    /// The label a row holds; nil in all other rows.
    var label: LabelNumber? {
        guard basisCode == FactBasis.quantity.rawValue, payload >> 46 == FactRow.labelUnit else { return nil }
        return LabelNumber(rawValue: payload & Quantity.maximum)
    }

    /// The quantity a row holds; nil in all other rows.
    public var quantity: Quantity? {
        guard basisCode == FactBasis.quantity.rawValue,
            let unit = QuantityUnit(rawValue: UInt8(truncatingIfNeeded: payload >> 46))
        else {
            return nil
        }
        return Quantity(unit, thousandths: payload & Quantity.maximum)
    }
}

/// A label as 46 bits of its text's hash (FNV-1a): the same on every machine, and never two labels of one committee
/// alike in practice.
struct LabelNumber: Hashable, Sendable, BitwiseCopyable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(_ label: String) { self.init(text: label) }

    /// 事由, which is not mixed up with a label of the same word.
    init(reason: String) { self.init(text: "事由：" + reason) }

    private init(text: String) {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        rawValue = (hash ^ hash >> 46) & Quantity.maximum
    }
}
