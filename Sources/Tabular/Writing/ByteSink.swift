#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where bytes go: a file that appears only when finished, a descriptor, or memory. Buffered. Nothing is written by
/// dropping it: what was not finished is lost, and a file not finished never appears.
public final class ByteSink {
    private enum Target {
        case file(StagedFile, descriptor: Int32)
        case descriptor(Int32)
        case memory
    }

    private static let bufferSize = 1 << 16
    private let target: Target
    private var buffer: [UInt8] = []
    private var isFinished = false

    private init(_ target: Target) {
        self.target = target
        buffer.reserveCapacity(ByteSink.bufferSize)
    }

    deinit {
        guard !isFinished, case .file(let staged, let descriptor) = target else { return }
        _ = close(descriptor)
        staged.discard()
    }

    /// A file, written beside its path and renamed into place by `finish`.
    public static func file(_ path: String) throws(WriteError) -> ByteSink {
        let staged = try StagedFile(path: path)
        let descriptor = open(staged.temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw WriteError(errno, path: path) }
        return ByteSink(.file(staged, descriptor: descriptor))
    }

    /// An open descriptor such as standard output (1); it is not closed.
    public static func descriptor(_ number: Int32) -> ByteSink { ByteSink(.descriptor(number)) }

    /// Memory; see `bytes`.
    public static func memory() -> ByteSink { ByteSink(.memory) }

    /// What was written to memory so far; nothing for other sinks.
    public var bytes: [UInt8] { if case .memory = target { buffer } else { [] } }

    /// What was written to memory so far, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public func write(_ text: String) throws(WriteError) {
        precondition(!isFinished, "the sink is finished")
        buffer.append(contentsOf: text.utf8)
        try flushIfFull()
    }

    public func write(_ bytes: UnsafeRawBufferPointer) throws(WriteError) {
        precondition(!isFinished, "the sink is finished")
        buffer.append(contentsOf: bytes)
        try flushIfFull()
    }

    public func write(_ bytes: [UInt8]) throws(WriteError) {
        precondition(!isFinished, "the sink is finished")
        buffer.append(contentsOf: bytes)
        try flushIfFull()
    }

    /// Writes out the buffer; a file is synced and renamed into place. Nothing may be written after it.
    public func finish() throws(WriteError) {
        guard !isFinished else { return }
        try flush()
        isFinished = true
        guard case .file(let staged, let descriptor) = target else { return }
        do throws(WriteError) {
            try StagedFile.sync(descriptor, path: staged.path)
        } catch {
            _ = close(descriptor)
            staged.discard()
            throw error
        }
        guard close(descriptor) == 0 else {
            let error = WriteError(errno, path: staged.path)
            staged.discard()
            throw error
        }
        try staged.commit()
    }

    /// Sends on what is in the buffer, so that someone waiting at a pipe sees it.
    public func flush() throws(WriteError) {
        switch target {
        case .memory: return
        case .descriptor(let number): try drain(to: number, path: "")
        case .file(let staged, let descriptor): try drain(to: descriptor, path: staged.path)
        }
    }

    private func flushIfFull() throws(WriteError) {
        if buffer.count >= ByteSink.bufferSize { try flush() }
    }

    private func drain(to descriptor: Int32, path: String) throws(WriteError) {
        var code: Int32 = 0
        buffer.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                #if canImport(Glibc)
                    let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #else
                    let count = Darwin.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #endif
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR {
                    code = errno
                    return
                }
            }
        }
        buffer.removeAll(keepingCapacity: true)
        guard code == 0 else { throw WriteError(code, path: path) }
    }
}
