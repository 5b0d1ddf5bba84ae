import Scoring
import Testing

@Suite("places among many")
struct PlacesTests {
    @Test("are from 1, the largest total first, and shared by those who tie")
    func places() throws {
        let half = try #require(Rational(1, over: 2))
        let third = try #require(Rational(1, over: 3))
        #expect(Places.places(of: []) == [])
        #expect(Places.places(of: [Rational(7)]) == [1])
        let totals = [Rational(-3), half, Rational(90), third, Rational(90), half, .zero]
        #expect(Places.places(of: totals) == [7, 3, 1, 5, 1, 3, 6])
    }

    @Test("are the same whether totals are counted or put in order", arguments: 0..<40)
    func agree(_ seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let denominators: [Int64] = seed % 4 == 0 ? [1_000_003, 999_983, 1_000_033] : [1, 2, 3, 7]
        let reach: ClosedRange<Int64> = seed % 3 == 0 ? -40...40 : -1_000_000_000...1_000_000_000
        let totals = try (0..<60).map { _ in
            let denominator = try #require(denominators.randomElement(using: &random))
            return try #require(Rational(.random(in: reach, using: &random), over: denominator))
        }
        let expected = totals.map { total in Int32(totals.count { total < $0 } + 1) }
        #expect(Places.places(of: totals) == expected, "seed \(seed)")
    }
}
