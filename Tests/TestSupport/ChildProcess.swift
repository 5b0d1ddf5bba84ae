import Glibc

/// A program beside the tests, spoken to by lines, for what needs a second process or may kill one.
public final class ChildProcess {
    private let identifier: pid_t
    private let input: Int32
    private let output: UnsafeMutablePointer<FILE>
    private var ending: Ending?

    /// How a process ended.
    public enum Ending: Equatable, Sendable {
        case exit(Int32)
        case signal(Int32)
    }

    /// Starts an executable of this package.
    /// - Parameter name: name of its target.
    public init(_ name: String, _ arguments: [String]) {
        signal(SIGPIPE, SIG_IGN)
        let path = Self.productsDirectory + "/" + name
        let (toChild, fromChild) = (Self.pipeEnds(), Self.pipeEnds())
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, toChild.read, 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild.write, 1)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var identifier: pid_t = 0
        let code = posix_spawn(&identifier, path, &actions, nil, &words, environ)
        precondition(code == 0, "cannot start \(path): \(code)")
        for word in words { free(word) }
        posix_spawn_file_actions_destroy(&actions)
        close(toChild.read)
        close(fromChild.write)
        guard let output = fdopen(fromChild.read, "r") else { preconditionFailure("no pipe") }
        self.identifier = identifier
        self.output = output
        input = toChild.write
    }

    deinit {
        if ending == nil { _ = kill() }
        close(input)
        fclose(output)
    }

    /// The next line of its output without its end; nil when it closed it.
    public func readLine() -> String? {
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        guard getline(&line, &capacity, output) > 0, let line else { return nil }
        let text = String(cString: line)
        return text.last == "\n" ? String(text.dropLast()) : text
    }

    /// All of its output that is left.
    public func readToEnd() -> [String] {
        var lines: [String] = []
        while let line = readLine() { lines.append(line) }
        return lines
    }

    /// Writes one line to its input.
    public func send(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = Glibc.write(input, bytes, bytes.count)
    }

    /// Waits for its end.
    public func wait() -> Ending {
        if let ending { return ending }
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        let ending: Ending = signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
        self.ending = ending
        return ending
    }

    /// Ends it as a power cut would.
    public func kill() -> Ending {
        Glibc.kill(identifier, SIGKILL)
        return wait()
    }

    private static func pipeEnds() -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        precondition(pipe(&ends) == 0, "no pipe")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Where this package's executables are: beside the program that runs the tests.
    private static var productsDirectory: String {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let own = String(decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return String(own[..<(own.lastIndex(of: "/") ?? own.startIndex)])
    }
}
