internal import DutyModel
public import MarkedYAML

/// What an item's amount depends on besides its own records, and how it is finished. Applied after its own cap and
/// floor, in the order of the fields.
public struct ItemTerms: Sendable {
    /// 上限, 下限 told from another item.
    public var cap: RelativeBound?
    public var floor: RelativeBound?
    /// 前提: all of them must be met for the item to count.
    public var premises: [GateCondition] = []
    /// 达不到时: how much of the amount counts where they are not; 0 for nothing.
    public var otherwise: Rational = .zero
    /// 相对: the amount seen beside everyone's.
    public var relative: RelativeRule?
    /// 取整.
    public var rounding: NumberDisplay?

    var isEmpty: Bool {
        cap == nil && floor == nil && premises.isEmpty && relative == nil && rounding == nil
    }
}

/// {指标得分: 基础分, 乘以: 20%}.
public struct RelativeBound: Sendable {
    /// 编号 of an indicator or group.
    public var item: String
    public var factor: Rational
    public var mark: DocumentMark
}

/// 相对: what the amount becomes beside everyone's amounts of the same item.
public enum RelativeRule: Hashable, Sendable {
    /// 最高: this many points for the best of all; the others in proportion.
    case best(Rational)
    /// 平均: this many points for an average amount; the others in proportion.
    case mean(Rational)
    /// 名次: points for the first places.
    case places([PlacePoints])
}

/// 前 so many: 分.
public struct PlacePoints: Hashable, Sendable {
    public var upTo: Int
    public var amount: Rational
}

/// 都计 or 取高.
public enum RepeatRule: String, Hashable, Sendable, CaseIterable {
    case all = "都计"
    case best = "取高"
}
