/// A small fraction of a point of which all amounts of a rulebook are multiples, so that most members can be settled
/// in whole numbers.
struct CommonUnit {
    /// The unit is 1/denominator.
    let denominator: Int64

    /// Beyond this sums might not fit.
    private static let most: Int64 = 1 << 40
    /// What shares of up to a dozen leave: a unit finer by this keeps their fractions whole.
    private static let dozen: Int64 = 27_720

    /// - Parameter hasShares: whether amounts are divided by numbers that only a member's facts tell.
    /// - Returns: Nil where there is none that is coarse enough.
    init?(of amounts: [Rational], hasShares: Bool) {
        var common: Int64 = 1
        for amount in amounts + (hasShares ? [Rational(1, over: CommonUnit.dozen) ?? .one] : []) {
            guard let step = Rational(common, over: amount.denominator) else { return nil }
            let (finer, overflow) = common.multipliedReportingOverflow(by: step.denominator)
            guard !overflow, finer <= CommonUnit.most else { return nil }
            common = finer
        }
        denominator = common
    }

    /// An amount in units; nil where it is no multiple or does not fit.
    @inline(__always)
    func units(_ amount: Rational) -> Int64? {
        if amount.denominator == 1 { return scaled(amount.numerator, by: denominator) }
        let (factor, rest) = denominator.quotientAndRemainder(dividingBy: amount.denominator)
        return rest == 0 ? scaled(amount.numerator, by: factor) : nil
    }

    @inline(__always)
    private func scaled(_ number: Int64, by factor: Int64) -> Int64? {
        let (units, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : units
    }

    /// So many units as a fraction in lowest terms.
    @inline(__always)
    func amount(_ units: Int64) -> Rational {
        let (whole, rest) = units.quotientAndRemainder(dividingBy: denominator)
        return rest == 0 ? Rational(whole) : fraction(units)
    }

    @inline(never)
    private func fraction(_ units: Int64) -> Rational { Rational(units, over: denominator) ?? .zero }
}
