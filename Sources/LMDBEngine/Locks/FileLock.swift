import Glibc

/// An advisory lock on the store's file (`flock`): one writer, or any number of those who must see no writer.
///
/// LMDB's own write lock cannot be waited for with a time limit, so our processes take this one first. It lies on the
/// data file, where LMDB has no lock that closing a descriptor could drop, and the kernel lets go of it when a process
/// dies in any way.
struct FileLock: Sendable {
    enum Side { case shared, exclusive }

    /// An open descriptor of the store's file; the lock belongs to it.
    let descriptor: Int32

    /// Tries until `deadline`. Returns whether it was got.
    func lock(_ side: Side, until deadline: ContinuousClock.Instant) -> Bool {
        let operation = (side == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB
        var pause: UInt32 = 200
        while true {
            if flock(descriptor, operation) == 0 { return true }
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK, ContinuousClock.now < deadline else { return false }
            usleep(pause)
            pause = min(pause * 2, 10_000)
        }
    }

    func unlock() { flock(descriptor, LOCK_UN) }
}
