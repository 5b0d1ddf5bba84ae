import Glibc

/// Lets one thread wait for another inside a synchronous closure.
public final class Semaphore: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    public init() { sem_init(semaphore, 0, 0) }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    public func wait() { while sem_wait(semaphore) != 0 {} }
    public func signal() { sem_post(semaphore) }
}
