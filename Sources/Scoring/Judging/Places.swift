/// 名次 among many: where each total stands, the largest first; those who tie share the better place.
public enum Places {
    /// - Parameter totals: in any order, as many as the population.
    /// - Returns: For each total its place, from 1.
    public static func places(of totals: [Rational]) -> [Int32] {
        guard let keys = wholeNumbers(totals), let least = keys.min(), let most = keys.max() else {
            return sorted(totals)
        }
        // Totals are a few hundred different numbers: counting them is faster than putting people in order.
        let (span, overflow) = most.subtractingReportingOverflow(least)
        return !overflow && span < 4 * totals.count + 1_024 ? counted(keys, most, Int(span)) : sorted(keys)
    }

    /// The totals in units of a common denominator; nil where there is none that is small enough.
    private static func wholeNumbers(_ totals: [Rational]) -> [Int64]? {
        var common: Int64 = 1
        for total in totals where total.denominator != 1 && common % total.denominator != 0 {
            guard let step = Rational(common, over: total.denominator) else { return nil }
            let (larger, overflow) = common.multipliedReportingOverflow(by: step.denominator)
            guard !overflow, larger <= 1 << 30 else { return nil }
            common = larger
        }
        var keys: [Int64] = []
        keys.reserveCapacity(totals.count)
        for total in totals {
            let factor = total.denominator == 1 ? common : common / total.denominator
            let (key, overflow) = total.numerator.multipliedReportingOverflow(by: factor)
            guard !overflow else { return nil }
            keys.append(key)
        }
        return keys
    }

    private static func counted(_ keys: [Int64], _ most: Int64, _ span: Int) -> [Int32] {
        var places = Array(repeating: Int32(0), count: span + 1)
        for key in keys { places[Int(most - key)] += 1 }
        var before: Int32 = 0
        for number in places.indices {
            let here = places[number]
            places[number] = before + 1
            before += here
        }
        return keys.map { places[Int(most - $0)] }
    }

    private static func sorted<Total: Comparable>(_ totals: [Total]) -> [Int32] {
        let order = totals.indices.sorted { totals[$1] < totals[$0] }
        var places = Array(repeating: Int32(0), count: totals.count)
        for (number, position) in order.enumerated() {
            let ties = number > 0 && totals[order[number - 1]] == totals[position]
            places[position] = ties ? places[order[number - 1]] : Int32(number + 1)
        }
        return places
    }
}
