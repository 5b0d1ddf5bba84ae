import Scoring
import Testing

@Suite("exact numbers")
struct RationalTests {
    @Test("three thirds are one")
    func thirds() throws {
        let third = try #require(Rational(1, over: 3))
        #expect(third.adding(third)?.adding(third) == Rational.one)
        #expect(third.exactText == "1/3")
        #expect(third.text(NumberDisplay(digits: 2)) == "0.33")
    }

    @Test(
        "are read as offices write them",
        arguments: [
            ("20", "20"), ("-7.5", "-7.5"), ("+3", "3"), ("0.50", "0.5"), ("1/3", "1/3"), ("-2/4", "-0.5"),
            ("1/8", "0.125"),
        ])
    func reading(_ written: String, _ exact: String) throws {
        #expect(try #require(Rational(written)).exactText == exact)
    }

    @Test(
        "refuse what is no number",
        arguments: ["", "-", "1.", ".5", "1/0", "一", "１", "1,000", "1e3", "--1", "1/2/3", " 1"])
    func refused(_ written: String) { #expect(Rational(written) == nil) }

    @Test(
        "are rounded for display only, by the rule told",
        arguments: [
            ("5/2", 0, NumberDisplay.Rounding.halfUp, "3"), ("-5/2", 0, .halfUp, "-3"), ("5/2", 0, .down, "2"),
            ("9/4", 1, .halfUp, "2.3"), ("21/10", 0, .up, "3"), ("-1/3", 0, .halfUp, "0"),
            ("59999/1000", 2, .halfUp, "60"),
            ("59999/1000", 2, .down, "59.99"), ("59999/1000", 3, .halfUp, "59.999"), ("100", 2, .halfUp, "100"),
        ])
    func display(_ number: String, _ digits: Int, _ rounding: NumberDisplay.Rounding, _ shown: String) throws {
        #expect(try #require(Rational(number)).text(NumberDisplay(digits: digits, rounding: rounding)) == shown)
    }

    @Test("say nothing rather than something wrong where they would not fit")
    func overflow() throws {
        let huge = Rational(Int64.max)
        #expect(huge.adding(.one) == nil)
        #expect(huge.multiplied(by: huge) == nil)
        #expect(Rational(Int64.min).negated == nil)
        #expect(Rational.one.divided(by: .zero) == nil)
        #expect(huge.adding(Rational(-1)) == Rational(Int64.max - 1))
        // Intermediate values beyond 64 bits do no harm.
        let small = try #require(Rational(1, over: 3_000_000_000))
        #expect(small.adding(small)?.exactText == "1/1500000000")
    }

    @Test("are ordered by value")
    func ordered() throws {
        let written = ["-10", "-1/3", "0", "1/3", "0.34", "59.999", "60"]
        let numbers = try written.map { try #require(Rational($0)) }
        #expect(numbers.shuffled().sorted() == numbers)
    }
}
