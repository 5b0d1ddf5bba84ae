/// 届次 as written in titles and cells: 十一届三次, 11届3次, 第十一届…第三次会议, 第十一届.
public struct SessionText: Hashable, Sendable {
    public var term: Int
    /// Nil where only the term is named.
    public var session: Int?

    /// `11.3`, or `11`.
    public var canonical: String { session.map { "\(term).\($0)" } ?? String(term) }

    /// 十一届三次, as records keep it.
    public var written: String {
        ChineseNumber.written(term) + "届" + (session.map { ChineseNumber.written($0) + "次" } ?? "")
    }

    /// The first 届 in the text with the 次 that follows it, or nil where there is no 届.
    public static func parse(_ text: some StringProtocol) -> SessionText? {
        let scalars = Array(TextFolding.halfWidth(text).unicodeScalars).filter { !TextFolding.isSpace($0) }
        guard let mark = scalars.firstIndex(of: "届") ?? scalars.firstIndex(of: "界") else { return nil }
        guard let term = number(before: mark, in: scalars), term > 0 else { return nil }
        let next = scalars[(mark + 1)...].firstIndex(of: "次")
        let session = next.flatMap { number(before: $0, in: scalars) }
        return SessionText(term: term, session: session)
    }

    private static func number(before end: Int, in scalars: [UnicodeScalar]) -> Int? {
        var start = end
        while start > 0, isNumeral(scalars[start - 1]) { start -= 1 }
        guard start < end else { return nil }
        return ChineseNumber.parse(String(String.UnicodeScalarView(scalars[start..<end])))
    }

    private static func isNumeral(_ scalar: UnicodeScalar) -> Bool {
        ("0"..."9").contains(scalar) || ChineseNumber.digit(scalar) != nil || scalar == "十" || scalar == "廿"
    }
}
