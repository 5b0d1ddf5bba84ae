import CLMDB
import Glibc
import KeyValueStore

/// Steps that make a file appear whole and for good.
enum FileMoves {
    /// Gives `source` the name `target`, which must not exist.
    static func moveWithoutReplacing(_ source: String, to target: String) throws(OpenError) {
        if renameat2(AT_FDCWD, source, AT_FDCWD, target, UInt32(RENAME_NOREPLACE)) == 0 { return }
        // Not every file system knows the flag; a hard link does not replace either.
        if errno == EINVAL || errno == ENOSYS {
            if link(source, target) == 0 {
                unlink(source)
                return
            }
        }
        throw errno == EEXIST ? .exists(path: target) : .fromSystem(path: target, code: errno)
    }

    /// Makes a name in a directory survive power loss.
    static func syncDirectory(of path: String) throws(OpenError) {
        let directory = directory(of: path)
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .fromSystem(path: directory, code: errno) }
        defer { close(descriptor) }
        // Some file systems have nothing to sync in a directory and say EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .fromSystem(path: directory, code: errno) }
    }

    static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
