import MarkedYAML
import Scoring
import Testing

@testable import Reports

/// Whatever an author changes in a rulebook has to be seen where it is printed and where it is compared.
@Suite("a printed rulebook") struct RulebookPrintTests {
    /// A word, and another that may stand in its place.
    private static let others = [
        "常委": "委员", "立案": "办结", "第一提案人": "联名", "无故缺席": "迟到", "都算": "都不算", "都不算": "都算", "是": "否", "取最高": "相加",
        "最高": "累加", "一次": "累加", "月": "季度", "进一": "舍去", "舍去": "进一", "至少": "至多", "门槛": "等次", "前": "后", "总分": "比起点分",
    ]

    @Test("shows every change of a number or a word, and so does the comparison", arguments: try books())
    func everything(_ book: ShippedRulebook) throws {
        let library = try #require(SchemaLibrary.find())
        let kinds = try library.kinds()
        let text = try #require(library.text("rulebooks/\(book).yaml"))
        let original = try Rulebook.load(text: text, file: "甲", catalogue: kinds)
        let printed = RulebookReport.document(of: original).tables
        var seen = 0
        for (place, changed) in Self.changes(of: text) {
            guard let other = try? Rulebook.load(text: changed, file: "乙", catalogue: kinds) else { continue }
            seen += 1
            #expect(RulebookReport.document(of: other).tables != printed, "\(book) \(place)：印出来一样")
            #expect(!RulebookDifference(from: original, to: other).changes.isEmpty, "\(book) \(place)：对比不出来")
        }
        #expect(seen > 2, "\(book) was hardly changed")
    }

    private static func books() throws -> [ShippedRulebook] { try #require(SchemaLibrary.find()).rulebooks }

    /// Texts with one value changed each; some thirty a book, spread over all of it.
    private static func changes(of text: String) -> [(place: String, text: String)] {
        var changes: [(String, String)] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (number, line) in lines.enumerated() where !line.hasPrefix("年度") && !line.hasPrefix("编号") {
            for value in values(of: line) {
                var copy = lines
                copy[number].replaceSubrange(value.range, with: value.other)
                changes.append(
                    ("第 \(number + 1) 行 \(line[value.range]) → \(value.other)", copy.joined(separator: "\n")))
            }
        }
        let step = max(1, changes.count / 30)
        return stride(from: 0, to: changes.count, by: step).map { changes[$0] }
    }

    private static func values(of line: String) -> [(range: Range<String.Index>, other: String)] {
        let end = line.firstRange(of: " #")?.lowerBound ?? line.endIndex
        guard !line.hasPrefix("#") else { return [] }
        let numbers = line[..<end].ranges(of: /[0-9]+/).map { range in
            (range, "\((Int(line[range]) ?? 0) + 1)")
        }
        let words = others.flatMap { word, other in
            line[..<end].ranges(of: ": \(word)").filter { range in
                range.upperBound == end || ",}] ".contains(line[range.upperBound])
            }.map { ($0, ": \(other)") }
        }
        return (numbers + words).sorted { $0.0.lowerBound < $1.0.lowerBound }
    }
}
