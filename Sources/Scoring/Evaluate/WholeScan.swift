internal import DutyModel

/// The pass for a member some of whose records are looked at through others: quantities, and works that count once.
/// It sees all calendar years together and goes test by test; the ordinary scan never pays for it.
struct WholeScan {
    /// One effect of one fact, before it takes place.
    private struct Claim {
        var fact: Int
        var effect: Effect
        /// Where the slot holds exact fractions.
        var exact: Rational?
        /// Why it does not take place; nil where it does.
        var dropped: FactOutcome?
    }

    private struct Fact {
        var row: FactRow
        var day: Int32
        var month: Int32
    }

    private let program: ProgramMemory
    private let scale: Int64
    private let spans: UnsafeBufferPointer<RoleSpan>
    private(set) var credits: CreditTaking
    private var facts: [Fact] = []
    private var claims: [Claim] = []
    private var works = WorkClusters()

    init(
        program: ProgramMemory, scale: Int64, tallies: UnsafeMutablePointer<Tally>,
        wide: UnsafeMutablePointer<WideTally>, spans: UnsafeBufferPointer<RoleSpan>
    ) {
        self.program = program
        self.scale = scale
        self.spans = spans
        credits = CreditTaking(slots: program.slots, tallies: tallies, wide: wide)
    }

    mutating func run<Sink: ScoreSink>(_ years: [(year: Int, rows: [UInt8])], sink: inout Sink) {
        gather(years)
        if program.recordScopes { keepOneIndicatorOfEachRecord() }
        if program.workScopes { keepOneRecordOfEachWork() }
        if program.asksTogether { keepLargest() }
        for claim in claims { take(claim, &sink) }
        if program.asksTogether { countRuns() }
    }

    // MARK: Gathering

    private mutating func gather(_ years: [(year: Int, rows: [UInt8])]) {
        var extras: [RecordID: RecordExtras] = [:]
        each(years) { row, _ in
            if row.basisCode == FactBasis.quantity.rawValue { extras[row.record, default: RecordExtras()].add(row) }
            if let other = row.sameWorkAs { works.join(row.record, other) }
        }
        let finder = EffectFinder(program: program)
        var found: (facts: [Fact], claims: [Claim]) = ([], [])
        each(years) { row, day in
            guard row.isFact else { return }
            let held = roles(on: day)
            let own = extras[row.record] ?? RecordExtras()
            for effect in finder.effects(of: row, day: day, roles: held, extras: own) {
                let exact = exactAmount(of: effect, row, own)
                found.claims.append(Claim(fact: found.facts.count, effect: effect, exact: exact))
            }
            found.facts.append(Fact(row: row, day: day, month: CivilDay(daysSinceEpoch: day).monthNumber))
        }
        (facts, claims) = found
    }

    private func roles(on day: Int32) -> UInt16 {
        spans.first { $0.first <= day && day <= $0.last }?.roles ?? 0
    }

    private func each(_ years: [(year: Int, rows: [UInt8])], _ body: (FactRow, Int32) -> Void) {
        for (year, bytes) in years {
            let newYear = CivilDay.firstDay(ofYear: year).daysSinceEpoch
            bytes.withUnsafeBytes { raw in
                for place in 0..<raw.count / FactRow.width {
                    let row = FactRow(at: place * FactRow.width, of: raw)
                    body(row, newYear + Int32(row.dayOfYear))
                }
            }
        }
    }

    private func exactAmount(of effect: Effect, _ row: FactRow, _ extras: RecordExtras) -> Rational? {
        switch program.slots[Int(effect.slot)].amount {
        case .split(let split, _): split.share(position: row.position, count: row.count)
        case .quantity(let rate, _): rate.amount(of: extras)
        default: nil
        }
    }

    // MARK: Works that count once

    private func amount(_ claim: Claim) -> Rational {
        claim.exact ?? Rational(claim.effect.amount, over: scale) ?? .zero
    }

    /// 同一记录: of what one record brings to the indicators of a scope, the largest alone; the first among equals.
    private mutating func keepOneIndicatorOfEachRecord() {
        struct Key: Hashable { var record: RecordID, scope: Int32 }
        var best: [Key: Int] = [:]
        for place in claims.indices {
            let scope = program.slots[Int(claims[place].effect.slot)].recordScope
            guard scope >= 0 else { continue }
            let key = Key(record: facts[claims[place].fact].row.record, scope: scope)
            guard let other = best[key] else {
                best[key] = place
                continue
            }
            let isBetter =
                amount(claims[other]) < amount(claims[place])
                || (amount(claims[other]) == amount(claims[place])
                    && claims[place].effect.slot < claims[other].effect.slot)
            claims[isBetter ? other : place].dropped = .sameRecord
            if isBetter { best[key] = place }
        }
    }

    /// 同一成果: of several records of one work, the one that brings most to the indicators of a scope; the first among
    /// equals.
    private mutating func keepOneRecordOfEachWork() {
        struct Key: Hashable { var work: RecordID, scope: Int32 }
        var worth: [Key: [(record: RecordID, amount: Rational)]] = [:]
        func scoped(_ claim: Claim) -> (key: Key, record: RecordID)? {
            let scope = program.slots[Int(claim.effect.slot)].workScope
            let record = facts[claim.fact].row.record
            guard scope >= 0, claim.dropped == nil, let work = works.work(of: record) else { return nil }
            return (Key(work: work, scope: scope), record)
        }
        for claim in claims {
            guard let (key, record) = scoped(claim) else { continue }
            var records = worth[key] ?? []
            if let place = records.firstIndex(where: { $0.record == record }) {
                records[place].amount = records[place].amount.adding(amount(claim)) ?? records[place].amount
            } else {
                records.append((record, amount(claim)))
            }
            worth[key] = records
        }
        // Claims come in order of day and record, so the first of the largest is the earliest.
        let kept = worth.mapValues { records in
            records.dropFirst().reduce(records[0]) { $0.amount < $1.amount ? $1 : $0 }.record
        }
        for place in claims.indices {
            guard let (key, record) = scoped(claims[place]), kept[key] != record else { continue }
            claims[place].dropped = .sameWork
        }
    }

    // MARK: Facts together

    /// 取最高几次: the largest of a slot, the earlier among equals.
    private mutating func keepLargest() {
        var bySlot: [Int32: [Int]] = [:]
        for (place, claim) in claims.enumerated() where claim.dropped == nil {
            if program.slots[Int(claim.effect.slot)].largest > 0 {
                bySlot[claim.effect.slot, default: []].append(place)
            }
        }
        for (slot, places) in bySlot {
            let ordered = places.sorted { left, right in
                let (a, b) = (amount(claims[left]), amount(claims[right]))
                return a == b ? left < right : b < a
            }
            for place in ordered.dropFirst(Int(program.slots[Int(slot)].largest)) {
                claims[place].dropped = .notAmongLargest
            }
        }
    }

    /// 连续: the longest run of facts that count in a slot, among those of another, in order of day.
    private mutating func countRuns() {
        for slot in 0..<program.slotCount where program.slots[slot].runAmong >= 0 {
            let among = program.slots[slot].runAmong
            let (own, all) = (facts(of: Int32(slot)), facts(of: among))
            var (run, longest) = (0, 0)
            for fact in all.union(own).sorted() {
                run = own.contains(fact) ? run + 1 : 0
                longest = max(longest, run)
            }
            credits.tallies[slot].matched = Int32(longest)
            credits.tallies[slot].counted = Int32(longest)
        }
    }

    private func facts(of slot: Int32) -> Set<Int> { Set(claims.filter { $0.effect.slot == slot }.map(\.fact)) }

    // MARK: Taking

    private mutating func take<Sink: ScoreSink>(_ claim: Claim, _ sink: inout Sink) {
        let fact = facts[claim.fact]
        let slot = Int(claim.effect.slot)
        if let outcome = claim.dropped {
            sink.saw(
                fact.row, day: fact.day, slot: slot, amount: claim.effect.amount, exact: claim.exact, outcome: outcome)
            return
        }
        let taken: (amount: Int64, exact: Rational?, outcome: FactOutcome)?
        if let exact = claim.exact {
            taken = credits.takeExact(claim.effect, exact, day: fact.day, month: fact.month)
        } else {
            taken = credits.takeOne(claim.effect, fact.row, day: fact.day, month: fact.month)
        }
        guard let taken else { return }
        sink.saw(
            fact.row, day: fact.day, slot: slot, amount: taken.amount, exact: taken.exact, outcome: taken.outcome)
    }
}

/// Records that are one work, by the links between them.
struct WorkClusters {
    private var parents: [RecordID: RecordID] = [:]

    mutating func join(_ left: RecordID, _ right: RecordID) {
        let (a, b) = (root(left), root(right))
        // The smaller number stands for the work, whatever the order of links.
        parents[max(a, b)] = min(a, b)
        parents[min(a, b)] = min(a, b)
    }

    private func root(_ record: RecordID) -> RecordID {
        var record = record
        while let parent = parents[record], parent != record { record = parent }
        return record
    }

    /// The number that stands for the work; nil for a record that is linked to none.
    func work(of record: RecordID) -> RecordID? { parents[record] == nil ? nil : root(record) }
}
