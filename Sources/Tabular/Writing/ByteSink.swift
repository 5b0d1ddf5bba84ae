/// Where bytes go: a file that appears only when finished, a descriptor, or memory. Buffered.
public final class ByteSink {
    /// A file, written beside its path and renamed into place by `finish`.
    public static func file(_ path: String) throws(WriteError) -> ByteSink { fatalError("to be filled in") }
    /// An open descriptor such as standard output (1); it is not closed.
    public static func descriptor(_ number: Int32) -> ByteSink { fatalError("to be filled in") }
    /// Memory; see `bytes`.
    public static func memory() -> ByteSink { fatalError("to be filled in") }

    /// What was written to memory.
    public var bytes: [UInt8] { fatalError("to be filled in") }

    public func write(_ text: String) throws(WriteError) { fatalError("to be filled in") }
    public func write(_ bytes: UnsafeRawBufferPointer) throws(WriteError) { fatalError("to be filled in") }

    /// Writes out the buffer; a file is synced and renamed into place.
    public func finish() throws(WriteError) { fatalError("to be filled in") }
}
