import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program `lvzhi`: arguments in, exit code out.
public enum Program {
    /// Runs with this process's arguments, streams and clock, and ends the process.
    public static func main() -> Never {
        exit(run(Array(CommandLine.arguments.dropFirst()), in: .ofThisProcess()).rawValue)
    }

    /// Parses, runs, and says in Chinese what went wrong.
    public static func run(_ arguments: [String], in context: CommandContext) -> ProgramStatus {
        do {
            var command = try Root.parseAsRoot(storeLast(arguments))
            if let ours = command as? any LvzhiCommand {
                try ours.run(in: context)
            } else {
                try command.run()
            }
            return .ok
        } catch let failure as Failure {
            context.errors.line(failure.rendered)
            return failure.status
        } catch let failure as QuietFailure {
            return failure.status
        } catch {
            return answer(error, to: arguments, in: context)
        }
    }

    /// `lvzhi --store PATH member list` means the same as `lvzhi member list --store PATH`; so does `--as`.
    static func storeLast(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved: [String] = []
        while let first = rest.first {
            if first.hasPrefix("--store=") || first.hasPrefix("--as=") {
                moved.append(first)
                rest = rest.dropFirst()
            } else if first == "--store" || first == "--as", rest.count > 2 {
                moved += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        return Array(rest) + moved
    }

    /// Help, version and completion are answers; what is left is a mistake in the command line.
    private static func answer(
        _ error: any Error, to arguments: [String], in context: CommandContext
    ) -> ProgramStatus {
        if let failure = FailureOfLayers.translate(error) {
            context.errors.line(failure.rendered)
            return failure.status
        }
        let text = Root.fullMessage(for: error, columns: 400)
        guard !Root.exitCode(for: error).isSuccess else {
            context.output.line(isScript(text) ? text : ChineseHelp.page(text))
            return .ok
        }
        guard Root.exitCode(for: error) == .validationFailure else {
            context.errors.line(Failure(.failed, "没有办成：\(error)。", advice: "请把这行话和所做的操作告诉维护人员。").rendered)
            return .failed
        }
        let message = Root.message(for: error)
        let rest = text.dropping(prefix: "Error: \(message)\n") ?? text
        context.errors.line("错误：\(sentence(message, usage: rest, arguments))")
        if rest != text { context.errors.line(ChineseHelp.usage(rest)) }
        return .usage
    }

    /// Where a subcommand was expected, a word too many is a command that does not exist.
    private static func sentence(_ message: String, usage: String, _ arguments: [String]) -> String {
        if usage.contains("<subcommand>"), let word = ParserMessages.firstUnexpectedWord(in: message) {
            return "没有命令“\(word)”。"
        }
        if let option = ParserMessages.match(message, against: "Missing value for '%'")?.first,
            let value = negativeNumber(after: option, in: arguments)
        {
            return "“\(value)”不能用作“\(option)”：不能是负数。"
        }
        return ParserMessages.inChinese(message)
    }

    /// `--public -3`: the parser takes the number for another option.
    private static func negativeNumber(after option: String, in arguments: [String]) -> String? {
        let name = String(option.prefix { $0 != " " })
        guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
        let value = arguments[place + 1]
        return value.hasPrefix("-") && value.dropFirst().first?.isNumber == true ? value : nil
    }

    /// A completion script goes to the shell as it is.
    private static func isScript(_ text: String) -> Bool {
        text.hasPrefix("#") || text.hasPrefix("function ") || text.contains("complete -c lvzhi")
    }
}
