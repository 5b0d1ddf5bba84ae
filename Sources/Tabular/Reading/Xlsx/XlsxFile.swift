/// An open XLSX file.
final class XlsxFile {
    private let archive: ZipArchive
    private let workbook: WorkbookPart
    private let relationships: Relationships
    /// The sheets that hold cells, in the order of their tabs, with their parts.
    let sheets: [(name: String, isHidden: Bool, part: String)]
    private var context: SheetContext?

    init(path: String, limits: ReadLimits) throws(ReadError) {
        archive = try ZipArchive(path: path, limits: limits)
        let package = try Relationships(of: "", in: archive)
        let name = package.part(ofType: "officeDocument") ?? "xl/workbook.xml"
        guard let part = try archive.open(name), !name.hasSuffix(".bin"), !archive.isWordOrSlides else {
            throw archive.otherKind(missing: name)
        }
        workbook = try WorkbookPart(part)
        relationships = try Relationships(of: name, in: archive)
        sheets = try XlsxFile.sheets(workbook, relationships, archive)
    }

    /// Reads the rows of a sheet.
    func scanRows(ofSheet index: Int, _ filler: MergeFiller?, _ body: (SheetRow) throws -> RowFlow) throws {
        let part = try openSheet(index)
        let context = try loadContext()
        var filler = filler
        var failure: (any Error)?
        try withoutActuallyEscaping(body) { body in
            let handler = SheetPart(context, cellLimit: archive.limits.cellBytes) { row in
                do {
                    if filler == nil { return try body(row) == .proceed }
                    var filled = row
                    filler?.fillIn(&filled)
                    return try body(filled) == .proceed
                } catch {
                    failure = error
                    return false
                }
            }
            try XMLPull.parse(part, handler)
            if let cell = handler.oversized {
                throw ReadError.tooLarge(line: cell.row, detail: "单元格 \(cell) 超过 \(archive.limits.cellBytes) 字节")
            }
        }
        if let failure { throw failure }
    }

    func mergedRanges(ofSheet index: Int) throws(ReadError) -> [CellRange] {
        try MergedCells(try openSheet(index)).ranges
    }

    private func openSheet(_ index: Int) throws(ReadError) -> ZipPart {
        guard sheets.indices.contains(index) else { throw .noSuchSheet(index) }
        guard let part = try archive.open(sheets[index].part) else { throw .missingPart(sheets[index].part) }
        return part
    }

    /// Texts and styles are read when the first sheet is.
    private func loadContext() throws(ReadError) -> SheetContext {
        if let context { return context }
        func part(_ type: String) throws(ReadError) -> ZipPart? {
            guard let name = relationships.part(ofType: type) else { return nil }
            // What is kept in memory may not be as large as what flows through.
            guard let part = try archive.open(name, limit: archive.limits.sharedBytes) else { throw .missingPart(name) }
            return part
        }
        let loaded = SheetContext(
            strings: try SharedStrings(part("sharedStrings")).texts, styles: try Styles(part("styles")),
            calendar: SerialDate(countsFrom1904: workbook.countsFrom1904))
        context = loaded
        return loaded
    }

    private static func sheets(
        _ workbook: WorkbookPart, _ relationships: Relationships, _ archive: ZipArchive
    ) throws(ReadError) -> [(name: String, isHidden: Bool, part: String)] {
        var sheets: [(name: String, isHidden: Bool, part: String)] = []
        for sheet in workbook.sheets {
            guard let relationship = relationships.relationship(withId: sheet.relationship) else {
                throw .missingPart("工作表“\(sheet.name)”")
            }
            // Charts and macro sheets have no cells.
            guard relationship.type == "worksheet" else { continue }
            guard archive.contains(relationship.part) else { throw .missingPart(relationship.part) }
            sheets.append((sheet.name, sheet.isHidden, relationship.part))
        }
        return sheets
    }
}

extension ZipArchive {
    fileprivate var isWordOrSlides: Bool { hasPart(beginning: "word/") || hasPart(beginning: "ppt/") }

    /// What a package is that has no workbook.
    fileprivate func otherKind(missing name: String) -> ReadError {
        if contains("xl/workbook.bin") { return .notASheetFile(found: "XLSB 二进制工作簿") }
        if contains("content.xml") { return .notASheetFile(found: "ODS 工作簿") }
        if hasPart(beginning: "word/") { return .notASheetFile(found: "Word 文档") }
        if hasPart(beginning: "ppt/") { return .notASheetFile(found: "演示文稿") }
        if hasPart(beginning: "xl/") { return .missingPart(name) }
        return .notASheetFile(found: "ZIP 压缩包")
    }
}
