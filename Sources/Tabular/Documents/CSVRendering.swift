/// Documents as comma-separated text: headings and rows. Title and notes are left out, as they are no rows; where
/// there are several documents, each title is a line of its own and a blank line stands between them.
struct CSVRendering {
    private let style: CSVStyle

    init(_ style: CSVStyle) { self.style = style }

    func write(_ documents: [TableDocument], to sink: ByteSink) throws(WriteError) {
        let writer = try CSVWriter(to: sink, style: style)
        for (index, document) in documents.enumerated() {
            if index > 0 { try sink.write(style.lineEnd) }
            if documents.count > 1, !document.title.isEmpty { try writer.writeRow([document.title]) }
            try writer.writeRow(document.columns.map(\.name))
            for row in document.rows {
                try writer.writeFields(fields(row, document.columns, writer))
            }
        }
    }

    private func fields(_ row: [Cell], _ columns: [TableColumn], _ writer: CSVWriter) -> [String] {
        columns.indices.map { index in
            guard index < row.count else { return "" }
            let text = columns[index].displayText(row[index])
            switch row[index] {
            case .text, .error: return writer.field(text)
            default: return text
            }
        }
    }
}
