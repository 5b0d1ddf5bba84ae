import Scoring
import Tabular

/// Points for people and for programs.
extension Rational {
    /// Points as people read them.
    func cell(_ display: NumberDisplay) -> Cell { .decimal(text(display)) }

    /// Points for programs: as shown, and exactly, as a fraction where it is not whole.
    func json(_ display: NumberDisplay) -> JSONValue {
        ["points": .string(text(display)), "exact": .string(fraction)]
    }

    /// 45/2, 45.
    var fraction: String { isWhole ? String(numerator) : "\(numerator)/\(denominator)" }
}

extension Optional<Rational> {
    func cell(_ display: NumberDisplay) -> Cell { map { $0.cell(display) } ?? .empty }
    func json(_ display: NumberDisplay) -> JSONValue { map { $0.json(display) } ?? .null }
}

extension Loss {
    /// 扣 5：已达上限 20 分.
    func text(_ display: NumberDisplay) -> String {
        let size = amount.isNegative ? (amount.negated ?? amount) : amount
        return "\(amount.isNegative ? "补" : "减") \(size.text(display))：\(reason.text(display))"
    }

    func json(_ display: NumberDisplay) -> JSONValue {
        ["amount": amount.json(display), "reason": .string(reason.text(display))]
    }
}

extension NextGrade {
    /// 距“良好”还差 2 分，还要达到“三个一”.
    func text(_ display: NumberDisplay) -> String {
        let gates = gates.map { "“\($0)”" }.joined(separator: "、")
        if missing.isZero { return "得分已够“\(name)”，要达到\(gates)" }
        return "距“\(name)”还差 \(missing.text(display)) 分" + (gates.isEmpty ? "" : "，还要达到\(gates)")
    }
}
