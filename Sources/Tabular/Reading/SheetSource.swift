/// What kind of file it is, known by its content and not by its name.
public enum SheetFileKind: Equatable, Sendable {
    case xlsx
    case text(encoding: TextEncoding, separator: FieldSeparator)
}

/// How the characters of a text file are written.
public enum TextEncoding: String, Equatable, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
}

/// What stands between two fields of a text file.
public enum FieldSeparator: UInt8, CaseIterable, Equatable, Sendable {
    case comma = 0x2C
    case tab = 0x09
    case semicolon = 0x3B
}

/// A sheet of a workbook.
public struct SheetInfo: Equatable, Sendable {
    /// The place among the sheets, from 0.
    public let index: Int
    /// The name on the tab; empty for a text file.
    public let name: String
    public let isHidden: Bool
}

/// What to put into the cells that a merged cell covers.
public enum MergeFill: Sendable {
    /// They stay empty, as the file has them.
    case none
    /// The value of the first row goes down the first column: a sector's name written once for ten members.
    case down
    /// The value goes into every cell covered.
    case everywhere
}

/// Whether to go on reading.
public enum RowFlow: Sendable {
    case proceed
    case stop
}

/// How far a file may unpack before it is taken for an attack.
public struct ReadLimits: Sendable {
    /// Bytes that one part may unpack to.
    public var inflatedBytes = 1 << 30
    /// Bytes that the shared texts, which stay in memory, may unpack to.
    public var sharedBytes = 256 << 20
    /// Unpacked bytes for each packed byte, looked at once a part is beyond `ratioFreeBytes`.
    public var ratio = 200
    public var ratioFreeBytes = 16 << 20
    /// Bytes of one field or cell.
    public var cellBytes = 1 << 20

    public init() {}
}

/// An open workbook or text file, read row by row in constant memory (but for a workbook's shared strings).
///
///     let source = try SheetSource(path: "名册.xlsx")
///     for sheet in source.sheets where !sheet.isHidden {
///         try source.forEachRow(ofSheet: sheet.index, filling: .down) { row in … }
///     }
public final class SheetSource {
    public let path: String
    public let kind: SheetFileKind
    /// The sheets in the order of their tabs; a text file has one without a name.
    public let sheets: [SheetInfo]
    /// What a reader of the file may want to know though it is no error (Chinese, whole sentences): a full-width
    /// comma as separator, …
    public let hints: [String]

    private enum Content {
        case workbook(XlsxFile)
        case text(TextSource, FieldSeparator)
    }
    private let content: Content
    private let limits: ReadLimits

    /// Opens a file and finds out what it is. A text file is read through once for its encoding.
    public init(path: String, limits: ReadLimits = ReadLimits()) throws(ReadError) {
        (self.path, self.limits) = (path, limits)
        switch try FileSniff(path: path) {
        case .zip:
            let file = try XlsxFile(path: path, limits: limits)
            (content, kind, hints) = (.workbook(file), .xlsx, [])
            sheets = file.sheets.enumerated().map { index, sheet in
                SheetInfo(index: index, name: sheet.name, isHidden: sheet.isHidden)
            }
        case .text(let head):
            let source = try TextSource(path: path, head: head)
            let guess = try SeparatorGuess(of: source)
            (content, hints) = (.text(source, guess.separator), guess.hints)
            kind = .text(encoding: source.encoding, separator: guess.separator)
            sheets = [SheetInfo(index: 0, name: "", isHidden: false)]
        }
    }

    /// Calls `body` with every row that holds anything, in the order of the file. Rows that are empty are skipped;
    /// the row's number shows the gap. The row is reused: keep copies of cells, they are values.
    ///
    /// Throws `ReadError`, or what `body` throws.
    public func forEachRow(ofSheet index: Int, filling: MergeFill = .none, _ body: (SheetRow) throws -> Void) throws {
        try scanRows(ofSheet: index, filling: filling) { row in
            try body(row)
            return .proceed
        }
    }

    /// As `forEachRow`, and stops when told to.
    public func scanRows(ofSheet index: Int, filling: MergeFill = .none, _ body: (SheetRow) throws -> RowFlow) throws {
        guard sheets.indices.contains(index) else { throw ReadError.noSuchSheet(index) }
        switch content {
        case .workbook(let file):
            let ranges = filling == .none ? [] : try file.mergedRanges(ofSheet: index)
            let filler = ranges.isEmpty ? nil : MergeFiller(ranges, filling)
            try file.scanRows(ofSheet: index, filler, body)
        case .text(let source, let separator):
            var parser = FieldParser(separator: separator, cellLimit: limits.cellBytes)
            var goesOn = true
            try source.forEachPiece { piece in
                goesOn = try parser.take(piece, body)
                return goesOn
            }
            if goesOn { try parser.finish(body) }
        }
    }

    /// The first rows of a sheet, for a look at its headings.
    public func firstRows(_ count: Int, ofSheet index: Int, filling: MergeFill = .none) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        guard count > 0 else { return [] }
        try scanRows(ofSheet: index, filling: filling) { row in
            rows.append(row)
            return rows.count < count ? .proceed : .stop
        }
        return rows
    }

    /// The merged cells of a sheet: one pass over it. None for a text file.
    public func mergedRanges(ofSheet index: Int) throws(ReadError) -> [CellRange] {
        switch content {
        case .workbook(let file): try file.mergedRanges(ofSheet: index)
        case .text: []
        }
    }
}
