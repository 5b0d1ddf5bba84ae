/// Why a file could not be read as sheets. Nothing was changed; the file's name is added by whoever asked.
public enum ReadError: Error, Equatable, Sendable {
    /// There is no file at this path.
    case missing
    /// A folder, a pipe or another thing that is not a file.
    case notAFile
    /// The operating system does not let us read it.
    case notPermitted
    /// A file of length zero.
    case emptyFile
    /// A workbook with a password.
    case encrypted
    /// The format before 2007 (.xls).
    case oldWorkbook
    /// A web page, perhaps named .xls or .xlsx.
    case webPage
    /// Neither a workbook nor text; `found` says what it looks like.
    case notASheetFile(found: String)
    /// Begins as a workbook and ends too early.
    case cut
    /// A part of the workbook contradicts its checksum or its form.
    case damaged(part: String, detail: String)
    /// The workbook has no such part.
    case missingPart(String)
    /// A part declares entities or a document type, which no spreadsheet program writes.
    case entity(part: String)
    /// A part unpacks to more than is allowed.
    case bomb(part: String, inflatedBytes: Int)
    /// Text that is neither UTF-8 nor GB18030; byte offset from 0, line from 1.
    case badEncoding(offset: Int, line: Int)
    /// Text that changes its encoding midway; offset and line of the first byte of the other encoding.
    case mixedEncodings(offset: Int, line: Int)
    /// A field begun with a quote on this line is never closed.
    case unclosedQuote(line: Int)
    /// After a closing quote something other than a separator follows; the column counts from 0.
    case textAfterQuote(line: Int, column: Int)
    /// A row with more columns, or a field with more bytes, than a sheet can have.
    case tooLarge(line: Int, detail: String)
    /// The workbook has no sheet of that place.
    case noSuchSheet(Int)
    /// Anything else the operating system said.
    case system(code: Int32, message: String)
}
