/// An exact fraction for the plain evaluator, which shares no number with the product.
struct PlainFraction: Comparable, Hashable, CustomStringConvertible {
    let top: Int128
    let bottom: Int128

    init(_ top: Int128, _ bottom: Int128 = 1) {
        var (a, b) = (top.magnitude, bottom.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(max(1, a)) * (bottom < 0 ? -1 : 1)
        self.top = top / divisor
        self.bottom = bottom / divisor
    }

    /// Reads 5, 7.5, -2, 1/3 and 60%.
    init?(_ text: String) {
        if text.hasSuffix("%") {
            guard let number = PlainFraction(String(text.dropLast())) else { return nil }
            self = number / PlainFraction(100)
            return
        }
        let parts = text.split(separator: "/").map(String.init)
        if parts.count == 2 {
            guard let top = PlainFraction(parts[0]), let bottom = PlainFraction(parts[1]), bottom != .zero else {
                return nil
            }
            self = top / bottom
            return
        }
        let digits = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard digits.count <= 2, let number = Int128(digits.joined()) else { return nil }
        var scale: Int128 = 1
        if digits.count == 2 { for _ in digits[1] { scale *= 10 } }
        self.init(number, scale)
    }

    static let zero = PlainFraction(0)
    static let one = PlainFraction(1)

    static func + (a: PlainFraction, b: PlainFraction) -> PlainFraction {
        PlainFraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
    }
    static func - (a: PlainFraction, b: PlainFraction) -> PlainFraction { a + PlainFraction(-b.top, b.bottom) }
    static func * (a: PlainFraction, b: PlainFraction) -> PlainFraction {
        PlainFraction(a.top * b.top, a.bottom * b.bottom)
    }
    static func / (a: PlainFraction, b: PlainFraction) -> PlainFraction {
        PlainFraction(a.top * b.bottom, a.bottom * b.top)
    }
    static func < (a: PlainFraction, b: PlainFraction) -> Bool { a.top * b.bottom < b.top * a.bottom }

    /// A number of people out of a share of a number of people, which is never below 0.
    func whole(_ rounding: String) -> Int {
        let (down, rest) = (top / bottom, top % bottom)
        switch rounding {
        case "舍去": return Int(down)
        case "进一": return Int(rest == 0 ? down : down + 1)
        default: return Int(rest * 2 >= bottom ? down + 1 : down)
        }
    }

    /// As a rulebook writes it.
    var description: String { bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }
}

extension Sequence<PlainFraction> {
    func sum() -> PlainFraction { reduce(.zero, +) }
}
