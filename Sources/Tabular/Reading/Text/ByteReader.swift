#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a file from its beginning in blocks.
final class ByteReader {
    static let blockSize = 1 << 16
    private let descriptor: Int32
    private var block = [UInt8](repeating: 0, count: ByteReader.blockSize)

    init(path: String) throws(ReadError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    }

    deinit { _ = closeDescriptor(descriptor) }

    /// Hands the next block to `body`, an empty one at the end of the file.
    func next<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) throws -> Result {
        let descriptor = self.descriptor
        return try block.withUnsafeMutableBytes { bytes in
            let count = try ByteReader.read(descriptor, into: bytes)
            let filled = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<count])
            return try filled.withMemoryRebound(to: UInt8.self) { try body($0) }
        }
    }

    /// Hands block after block to `body`, until the end or until it returns false.
    func forEachBlock(_ body: (UnsafeBufferPointer<UInt8>) throws -> Bool) throws {
        while try next({ block in try !block.isEmpty && body(block) }) {}
    }

    /// The first bytes of a file.
    static func head(of path: String, count: Int) throws(ReadError) -> [UInt8] {
        let reader = try ByteReader(path: path)
        do {
            return try reader.next { Array($0.prefix(count)) }
        } catch let error as ReadError {
            throw error
        } catch {
            throw .system(code: 0, message: "\(error)")
        }
    }

    private static func read(_ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
            #else
                let count = Darwin.read(descriptor, bytes.baseAddress, bytes.count)
            #endif
            if count >= 0 { return count }
            guard errno == EINTR else { throw ReadError(errno) }
        }
    }
}

extension ReadError {
    /// What the operating system meant.
    init(_ code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .missing
        case EACCES, EPERM: self = .notPermitted
        case EISDIR: self = .notAFile
        default: self = .system(code: code, message: String(cString: strerror(code)))
        }
    }
}
