#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs a program with this process's own streams and waits for it.
enum ChildProcess {
    enum End: Equatable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    static func run(_ program: String, _ arguments: [String]) throws(Failure) -> End {
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var child = pid_t()
        let code = posix_spawn(&child, program, nil, nil, words, environ())
        guard code == 0 else {
            throw Failure(.failed, "不能启动子进程：\(String(cString: strerror(code)))。", advice: "请检查程序文件是否完整。")
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }

    /// This process's environment for the child, read afresh (C's global is no safe name in Swift 6).
    private static func environ() -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        #if canImport(Darwin)
            return _NSGetEnviron().pointee
        #else
            // RTLD_DEFAULT is a null pointer here.
            guard let symbol = dlsym(nil, "environ") else { return nil }
            return symbol.assumingMemoryBound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self).pointee
        #endif
    }
}
