internal import DutyModel

/// Gates and grades in whole numbers, one condition after another, each knowing where what lies in it ends.
struct QuickGates {
    private struct Condition: BitwiseCopyable {
        enum Test: BitwiseCopyable {
            /// At least or at most so many records.
            case count(slot: Int32, atLeast: Bool, Int64)
            /// At least or at most so many units of a node's points; -1 for a node that the reading chosen leaves out.
            case points(node: Int32, atLeast: Bool, Int64)
            /// At least or at most such a share of those expected.
            case rate(slot: Int32, expectedSlot: Int32, atLeast: Bool, Rational)
            case any
            case all
        }

        var test: Test
        /// 适用; 0 for everyone.
        var roles: UInt16
        /// Behind the last that lies in it.
        var end: Int32
    }

    private struct Gate: BitwiseCopyable {
        var start: Int32
        var end: Int32
        var limit: Int32
    }

    private struct Grade: BitwiseCopyable {
        var atLeast: Int64
        var isByRank: Bool
    }

    private var conditions: [Condition] = []
    private var gates: [Gate] = []
    private var grades: [Grade] = []

    /// Nil where something of it is no whole number of units.
    init?(_ rulebook: CompiledRulebook, unit: CommonUnit) {
        guard rulebook.gates.count <= UInt64.bitWidth else { return nil }
        for gate in rulebook.gates {
            guard gate.rule.lowersBy == 0, gate.rule.appliesTo == nil else { return nil }
            let start = Int32(conditions.count)
            for condition in gate.conditions { guard add(condition, unit) else { return nil } }
            gates.append(Gate(start: start, end: Int32(conditions.count), limit: Int32(gate.limit ?? 0)))
        }
        for grade in rulebook.rulebook.grades {
            guard let bound = grade.atLeast.map({ unit.units($0) }) ?? .min else { return nil }
            grades.append(Grade(atLeast: bound, isByRank: grade.isByRank))
        }
    }

    /// False where it cannot be told in whole numbers.
    private mutating func add(_ condition: CompiledCondition, _ unit: CommonUnit) -> Bool {
        let place = conditions.count
        var parts: [CompiledCondition] = []
        let test: Condition.Test
        switch condition.test {
        case .quantity, .some: return false
        case .count(_, let bound), .points(_, let bound), .rate(_, _, let bound):
            guard bound.isInclusive else { return false }
        case .any, .all: break
        }
        switch condition.test {
        case .quantity, .some: return false
        case .count(let slot, let bound):
            guard let least = bound.wholeNumber else { return false }
            test = .count(slot: Int32(slot), atLeast: bound.isAtLeast, least)
        case .points(let node, let bound):
            guard let units = unit.units(bound.number) else { return false }
            test = .points(node: Int32(node ?? -1), atLeast: bound.isAtLeast, units)
        case .rate(let slot, let expectedSlot, let bound):
            test = .rate(
                slot: Int32(slot), expectedSlot: Int32(expectedSlot), atLeast: bound.isAtLeast, bound.number)
        case .any(let alternatives): (test, parts) = (.any, alternatives)
        case .all(let needed): (test, parts) = (.all, needed)
        }
        conditions.append(Condition(test: test, roles: condition.roles, end: 0))
        for part in parts { guard add(part, unit) else { return false } }
        conditions[place].end = Int32(conditions.count)
        return true
    }

    /// One bit for each gate, set where it is not met, and the place of the best grade that those still allow.
    func limits(
        _ pass: FactPass, _ amounts: UnsafeMutablePointer<Int64>, roles: UInt16
    ) -> (unmet: UInt64, limit: Int) {
        var (unmet, limit) = (UInt64(0), 0)
        conditions.withUnsafeBufferPointer { conditions in
            for place in gates.indices {
                if areAllMet(conditions, gates[place].start, gates[place].end, pass, amounts, roles) { continue }
                unmet |= 1 << UInt64(place)
                limit = max(limit, Int(gates[place].limit))
            }
        }
        return (unmet, limit)
    }

    /// The place of the grade that a total reaches; nil where there are none.
    func grade(of total: Int64) -> Int? { grades.firstIndex { !$0.isByRank && $0.atLeast <= total } }

    private func areAllMet(
        _ conditions: UnsafeBufferPointer<Condition>, _ start: Int32, _ end: Int32, _ pass: FactPass,
        _ amounts: UnsafeMutablePointer<Int64>, _ roles: UInt16
    ) -> Bool {
        var place = start
        while place < end {
            guard isMet(conditions, place, pass, amounts, roles) else { return false }
            place = conditions[Int(place)].end
        }
        return true
    }

    private func isMet(
        _ conditions: UnsafeBufferPointer<Condition>, _ place: Int32, _ pass: FactPass,
        _ amounts: UnsafeMutablePointer<Int64>, _ roles: UInt16
    ) -> Bool {
        let condition = conditions[Int(place)]
        guard condition.roles == 0 || condition.roles & roles != 0 else { return true }
        switch condition.test {
        case .count(let slot, let atLeast, let bound):
            let had = Int64(pass.tallies[Int(slot)].matched)
            return atLeast ? bound <= had : had <= bound
        case .points(let node, let atLeast, let bound):
            let had = node < 0 ? 0 : amounts[Int(node)]
            return atLeast ? bound <= had : had <= bound
        case .rate(let slot, let expectedSlot, let atLeast, let bound):
            let (had, expected) = (pass.tallies[Int(slot)].matched, pass.tallies[Int(expectedSlot)].matched)
            guard expected > 0 else { return true }
            let (share, asked) = (
                Int128(min(had, expected)) * Int128(bound.denominator), Int128(bound.numerator) * Int128(expected)
            )
            return atLeast ? asked <= share : share <= asked
        case .all: return areAllMet(conditions, place + 1, condition.end, pass, amounts, roles)
        case .any:
            var part = place + 1
            while part < condition.end {
                if isMet(conditions, part, pass, amounts, roles) { return true }
                part = conditions[Int(part)].end
            }
            return false
        }
    }
}

extension GateCondition.Bound {
    var isAtLeast: Bool { if case .atLeast = self { true } else { false } }

    /// At least or at most, not more than or less than.
    var isInclusive: Bool {
        switch self {
        case .atLeast, .atMost: true
        case .moreThan, .lessThan: false
        }
    }

    /// The same bound for whole numbers.
    var wholeNumber: Int64? {
        let (whole, rest) = number.numerator.quotientAndRemainder(dividingBy: number.denominator)
        if rest == 0 { return whole }
        switch self {
        case .atLeast: return rest > 0 ? whole + 1 : whole
        case .atMost: return rest < 0 ? whole - 1 : whole
        case .moreThan, .lessThan: return nil
        }
    }
}
