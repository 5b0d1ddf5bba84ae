/// The register's own number of an evidence file.
public struct EvidenceID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: EvidenceID, right: EvidenceID) -> Bool { left.rawValue < right.rawValue }
}

/// 佐证材料: a file kept with what it is evidence of. Its bytes lie apart, under their hash.
public struct EvidenceFile: Hashable, Sendable {
    /// What it is evidence of.
    public enum Subject: Hashable, Sendable {
        case record(RecordID)
        case manual(ManualEntryID)
        /// By number.
        case objection(UInt64)
    }

    /// What the bytes are, whatever the name says.
    public enum Format: UInt8, Sendable, CaseIterable {
        case pdf = 1
        case jpeg = 2
        case png = 3
        case docx = 4
        case xlsx = 5
        case pptx = 6
        case text = 7
        case gif = 8
        case ofd = 9
        /// The old Office formats: doc, xls, ppt.
        case oldOffice = 10
        case heic = 11
        case mp4 = 12
        case mp3 = 13

        /// Endings of names of such files; the first is the usual one.
        public var endings: [String] {
            switch self {
            case .pdf: ["pdf"]
            case .jpeg: ["jpg", "jpeg"]
            case .png: ["png"]
            case .docx: ["docx"]
            case .xlsx: ["xlsx"]
            case .pptx: ["pptx"]
            case .text: ["txt", "csv", "md"]
            case .gif: ["gif"]
            case .ofd: ["ofd"]
            case .oldOffice: ["doc", "xls", "ppt"]
            case .heic: ["heic", "heif"]
            case .mp4: ["mp4", "mov", "m4a"]
            case .mp3: ["mp3"]
            }
        }
    }

    public var id: EvidenceID
    public var subject: Subject
    /// Name of the file without folders.
    public var name: String
    public var format: Format
    /// In bytes.
    public var size: Int
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    public var hash: String
    public var note: String
    public var instant: Instant
    public var who: String

    public init(
        id: EvidenceID, subject: Subject, name: String, format: Format, size: Int, hash: String, note: String = "",
        instant: Instant, who: String
    ) {
        self.id = id
        self.subject = subject
        self.name = name
        self.format = format
        self.size = size
        self.hash = hash
        self.note = note
        self.instant = instant
        self.who = who
    }
}
