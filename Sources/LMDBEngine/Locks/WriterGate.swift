import KeyValueStore

/// Lets one writer in at a time: first among the threads of this process, then among processes. Whoever waits longer
/// than agreed is told that the store is busy.
final class WriterGate: @unchecked Sendable {
    private let monitor = Monitor()
    private let fileLock: FileLock
    private var owner: UInt?

    init(fileLock: FileLock) { self.fileLock = fileLock }

    /// Runs `body` as the only writer of all processes.
    func pass<R>(timeout: Duration, _ body: () throws -> R) throws -> R {
        let deadline = ContinuousClock.now + timeout
        guard enter(until: deadline) else { throw TransactionError.busy(seconds: timeout.inSeconds) }
        defer { leave() }
        guard fileLock.lock(.exclusive, until: deadline) else {
            throw TransactionError.busy(seconds: timeout.inSeconds)
        }
        defer { fileLock.unlock() }
        return try body()
    }

    /// Runs `body` while no thread of this process writes; other processes may.
    func passLocally<R>(timeout: Duration, _ body: () throws -> R) throws -> R {
        guard enter(until: ContinuousClock.now + timeout) else {
            throw TransactionError.busy(seconds: timeout.inSeconds)
        }
        defer { leave() }
        return try body()
    }

    private func enter(until deadline: ContinuousClock.Instant) -> Bool {
        monitor.lock()
        defer { monitor.unlock() }
        precondition(owner != currentThread(), "a write inside a write of the same store")
        while owner != nil {
            guard ContinuousClock.now < deadline else { return false }
            monitor.waitBriefly()
        }
        owner = currentThread()
        return true
    }

    private func leave() {
        monitor.lock()
        owner = nil
        monitor.wakeAll()
        monitor.unlock()
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
