import CLMDB
import Glibc
import KeyValueStore

extension Environment {
    /// Copies a snapshot to a new file while others go on reading and writing. The copy is synced and its pages are
    /// walked before it gets its name; an existing file is never replaced.
    /// - Parameter compacting: leave free pages out. Without it a copy waits for a running writer.
    /// - Throws: `OpenError` about the new file, `TransactionError` about the store.
    public func copy(to target: String, compacting: Bool = true) throws {
        checkIsOpen()
        guard !FileMoves.exists(target) else { throw OpenError.exists(path: target) }
        var template = Array("\(target).partial-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw OpenError.fromSystem(path: target, code: errno) }
        defer { Glibc.close(descriptor) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        let partial = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        do {
            try shared.copy(to: descriptor, path: target, compacting: compacting, timeout: busyTimeout)
            try verify(descriptor, path: partial)
            try FileMoves.moveWithoutReplacing(partial, to: target)
            try FileMoves.syncDirectory(of: target)
        } catch {
            unlink(partial)
            throw error
        }
    }

    private func verify(_ descriptor: Int32, path: String) throws {
        let found = try OpenGuard(path: path, descriptor: descriptor)
        let report = try PageWalk.report(of: found, waitingForWriter: busyTimeout)
        if let first = report.findings.first { throw OpenError.damaged(path: path, detail: "\(first)") }
    }
}

extension SharedEnvironment {
    /// Writes a snapshot into a file and syncs it.
    fileprivate func copy(to descriptor: Int32, path target: String, compacting: Bool, timeout: Duration) throws {
        try locklessReaders?.enter(timeout: timeout)
        defer { locklessReaders?.leave() }
        try withSharedMap {
            var code = mdb_env_copyfd2(environment, descriptor, compacting ? UInt32(MDB_CP_COMPACT) : 0)
            if code == 0, fsync(descriptor) != 0 { code = errno }
            guard code == 0 else { throw TransactionError.fromEngine(code, path: target) }
        }
    }
}
