/// Reads an archive line by line, strictly: unknown fields, wrong types and dangling references are findings.
public struct ArchiveReader {
    /// All findings so far.
    public private(set) var findings: [Finding] = []

    /// `file` is the name findings show.
    public init(file: String) {
        preconditionFailure("being written")
    }

    /// The item of the next line (without line feed), or nil where it was empty or wrong, with findings.
    public mutating func read(line: some Sequence<UInt8>) -> ArchiveItem? {
        preconditionFailure("being written")
    }

    /// To be called after the last line: what is missing in the whole.
    public mutating func finish() {
        preconditionFailure("being written")
    }
}
