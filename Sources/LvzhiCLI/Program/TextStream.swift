#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a command writes text: standard output, standard error, or a test's memory.
public protocol TextStream: AnyObject {
    /// Whether a person looks at it: then progress is drawn and colour may be used.
    var isTerminal: Bool { get }
    /// Appends text as it is.
    func write(_ text: String)
    /// Appends bytes as they are (a workbook sent down a pipe).
    func write(bytes: [UInt8])
}

extension TextStream {
    /// Appends text and a line end.
    func line(_ text: String = "") { write(text + "\n") }
}

/// A file descriptor of this process.
public final class DescriptorStream: TextStream {
    private let descriptor: Int32
    public let isTerminal: Bool

    public init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    public func write(_ text: String) { write(bytes: Array(text.utf8)) }

    /// A reader that went away (`| head`) is no error of ours: the rest is dropped.
    public func write(bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
                let count = systemWrite(descriptor, start, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, start, count)
}

/// Keeps what was written, for tests.
public final class MemoryStream: TextStream {
    public let isTerminal: Bool
    public private(set) var bytes: [UInt8] = []

    public init(isTerminal: Bool = false) { self.isTerminal = isTerminal }

    public func write(_ text: String) { bytes += Array(text.utf8) }
    public func write(bytes: [UInt8]) { self.bytes += bytes }

    /// What was written, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
