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
        var cutter = LineCutter()
        do {
            try ByteReader(path: path).forEachBlock { block in
                try cutter.take(block) { line, bytes in try hand(bytes, line, to: body) }
                return true
            }
        } catch let error as ReadError {
            throw JSONLinesError.file(error)
        }
        try cutter.finish { line, bytes in try hand(bytes, line, to: body) }
    }

    /// Writes a value and the end of its line.
    public static func write(_ value: JSONValue, to sink: ByteSink) throws(WriteError) {
        var serializer = JSONSerializer(isPretty: false)
        serializer.append(value)
        try sink.write(serializer.bytes + [0x0A])
    }

    private static func hand(
        _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int, to body: (Int, JSONValue) throws -> Void
    ) throws {
        var bytes = bytes
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst(3))
        }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
        let value: JSONValue
        do {
            value = try JSONValue(parsing: UnsafeRawBufferPointer(bytes))
        } catch {
            throw JSONLinesError.json(JSONError(reason: error.reason, line: line, column: error.column))
        }
        try body(line, value)
    }
}

/// Cuts blocks into lines; only a line that two blocks share is copied.
private struct LineCutter {
    private var carried: [UInt8] = []
    private var line = 1

    mutating func take(
        _ block: UnsafeBufferPointer<UInt8>, _ body: (Int, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        var rest = block[...]
        while let end = rest.firstIndex(of: 0x0A) {
            if carried.isEmpty {
                try body(line, UnsafeBufferPointer(rebasing: rest[..<end]))
            } else {
                carried.append(contentsOf: rest[..<end])
                try carried.withUnsafeBufferPointer { try body(line, $0) }
                carried.removeAll(keepingCapacity: true)
            }
            line += 1
            rest = rest[(end + 1)...]
        }
        carried.append(contentsOf: rest)
    }

    mutating func finish(_ body: (Int, UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        if !carried.isEmpty { try carried.withUnsafeBufferPointer { try body(line, $0) } }
    }
}
