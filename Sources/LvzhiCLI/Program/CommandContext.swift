public import DutyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Everything a command may touch outside its arguments and the store, so that a test can hand in its own.
public struct CommandContext {
    public var output: any TextStream
    public var errors: any TextStream
    public var environment: [String: String]
    /// The moment the command runs at.
    public var now: () -> Instant
    /// One line typed by the user, without its line end; nil at the end of input.
    public var readLine: () -> String?
    /// Whether someone can answer a question.
    public var canAsk: Bool
    /// The path this program was started from: `check` starts itself again in a child process.
    public var programPath: String

    public init(
        output: any TextStream, errors: any TextStream, environment: [String: String], now: @escaping () -> Instant,
        readLine: @escaping () -> String? = { nil }, canAsk: Bool = false, programPath: String = "lvzhi"
    ) {
        self.output = output
        self.errors = errors
        self.environment = environment
        self.now = now
        self.readLine = readLine
        self.canAsk = canAsk
        self.programPath = programPath
    }

    /// The real one: this process's streams, environment and clock.
    public static func ofThisProcess() -> CommandContext {
        CommandContext(
            output: DescriptorStream(descriptor: STDOUT_FILENO), errors: DescriptorStream(descriptor: STDERR_FILENO),
            environment: ProcessFacts.environment(), now: ProcessFacts.now, readLine: { Swift.readLine() },
            canAsk: isatty(STDIN_FILENO) == 1, programPath: ProcessFacts.programPath())
    }

    /// Width of the terminal; 100 where it is not known.
    var columns: Int { environment["COLUMNS"].flatMap(Int.init) ?? ProcessFacts.terminalWidth() ?? 100 }

    /// Today in Beijing.
    var today: CivilDay { now().day }

    /// Whether colour may be used on a stream: a terminal, and the user has not forbidden it.
    func usesColour(on stream: any TextStream) -> Bool {
        stream.isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Asks for a yes; without a terminal the command has to be given `--yes`.
    func confirm(_ question: String) throws(Failure) {
        guard canAsk else {
            throw Failure(.usage, "要先确认：\(question)当前没有终端，无法询问。", advice: "确认无误后加上 --yes 再执行一次。")
        }
        errors.write("\(question) [y/N] ")
        guard let answer = readLine(), ["y", "Y", "yes", "是", "好", "确认"].contains(answer) else {
            throw Failure(.failed, "已取消，什么也没有改动。", advice: "")
        }
    }
}

extension CommandContext {
    /// A remark for a person who watches; nothing where nobody does.
    func note(_ text: String) {
        if errors.isTerminal { errors.line(text) }
    }
}
