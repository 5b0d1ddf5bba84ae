/// Keeps the map in place under live transactions: each holds the shared side, remapping and closing take the
/// exclusive one. LMDB itself remaps under live readers without a word.
///
/// A thread that already holds the shared side may take it again even while somebody waits for the exclusive one, so
/// that a read inside a read cannot lock itself out.
final class MapLock: @unchecked Sendable {
    private let monitor = Monitor()
    private var holders: [UInt: Int] = [:]
    private var isExclusive = false
    private var waitingForExclusive = 0

    func enter() {
        let thread = currentThread()
        monitor.lock()
        defer { monitor.unlock() }
        if let depth = holders[thread] {
            holders[thread] = depth + 1
            return
        }
        while isExclusive || waitingForExclusive > 0 { monitor.wait() }
        holders[thread] = 1
    }

    func leave() {
        let thread = currentThread()
        monitor.lock()
        defer { monitor.unlock() }
        if let depth = holders[thread], depth > 1 {
            holders[thread] = depth - 1
        } else {
            holders[thread] = nil
            if holders.isEmpty { monitor.wakeAll() }
        }
    }

    /// Whether this thread is inside a transaction.
    var isHeldByThisThread: Bool {
        monitor.lock()
        defer { monitor.unlock() }
        return holders[currentThread()] != nil
    }

    /// Runs `body` while no transaction is live. The calling thread must not be inside one.
    func exclusively<R>(_ body: () throws -> R) rethrows -> R {
        monitor.lock()
        precondition(holders[currentThread()] == nil, "remapping or closing inside a transaction")
        waitingForExclusive += 1
        while isExclusive || !holders.isEmpty { monitor.wait() }
        waitingForExclusive -= 1
        isExclusive = true
        monitor.unlock()
        defer {
            monitor.lock()
            isExclusive = false
            monitor.wakeAll()
            monitor.unlock()
        }
        return try body()
    }
}
