/// A text file whose encoding is known: hands out UTF-8.
struct TextSource {
    let path: String
    let encoding: TextEncoding
    /// Bytes of the byte order mark.
    let markLength: Int

    /// Finds the encoding: the byte order mark decides; else strict UTF-8; else GB18030; else an error. The whole
    /// file is read, since a guess from its beginning may be refuted at its end.
    init(path: String, head: [UInt8]) throws(ReadError) {
        self.path = path
        (encoding, markLength) = try ReadError.wrapping { try TextSource.encoding(of: path, head) }
    }

    /// Hands the text to `body` in pieces of UTF-8, not necessarily whole characters, until it returns false.
    func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) throws -> Bool) throws {
        let reader = try ByteReader(path: path)
        let transcoder = encoding == .utf8 ? nil : try Transcoder(from: encoding, offset: markLength)
        var isFirst = true
        var goesOn = true
        try reader.forEachBlock { block in
            let content = UnsafeBufferPointer(rebasing: isFirst ? block.dropFirst(markLength) : block[...])
            isFirst = false
            goesOn = try transcoder.map { try $0.take(content, body) } ?? body(content)
            return goesOn
        }
        if goesOn { try transcoder?.finish() }
    }

    private static func encoding(of path: String, _ head: [UInt8]) throws -> (TextEncoding, Int) {
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
        var census = EncodingCensus()
        try ByteReader(path: path).forEachBlock { block in
            census.take(block)
            return !census.hasNulls
        }
        census.finish()
        if census.hasNulls { throw ReadError.notASheetFile(found: "二进制数据") }
        guard let bad = census.firstBadUTF8 else { return (.utf8, hasMark ? 3 : 0) }
        if hasMark { throw ReadError.badEncoding(offset: bad.offset, line: bad.line) }
        if let mixture = census.mixture {
            throw ReadError.mixedEncodings(offset: mixture.offset, line: mixture.line)
        }
        try checkGB18030(path)
        return (.gb18030, 0)
    }

    private static func checkGB18030(_ path: String) throws {
        let transcoder = try Transcoder(from: .gb18030, offset: 0)
        try ByteReader(path: path).forEachBlock { block in try transcoder.take(block) { _ in true } }
        try transcoder.finish()
    }
}

extension ReadError {
    /// Narrows what closures throw, which is always a `ReadError` here.
    static func wrapping<Result>(_ body: () throws -> Result) throws(ReadError) -> Result {
        do {
            return try body()
        } catch let error as ReadError {
            throw error
        } catch {
            throw .system(code: 0, message: "\(error)")
        }
    }
}
