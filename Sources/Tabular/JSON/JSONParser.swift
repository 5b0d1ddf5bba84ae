/// Reads JSON from bytes. Strict by RFC 8259, and keys may not repeat.
struct JSONParser {
    struct Failure: Error {
        let reason: JSONError.Reason
        let offset: Int
    }
    private static let deepest = 200
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The one value of the text.
    mutating func document() throws(Failure) -> JSONValue {
        // Once for all strings, so that they can be taken as they are.
        if let fault = UTF8Validity.firstFault(in: bytes) { throw Failure(reason: .invalidUTF8, offset: fault) }
        let value = try value()
        skipBlanks()
        if index < bytes.count { throw Failure(reason: .trailingText, offset: index) }
        return value
    }

    private mutating func value() throws(Failure) -> JSONValue {
        skipBlanks()
        switch try peek() {
        case UInt8(ascii: "{"): return try nested { parser throws(Failure) in .object(try parser.object()) }
        case UInt8(ascii: "["): return try nested { parser throws(Failure) in .array(try parser.array()) }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: return try number()
        default: throw unexpected()
        }
    }

    private mutating func nested(
        _ body: (inout JSONParser) throws(Failure) -> JSONValue
    ) throws(Failure) -> JSONValue {
        if depth == JSONParser.deepest { throw Failure(reason: .tooDeep, offset: index) }
        depth += 1
        index += 1
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(Failure) -> JSONObject {
        var keys = KeySet()
        if try isNext(UInt8(ascii: "}")) { return JSONObject() }
        var object = JSONObject(capacity: 8)
        repeat {
            skipBlanks()
            let start = index
            guard try peek() == UInt8(ascii: "\"") else { throw unexpected() }
            let key = try string()
            guard keys.insert(key, into: object) else { throw Failure(reason: .duplicateKey(key), offset: start) }
            guard try isNext(UInt8(ascii: ":")) else { throw unexpected() }
            object.append(key, try value())
        } while try isNext(UInt8(ascii: ","))
        guard try isNext(UInt8(ascii: "}")) else { throw unexpected() }
        return object
    }

    private mutating func array() throws(Failure) -> [JSONValue] {
        var values: [JSONValue] = []
        if try isNext(UInt8(ascii: "]")) { return values }
        repeat { values.append(try value()) } while try isNext(UInt8(ascii: ","))
        guard try isNext(UInt8(ascii: "]")) else { throw unexpected() }
        return values
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for place in 0..<text.utf8CodeUnitCount {
            guard index < bytes.count else { throw Failure(reason: .unexpectedEnd, offset: index) }
            guard bytes[index] == text.utf8Start[place] else { throw unexpected() }
            index += 1
        }
        return value
    }

    private mutating func number() throws(Failure) -> JSONValue {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        let firstDigit = index
        let digits = skipDigits()
        guard digits > 0, digits == 1 || bytes[firstDigit] != 0x30 else {
            throw Failure(reason: .badNumber, offset: start)
        }
        var isWhole = true
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            isWhole = false
            guard skipDigits() > 0 else { throw Failure(reason: .badNumber, offset: start) }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            isWhole = false
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            guard skipDigits() > 0 else { throw Failure(reason: .badNumber, offset: start) }
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        // -0 is kept as it is written, as all that an integer cannot say.
        if isWhole, text != "-0", let value = Int(text) { return .integer(value) }
        return .decimal(text)
    }

    private mutating func skipDigits() -> Int {
        let start = index
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        return index - start
    }

    private mutating func string() throws(Failure) -> String {
        index += 1
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
                index += 1
                return text
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case ..<0x20: throw Failure(reason: .controlCharacter, offset: index)
            default: index += 1
            }
        }
        throw Failure(reason: .unexpectedEnd, offset: index)
    }

    /// Goes on after the first backslash, with a copy.
    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var copy = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: copy, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &copy)
            case ..<0x20: throw Failure(reason: .controlCharacter, offset: index)
            default:
                copy.append(byte)
                index += 1
            }
        }
        throw Failure(reason: .unexpectedEnd, offset: index)
    }

    private mutating func escape(into copy: inout [UInt8]) throws(Failure) {
        let start = index
        guard index + 1 < bytes.count else { throw Failure(reason: .unexpectedEnd, offset: bytes.count) }
        let letter = bytes[index + 1]
        index += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): copy.append(letter)
        case UInt8(ascii: "b"): copy.append(0x08)
        case UInt8(ascii: "f"): copy.append(0x0C)
        case UInt8(ascii: "n"): copy.append(0x0A)
        case UInt8(ascii: "r"): copy.append(0x0D)
        case UInt8(ascii: "t"): copy.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = unicodeEscape() else { throw Failure(reason: .badEscape, offset: start) }
            copy.append(contentsOf: String(scalar).utf8)
        default: throw Failure(reason: .badEscape, offset: start)
        }
    }

    /// Four hexadecimal digits, or a pair of surrogates.
    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard let first = hexUnit() else { return nil }
        guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        index += 2
        guard let second = hexUnit(), (0xDC00...0xDFFF).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexUnit() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<index + 4] {
            guard
                let digit = Unicode.Scalar(byte).properties.isASCIIHexDigit
                    ? Character(Unicode.Scalar(byte)).hexDigitValue : nil
            else { return nil }
            value = value << 4 | UInt32(digit)
        }
        index += 4
        return value
    }

    private mutating func skipBlanks() {
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            index += 1
        }
    }

    /// Steps over `byte` where it comes next.
    private mutating func isNext(_ byte: UInt8) throws(Failure) -> Bool {
        skipBlanks()
        guard try peek() == byte else { return false }
        index += 1
        return true
    }

    private func peek() throws(Failure) -> UInt8 {
        guard index < bytes.count else { throw Failure(reason: .unexpectedEnd, offset: index) }
        return bytes[index]
    }

    private func unexpected() -> Failure {
        guard index < bytes.count else { return Failure(reason: .unexpectedEnd, offset: index) }
        // The whole character, which may have several bytes.
        let text = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
        return Failure(reason: .unexpectedCharacter(String(text.prefix(1))), offset: index)
    }
}

/// Tells whether a key is new: by looking where there are few, by hashing where there are many.
private struct KeySet {
    private var hashed: Set<String> = []

    mutating func insert(_ key: String, into object: JSONObject) -> Bool {
        let few = 24
        if object.members.count < few { return !object.members.contains { $0.key == key } }
        if hashed.isEmpty { hashed = Set(object.members.map(\.key)) }
        return hashed.insert(key).inserted
    }
}
