import Glibc
public import KeyValueStore

extension Environment {
    /// Walks every page of a store without mapping it, and tells what contradicts what. Safe on any file; writers of
    /// our own wait while it runs.
    public static func inspect(_ path: String, busyTimeout: Duration = .seconds(10)) throws(OpenError) -> PageReport {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .fromSystem(path: path, code: errno) }
        defer { Glibc.close(descriptor) }
        let found = try OpenGuard(path: path, descriptor: descriptor)
        return try PageWalk.report(of: found, waitingForWriter: busyTimeout)
    }
}

extension PageWalk {
    /// Walks the newest snapshot of a file while no writer of ours changes it.
    static func report(of found: OpenGuard, waitingForWriter timeout: Duration) throws(OpenError) -> PageReport {
        let fileLock = FileLock(descriptor: found.descriptor)
        guard fileLock.lock(.shared, until: ContinuousClock.now + timeout) else {
            throw .locked(path: found.path, detail: "另一程序正在写入")
        }
        defer { fileLock.unlock() }
        // Looked at again: a writer may have committed before it let go.
        let current = try OpenGuard(path: found.path, descriptor: found.descriptor)
        let source = PageSource(
            descriptor: current.descriptor, pageSize: current.pageSize, fileSize: current.fileSize)
        return PageWalk(source: source, meta: current.meta).run()
    }
}
