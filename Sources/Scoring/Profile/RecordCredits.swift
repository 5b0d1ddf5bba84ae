internal import DutyModel

/// Shares an indicator's amount among the records it came from, in order of date, so that each can be told what it
/// brought in and why not more. The credits of an indicator that sums always add up to its amount.
struct RecordCredits {
    let rulebook: CompiledRulebook
    let node: Node
    let settle: Node.Settle
    let result: Settlement.Result
    let entries: [FullTrace.Entry]

    func records() -> [CountedRecord] {
        var records = entries.map(record)
        switch settle {
        case .sum: spend(&records)
        case .best: keepBest(&records)
        case .tiers(let tiers): countTogether(&records, needed: tiers.first?.count ?? 1)
        case .everyFull(let count, _): countTogether(&records, needed: count)
        case .rate, .shortfall, .slope, .quantityTiers, .everyQuantity: countTogether(&records, needed: 1)
        }
        return records
    }

    private func record(_ entry: FullTrace.Entry) -> CountedRecord {
        let plain = entry.exact ?? Rational(entry.amount, over: rulebook.program.scale) ?? .zero
        let amount = isDeduction ? plain.negated ?? plain : plain
        return CountedRecord(
            record: entry.row.record, kind: KindCode(rawValue: entry.row.kindCode), day: entry.day,
            part: Part(rawValue: entry.row.partCode) ?? .attendee,
            status: AttendanceStatus(rawValue: entry.row.statusCode) ?? .unknown,
            halfDaysAttended: entry.row.halfDaysAttended, halfDaysHeld: entry.row.halfDaysHeld, amount: amount,
            credited: reason(entry.outcome) == nil ? amount : .zero, loss: reason(entry.outcome))
    }

    private var isDeduction: Bool { node.item.indicator?.isDeduction ?? false }
    private var take: TakeRule { node.item.indicator?.take ?? TakeRule() }

    private func reason(_ outcome: FactOutcome) -> LossReason? {
        switch outcome {
        case .counted, .afterLimit: nil
        case .beforeFirst: .beforeFirstCounted(from: take.from)
        case .beyondLast: .beyondLastCounted(limit: take.limit ?? 0)
        case .beyondPeriod: take.perPeriod.map { .periodLimit($0.count, period: $0.period) }
        case .beyondOtherPeriod: take.perOtherPeriod.map { .periodLimit($0.count, period: $0.period) }
        case .sameWork: .sameWork
        case .sameRecord: .sameRecord
        case .notAmongLargest: .notAmongHighest(take.largest ?? 0)
        }
    }

    /// Takes what the cap takes from the last records first: the one that crosses it is trimmed, later ones bring
    /// nothing.
    private func spend(_ records: inout [CountedRecord]) {
        guard result.applies else { return clear(&records) }
        let raw = isDeduction ? result.raw.negated : result.raw
        guard let cap = node.item.cap, let raw, var excess = raw.subtracting(cap), Rational.zero < excess else {
            return
        }
        for position in records.indices.reversed() where records[position].loss == nil && !excess.isZero {
            let brought = magnitude(records[position])
            guard Rational.zero < brought else { continue }
            let taken = min(excess, brought)
            let left = brought.subtracting(taken) ?? .zero
            records[position].credited = isDeduction ? left.negated ?? left : left
            records[position].loss = .cap(cap)
            excess = excess.subtracting(taken) ?? .zero
        }
    }

    private func keepBest(_ records: inout [CountedRecord]) {
        guard result.applies else { return clear(&records) }
        let open = records.indices.filter { records[$0].loss == nil }
        let best = open.max { (magnitude(records[$0]), $1) < (magnitude(records[$1]), $0) }
        for position in open where position != best {
            records[position].credited = .zero
            records[position].loss = .notHighest
        }
        // What a floor gives back belongs to the whole line.
        if let best, let cap = node.item.cap, cap < magnitude(records[best]) {
            records[best].credited = result.amount
            records[best].loss = .cap(cap)
        }
    }

    private func magnitude(_ record: CountedRecord) -> Rational {
        isDeduction ? record.amount.negated ?? record.amount : record.amount
    }

    /// Records that count only by their number: the one that reaches the number brings the amount.
    private func countTogether(_ records: inout [CountedRecord], needed: Int) {
        guard result.applies else { return clear(&records) }
        let open = records.indices.filter { records[$0].loss == nil }
        for position in open {
            records[position].amount = .zero
            records[position].credited = .zero
            records[position].loss =
                open.count < needed ? .belowCount(needed: needed, had: open.count) : .countedTogether
        }
    }

    private func clear(_ records: inout [CountedRecord]) {
        for position in records.indices { records[position].credited = .zero }
    }
}
