/// How a workbook is written.
public struct WorkbookOptions: Sendable {
    /// Rows are written through as they come, in constant memory; they must then come in order.
    public var constantMemory = false
    /// Folder for temporary files of a large workbook; nil is the system's.
    public var temporaryFolder: String?
    public var title: String?
    /// Seconds since 1970 written as the time of creation; fixed by default, so that equal content is equal bytes.
    public var created = 1_704_067_200

    public init() {}
}

/// Writes an XLSX workbook beside its path and puts it there whole when closed. A writer that is dropped without
/// `close` leaves nothing behind.
public final class WorkbookWriter {
    public init(path: String, options: WorkbookOptions = WorkbookOptions()) throws(WriteError) {
        fatalError("to be filled in")
    }

    /// Adds a sheet. Characters that a name may not have become `_`, a long name is cut, a name used before gets a
    /// number; see the result's `name`.
    public func addSheet(_ name: String, isHidden: Bool = false) throws(WriteError) -> SheetWriter {
        fatalError("to be filled in")
    }

    /// Writes everything out and renames it into place.
    public func close() throws(WriteError) {
        fatalError("to be filled in")
    }
}

/// One sheet being written. Rows count from 1 and columns from 0, as in `CellName`.
public final class SheetWriter {
    /// The name the sheet really has.
    public let name: String = ""

    /// Writes a cell. Dates and numbers are typed; text stays text whatever it begins with.
    public func write(_ cell: Cell, at place: CellName, style: CellStyle = .plain) throws(WriteError) {
        fatalError("to be filled in")
    }

    /// Writes a row from column A, all in one style.
    public func writeRow(_ number: Int, _ cells: [Cell], style: CellStyle = .plain) throws(WriteError) {
        fatalError("to be filled in")
    }

    /// Merges a range, with a value in its first cell.
    public func merge(_ range: CellRange, _ cell: Cell, style: CellStyle = .plain) throws(WriteError) {
        fatalError("to be filled in")
    }

    /// Column width in characters of the default font (a Chinese character is two).
    public func setWidth(_ width: Double, ofColumn column: Int) throws(WriteError) {
        fatalError("to be filled in")
    }

    /// Height of a row in points.
    public func setHeight(_ height: Double, ofRow row: Int) throws(WriteError) {
        fatalError("to be filled in")
    }

    /// Keeps the first rows and columns in sight.
    public func freeze(rows: Int, columns: Int = 0) {
        fatalError("to be filled in")
    }

    /// Filter arrows on the first row of the range; the same row is repeated on every printed page.
    public func filter(_ range: CellRange) throws(WriteError) {
        fatalError("to be filled in")
    }

    /// Only these values may be typed into the range. Kept on a hidden sheet where they are too long for a literal.
    public func allow(_ choices: [String], in range: CellRange, message: String? = nil) throws(WriteError) {
        fatalError("to be filled in")
    }
}
