/// How a rulebook shows its numbers. Only for display: no result is computed from a rounded number.
public struct NumberDisplay: Hashable, Sendable {
    public enum Rounding: UInt8, Sendable, CaseIterable {
        /// 四舍五入: halves away from zero.
        case halfUp = 0
        /// 舍去: towards zero.
        case down = 1
        /// 进一: away from zero.
        case up = 2

        public var label: String {
            switch self {
            case .halfUp: "四舍五入"
            case .down: "舍去"
            case .up: "进一"
            }
        }
    }

    /// Digits after the point, at most; 0 to 6. Zeros at the end are not shown.
    public var digits: Int
    public var rounding: Rounding

    public init(digits: Int = 2, rounding: Rounding = .halfUp) {
        self.digits = digits
        self.rounding = rounding
    }
}

extension Rational {
    /// As a decimal number, rounded as told: 22.5, -2.5, 3.13.
    public func text(_ display: NumberDisplay = NumberDisplay()) -> String {
        var scale: Int128 = 1
        for _ in 0..<max(0, min(display.digits, 6)) { scale *= 10 }
        let magnitude = Int128(numerator).magnitude * UInt128(scale)
        var units = magnitude / UInt128(denominator)
        let rest = magnitude % UInt128(denominator)
        switch display.rounding {
        case .halfUp: if rest * 2 >= UInt128(denominator) { units += 1 }
        case .up: if rest > 0 { units += 1 }
        case .down: break
        }
        return (isNegative && units != 0 ? "-" : "") + Rational.decimal(units, scale: UInt128(scale))
    }

    private static func decimal(_ units: UInt128, scale: UInt128) -> String {
        let whole = String(units / scale)
        var fraction = String(units % scale + scale).dropFirst()
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return fraction.isEmpty ? whole : whole + "." + fraction
    }

    /// A whole number, a decimal number or a fraction as a rulebook writes it: 20, -7.5, 1/3. Nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let top = Int64(parts[0]), let bottom = Int64(parts[1]), bottom > 0 else { return nil }
            self.init(top, over: bottom)
            return
        }
        guard parts.count == 1 else { return nil }
        self.init(decimal: parts[0])
    }

    private init?(decimal text: some StringProtocol) {
        let isNegative = text.hasPrefix("-")
        let digits = text.drop { $0 == "-" || $0 == "+" }
        guard text.count - digits.count <= 1 else { return nil }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Rational.isDigit) })
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard fraction.count <= 9, let units = Int64(String(parts[0]) + fraction) else { return nil }
        var scale: Int64 = 1
        for _ in fraction { scale *= 10 }
        self.init(isNegative ? -units : units, over: scale)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Exact, for files and exchange: 22.5 where it ends, else the fraction 10/3.
    public var exactText: String {
        let shown = text(NumberDisplay(digits: 6, rounding: .down))
        return Rational(shown) == self ? shown : "\(numerator)/\(denominator)"
    }
}

extension Rational: CustomStringConvertible {
    public var description: String { exactText }
}
