import DutyModel
import Interchange
import Tabular
import Testing

/// The published schemas describe what is written: every field and every word.
@Suite struct RecordSchemaTests {
    private func schema(_ name: String) throws -> JSONValue {
        try JSONValue(parsing: try Library.text("Schemas/records/\(name).schema.json"))
    }

    @Test("every line of random registers fits its schema", arguments: 1...5)
    func lines(_ seed: Int) throws {
        let register = RandomRegister(seed: UInt64(seed), kinds: try Library.kinds())
        let writer = ArchiveWriter(roster: register.roster, kinds: register.kinds)
        for item in register.items {
            let line = try JSONValue(parsing: String(decoding: writer.line(item), as: UTF8.self))
            let type = try #require(line["type"]?.string)
            try expect(line, fits: try schema(type), at: type)
            guard case .record(let record) = item, let content = line["content"] else { continue }
            try expect(content, fits: try schema("content/\(record.content.family)"), at: "content")
        }
    }

    private func expect(_ value: JSONValue, fits schema: JSONValue, at path: String) throws {
        if let object = value.object, let properties = schema["properties"]?.object {
            for required in schema["required"]?.array ?? [] {
                #expect(object[required.string ?? ""] != nil, "\(path): \(required) is missing")
            }
            for member in object.members {
                let inner = try #require(properties[member.key], "\(path).\(member.key) is not in the schema")
                try expect(member.value, fits: inner, at: "\(path).\(member.key)")
            }
        } else if let items = value.array, let inner = schema["items"] {
            for item in items { try expect(item, fits: inner, at: path + "[]") }
        } else if let words = schema["enum"]?.array {
            #expect(words.contains(value), "\(path): \(value) is not in the schema")
        } else if let only = schema["const"] {
            #expect(value == only, "\(path)")
        } else if schema["type"]?.string == "string" {
            #expect(value.string != nil, "\(path)")
        } else if schema["type"]?.string == "integer" {
            #expect(value.integer != nil, "\(path)")
        }
    }
}
