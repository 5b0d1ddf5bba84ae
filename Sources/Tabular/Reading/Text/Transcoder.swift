#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Turns text of another encoding into UTF-8 block by block; bad bytes are errors, never question marks.
final class Transcoder {
    private let converter: iconv_t
    /// Bytes of a character that the end of a block cut in two.
    private var carried: [UInt8] = []
    private var output = [UInt8](repeating: 0, count: ByteReader.blockSize * 2)
    /// Bytes taken so far, for naming a bad one.
    private var taken: Int
    private var line = 1

    /// `offset` is where in the file the first block begins.
    init(from encoding: TextEncoding, offset: Int) throws(ReadError) {
        taken = offset
        let opened = iconv_open("UTF-8", encoding.rawValue)
        guard let opened, Int(bitPattern: opened) != -1 else {
            throw .system(code: errno, message: "系统不能转换 \(encoding.rawValue)")
        }
        converter = opened
    }

    deinit { iconv_close(converter) }

    /// Converts a block and hands the UTF-8 to `body`, perhaps in pieces.
    func take(_ block: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool) throws -> Bool {
        var input = carried
        input.append(contentsOf: block)
        carried.removeAll(keepingCapacity: true)
        var used = 0
        while used < input.count {
            let (consumed, produced, code) = convert(&input, from: used)
            used += consumed
            taken += consumed
            if produced > 0, try !output.withUnsafeBufferPointer({ try pass($0, produced, body) }) { return false }
            if code == EILSEQ { throw ReadError.badEncoding(offset: taken, line: line) }
            if code == EINVAL {
                carried.append(contentsOf: input[used...])
                return true
            }
        }
        return true
    }

    /// Says that there is no more; half a character at the end is an error.
    func finish() throws(ReadError) {
        guard carried.isEmpty else { throw .badEncoding(offset: taken, line: line) }
    }

    private func pass(
        _ buffer: UnsafeBufferPointer<UInt8>, _ count: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool
    ) throws -> Bool {
        let piece = UnsafeBufferPointer(rebasing: buffer[..<count])
        for byte in piece where byte == 0x0A { line += 1 }
        return try body(piece)
    }

    private func convert(_ input: inout [UInt8], from start: Int) -> (consumed: Int, produced: Int, code: Int32) {
        input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromLeft = source.count - start
                var toLeft = target.count
                let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
                let code = result == -1 ? errno : 0
                return (source.count - start - fromLeft, target.count - toLeft, code)
            }
        }
    }
}
