public import Tabular

/// A report as a value: several tables one below the other, and the same content as JSON.
///
/// People read the tables (terminal, CSV, workbook: one sheet each); programs read `json`, whose keys are English and
/// stay as they are, with numbers as exact text.
public struct ReportDocument: Equatable, Sendable {
    public var tables: [TableDocument]
    public var json: JSONValue
    /// One value a line for `jsonl`: the rows a program would go through.
    public var lines: [JSONValue]

    public init(tables: [TableDocument], json: JSONValue, lines: [JSONValue]) {
        self.tables = tables
        self.json = json
        self.lines = lines
    }

    /// Writes the report to a sink, which the caller finishes.
    public func render(as format: OutputFormat, to sink: ByteSink, options: RenderOptions) throws(WriteError) {
        switch format {
        case .json: try sink.write(json.prettyText + "\n")
        case .jsonl: for line in lines { try JSONLines.write(line, to: sink) }
        case .table, .csv, .xlsx, .html, .markdown:
            try TableDocument.render(tables, as: format, to: sink, options: options)
        }
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
