/// Documents as one HTML page that needs nothing else, for reading and for printing on A4.
enum PageRendering {
    static func write(_ documents: [TableDocument], to sink: ByteSink) throws(WriteError) {
        let title = documents.first { !$0.title.isEmpty }?.title ?? "履职"
        try sink.write(
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title))</title>
            <style>
            \(style)
            </style>
            </head>
            <body>

            """)
        for (index, document) in documents.enumerated() {
            let level = index == 0 ? "h1" : "h2"
            if !document.title.isEmpty { try sink.write("<\(level)>\(escaped(document.title))</\(level)>\n") }
            try writeTable(document, to: sink)
            for note in document.notes { try sink.write("<p>\(escaped(note))</p>\n") }
        }
        try sink.write("</body>\n</html>\n")
    }

    private static let style = """
        @page { size: A4; margin: 20mm 15mm; }
        body { font: 16px/1.6 "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #000; background: #fff;
          max-width: 62em; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.5em; text-align: center; }
        h2 { font-size: 1.15em; margin-top: 1.8em; }
        table { border-collapse: collapse; width: 100%; font-size: .9em; }
        th, td { border: 1px solid #666; padding: .3em .5em; text-align: left; vertical-align: top; }
        th { background: #eee; }
        td.n, th.n { text-align: right; white-space: nowrap; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        @media print { body { max-width: none; margin: 0; font-size: 10.5pt; } }
        """

    private static func writeTable(_ document: TableDocument, to sink: ByteSink) throws(WriteError) {
        if document.rows.isEmpty { return try sink.write("<p>（没有内容）</p>\n") }
        try sink.write("<table>\n<thead><tr>")
        for column in document.columns { try sink.write(cell(column.name, "th", column)) }
        try sink.write("</tr></thead>\n<tbody>\n")
        for row in document.rows {
            try sink.write("<tr>")
            for (place, column) in document.columns.enumerated() {
                try sink.write(cell(place < row.count ? column.displayText(row[place]) : "", "td", column))
            }
            try sink.write("</tr>\n")
        }
        try sink.write("</tbody>\n</table>\n")
    }

    private static func cell(_ text: String, _ tag: String, _ column: TableColumn) -> String {
        "<\(tag)\(column.alignment == .right ? " class=\"n\"" : "")>\(escaped(text))</\(tag)>"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in trimmed(text) {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\r\n", "\r": result += "<br>"
            default: result.append(character)
            }
        }
        return result
    }
}
