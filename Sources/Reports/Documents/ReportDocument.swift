public import Tabular
public import Typesetting

/// A report as a value: several tables one below the other, the same content as JSON, and as pages.
///
/// People read the tables (terminal, CSV, workbook: one sheet each) and the pages (web, PDF, DOCX); programs read
/// `json`, whose keys are English and stay as they are, with numbers as exact text.
public struct ReportDocument: Equatable, Sendable {
    public var tables: [TableDocument]
    public var json: JSONValue
    /// One value a line for `jsonl`: the rows a program would go through.
    public var lines: [JSONValue]
    /// Set by itself; nil is the tables one below the other.
    public var manuscript: Manuscript?

    public init(tables: [TableDocument], json: JSONValue, lines: [JSONValue], manuscript: Manuscript? = nil) {
        self.tables = tables
        self.json = json
        self.lines = lines
        self.manuscript = manuscript
    }

    /// Several reports as one: their tables below each other, their JSON in an array. One stays as it is.
    public init(joining reports: [ReportDocument]) {
        if let only = reports.first, reports.count == 1 {
            self = only
        } else {
            self.init(
                tables: reports.flatMap(\.tables), json: .array(reports.map(\.json)), lines: reports.flatMap(\.lines))
        }
    }

    /// The report as it is set on pages.
    public var pages: Manuscript { manuscript ?? Manuscript(tables: tables) }

    /// Writes the report to a sink, which the caller finishes.
    /// - Parameter made: The day a PDF says it was made, `2024-12-31`.
    /// - Throws: `WriteError`, or `TypesettingError` where pages are set.
    public func render(
        as format: ReportFormat, to sink: ByteSink, options: RenderOptions, made: String = ""
    ) throws {
        switch format {
        case .json: try sink.write(json.prettyText + "\n")
        case .jsonl: for line in lines { try JSONLines.write(line, to: sink) }
        case .pdf, .html, .docx: try PageRendering.write([pages], as: format, to: sink, made: made)
        case .table, .csv, .xlsx, .markdown:
            if let rows = format.rows { try TableDocument.render(tables, as: rows, to: sink, options: options) }
        }
    }
}

/// Documents as pages of one file.
public enum PageRendering {
    /// - Returns: Texts with characters that no font of this machine has; always empty but for PDF.
    /// - Throws: `WriteError`, `TypesettingError`.
    @discardableResult
    public static func write(
        _ manuscripts: [Manuscript], as format: ReportFormat, to sink: ByteSink, made: String = ""
    ) throws -> [String] {
        switch format {
        case .html: try WebPage.write(manuscripts, to: sink)
        case .docx: try WordDocument.write(manuscripts, to: sink)
        case .pdf:
            let writer = try PDFWriter(to: sink, title: manuscripts.first?.title ?? "", made: made)
            for manuscript in manuscripts { try writer.write(manuscript) }
            try writer.finish()
            return writer.withoutGlyphs
        default: preconditionFailure("not a format of pages")
        }
        return []
    }
}

extension TableDocument {
    /// A table of fields: what, and its value; empty values are left out.
    public static func fields(title: String, _ fields: [(name: String, value: String)]) -> TableDocument {
        TableDocument(
            title: title, columns: [TableColumn("field", "项目"), TableColumn("value", "内容", maximumWidth: 76)],
            rows: fields.filter { !$0.value.isEmpty }.map { [.text($0.name), .text($0.value)] })
    }
}

extension Cell {
    /// Text, or nothing where it is empty.
    static func words(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }
}
