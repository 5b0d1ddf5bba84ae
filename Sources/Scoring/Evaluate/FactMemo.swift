internal import DutyModel

/// Remembers the class of every sort of fact met, by the bits that decide it. After the first members nearly every
/// fact is found here with one look.
final class FactMemo {
    struct Entry: BitwiseCopyable {
        var key: FactKey
        var number: Int32
        var hasOrdered: Bool
    }

    let program: ProgramMemory
    private(set) var entries: UnsafeMutablePointer<Entry>
    /// The number of entries is a power of two; the top bits of a hash are a place.
    private(set) var shift: UInt64 = 64 - 9
    private var count = 0
    private(set) var classes = PlainList<FactClass>(capacity: 64)
    private(set) var effects = PlainList<Effect>(capacity: 128)
    /// Facts of each class since they were last counted out.
    private(set) var counts = PlainList<Int32>(capacity: 64)
    /// Room for the classes that have facts, and one more.
    private(set) var touched = PlainList<Int32>(capacity: 65)
    private var known: [[Effect]: Int32] = [:]

    /// Beyond so many it forgets all and begins anew, so that odd facts cannot fill the memory.
    private static let limit = 1 << 14
    /// No row has these bits.
    static let free: UInt64 = .max

    init(_ program: ProgramMemory) {
        self.program = program
        entries = FactMemo.room(1 << 9)
        touched.append(0)
    }

    deinit {
        entries.deallocate()
        classes.deallocate()
        effects.deallocate()
        counts.deallocate()
        touched.deallocate()
    }

    private static func room(_ size: Int) -> UnsafeMutablePointer<Entry> {
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: size)
        var nobody = Entry(key: FactKey(FactRow.none, mask: FactMask(), context: 0), number: 0, hasOrdered: false)
        nobody.key.second = free
        entries.initialize(repeating: nobody, count: size)
        return entries
    }

    private var size: Int { 1 << Int(64 - shift) }
    var isFull: Bool { count >= FactMemo.limit }

    /// Forgets everything; nothing may be left to be counted out.
    func clear() {
        entries.deallocate()
        shift = 64 - 9
        entries = FactMemo.room(size)
        count = 0
        classes.removeAll()
        effects.removeAll()
        counts.removeAll()
        touched.removeAll()
        touched.append(0)
        known.removeAll()
    }

    /// Where a key is, or where it would be.
    @inline(__always)
    static func place(of key: FactKey, in entries: UnsafeMutablePointer<Entry>, shift: UInt64) -> Int {
        let last = (1 &<< Int(64 &- shift)) &- 1
        var place = Int(truncatingIfNeeded: key.hash &>> shift)
        while entries[place].key.second != FactMemo.free {
            if entries[place].key.second == key.second, entries[place].key.rest == key.rest { break }
            place = (place &+ 1) & last
        }
        return place
    }

    /// Learns a fact whose key is not here.
    @inline(never)
    func learn(_ row: FactRow, key: FactKey, day: Int32, roles: UInt16) -> Entry {
        let found = EffectFinder(program: program).effects(of: row, day: day, roles: roles)
        let hasOrdered = found.contains { $0.sort == Effect.ordered }
        let entry = Entry(key: key, number: number(of: found), hasOrdered: hasOrdered)
        count += 1
        if count * 2 > size { grow() }
        entries[FactMemo.place(of: key, in: entries, shift: shift)] = entry
        return entry
    }

    private func number(of found: [Effect]) -> Int32 {
        if let number = known[found] { return number }
        let number = Int32(classes.count)
        let start = Int32(effects.count)
        for effect in found { effects.append(effect) }
        func end(_ sort: Int32) -> Int32 { start + Int32(found.count { $0.sort <= sort }) }
        classes.append(
            FactClass(
                plain: start, bounded: end(Effect.plain), ordered: end(Effect.bounded), end: Int32(effects.count)))
        counts.append(0)
        touched.append(0)
        known[found] = number
        return number
    }

    private func grow() {
        let (old, oldSize) = (entries, size)
        shift -= 1
        entries = FactMemo.room(size)
        for place in 0..<oldSize where old[place].key.second != FactMemo.free {
            entries[FactMemo.place(of: old[place].key, in: entries, shift: shift)] = old[place]
        }
        old.deallocate()
    }
}

extension FactRow {
    fileprivate static var none: FactRow {
        FactRow(record: RecordID(rawValue: 0), kind: KindCode(rawValue: 0), dayOfYear: 0, part: .attendee)
    }
}
