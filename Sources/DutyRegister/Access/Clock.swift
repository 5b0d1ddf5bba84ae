internal import DutyModel

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Instant {
    /// The moment by the machine's clock. Only ids and the change log look at it; no result depends on it.
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
