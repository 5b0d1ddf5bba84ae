import Glibc
import Tabular

/// Writes the drafts as the files an office has.
struct Files {
    let folder: String

    func workbook(_ name: String, _ sheets: [SheetDraft]) throws {
        let writer = try WorkbookWriter(path: folder + "/" + name)
        for draft in sheets {
            let sheet = try writer.addSheet(draft.name)
            try write(draft, to: sheet)
        }
        try writer.close()
    }

    private func write(_ draft: SheetDraft, to sheet: SheetWriter) throws {
        var merged: [CellName: CellRange] = [:]
        for range in draft.merges { merged[range.first] = range }
        for column in 0..<draft.width { try sheet.setWidth(width(of: column, in: draft), ofColumn: column) }
        for (offset, cells) in draft.rows.enumerated() {
            let style = draft.styles[offset + 1] ?? .plain
            for (column, cell) in cells.enumerated() {
                let place = CellName(row: offset + 1, column: column)
                if let range = merged[place] {
                    try sheet.merge(range, cell, style: style)
                } else if cell != .empty {
                    try sheet.write(cell, at: place, style: style)
                }
            }
        }
    }

    /// Wide enough for its longest text in the table, up to 40.
    private func width(of column: Int, in draft: SheetDraft) -> Double {
        let longest =
            draft.rows.filter { $0.count > 1 }.map { column < $0.count ? $0[column].text.count : 0 }.max() ?? 0
        return Double(min(40, max(8, longest * 2)))
    }

    /// Comma-separated text in UTF-8 without a byte order mark, as programs write it.
    func utf8(_ name: String, _ draft: SheetDraft) throws { try save(Array(text(of: draft).utf8), as: name) }

    /// Comma-separated text in GB18030, as older spreadsheet programs save it.
    func gb18030(_ name: String, _ draft: SheetDraft) throws { try save(try GB18030.encode(text(of: draft)), as: name) }

    private func text(of draft: SheetDraft) -> String {
        draft.rows.map { $0.map { Files.field($0.text) }.joined(separator: ",") + "\r\n" }.joined()
    }

    static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    func save(_ bytes: [UInt8], as name: String) throws {
        guard let file = fopen(folder + "/" + name, "wb") else { throw SampleError.cannotWrite(name) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw SampleError.cannotWrite(name) }
    }

    func bytes(of name: String) throws -> [UInt8] {
        guard let file = fopen(folder + "/" + name, "rb") else { throw SampleError.cannotWrite(name) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }
}

/// Why the sample could not be written.
enum SampleError: Error {
    case cannotWrite(String)
    case encoding
    case usage(String)
}

/// The encoding of older Chinese spreadsheets.
enum GB18030 {
    static func encode(_ text: String) throws -> [UInt8] {
        guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else {
            throw SampleError.encoding
        }
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 2 + 16)
        let room = output.count
        let written: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                var left = source.count
                var free = target.count
                return iconv(converter, &from, &left, &to, &free) == -1 ? nil : room - free
            }
        }
        guard let written else { throw SampleError.encoding }
        return output[..<written].map { UInt8(bitPattern: $0) }
    }
}
