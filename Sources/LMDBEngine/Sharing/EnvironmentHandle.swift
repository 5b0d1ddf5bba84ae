import CLMDB
import Glibc
import KeyValueStore

/// Opens LMDB's own environment with the flags and limits of this house.
enum EnvironmentHandle {
    static let maximumReaders: UInt32 = 510
    static let maximumDatabases: UInt32 = 256

    struct Opened {
        let environment: OpaquePointer
        /// Opened without a lock file.
        let isLockless: Bool
    }

    /// Maps the file at `path`, as large as the address space allows.
    static func open(
        _ path: String, mode: Environment.Mode, mapSizes: [Int]
    ) throws(OpenError) -> Opened {
        var flags = MDB_NOSUBDIR | MDB_NOTLS
        if mode == .readOnly { flags |= MDB_RDONLY }
        var lastCode: Int32 = ENOMEM
        for size in mapSizes {
            let (environment, code) = attempt(path, flags: flags, mapSize: size)
            if let environment {
                // On a read-only disk LMDB goes on without its lock file.
                let isLockless = mode == .readOnly && access(path + "-lock", W_OK) != 0
                return Opened(environment: environment, isLockless: isLockless)
            }
            lastCode = code
            // A directory where we may not write: read without a lock file.
            if code == EACCES, mode == .readOnly {
                return try openLockless(path, flags: flags | MDB_NOLOCK, mapSizes: mapSizes)
            }
            guard code == ENOMEM else { break }
        }
        throw .fromSystem(path: path, code: lastCode)
    }

    private static func openLockless(
        _ path: String, flags: Int32, mapSizes: [Int]
    ) throws(OpenError) -> Opened {
        var lastCode: Int32 = ENOMEM
        for size in mapSizes {
            let (environment, code) = attempt(path, flags: flags, mapSize: size)
            if let environment { return Opened(environment: environment, isLockless: true) }
            lastCode = code
            guard code == ENOMEM else { break }
        }
        throw .fromSystem(path: path, code: lastCode)
    }

    private static func attempt(_ path: String, flags: Int32, mapSize: Int) -> (OpaquePointer?, Int32) {
        var created: OpaquePointer?
        var code = mdb_env_create(&created)
        guard code == 0, let environment = created else { return (nil, code) }
        mdb_env_set_maxreaders(environment, maximumReaders)
        mdb_env_set_maxdbs(environment, maximumDatabases)
        mdb_env_set_mapsize(environment, mapSize)
        code = mdb_env_open(environment, path, UInt32(flags), 0o600)
        if code == 0 { return (environment, 0) }
        mdb_env_close(environment)
        return (nil, code)
    }
}
