#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The number of this process, to name what it builds aside.
enum ProcessNumber {
    static var current: Int { Int(getpid()) }
}

/// The few things done to whole store files.
enum Files {
    /// Removes a store file and its lock file, where they are.
    static func remove(_ path: String) {
        unlink(path)
        unlink(path + "-lock")
    }
}
