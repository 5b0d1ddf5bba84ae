import Tabular

/// Gives a workbook back with what the import said of each row: a column 导入结果 at the end, cells with errors and
/// doubts coloured. What can be corrected is corrected where it stands, and the file imported again.
public enum ResultWorkbook {
    /// Writes the sheets of one imported file, with their results, as a new workbook.
    ///
    /// - Parameters:
    ///   - path: the file as it was given to the import.
    ///   - target: where the new workbook goes.
    /// - Throws: `ReadError` for the source, `WriteError` for the target.
    public static func write(_ path: String, of plan: ImportPlan, to target: String) throws {
        let source = try SheetSource(path: path)
        let summaries = plan.sheets.filter { $0.path == path }
        var options = WorkbookOptions()
        options.constantMemory = summaries.contains { $0.rows.count > largeSheet }
        let writer = try WorkbookWriter(path: target, options: options)
        for sheet in source.sheets {
            let summary = summaries.first { $0.sheet == sheet.name }
            if sheet.isHidden, summary == nil { continue }
            let output = try writer.addSheet(sheet.name.isEmpty ? "导入结果" : sheet.name)
            let findings = plan.findings.filter { $0.file == FileReading.name(of: path) && $0.sheet == sheet.name }
            let copy = SheetCopy(output: output, summary: summary, findings: findings)
            try copy.write(from: source, sheet: sheet.index, keepsMerges: !options.constantMemory)
        }
        try writer.close()
    }

    /// Rows beyond which a sheet is written through, without merged cells.
    private static let largeSheet = 20_000
}

/// Copies one sheet with its results.
private struct SheetCopy {
    let output: SheetWriter
    let summary: SheetSummary?
    let findings: [Finding]

    func write(from source: SheetSource, sheet: Int, keepsMerges: Bool) throws {
        let column = try width(of: source, sheet)
        let byRow = Dictionary(grouping: findings.filter { $0.row != nil }) { $0.row ?? 0 }
        let outcomes = Dictionary(
            (summary?.rows ?? []).map { (Int($0.number), $0.outcome) }, uniquingKeysWith: { first, _ in first })
        let header = headerRow()
        let merges = keepsMerges ? try source.mergedRanges(ofSheet: sheet) : []
        try output.setWidth(48, ofColumn: column)
        try source.forEachRow(ofSheet: sheet) { row in
            try write(row, findings: byRow[row.number] ?? [], merges: merges)
            let result = CellName(row: row.number, column: column)
            if row.number == header {
                try output.write(.text("导入结果"), at: result, style: .heading)
            } else if let outcome = outcomes[row.number] {
                try write(outcome, findings: byRow[row.number] ?? [], at: result)
            }
        }
        try writeWhole(below: summary?.rows.last.map { Int($0.number) } ?? 0)
    }

    /// Cells as they were, those with a finding coloured; a merged cell stays merged.
    private func write(_ row: SheetRow, findings: [Finding], merges: [CellRange]) throws {
        let width = max(row.cells.count, findings.compactMap(\.column).max().map { $0 + 1 } ?? 0)
        for column in 0..<width {
            let place = CellName(row: row.number, column: column)
            let worst = findings.filter { $0.column == column }.map(\.severity).max() ?? .notice
            let style: CellStyle = worst == .error ? .refused : worst == .doubtful ? .doubtful : .plain
            let cell = row[column]
            if let merge = merges.first(where: { $0.contains(place) }) {
                if merge.first == place { try output.merge(merge, cell, style: style) }
            } else if cell != .empty {
                try output.write(cell, at: place, style: style)
            } else if worst > .notice {
                try output.write(.text(""), at: place, style: style)
            }
        }
    }

    /// 新增, or what is wrong.
    private func write(_ outcome: RowOutcome, findings: [Finding], at place: CellName) throws {
        if outcome == .leftOut, findings.isEmpty { return }
        let told = findings.map { finding in
            (finding.heading.isEmpty ? "" : "“\(finding.heading)”") + finding.message
        }
        let text = outcome.label + (told.isEmpty ? "" : "：" + told.joined(separator: "。"))
        let style: CellStyle = outcome == .rejected ? .refused : outcome == .doubtful ? .doubtful : .plain
        try output.write(.text(text), at: place, style: style)
    }

    /// Findings about the whole sheet, below it.
    private func writeWhole(below last: Int) throws {
        for (offset, finding) in findings.filter({ $0.row == nil }).enumerated() {
            let place = CellName(row: last + 2 + offset, column: 0)
            try output.write(.text(finding.message), at: place, style: finding.severity == .error ? .refused : .plain)
        }
    }

    /// The row before the first that is no title or heading.
    private func headerRow() -> Int {
        let rows = summary?.rows ?? []
        guard let first = rows.firstIndex(where: { $0.outcome != .leftOut }), first > 0 else { return 0 }
        return Int(rows[first - 1].number)
    }

    private func width(of source: SheetSource, _ sheet: Int) throws -> Int {
        var width = findings.compactMap(\.column).max().map { $0 + 1 } ?? 0
        try source.forEachRow(ofSheet: sheet) { width = max(width, $0.cells.count) }
        return width
    }
}
