extension TableColumn {
    /// What people read in a cell of this column: `85%`, `12.50`.
    public func displayText(_ cell: Cell) -> String {
        guard case .number(let number) = cell else { return cell.text }
        switch kind {
        case .identifier, .text: return number.text
        case .number(let digits): return DecimalText.padded(number.decimal, fractionDigits: digits ?? 0)
        case .percent(let digits):
            return (DecimalText(number.text)?.timesHundred(fractionDigits: digits) ?? number.decimal) + "%"
        case .date: return number.decimal
        }
    }

    /// The cell as JSON: numbers exact, dates as ISO text, empty as null.
    func json(_ cell: Cell) -> JSONValue {
        switch cell {
        case .empty, .image: return .null
        case .bool(let flag): return .bool(flag)
        case .text, .error, .date, .time: return .string(cell.text)
        case .number(let number):
            if kind == .identifier { return .string(number.text) }
            return number.integer.map(JSONValue.integer) ?? .decimal(number.decimal)
        }
    }

    /// Number format in a workbook; nil for the general one.
    var workbookFormat: String? {
        switch kind {
        // Digits beyond those asked for are shown too: a sum must not look other than it is.
        case .number(let digits?) where digits > 0: "0." + String(repeating: "0", count: digits) + "#####"
        case .percent(let digits): (digits > 0 ? "0." + String(repeating: "0", count: digits) : "0") + "%"
        case .identifier: "@"
        default: nil
        }
    }

    /// The cell as a workbook should hold it: ids are text.
    func workbookCell(_ cell: Cell) -> Cell {
        guard kind == .identifier, case .number(let number) = cell else { return cell }
        return .text(number.text)
    }
}

extension DecimalText {
    /// Plain decimal text with at least so many fraction digits; more are kept.
    static func padded(_ plain: String, fractionDigits: Int) -> String {
        guard fractionDigits > 0 else { return plain }
        let fraction = plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        let zeros = String(repeating: "0", count: max(0, fractionDigits - fraction))
        return plain.contains(".") ? plain + zeros : plain + "." + zeros
    }

    /// A share as percent, rounded half up (away from zero) to so many fraction digits.
    func timesHundred(fractionDigits: Int) -> String {
        var copy = self
        copy.shiftPoint(by: 2)
        copy.round(fractionDigits: fractionDigits)
        return DecimalText.padded(copy.plain, fractionDigits: fractionDigits)
    }
}
