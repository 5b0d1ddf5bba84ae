import Glibc

/// A mutex with one condition: what the longer waits of this module are made of.
///
/// `@unchecked Sendable`: the two pthread objects are made for sharing and stay at one address.
final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func lock() { pthread_mutex_lock(mutex) }
    func unlock() { pthread_mutex_unlock(mutex) }
    func wakeAll() { pthread_cond_broadcast(condition) }

    /// Waits for `wakeAll`; also returns now and then without one, so the caller looks again at what it waits for.
    func wait() { pthread_cond_wait(condition, mutex) }

    /// As `wait`, for a twentieth of a second at most: the caller compares a steady clock with its own deadline.
    func waitBriefly() {
        var moment = timespec()
        clock_gettime(CLOCK_REALTIME, &moment)
        moment.tv_nsec += 50_000_000
        if moment.tv_nsec >= 1_000_000_000 {
            moment.tv_nsec -= 1_000_000_000
            moment.tv_sec += 1
        }
        pthread_cond_timedwait(condition, mutex, &moment)
    }
}

/// Names the running thread.
func currentThread() -> UInt { UInt(pthread_self()) }
