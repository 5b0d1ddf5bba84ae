#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Documents as a workbook: a sheet each, with title, headings that stay in sight and can be filtered, typed cells.
enum WorkbookRendering {
    private static let widest = 60
    private static let narrowest = 8
    /// Above so many rows a sheet is written through a temporary file.
    private static let manyRows = 20_000

    static func write(_ documents: [TableDocument], toFile path: String) throws(WriteError) {
        var options = WorkbookOptions()
        options.constantMemory = documents.contains { $0.rows.count > manyRows }
        options.title = documents.first?.title
        let workbook = try WorkbookWriter(path: path, options: options)
        // A workbook without a sheet is damaged.
        if documents.isEmpty { _ = try workbook.addSheet("") }
        for document in documents {
            let sheet = try workbook.addSheet(document.title)
            try fill(sheet, document)
        }
        try workbook.close()
    }

    /// By way of a temporary file, since the workbook library writes files only.
    static func write(_ documents: [TableDocument], to sink: ByteSink) throws(WriteError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/lvzhi-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        guard descriptor >= 0 else { throw WriteError(errno, path: folder) }
        _ = closeDescriptor(descriptor)
        defer { unlink(path) }
        try write(documents, toFile: path)
        do {
            try ByteReader(path: path).forEachBlock { block in
                try sink.write(UnsafeRawBufferPointer(block))
                return true
            }
        } catch let error as WriteError {
            throw error
        } catch {
            throw .system(path: path, code: 0, message: "\(error)")
        }
    }

    private static func fill(_ sheet: SheetWriter, _ document: TableDocument) throws(WriteError) {
        var row = 1
        let lastColumn = max(document.columns.count - 1, 0)
        func line(_ text: String, _ style: CellStyle) throws(WriteError) {
            let range = CellRange(from: CellName(row: row, column: 0), to: CellName(row: row, column: lastColumn))
            try sheet.merge(range, .text(text), style: style)
            row += 1
        }
        if !document.title.isEmpty {
            try sheet.setHeight(28, ofRow: 1)
            try line(document.title, .title)
        }
        let headingRow = row
        try sheet.writeRow(row, document.columns.map { .text($0.name) }, style: .heading)
        row += 1
        let widths = columnWidths(document)
        let styles = document.columns.indices.map { style(document.columns[$0], isCut: widths[$0].isCut) }
        for cells in document.rows {
            for (column, cell) in zip(document.columns, cells).enumerated() {
                let place = CellName(row: row, column: column)
                try sheet.write(cell.0.workbookCell(cell.1), at: place, style: styles[column])
            }
            row += 1
        }
        try finish(sheet, document, headingRow: headingRow, lastRow: row - 1, widths.map(\.width))
        if !document.notes.isEmpty { row += 1 }
        for note in document.notes { try line(note, .note) }
        if let chart = document.chart, !document.rows.isEmpty {
            try sheet.add(
                chart, of: document, firstRow: headingRow + 1, lastRow: headingRow + document.rows.count,
                at: CellName(row: row + 1, column: 0))
        }
    }

    private static func finish(
        _ sheet: SheetWriter, _ document: TableDocument, headingRow: Int, lastRow: Int, _ widths: [Int]
    ) throws(WriteError) {
        for (column, width) in widths.enumerated() { try sheet.setWidth(Double(width) + 2, ofColumn: column) }
        sheet.freeze(rows: headingRow)
        if !document.columns.isEmpty {
            let first = CellName(row: headingRow, column: 0)
            let last = CellName(row: lastRow, column: document.columns.count - 1)
            try sheet.filter(CellRange(from: first, to: last))
        }
        try sheet.setUpPrinting()
    }

    private static func columnWidths(_ document: TableDocument) -> [(width: Int, isCut: Bool)] {
        document.columns.enumerated().map { index, column in
            let measure = DisplayWidth(ambiguousIsWide: true)
            var natural = measure.columns(of: column.name) + 2
            for row in document.rows where index < row.count {
                natural = max(natural, measure.columns(of: column.displayText(row[index])))
            }
            return (min(max(natural, narrowest), widest), natural > widest)
        }
    }

    private static func style(_ column: TableColumn, isCut: Bool) -> CellStyle {
        CellStyle {
            $0.format = column.workbookFormat
            $0.alignment = column.alignment
            $0.hasBorder = true
            $0.wraps = isCut
        }
    }
}

extension CellStyle {
    /// Remarks below a table.
    fileprivate static let note = CellStyle {
        $0.color = 0x595959
        $0.alignment = .left
    }
}
