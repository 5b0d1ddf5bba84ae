public import ArgumentParser
import Reports
public import Tabular

extension OutputFormat: ExpressibleByArgument {}

/// In which format a list or report goes where.
struct OutputOptions: ParsableArguments {
    @Option(name: .customLong("format"), help: ArgumentHelp("输出格式；不写时按 -o 的扩展名，再不然是 table。", valueName: "fmt"))
    var format: OutputFormat?

    @Option(name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("写到文件；扩展名决定格式。", valueName: "file"))
    var output: String?

    /// The format asked for, by word or by the file's extension.
    func chosenFormat() throws(Failure) -> OutputFormat {
        if let format { return format }
        guard let output else { return .table }
        guard let found = OutputFormat(path: output) else {
            throw Failure(
                .usage, "从“\(output)”的扩展名看不出格式。", advice: "请用 .xlsx、.csv、.json、.jsonl、.html、.md 或 .txt，或加 --format。")
        }
        return found
    }

    /// Writes tables to the file or to standard output.
    func write(_ tables: [TableDocument], in context: CommandContext) throws {
        try write(in: context) { format, sink, options throws(WriteError) in
            try TableDocument.render(tables, as: format, to: sink, options: options)
        }
    }

    /// Writes a report to the file or to standard output.
    func write(_ report: ReportDocument, in context: CommandContext) throws {
        try write(in: context) { format, sink, options throws(WriteError) in
            try report.render(as: format, to: sink, options: options)
        }
    }

    private func write(
        in context: CommandContext, _ body: (OutputFormat, ByteSink, RenderOptions) throws(WriteError) -> Void
    ) throws {
        let format = try chosenFormat()
        guard let output else {
            if format == .xlsx, context.output.isTerminal {
                throw Failure(.usage, "工作簿不能显示在终端上。", advice: "请用 -o 文件名.xlsx 写到文件。")
            }
            let sink = ByteSink.memory()
            try body(format, sink, screen(context))
            try sink.finish()
            context.output.write(bytes: sink.bytes)
            return
        }
        let sink = try ByteSink.file(output)
        try body(format, sink, .file)
        try sink.finish()
        context.errors.line("已写入 \(output)")
    }

    private func screen(_ context: CommandContext) -> RenderOptions {
        var options = RenderOptions()
        // Nothing is cut off: what is too long goes on in the next line.
        options.overflow = .wrap
        options.usesColor = context.usesColour(on: context.output)
        if context.output.isTerminal { options.totalWidth = context.columns }
        return options
    }
}
