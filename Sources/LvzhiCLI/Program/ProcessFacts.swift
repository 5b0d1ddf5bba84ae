import DutyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What this process knows of itself and its clock, asked of the system without Foundation (start-up time).
enum ProcessFacts {
    /// The environment variables the program looks at. Reading them one by one needs no global of C.
    static func environment() -> [String: String] {
        var found: [String: String] = [:]
        for name in ["LVZHI_STORE", "LVZHI_AS", "LVZHI_ACTOR", "NO_COLOR", "TERM", "USER", "LOGNAME", "COLUMNS"] {
            if let value = getenv(name) { found[name] = String(cString: value) }
        }
        return found
    }

    /// The present moment.
    static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// How many columns the terminal on standard output has; nil where there is none.
    static func terminalWidth() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// The file this program was started from.
    static func programPath() -> String {
        #if os(Linux)
            var buffer = [CChar](repeating: 0, count: 4096)
            let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
            if count > 0 { return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
        #endif
        return CommandLine.arguments.first ?? "lvzhi"
    }
}
