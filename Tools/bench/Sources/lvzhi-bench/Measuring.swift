/// How long each of several ways takes, measured in turn so that a busy machine troubles all alike.
struct Measurement {
    /// Seconds of each round, by way.
    private var seconds: [[Double]]

    init(rounds: Int, _ ways: [() throws -> Void]) throws {
        seconds = Array(repeating: [], count: ways.count)
        // The first round warms caches and page tables and is not counted.
        for round in 0...rounds {
            for (index, way) in ways.enumerated() {
                let seconds = try Self.time(way).seconds
                if round > 0 { self.seconds[index].append(seconds) }
            }
        }
    }

    /// From seconds taken elsewhere, by way and then by round.
    init(_ seconds: [[Double]]) { self.seconds = seconds }

    /// Runs something once.
    static func time<R>(_ body: () throws -> R) rethrows -> (result: R, seconds: Double) {
        let start = ContinuousClock.now
        let result = try body()
        let duration = (ContinuousClock.now - start).components
        return (result, Double(duration.seconds) + Double(duration.attoseconds) / 1e18)
    }

    /// Median seconds of one way.
    func median(_ way: Int) -> Double { Self.median(seconds[way]) }

    /// Median over the rounds of how many times longer one way took than another in the same round.
    func ratio(_ way: Int, to other: Int) -> Double { Self.median(zip(seconds[way], seconds[other]).map { $0 / $1 }) }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted[sorted.count / 2]
    }
}
