#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file written under a name of its own beside its place, and renamed there when whole.
struct StagedFile {
    /// Where it will be.
    let path: String
    /// Where it is being written; the same as `path` for devices and pipes, which cannot be replaced.
    let temporaryPath: String

    init(path: String) throws(WriteError) {
        guard !path.isEmpty else { throw .system(path: path, code: ENOENT, message: "空的文件名") }
        let real = StagedFile.resolvingLink(path)
        var status = stat()
        if stat(real, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR { throw .system(path: path, code: EISDIR, message: "这是一个文件夹") }
            if kind != S_IFREG {
                (self.path, temporaryPath) = (real, real)
                return
            }
        }
        self.path = real
        temporaryPath = StagedFile.unusedName(beside: real)
    }

    /// Writes through to the disk what is in `descriptor`.
    static func sync(_ descriptor: Int32, path: String) throws(WriteError) {
        // Pipes and devices cannot be synced and need not be.
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS else {
            throw WriteError(errno, path: path)
        }
    }

    /// Puts the finished file in its place.
    func commit() throws(WriteError) {
        guard temporaryPath != path else { return }
        guard rename(temporaryPath, path) == 0 else {
            let error = WriteError(errno, path: path)
            discard()
            throw error
        }
    }

    /// Removes what was written so far.
    func discard() {
        if temporaryPath != path { unlink(temporaryPath) }
    }

    /// A link stays a link: what it points to is replaced.
    private static func resolvingLink(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func unusedName(beside path: String) -> String {
        var count = 0
        while true {
            let name = "\(path).\(getpid())-\(count).partial"
            if access(name, F_OK) != 0 { return name }
            count += 1
        }
    }
}

extension WriteError {
    /// What the operating system meant.
    init(_ code: Int32, path: String) {
        switch code {
        case ENOENT, ENOTDIR: self = .missingFolder(path: path)
        case EACCES, EPERM, EROFS: self = .notPermitted(path: path)
        case ENOSPC, EDQUOT: self = .diskFull(path: path)
        case EPIPE: self = .closedPipe
        default: self = .system(path: path, code: code, message: String(cString: strerror(code)))
        }
    }
}
