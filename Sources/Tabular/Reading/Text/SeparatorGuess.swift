/// Finds out what separates the fields, from the first lines of the text.
struct SeparatorGuess {
    let separator: FieldSeparator
    let hints: [String]

    private static let sampleSize = 1 << 16

    init(of source: TextSource) throws(ReadError) {
        var sample: [UInt8] = []
        try ReadError.wrapping {
            try source.forEachPiece { piece in
                sample.append(contentsOf: piece.prefix(SeparatorGuess.sampleSize - sample.count))
                return sample.count < SeparatorGuess.sampleSize
            }
        }
        let counts = SeparatorGuess.countsPerLine(sample)
        let best = FieldSeparator.allCases.max { SeparatorGuess.score($0, counts) < SeparatorGuess.score($1, counts) }
        // Of equal scores the last one wins in `max`; with no separator at all it is a single column of commas.
        let found = best.map { SeparatorGuess.score($0, counts) > 0 } ?? false
        separator = found ? best ?? .comma : .comma
        let text = String(decoding: sample, as: UTF8.self)
        hints = !found && text.contains("，") ? ["没有找到半角逗号，却有全角逗号“，”；请把分隔符改为半角逗号后再导入。"] : []
    }

    /// Separators outside quotes, by line.
    private static func countsPerLine(_ sample: [UInt8]) -> [[Int]] {
        var lines: [[Int]] = []
        var current = [0, 0, 0]
        var isQuoted = false
        for byte in sample {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D {
                lines.append(current)
                current = [0, 0, 0]
            } else if let index = FieldSeparator.allCases.firstIndex(where: { $0.rawValue == byte }) {
                current[index] += 1
            }
            if lines.count == 200 { break }
        }
        lines.append(current)
        return lines
    }

    /// Lines that have it at all; the number of fields decides between equals.
    private static func score(_ separator: FieldSeparator, _ counts: [[Int]]) -> Int {
        guard let index = FieldSeparator.allCases.firstIndex(of: separator) else { return 0 }
        let lines = counts.reduce(0) { $0 + ($1[index] > 0 ? 1 : 0) }
        let fields = counts.reduce(0) { $0 + min($1[index], 50) }
        return lines * 1_000_000 + fields
    }
}
