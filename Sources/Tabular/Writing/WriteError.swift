/// Why a file could not be written. The file that was there before is untouched.
public enum WriteError: Error, Equatable, Sendable {
    /// The folder does not exist.
    case missingFolder(path: String)
    /// The operating system does not let us write there.
    case notPermitted(path: String)
    /// The disk is full.
    case diskFull(path: String)
    /// More rows or columns than a sheet can have.
    case tooLarge(sheet: String, detail: String)
    /// The reader of a pipe has gone.
    case closedPipe
    /// What the workbook library said.
    case workbook(code: Int32, message: String)
    /// Anything else the operating system said.
    case system(path: String, code: Int32, message: String)
}
