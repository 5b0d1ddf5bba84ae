/// Why a file of JSON Lines could not be read.
public enum JSONLinesError: Error, Equatable, Sendable {
    case file(ReadError)
    /// The line is not JSON; the error's `line` is the file's.
    case json(JSONError)
}

/// One JSON value a line: the archive format.
public enum JSONLines {
    /// Calls `body` with the line number (from 1) and value of every line that is not blank, in constant memory.
    /// Throws `JSONLinesError`, or what `body` throws.
    public static func forEachValue(inFile path: String, _ body: (Int, JSONValue) throws -> Void) throws {
        fatalError("to be filled in")
    }

    /// Writes a value and the end of its line.
    public static func write(_ value: JSONValue, to sink: ByteSink) throws(WriteError) {
        fatalError("to be filled in")
    }
}
