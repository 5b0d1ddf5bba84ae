internal import DutyModel

/// Remembers the class of every sort of fact met, by the bits that decide it, and counts the facts of each class.
/// After the first members nearly every fact is found here with one look.
final class FactMemo {
    struct Entry: BitwiseCopyable {
        var key: FactKey
        /// The class, and of it what every fact needs.
        var number: Int32
        var counter: Int32
        var monthMask: Int32
        /// Whether some effect depends on the order of facts.
        var hasOrdered: Bool
        /// The same, or nobody's entry.
        var needsMore: Bool
    }

    let program: ProgramMemory
    @exclusivity(unchecked) private(set) var entries: UnsafeMutablePointer<Entry>
    /// The number of entries is a power of two; the top bits of a hash are a place.
    @exclusivity(unchecked) private(set) var shift: UInt64
    private var count = 0
    @exclusivity(unchecked) private(set) var classes = PlainList<FactClass>(capacity: 64)
    @exclusivity(unchecked) private(set) var effects = PlainList<Effect>(capacity: 128)
    /// Facts since they were last gathered, by the counters of classes.
    @exclusivity(unchecked) private(set) var counts = PlainList<Int32>(capacity: 256)
    private var known: [[Effect]: Int32] = [:]
    /// How slots gather from the counters.
    @exclusivity(unchecked) private var gathering: Gathering

    /// Beyond so many facts of different sorts, or so many counters, it forgets all before the next member, so that
    /// odd facts cannot fill the memory.
    private static let limit = 1 << 14
    private static let counterLimit = 1 << 12
    private static let firstShift: UInt64 = 64 - 9
    /// Few facts then share a place.
    private static let roomEach = 4

    init(_ program: ProgramMemory) {
        self.program = program
        shift = FactMemo.firstShift
        entries = FactMemo.room(1 << Int(64 - shift))
        gathering = Gathering(program)
    }

    deinit {
        entries.deallocate()
        classes.deallocate()
        effects.deallocate()
        counts.deallocate()
        gathering.deallocate()
    }

    private static func room(_ size: Int) -> UnsafeMutablePointer<Entry> {
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: size)
        entries.initialize(
            repeating: Entry(key: .nobody, number: 0, counter: 0, monthMask: 0, hasOrdered: false, needsMore: true),
            count: size)
        return entries
    }

    private var size: Int { 1 << Int(64 - shift) }

    /// Between two members: forgets everything once it is too much.
    func tidy() {
        guard count > FactMemo.limit || counts.count > FactMemo.counterLimit else { return }
        entries.deallocate()
        shift = FactMemo.firstShift
        entries = FactMemo.room(size)
        count = 0
        classes.removeAll()
        effects.removeAll()
        counts.removeAll()
        known.removeAll()
        gathering.forget()
    }

    /// Brings what was counted into the tallies and counts anew.
    func gather(into credits: inout CreditTaking) {
        if !gathering.isPlanned { gathering.plan() }
        gathering.gather(counts.base, into: &credits)
        counts.base.update(repeating: 0, count: counts.count)
    }

    /// The place of a key, or the free one where it would be.
    @inline(__always)
    static func place(
        of key: FactKey, in entries: UnsafeMutablePointer<Entry>, shift: UInt64
    ) -> UnsafeMutablePointer<Entry> {
        let last = (1 &<< Int(64 &- shift)) &- 1
        var place = Int(truncatingIfNeeded: key.hash &>> shift)
        while entries[place].key != key, !entries[place].key.isNobody { place = (place &+ 1) & last }
        return entries + place
    }

    /// Learns a fact whose key is not here.
    @inline(never)
    func learn(_ row: FactRow, key: FactKey, day: Int32, roles: UInt16) -> Entry {
        let number = number(of: EffectFinder(program: program).effects(of: row, day: day, roles: roles))
        let what = classes.base[Int(number)]
        count += 1
        if count * FactMemo.roomEach > size { grow() }
        let place = FactMemo.place(of: key, in: entries, shift: shift)
        place.initialize(
            to: Entry(
                key: key, number: number, counter: what.counter, monthMask: what.monthMask,
                hasOrdered: what.ordered < what.end, needsMore: what.ordered < what.end))
        return place.pointee
    }

    private func number(of found: [Effect]) -> Int32 {
        if let number = known[found] { return number }
        let number = Int32(classes.count)
        let start = Int32(effects.count)
        let counter = Int32(counts.count)
        let isMonthly = found.contains { $0.sort == .byMonth }
        for effect in found { effects.append(effect) }
        for _ in 0..<(isMonthly ? program.monthCount : 1) { counts.append(0) }
        let ordered = start + Int32(found.count { $0.sort != .ordered })
        let what = FactClass(
            counter: counter, monthMask: isMonthly ? -1 : 0, ordered: ordered, end: Int32(effects.count), start: start)
        classes.append(what)
        gathering.add(found, of: what)
        known[found] = number
        return number
    }

    private func grow() {
        let (old, oldSize) = (entries, size)
        shift -= 1
        entries = FactMemo.room(size)
        for place in 0..<oldSize where !old[place].key.isNobody {
            FactMemo.place(of: old[place].key, in: entries, shift: shift).initialize(to: old[place])
        }
        old.deallocate()
    }
}
