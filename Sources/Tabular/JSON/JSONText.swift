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

    public init(reason: Reason, line: Int, column: Int) {
        (self.reason, self.line, self.column) = (reason, line, column)
    }
}

extension JSONValue {
    /// Reads one JSON value; nothing but white space may follow it.
    public init(parsing text: String) throws(JSONError) {
        var text = text
        let result: Result<JSONValue, JSONError> = text.withUTF8 { buffer in
            Result { () throws(JSONError) in try JSONValue(parsing: UnsafeRawBufferPointer(buffer)) }
        }
        self = try result.get()
    }

    /// As above, from UTF-8 bytes.
    public init(parsing bytes: UnsafeRawBufferPointer) throws(JSONError) {
        let buffer = bytes.assumingMemoryBound(to: UInt8.self)
        var parser = JSONParser(buffer)
        do throws(JSONParser.Failure) {
            self = try parser.document()
        } catch {
            throw JSONError(error, in: buffer)
        }
    }

    /// The value as JSON on one line, without blanks; the same value is always the same text.
    public var compactText: String { text(isPretty: false) }

    /// The value as JSON with two blanks of indentation a level.
    public var prettyText: String { text(isPretty: true) }

    private func text(isPretty: Bool) -> String {
        var serializer = JSONSerializer(isPretty: isPretty)
        serializer.append(self)
        return String(decoding: serializer.bytes, as: UTF8.self)
    }
}

extension JSONError {
    /// Finds line and column of a failure.
    init(_ failure: JSONParser.Failure, in bytes: UnsafeBufferPointer<UInt8>) {
        let before = bytes[..<min(failure.offset, bytes.count)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        // Continuation bytes are no characters of their own.
        let column = before[lineStart...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        self.init(reason: failure.reason, line: line, column: column)
    }
}
