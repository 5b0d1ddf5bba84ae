public import Tabular

/// How wide the columns of a table want to be, in ems of its type: judged by the text alone, so that paper, web page
/// and document share the same proportions.
public struct ColumnWidths: Equatable, Sendable {
    /// All text in one line.
    public private(set) var wanted: [Double]
    /// Nothing is broken that must not be.
    public private(set) var least: [Double]

    /// The whole table in one line, rules and margins within cells included.
    public var natural: Double { wanted.reduce(0, +) }

    /// Room left and right within a cell, both together.
    public static let padding = 0.9

    public init(of table: TableDocument) {
        wanted = []
        least = []
        for (place, column) in table.columns.enumerated() {
            var widest = 0.0
            var unbroken = EmWidth.ofLongestWord(column.name)
            let isRigid = column.kind != .text
            for row in table.rows where place < row.count {
                let text = column.displayText(row[place])
                let width = EmWidth.of(text)
                widest = max(widest, width)
                unbroken = max(unbroken, isRigid ? min(width, 14) : min(EmWidth.ofLongestWord(text), 8))
            }
            // A heading may be broken; text is better not squeezed below three characters.
            let heading = min(EmWidth.of(column.name), 6)
            wanted.append(max(widest, heading, 2) + ColumnWidths.padding)
            least.append(max(unbroken, min(widest, isRigid ? widest : 4), 2) + ColumnWidths.padding)
        }
    }

    /// Shares out a line of so many ems: everyone gets what is wanted where there is room, what is over goes to those
    /// that have most; where there is not, the widest give way, but not below the least.
    public func shared(_ room: Double) -> [Double] {
        guard !wanted.isEmpty else { return [] }
        if natural <= room { return spread(room - natural) }
        let floor = least.reduce(0, +)
        guard floor < room else { return least.map { $0 * room / floor } }
        // The same ceiling for all wide columns: found by halving.
        var low = 0.0
        var high = room
        for _ in 0..<40 {
            let middle = (low + high) / 2
            let total = zip(wanted, least).reduce(0) { $0 + max($1.1, min($1.0, middle)) }
            if total > room { high = middle } else { low = middle }
        }
        return zip(wanted, least).map { max($1, min($0, low)) }
    }

    private func spread(_ rest: Double) -> [Double] {
        // Narrow tables fill the line too, but not by blowing up one column only.
        let weights = wanted.map { $0 + 2 }
        let whole = weights.reduce(0, +)
        return zip(wanted, weights).map { $0 + rest * $1 / whole }
    }
}

/// About how wide text is in ems, without a font: 汉字 one, figures a little more than half.
public enum EmWidth {
    public static func of(_ text: String) -> Double {
        var widest = 0.0
        for line in text.split(separator: "\n") { widest = max(widest, line.reduce(0) { $0 + of($1) }) }
        return widest
    }

    /// The longest part that should not be broken: a number, a date, a Latin word.
    static func ofLongestWord(_ text: String) -> Double {
        var longest = 0.0
        var width = 0.0
        for character in text {
            width = isWordPart(character) ? width + of(character) : 0
            longest = max(longest, width)
        }
        return longest
    }

    private static func isWordPart(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || ".-/%".contains(character))
    }

    private static func of(_ character: Character) -> Double {
        guard character.isASCII else { return Double(DisplayWidth(ambiguousIsWide: true).columns(of: character)) / 2 }
        switch character {
        case "0"..."9": return 0.56
        case "W", "M", "m", "w", "@", "%": return 0.92
        case "A"..."Z": return 0.68
        case " ", ".", ",", ":", ";", "-", "'", "(", ")", "/", "i", "l", "j": return 0.36
        default: return 0.58
        }
    }
}
