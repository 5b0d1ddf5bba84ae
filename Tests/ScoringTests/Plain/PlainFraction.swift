/// An exact fraction for the plain evaluator, which shares no number with the product.
struct PlainFraction: Comparable, CustomStringConvertible {
    let top: Int128
    let bottom: Int128

    init(_ top: Int128, _ bottom: Int128 = 1) {
        var (a, b) = (top.magnitude, bottom.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(max(1, a)) * (bottom < 0 ? -1 : 1)
        self.top = top / divisor
        self.bottom = bottom / divisor
    }

    static let zero = PlainFraction(0)

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

    /// As a rulebook writes it.
    var description: String { bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }
}

extension Sequence<PlainFraction> {
    func sum() -> PlainFraction { reduce(.zero, +) }
}
