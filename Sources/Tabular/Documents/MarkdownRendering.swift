/// Documents as Markdown: headings, tables and notes, ready to be turned into a document of the office.
enum MarkdownRendering {
    static func write(_ documents: [TableDocument], to sink: ByteSink) throws(WriteError) {
        for (index, document) in documents.enumerated() {
            if index > 0 { try sink.write("\n") }
            if !document.title.isEmpty { try sink.write("\(index == 0 ? "#" : "##") \(escaped(document.title))\n\n") }
            try writeTable(document, to: sink)
            if !document.notes.isEmpty { try sink.write("\n") }
            for note in document.notes { try sink.write("- \(escaped(note))\n") }
        }
    }

    private static func writeTable(_ document: TableDocument, to sink: ByteSink) throws(WriteError) {
        if document.rows.isEmpty { return try sink.write("（没有内容）\n") }
        try sink.write(line(document.columns.map { escaped($0.name) }))
        try sink.write(line(document.columns.map { $0.alignment == .right ? "---:" : "---" }))
        for row in document.rows {
            try sink.write(
                line(
                    document.columns.indices.map { place in
                        place < row.count ? escaped(document.columns[place].displayText(row[place])) : ""
                    }))
        }
    }

    private static func line(_ fields: [String]) -> String { "| " + fields.joined(separator: " | ") + " |\n" }

    /// What would be taken for marks, made plain; a new line within a cell stays one.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in trimmed(text) {
            switch character {
            case "\\", "|", "*", "_", "`", "[", "]", "#": result += "\\" + String(character)
            case "<": result += "&lt;"
            case "&": result += "&amp;"
            case "\n", "\r\n", "\r": result += "<br>"
            default: result.append(character)
            }
        }
        return result
    }
}

/// Safe to show, without empty lines at the end.
func trimmed(_ text: String) -> Substring {
    var rest = TerminalText.safe(text, keepsLines: true)[...]
    while let last = rest.last, last.isNewline || last == " " { rest.removeLast() }
    return rest
}
