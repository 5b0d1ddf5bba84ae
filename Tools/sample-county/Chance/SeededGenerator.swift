/// A source of numbers that gives the same ones for the same seed on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of a range. Written out here, since the standard library does not promise its own recipe.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True in so many of a thousand cases.
    mutating func chance(_ perMille: Int) -> Bool { number(in: 0...999) < perMille }

    /// One of the choices; there must be one.
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[number(in: 0...(choices.count - 1))] }

    /// The choices in another order.
    mutating func shuffled<Choice>(_ choices: [Choice]) -> [Choice] {
        var mixed = choices
        for position in stride(from: mixed.count - 1, to: 0, by: -1) {
            mixed.swapAt(position, number(in: 0...position))
        }
        return mixed
    }

    /// Some of the choices, in another order; all of them where there are too few.
    mutating func sample<Choice>(_ count: Int, of choices: [Choice]) -> [Choice] {
        Array(shuffled(choices).prefix(count))
    }
}
