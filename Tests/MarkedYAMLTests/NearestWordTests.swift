import MarkedYAML
import Testing

@Suite("the nearest word")
struct NearestWordTests {
    @Test(
        "is found for a slip of the pen, and not for another word altogether",
        arguments: [
            ("提安", "提案"), ("全体会仪", "全体会议"), ("社情民意信息息", "社情民意信息"), ("会常委议", "常委会议"), ("苹果树林", nil),
        ] as [(String, String?)])
    func nearest(_ word: String, _ expected: String?) {
        let known = ["提案", "全体会议", "社情民意信息", "常委会议"]
        #expect(NearestWord.of(word, in: known) == expected)
    }
}
