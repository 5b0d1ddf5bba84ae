import Tabular
import Testing

@Suite("JSON")
struct JSONTests {
    private static let good: [(text: String, value: JSONValue)] = [
        ("null", nil), (" true\n", true), ("[]", []), ("{}", .object(JSONObject())), ("-7", -7),
        ("9223372036854775807", .integer(.max)), ("9223372036854775808", .decimal("9223372036854775808")),
        ("12.50", .decimal("12.50")), ("1e3", .decimal("1e3")), ("-0", .decimal("-0")),
        (#""王建国""#, "王建国"), (#""a\n\"\\\/\u0041\ud842\udfb7""#, "a\n\"\\/A𠮷"),
        (#"{"乙":1,"甲":[{"a":null}]}"#, ["乙": 1, "甲": [["a": nil]]]),
    ]

    @Test("values are read as they are", arguments: good)
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
        #expect(try JSONValue(parsing: value.compactText) == value)
        #expect(try JSONValue(parsing: value.prettyText) == value)
    }

    private static let bad: [(text: String, reason: JSONError.Reason, line: Int, column: Int)] = [
        ("", .unexpectedEnd, 1, 1), ("[1,]", .unexpectedCharacter("]"), 1, 4),
        ("[1 2]", .unexpectedCharacter("2"), 1, 4),
        ("{\"a\":1,\n \"b\" 2}", .unexpectedCharacter("2"), 2, 6), ("01", .badNumber, 1, 1), ("1.", .badNumber, 1, 1),
        ("+1", .unexpectedCharacter("+"), 1, 1), ("nul", .unexpectedEnd, 1, 4), ("\"a", .unexpectedEnd, 1, 3),
        ("\"\\x\"", .badEscape, 1, 2), ("\"\\ud800\"", .badEscape, 1, 2), ("\"\t\"", .controlCharacter, 1, 2),
        ("{\"王\":1,\"王\":2}", .duplicateKey("王"), 1, 8), ("1 1", .trailingText, 1, 3),
        ("{a:1}", .unexpectedCharacter("a"), 1, 2),
        ("[王]", .unexpectedCharacter("王"), 1, 2), ("'a'", .unexpectedCharacter("'"), 1, 1),
    ]

    @Test("faults are named with line and column", arguments: bad)
    func namesFault(text: String, reason: JSONError.Reason, line: Int, column: Int) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        #expect(error?.reason == reason)
        #expect(error?.line == line && error?.column == column)
    }

    @Test("nesting without end is refused, and so are bytes that are no UTF-8")
    func attacks() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError.self) { try JSONValue(parsing: deep) }
        let bytes: [UInt8] = [0x22, 0xFF, 0x22]
        let error = #expect(throws: JSONError.self) { try bytes.withUnsafeBytes { try JSONValue(parsing: $0) } }
        #expect(error?.reason == .invalidUTF8)
    }

    @Test("every prefix of a document is an error and none is a crash")
    func prefixes() {
        let text = #"{"a":[1,2.5e-3,"\u738b\n",true,null],"b":{"c":"王"}}"#
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count {
            #expect(throws: JSONError.self) {
                try bytes[..<length].withUnsafeBytes { try JSONValue(parsing: $0) }
            }
        }
    }

    @Test("a repeated key is found among many keys")
    func manyKeys() {
        let keys = (0..<100).map { "\"k\($0)\":0" }.joined(separator: ",")
        #expect(throws: Never.self) { try JSONValue(parsing: "{\(keys)}") }
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: "{\(keys),\"k7\":1}") }
        #expect(error?.reason == .duplicateKey("k7"))
    }

    @Test("texts are compact or indented, keys in their order, control characters escaped")
    func texts() {
        let value: JSONValue = ["乙": [1, .decimal("2.50")], "甲": [:], "c": "\"\\\n\u{1}"]
        #expect(value.compactText == #"{"乙":[1,2.50],"甲":{},"c":"\"\\\n\u0001"}"#)
        #expect(value.prettyText.hasPrefix("{\n  \"乙\": [\n    1,\n    2.50\n  ],\n  \"甲\": {},\n"))
    }

    @Test("lines of a file come one by one with their numbers")
    func lines() throws {
        try withFolder { folder in
            let path = folder + "/a.jsonl"
            let sink = try ByteSink.file(path)
            for number in 0..<20_000 { try JSONLines.write(["序号": .integer(number), "姓名": "王建国"], to: sink) }
            try sink.write("\n\r\n{\"x\":1}")
            try sink.finish()
            var lines: [Int] = []
            var last: JSONValue = nil
            try JSONLines.forEachValue(inFile: path) { line, value in
                lines.append(line)
                last = value
            }
            #expect(lines == Array(1...20_000) + [20_003])
            #expect(last == ["x": 1])
            try write("{}\n{}\n{\"a\":}\n", to: path)
            let expected = JSONLinesError.json(JSONError(reason: .unexpectedCharacter("}"), line: 3, column: 6))
            #expect(throws: expected) { try JSONLines.forEachValue(inFile: path) { _, _ in } }
            #expect(throws: JSONLinesError.file(.missing)) {
                try JSONLines.forEachValue(inFile: folder + "/b") { _, _ in }
            }
        }
    }
}
