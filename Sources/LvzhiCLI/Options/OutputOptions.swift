public import ArgumentParser
public import Reports
import Tabular
import Typesetting

extension ReportFormat: ExpressibleByArgument {}

/// In which format a list or report goes where.
struct OutputOptions: ParsableArguments {
    @Option(name: .customLong("format"), help: ArgumentHelp("输出格式；不写时按 -o 的扩展名，再不然是 table。", valueName: "fmt"))
    var format: ReportFormat?

    @Option(name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("写到文件；扩展名决定格式。", valueName: "file"))
    var output: String?

    /// The format asked for, by word or by the file's extension.
    func chosenFormat() throws(Failure) -> ReportFormat {
        if let format { return format }
        guard let output else { return .table }
        guard let found = ReportFormat(path: output) else {
            throw Failure(
                .usage, "从“\(output)”的扩展名看不出格式。",
                advice: "请用 .xlsx、.csv、.pdf、.docx、.html、.md、.json、.jsonl 或 .txt，或加 --format。")
        }
        return found
    }

    /// Writes tables to the file or to standard output.
    func write(_ tables: [TableDocument], in context: CommandContext) throws {
        try write(in: context) { format, sink, options in
            if let rows = format.rows {
                try TableDocument.render(tables, as: rows, to: sink, options: options)
            } else {
                let made = "\(context.today)"
                context.warn(
                    withoutGlyphs: try PageRendering.write(
                        [Manuscript(tables: tables)], as: format, to: sink, made: made))
            }
        }
    }

    /// Writes a report to the file or to standard output.
    func write(_ report: ReportDocument, in context: CommandContext) throws {
        try write([report], in: context)
    }

    /// Writes several reports as one: below each other, in one JSON array, as the parts of one file with bookmarks.
    func write(_ reports: [ReportDocument], in context: CommandContext) throws {
        try write(in: context) { format, sink, options in
            switch format {
            case .pdf, .html, .docx:
                context.warn(
                    withoutGlyphs: try PageRendering.write(
                        reports.map(\.pages), as: format, to: sink, made: "\(context.today)"))
            default: try ReportDocument(joining: reports).render(as: format, to: sink, options: options)
            }
        }
    }

    /// Opens what the output goes to, and has it written.
    func write(
        in context: CommandContext, _ body: (ReportFormat, ByteSink, RenderOptions) throws -> Void
    ) throws {
        let format = try chosenFormat()
        guard let output else {
            if format.isBinary, context.output.isTerminal {
                throw Failure(.usage, "\(format.rawValue) 文件不能显示在终端上。", advice: "请用 -o 文件名.\(format.rawValue) 写到文件。")
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

extension CommandContext {
    /// Tells which names a PDF could not show.
    func warn(withoutGlyphs texts: [String]) {
        guard !texts.isEmpty else { return }
        errors.line("提示：本机字体里没有这些文字中的某些字，PDF 上是空框：\(texts.joined(separator: "；"))。请安装含生僻字的字体（如 fonts-noto-cjk-extra）。")
    }
}
