/// Documents for people at a terminal: title, table, notes.
struct TerminalRendering {
    private let options: RenderOptions

    init(_ options: RenderOptions) { self.options = options }

    func write(_ documents: [TableDocument], to sink: ByteSink) throws(WriteError) {
        for (index, document) in documents.enumerated() {
            if index > 0 { try sink.write("\n") }
            try write(document, to: sink)
        }
    }

    private func write(_ document: TableDocument, to sink: ByteSink) throws(WriteError) {
        if !document.title.isEmpty {
            let title = TerminalText.safe(document.title)
            try sink.write(options.usesColor ? "\u{1B}[1m\(title)\u{1B}[0m\n\n" : "\(title)\n\n")
        }
        for line in table(document).lines() { try sink.write(line + "\n") }
        if document.rows.isEmpty { try sink.write("（没有内容）\n") }
        if !document.notes.isEmpty { try sink.write("\n") }
        for note in document.notes { try sink.write(TerminalText.safe(note, keepsLines: true) + "\n") }
    }

    private func table(_ document: TableDocument) -> TextTable {
        let columns = document.columns.map {
            TextTable.Column($0.name, $0.alignment, maximumWidth: $0.maximumWidth, isRigid: $0.kind != .text)
        }
        let rows = document.rows.map { row in zip(document.columns, row).map { $0.displayText($1) } }
        var table = TextTable(columns: columns, rows: rows)
        table.overflow = options.overflow
        table.width = options.width
        table.totalWidth = options.totalWidth
        table.usesColor = options.usesColor
        return table
    }
}
