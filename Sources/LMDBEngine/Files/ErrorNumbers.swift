import CLMDB
import Glibc
import KeyValueStore

extension OpenError {
    /// What the operating system or LMDB said about a path.
    static func fromSystem(path: String, code: Int32) -> OpenError {
        switch code {
        case ENOENT, ENOTDIR: .missing(path: path)
        case EACCES, EPERM: .notPermitted(path: path)
        case EROFS: .readOnly(path: path)
        case EEXIST: .exists(path: path)
        case EAGAIN, EBUSY: .locked(path: path, detail: message(of: code))
        case MDB_INVALID, MDB_CORRUPTED, MDB_PAGE_NOTFOUND: .damaged(path: path, detail: message(of: code))
        default: .system(path: path, code: code, message: message(of: code))
        }
    }
}

extension TransactionError {
    /// What a transaction call returned. A full disk shows as EIO too (a short write), so the disk itself is asked.
    static func fromEngine(_ code: Int32, path: String) -> TransactionError {
        switch code {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EIO where isFull(path): .diskFull(path: path)
        case MDB_READERS_FULL: .tooManyReaders
        case EACCES, EROFS, EPERM: .readOnly
        case MDB_CORRUPTED, MDB_PAGE_NOTFOUND, MDB_INVALID, MDB_PANIC: .damaged(detail: message(of: code))
        default: .engine(code: code, message: message(of: code))
        }
    }

    private static func isFull(_ path: String) -> Bool {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return false }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 20
    }
}

private func message(of code: Int32) -> String { String(cString: mdb_strerror(code)) }
