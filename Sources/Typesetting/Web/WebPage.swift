public import Tabular

/// Documents as one HTML page that needs nothing else, for reading and for printing on A4. Charts are inline SVG.
public enum WebPage {
    public static func write(_ manuscripts: [Manuscript], to sink: ByteSink) throws(WriteError) {
        let title = manuscripts.first?.title ?? ""
        try sink.write(
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>\(Markup.escaped(title.isEmpty ? "履职" : title))</title>
            <style>
            \(style)
            </style>
            </head>
            <body>

            """)
        for manuscript in manuscripts {
            try sink.write(manuscripts.count > 1 ? "<section class=\"sheet\">\n" : "<main>\n")
            if let red = manuscript.redHeading { try sink.write("<p class=\"red\">\(Markup.escaped(red))</p>\n") }
            for block in manuscript.blocks { try write(block, to: sink) }
            if !manuscript.foot.isEmpty {
                try sink.write("<p class=\"note\">\(Markup.escaped(manuscript.foot))</p>\n")
            }
            try sink.write(manuscripts.count > 1 ? "</section>\n" : "</main>\n")
        }
        try sink.write("</body>\n</html>\n")
    }

    private static let style = """
        @page { size: A4; margin: 20mm 15mm; }
        body { font: 16px/1.6 "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #000; background: #fff;
          max-width: 62em; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.5em; text-align: center; margin: .6em 0; }
        h2 { font: bold 1.1em/1.5 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 1.6em 0 .5em; }
        p { margin: .4em 0; }
        p.body { text-indent: 2em; text-align: justify; }
        p.subtitle { text-align: center; }
        p.closing { text-align: right; }
        p.note { font-size: .85em; color: #444; }
        p.emphasis { font-weight: bold; }
        p.red { font-size: 2em; font-weight: bold; color: #d7000f; text-align: center;
          border-bottom: 2px solid #d7000f; padding-bottom: .4em; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9em; }
        th, td { border: 1px solid #888; padding: .3em .5em; text-align: left; vertical-align: middle; }
        th { background: #f0f0f0; }
        td.n, th.n { text-align: right; white-space: nowrap; }
        td.w { min-width: 7em; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        table.fields th { white-space: nowrap; width: 1%; }
        svg { width: 100%; max-width: 46em; height: auto; margin: .6em 0; display: block; }
        ul.sign { list-style: none; padding: 0; display: grid; grid-template-columns: 1fr 1fr; gap: 1.6em 2em; }
        ul.sign span { display: inline-block; min-width: 8em; border-bottom: 1px solid #000; }
        section.sheet { break-after: page; border-bottom: 1px dashed #999; margin-bottom: 2em; padding-bottom: 1em; }
        @media print { body { max-width: none; margin: 0; font-size: 10.5pt; } section.sheet { border: 0; } }
        """

    private static func write(_ block: Block, to sink: ByteSink) throws(WriteError) {
        switch block {
        case .title(let text): try sink.write("<h1>\(Markup.escaped(text))</h1>\n")
        case .subtitle(let text): try paragraph(text, "subtitle", to: sink)
        case .heading(let text): try sink.write("<h2>\(Markup.escaped(text))</h2>\n")
        case .paragraph(let text, let look):
            for part in look == .body ? text.split(separator: "\n").map(String.init) : [text] {
                try paragraph(part, name(look), to: sink)
            }
        case .fields(let fields, let pairs): try write(fields, max(pairs, 1), to: sink)
        case .table(let table):
            if !table.title.isEmpty { try sink.write("<h2>\(Markup.escaped(table.title))</h2>\n") }
            try write(table, to: sink)
            for note in table.notes { try paragraph(note, "note", to: sink) }
            if let chart = Chart(of: table) { try sink.write(svg(chart) + "\n") }
        case .chart(let chart): try sink.write(svg(chart) + "\n")
        case .signatures(let people):
            try sink.write("<ul class=\"sign\">\n")
            for person in people {
                try sink.write("<li>\(Markup.escaped(person))：<span>&#160;</span>　年　　月　　日</li>\n")
            }
            try sink.write("</ul>\n")
        case .pageBreak: try sink.write("<div style=\"break-after: page\"></div>\n")
        }
    }

    /// A chart as SVG that stands within a page.
    public static func svg(_ chart: Chart, width: Double = 520) -> String {
        VectorText.svg(ChartDrawing(chart: chart, width: width).drawing(), label: chart.title)
    }

    private static func paragraph(_ text: String, _ name: String, to sink: ByteSink) throws(WriteError) {
        try sink.write("<p class=\"\(name)\">\(Markup.escaped(text, lineBreak: "<br/>"))</p>\n")
    }

    private static func name(_ look: ParagraphLook) -> String {
        switch look {
        case .body: "body"
        case .addressee: "addressee"
        case .closing: "closing"
        case .note: "note"
        case .emphasis: "emphasis"
        }
    }

    private static func write(_ fields: [Field], _ pairs: Int, to sink: ByteSink) throws(WriteError) {
        let shown = fields.filter { !$0.value.isEmpty }
        guard !shown.isEmpty else { return }
        try sink.write("<div class=\"wide\"><table class=\"fields\"><tbody>\n")
        for start in stride(from: 0, to: shown.count, by: pairs) {
            let line = shown[start..<min(start + pairs, shown.count)]
            try sink.write("<tr>")
            for (place, field) in line.enumerated() {
                let isLast = place == line.count - 1
                let span = isLast && line.count < pairs ? " colspan=\"\((pairs - line.count) * 2 + 1)\"" : ""
                try sink.write(
                    "<th>\(Markup.escaped(field.name))</th>"
                        + "<td\(span)>\(Markup.escaped(field.value, lineBreak: "<br/>"))</td>")
            }
            try sink.write("</tr>\n")
        }
        try sink.write("</tbody></table></div>\n")
    }

    private static func write(_ table: TableDocument, to sink: ByteSink) throws(WriteError) {
        if table.rows.isEmpty { return try sink.write("<p class=\"note\">（没有内容）</p>\n") }
        try sink.write("<div class=\"wide\"><table>\n<thead><tr>")
        for column in table.columns { try sink.write(cell(column.name, "th", column)) }
        try sink.write("</tr></thead>\n<tbody>\n")
        for row in table.rows {
            var line = "<tr>"
            for (place, column) in table.columns.enumerated() {
                line += cell(place < row.count ? column.displayText(row[place]) : "", "td", column)
            }
            try sink.write(line + "</tr>\n")
        }
        try sink.write("</tbody>\n</table></div>\n")
    }

    private static func cell(_ text: String, _ tag: String, _ column: TableColumn) -> String {
        let isLong = tag == "td" && column.kind == .text && EmWidth.of(text) > 10
        let name = column.alignment == .right ? " class=\"n\"" : isLong ? " class=\"w\"" : ""
        return "<\(tag)\(name)>\(Markup.escaped(text, lineBreak: "<br/>"))</\(tag)>"
    }
}
