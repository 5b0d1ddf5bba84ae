import Glibc
public import KeyValueStore

extension Environment {
    /// Opens an existing store. A file that is no store, is cut or contradicts itself is refused and left untouched.
    /// - Parameter busyTimeout: how long a writer waits for another one before `TransactionError.busy`.
    public static func open(
        at path: String, mode: Mode = .readWrite, busyTimeout: Duration = .seconds(10)
    ) throws(OpenError) -> Environment {
        try open(at: path, mode: mode, busyTimeout: busyTimeout, mapSize: nil)
    }

    /// - Parameter mapSize: a map of just this size, for tests of growth.
    static func open(
        at path: String, mode: Mode, busyTimeout: Duration, mapSize: Int?
    ) throws(OpenError) -> Environment {
        let descriptor = try openFile(path, mode: mode)
        var isKept = false
        defer { if !isKept { Glibc.close(descriptor) } }
        let found = try OpenGuard(path: path, descriptor: descriptor)
        let shared = try EnvironmentRegistry.acquire(found.identity) { () throws(OpenError) -> SharedEnvironment in
            let shared = try map(found, mode: mode, busyTimeout: busyTimeout, mapSize: mapSize)
            isKept = true
            return shared
        }
        let environment = Environment(shared, path: path, mode: mode, busyTimeout: busyTimeout)
        guard shared.mode == .readWrite || mode == .readOnly else {
            throw .locked(path: path, detail: "本进程已以只读方式打开")
        }
        return environment
    }

    private static func openFile(_ path: String, mode: Mode) throws(OpenError) -> Int32 {
        // Without O_NONBLOCK a named pipe would wait for its other end.
        let descriptor = Glibc.open(path, (mode == .readOnly ? O_RDONLY : O_RDWR) | O_CLOEXEC | O_NONBLOCK)
        guard descriptor < 0 else { return descriptor }
        switch errno {
        case EISDIR: throw .notAStore(path: path, found: "目录")
        case EACCES where mode == .readWrite && access(path, R_OK) == 0: throw .readOnly(path: path)
        case let code: throw .fromSystem(path: path, code: code)
        }
    }

    /// Maps a file that passed the guard; a file shorter than it says must pass the page walk too.
    private static func map(
        _ found: OpenGuard, mode: Mode, busyTimeout: Duration, mapSize: Int?
    ) throws(OpenError) -> SharedEnvironment {
        try walkIfNeeded(found, busyTimeout: busyTimeout)
        let sizes = mapSize.map { [$0] } ?? MapSize.candidates(fileSize: found.fileSize)
        let opened = try EnvironmentHandle.open(found.path, mode: mode, mapSizes: sizes)
        let shared = SharedEnvironment(
            path: found.path, identity: found.identity, mode: mode, descriptor: found.descriptor, opened: opened)
        guard FileIdentity(path: found.path) == found.identity else {
            shared.abandon()
            throw .locked(path: found.path, detail: "文件正被替换")
        }
        shared.clearDeadReaders()
        do {
            try shared.learnDatabases(timeout: busyTimeout)
        } catch {
            shared.abandon()
            throw openError(error, path: found.path)
        }
        return shared
    }

    /// A file shorter than it says must pass the page walk. A small one is walked as well when no writer is in the way:
    /// it costs little, and LMDB may crash on what the walk would have found.
    private static func walkIfNeeded(_ found: OpenGuard, busyTimeout: Duration) throws(OpenError) {
        let report: PageReport
        if !found.hasFullLength {
            report = try PageWalk.report(of: found, waitingForWriter: busyTimeout)
        } else if found.fileSize <= walkedSize {
            do {
                report = try PageWalk.report(of: found, waitingForWriter: .zero)
            } catch OpenError.locked {
                return
            }
        } else {
            return
        }
        if let first = report.findings.first { throw .damaged(path: found.path, detail: "\(first)") }
    }

    /// Files up to this size are walked at every opening.
    private static let walkedSize = 8 << 20

    private static func openError(_ error: any Error, path: String) -> OpenError {
        switch error {
        case TransactionError.damaged(let detail): .damaged(path: path, detail: detail)
        case TransactionError.tooManyReaders: .locked(path: path, detail: "同时读取的程序太多")
        case TransactionError.engine(let code, let message): .system(path: path, code: code, message: message)
        default: .system(path: path, code: EIO, message: "\(error)")
        }
    }
}
