/// Where and why text is not JSON. Line and column count from 1, columns in characters.
public struct JSONError: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        case unexpectedEnd
        case unexpectedCharacter(String)
        case badNumber
        case badEscape
        case controlCharacter
        case invalidUTF8
        case duplicateKey(String)
        case tooDeep
        case trailingText
    }
    public let reason: Reason
    public let line: Int
    public let column: Int
}

extension JSONValue {
    /// Reads one JSON value; nothing but white space may follow it.
    public init(parsing text: String) throws(JSONError) { fatalError("to be filled in") }
    /// As above, from UTF-8 bytes.
    public init(parsing bytes: UnsafeRawBufferPointer) throws(JSONError) { fatalError("to be filled in") }

    /// The value as JSON on one line, without blanks; the same value is always the same text.
    public var compactText: String { fatalError("to be filled in") }
    /// The value as JSON with two blanks of indentation a level.
    public var prettyText: String { fatalError("to be filled in") }
}
