internal import KeyValueStore

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The number of this process, to name what it builds aside.
enum ProcessNumber {
    static var current: Int { Int(getpid()) }
}

/// The few things done to whole files, without Foundation.
enum FileSystem {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Removes a store file and its lock file, where they are.
    static func remove(_ path: String) {
        unlink(path)
        unlink(path + "-lock")
    }

    /// Gives a file another name in the same file system. Returns 0, or the system's error number.
    static func rename(_ path: String, to target: String) -> Int32 {
        #if canImport(Glibc)
            Glibc.rename(path, target) == 0 ? 0 : errno
        #else
            Darwin.rename(path, target) == 0 ? 0 : errno
        #endif
    }

    /// Gives a finished file its name, which nothing may have yet, and makes that last.
    static func place(_ path: String, at target: String) throws(OpenError) {
        guard link(path, target) == 0 else {
            let code = errno
            if code == EEXIST { throw .exists(path: target) }
            throw .system(path: target, code: code, message: String(cString: strerror(code)))
        }
        unlink(path)
        let folder = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
        let handle = open(folder.isEmpty ? "/" : folder, O_RDONLY)
        if handle >= 0 {
            fsync(handle)
            close(handle)
        }
    }

    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    static func size(of path: String) -> Int {
        var info = stat()
        return stat(path, &info) == 0 ? Int(info.st_size) : 0
    }

    /// All bytes; nil where they cannot be read.
    static func read(_ path: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        let isRead = eachChunk(of: path) { bytes.append(contentsOf: $0) }
        return isRead ? bytes : nil
    }

    /// Gives every line, without its line feed, to `body`. False where the file cannot be read.
    static func eachLine(of path: String, _ body: (ArraySlice<UInt8>) throws -> Void) rethrows -> Bool {
        var rest: [UInt8] = []
        let isRead = try eachChunk(of: path) { chunk in
            rest.append(contentsOf: chunk)
            var start = 0
            while let end = rest[start...].firstIndex(of: 0x0A) {
                try body(rest[start..<end])
                start = end + 1
            }
            rest.removeSubrange(..<start)
        }
        if !rest.isEmpty { try body(rest[...]) }
        return isRead
    }

    private static func eachChunk(of path: String, _ body: (UnsafeRawBufferPointer) throws -> Void) rethrows -> Bool {
        guard let file = fopen(path, "rb") else { return false }
        defer { fclose(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = fread(buffer.baseAddress, 1, buffer.count, file)
            if count == 0 { break }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        return ferror(file) == 0
    }
}
