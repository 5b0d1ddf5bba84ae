/// An exact fraction of 64-bit numbers, in lowest terms, denominator above 0.
///
/// Operations work in 128 bits and answer nil where the result, in lowest terms, does not fit: nothing is rounded.
@frozen
public struct Rational: Hashable, Sendable, BitwiseCopyable {
    public let numerator: Int64
    public let denominator: Int64

    public static let zero = Rational(0)
    public static let one = Rational(1)

    @inlinable
    public init(_ whole: Int64) {
        numerator = whole
        denominator = 1
    }

    /// Nil where the denominator is 0 or the result does not fit.
    public init?(_ numerator: Int64, over denominator: Int64) {
        self.init(wide: Int128(numerator), over: Int128(denominator))
    }

    init?(wide numerator: Int128, over denominator: Int128) {
        guard denominator != 0 else { return nil }
        let divisor = Rational.greatestCommonDivisor(numerator, denominator)
        let sign: Int128 = denominator < 0 ? -1 : 1
        guard let top = Int64(exactly: sign * numerator / divisor),
            let bottom = Int64(exactly: sign * denominator / divisor)
        else { return nil }
        self.numerator = top
        self.denominator = bottom
    }

    private static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
        var (a, b) = (left.magnitude, right.magnitude)
        if let small = UInt64(exactly: a), let other = UInt64(exactly: b) {
            return Int128(greatestCommonDivisor(small, other))
        }
        while b != 0 { (a, b) = (b, a % b) }
        return Int128(a)
    }

    private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    public var isWhole: Bool { denominator == 1 }
    public var isNegative: Bool { numerator < 0 }
    public var isZero: Bool { numerator == 0 }
}

extension Rational: Comparable {
    public static func < (left: Rational, right: Rational) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        return Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
    }
}

extension Rational {
    /// The sum, or nil where it does not fit.
    public func adding(_ other: Rational) -> Rational? {
        if denominator == 1, other.denominator == 1 {
            let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
            return overflow ? nil : Rational(sum)
        }
        // Two products of 64-bit numbers always fit into 128 bits, and so does their sum.
        return Rational(
            wide: Int128(numerator) * Int128(other.denominator) + Int128(other.numerator) * Int128(denominator),
            over: Int128(denominator) * Int128(other.denominator))
    }

    public func subtracting(_ other: Rational) -> Rational? {
        other.negated.flatMap { adding($0) }
    }

    public func multiplied(by other: Rational) -> Rational? {
        Rational(
            wide: Int128(numerator) * Int128(other.numerator), over: Int128(denominator) * Int128(other.denominator))
    }

    /// Nil where `other` is 0 or the result does not fit.
    public func divided(by other: Rational) -> Rational? {
        Rational(
            wide: Int128(numerator) * Int128(other.denominator), over: Int128(denominator) * Int128(other.numerator))
    }

    public var negated: Rational? { Rational(wide: -Int128(numerator), over: Int128(denominator)) }
}
