import Glibc

/// This program once more.
enum OwnProcess {
    static func run(_ arguments: [String]) throws {
        var words = ([CommandLine.arguments[0]] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var identifier: pid_t = 0
        guard posix_spawn(&identifier, "/proc/self/exe", nil, nil, &words, environ) == 0 else {
            throw Failure("不能另起进程")
        }
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
        guard status == 0 else { throw Failure("\(arguments[0]) 没有量完") }
    }
}
