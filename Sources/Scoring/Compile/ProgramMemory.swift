/// A program where the pass reads it: plain memory that never changes, so that a look at a fact costs no count of
/// references and no check of bounds. The numbers inside come from `ProgramBuilder` alone, which makes them fit.
final class ProgramMemory: @unchecked Sendable {
    let starts: UnsafeMutablePointer<Int32>
    let tests: UnsafeMutablePointer<SlotTest>
    let slots: UnsafeMutablePointer<Slot>
    let tableRows: UnsafeMutablePointer<TableRow>

    init(_ program: Program) {
        starts = ProgramMemory.copy(program.starts)
        tests = ProgramMemory.copy(program.tests)
        slots = ProgramMemory.copy(program.slots)
        tableRows = ProgramMemory.copy(program.tableRows)
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
    }
}
