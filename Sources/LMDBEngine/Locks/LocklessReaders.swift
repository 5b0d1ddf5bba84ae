import KeyValueStore

/// Where no lock file can be written (another's directory, a read-only disk) LMDB cannot see our readers. They then
/// keep writers of our own processes out for as long as they read, all readers of a process together.
final class LocklessReaders: @unchecked Sendable {
    private let monitor = Monitor()
    private let fileLock: FileLock
    private var count = 0

    init(fileLock: FileLock) { self.fileLock = fileLock }

    func enter(timeout: Duration) throws {
        monitor.lock()
        defer { monitor.unlock() }
        if count == 0, !fileLock.lock(.shared, until: ContinuousClock.now + timeout) {
            throw TransactionError.busy(seconds: timeout.inSeconds)
        }
        count += 1
    }

    func leave() {
        monitor.lock()
        defer { monitor.unlock() }
        count -= 1
        if count == 0 { fileLock.unlock() }
    }
}
