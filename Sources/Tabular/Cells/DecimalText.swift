/// A decimal number taken apart: sign, digits, and where the point stands.
struct DecimalText {
    /// Digits without leading zeros; empty for zero.
    private var digits: [UInt8] = []
    /// The value is 0.digits x 10^exponent.
    private var exponent = 0
    private var isNegative = false

    /// Reads `-12.5`, `+3`, `.5`, `1.5E3`; nil for anything else, blanks included.
    init?(_ text: String) {
        var bytes = text.utf8[...]
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }
        var sawDigit = false
        var sawPoint = false
        while let byte = bytes.first {
            if (0x30...0x39).contains(byte) {
                sawDigit = true
                take(byte, afterPoint: sawPoint)
            } else if byte == UInt8(ascii: "."), !sawPoint {
                sawPoint = true
            } else {
                break
            }
            bytes = bytes.dropFirst()
        }
        guard sawDigit, readExponent(bytes) else { return nil }
        while digits.last == 0x30 { digits.removeLast() }
        if digits.isEmpty { isNegative = false }
    }

    private mutating func take(_ digit: UInt8, afterPoint: Bool) {
        if digits.isEmpty, digit == 0x30 {
            if afterPoint { exponent -= 1 }
            return
        }
        digits.append(digit)
        if !afterPoint { exponent += 1 }
    }

    private mutating func readExponent(_ bytes: Substring.UTF8View) -> Bool {
        guard let mark = bytes.first else { return true }
        guard mark | 0x20 == UInt8(ascii: "e"), bytes.count > 1 else { return false }
        guard let power = Int(String(Substring(bytes.dropFirst()))), (-400...400).contains(power) else { return false }
        exponent += power
        return true
    }

    /// Digits before the point.
    var integerDigits: Int { digits.isEmpty ? 0 : max(0, exponent) }

    /// Without exponent, at most 15 significant digits, no trailing zeros.
    var plain: String {
        let rounded = roundedTo15()
        guard !rounded.digits.isEmpty else { return "0" }
        var bytes: [UInt8] = rounded.isNegative ? [UInt8(ascii: "-")] : []
        let point = rounded.exponent
        if point <= 0 {
            bytes += Array("0.".utf8) + [UInt8](repeating: 0x30, count: -point) + rounded.digits
        } else if point >= rounded.digits.count {
            bytes += rounded.digits + [UInt8](repeating: 0x30, count: point - rounded.digits.count)
        } else {
            bytes += rounded.digits[..<point] + [UInt8(ascii: ".")] + rounded.digits[point...]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func roundedTo15() -> DecimalText {
        // A whole number keeps all its digits: it is likelier an id than a quantity.
        guard digits.count > 15, exponent < digits.count else { return self }
        var copy = self
        copy.keep(15)
        return copy
    }

    /// Moves the point to the right.
    mutating func shiftPoint(by places: Int) {
        if !digits.isEmpty { exponent += places }
    }

    /// Rounds half up, away from zero.
    mutating func round(fractionDigits: Int) {
        let kept = exponent + fractionDigits
        if kept < 0 {
            (digits, exponent, isNegative) = ([], 0, false)
        } else if kept < digits.count {
            keep(kept)
        }
    }

    /// Keeps the first digits, rounded by the one after them.
    private mutating func keep(_ count: Int) {
        let roundsUp = digits[count] >= 0x35
        digits.removeSubrange(count...)
        if roundsUp { increment() }
        while digits.last == 0x30 { digits.removeLast() }
        if digits.isEmpty { (exponent, isNegative) = (0, false) }
    }

    private mutating func increment() {
        for index in digits.indices.reversed() {
            if digits[index] < 0x39 {
                digits[index] += 1
                return
            }
            digits[index] = 0x30
        }
        digits.insert(0x31, at: 0)
        exponent += 1
    }
}
