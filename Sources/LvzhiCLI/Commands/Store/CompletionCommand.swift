import ArgumentParser

/// `lvzhi completion`
struct CompletionCommand: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "completion", also: ["补全"], "输出 bash、zsh 或 fish 的命令补全脚本。",
        example: """
              lvzhi completion bash > ~/.local/share/bash-completion/completions/lvzhi
              lvzhi completion fish > ~/.config/fish/completions/lvzhi.fish
            """)

    @Argument(help: ArgumentHelp("bash、zsh 或 fish。", valueName: "shell")) var shell: String

    func run(in context: CommandContext) throws {
        guard let known = CompletionShell(rawValue: shell) else {
            throw Failure(.usage, "不会为“\(shell)”写补全脚本。", advice: "可用 bash、zsh、fish。")
        }
        context.output.line(Root.completionScript(for: known))
    }
}
