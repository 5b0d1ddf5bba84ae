import ArgumentParser

/// A command of the program: parsed by ArgumentParser, run with a context that tests can hand in.
protocol LvzhiCommand: ParsableCommand {
    /// Does the work. Whatever it throws becomes a message and an exit code in `Program`.
    func run(in context: CommandContext) throws
}

extension LvzhiCommand {
    /// ArgumentParser's own way in; only `Program` runs commands, with a context.
    mutating func run() throws { try run(in: .ofThisProcess()) }
}

extension CommandConfiguration {
    /// A configuration that cannot forget the sentence and the example.
    ///
    /// - Parameters:
    ///   - name: the English word.
    ///   - also: its Chinese aliases.
    ///   - abstract: one sentence.
    ///   - example: command lines with a word on each.
    ///   - more: what else there is to know.
    static func command(
        _ name: String, also aliases: [String] = [], _ abstract: String, example: String, more: String = "",
        subcommands: [any ParsableCommand.Type] = [], default defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) -> CommandConfiguration {
        let discussion = (more.isEmpty ? "" : more + "\n\n") + "示例：\n" + example
        return CommandConfiguration(
            commandName: name, abstract: abstract, discussion: discussion, subcommands: subcommands,
            defaultSubcommand: defaultSubcommand, helpNames: [.customLong("help"), .customShort("h")], aliases: aliases)
    }
}
