public import Tabular

/// The formats every report and list can be had in.
public enum ReportFormat: String, CaseIterable, Sendable {
    case table
    case csv
    case json
    case jsonl
    case xlsx
    case html
    case markdown
    case pdf
    case docx

    /// By a file's extension (`.txt` is the table); nil where there is none or it is not known.
    public init?(path: String) {
        if let rows = OutputFormat(path: path) {
            self.init(rawValue: rows.rawValue)
            return
        }
        let name = (path.split(separator: "/").last ?? "").lowercased()
        for (ending, format) in ReportFormat.pages where name.hasSuffix(ending) && name.count > ending.count {
            self = format
            return
        }
        return nil
    }

    private static let pages: [(ending: String, format: ReportFormat)] = [
        (".html", .html), (".htm", .html), (".pdf", .pdf), (".docx", .docx),
    ]

    /// The same format where rows alone are written; nil for what is set as pages.
    public var rows: OutputFormat? { OutputFormat(rawValue: rawValue) }

    /// Whether it is no text, and nothing for a terminal.
    public var isBinary: Bool { self == .xlsx || self == .pdf || self == .docx }
}
