/// The formats of rows: what a table can be written in without setting a page.
public enum OutputFormat: String, CaseIterable, Sendable {
    case table
    case csv
    case json
    case jsonl
    case xlsx
    case markdown

    /// By a file's extension (`.txt` is the table); nil where there is none or it is not known.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
        let ending = name[name.index(after: point)...].lowercased()
        switch ending {
        case "txt": self = .table
        case "ndjson": self = .jsonl
        case "md": self = .markdown
        default: self.init(rawValue: ending)
        }
    }
}

/// How to render where the format leaves a choice.
public struct RenderOptions: Sendable {
    /// For a terminal table.
    public var totalWidth: Int?
    public var usesColor = false
    public var width = DisplayWidth.standard
    public var overflow = TextTable.Overflow.truncate
    /// For CSV.
    public var csv = CSVStyle.pipe

    public init() {}

    /// What suits a file that people open.
    public static let file: RenderOptions = {
        var options = RenderOptions()
        options.csv = .file
        return options
    }()
}

extension TableDocument {
    /// Writes the document to a sink, which the caller finishes.
    public func render(as format: OutputFormat, to sink: ByteSink, options: RenderOptions = .init()) throws(WriteError)
    {
        try TableDocument.render([self], as: format, to: sink, options: options)
    }

    /// Writes several documents: below each other, in one JSON array, one sheet each.
    public static func render(
        _ documents: [TableDocument], as format: OutputFormat, to sink: ByteSink, options: RenderOptions = .init()
    ) throws(WriteError) {
        switch format {
        case .table: try TerminalRendering(options).write(documents, to: sink)
        case .csv: try CSVRendering(options.csv).write(documents, to: sink)
        case .json: try JSONRendering.write(documents, to: sink)
        case .jsonl: try JSONRendering.writeLines(documents, to: sink)
        case .xlsx: try WorkbookRendering.write(documents, to: sink)
        case .markdown: try MarkdownRendering.write(documents, to: sink)
        }
    }

    /// Writes a whole file, which appears only when complete.
    public static func write(
        _ documents: [TableDocument], as format: OutputFormat, toFile path: String, options: RenderOptions = .file
    ) throws(WriteError) {
        if format == .xlsx { return try WorkbookRendering.write(documents, toFile: path) }
        let sink = try ByteSink.file(path)
        try render(documents, as: format, to: sink, options: options)
        try sink.finish()
    }
}
