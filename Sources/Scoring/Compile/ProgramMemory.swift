internal import DutyModel

/// A program where the pass reads it: plain memory that never changes, so that a look at a fact costs no count of
/// references and no check of bounds. The numbers inside come from `ProgramBuilder` alone, which makes them fit.
final class ProgramMemory: @unchecked Sendable {
    let starts: UnsafeMutablePointer<Int32>
    let tests: UnsafeMutablePointer<SlotTest>
    let slots: UnsafeMutablePointer<Slot>
    let tableRows: UnsafeMutablePointer<TableRow>
    /// One for each kind.
    let masks: UnsafeMutablePointer<FactMask>
    /// Days on which some test begins or ceases to look, in order.
    let breaks: [Int32]
    let asksRoles: Bool
    let slotCount: Int
    /// The first month that some test looks at, counted from the first of year 0, and how many there are.
    let firstMonth: Int32
    let monthCount: Int32
    /// Whether some test or amount looks at quantities or labels; whether works or records count once; whether all
    /// facts are needed together (取最高几次, 连续).
    let asksExtras: Bool
    let workScopes: Bool
    let recordScopes: Bool
    let asksTogether: Bool

    /// - Parameter days: every day that some test looks at.
    init(_ program: Program, days: DayRange) {
        starts = ProgramMemory.copy(program.starts)
        tests = ProgramMemory.copy(program.tests)
        slots = ProgramMemory.copy(program.slots)
        tableRows = ProgramMemory.copy(program.tableRows)
        let masks = FactMask.all(of: program)
        self.masks = ProgramMemory.copy(masks)
        asksRoles = masks.contains(where: \.asksRoles)
        slotCount = program.slots.count
        firstMonth = days.first.monthNumber
        monthCount = days.last.monthNumber - firstMonth + 1
        let tests = program.tests.map(\.test) + program.tableRows.map(\.test)
        asksExtras =
            tests.contains { $0.more.asksExtras }
            || program.slots.contains { if case .quantity = $0.amount { true } else { false } }
        workScopes = program.slots.contains { $0.workScope >= 0 }
        recordScopes = program.slots.contains { $0.recordScope >= 0 }
        asksTogether = program.slots.contains { $0.largest > 0 || $0.runAmong >= 0 }
        breaks = Set(tests.flatMap { [$0.firstDay, $0.firstDay + Int32($0.daySpan) + 1] }).sorted()
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        elements.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
        }
        return memory
    }

    deinit {
        starts.deallocate()
        tests.deallocate()
        slots.deallocate()
        tableRows.deallocate()
        masks.deallocate()
    }
}
