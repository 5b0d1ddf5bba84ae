/// What a walk over the pages of a store found.
public struct PageReport: Sendable {
    /// What contradicts what, in the order met and a hundred at most; empty for a sound store.
    public internal(set) var findings: [PageFinding] = []
    /// Entries by named database.
    public internal(set) var entries: [String: Int] = [:]
    /// Size of a page in bytes.
    public internal(set) var pageSize = 0
    /// Pages that hold something, the two at the beginning included.
    public internal(set) var usedPages = 2
    /// Pages that wait to be used again.
    public internal(set) var freePages = 0
    /// The newest transaction of the file.
    public internal(set) var transaction: UInt64 = 0

    public var isSound: Bool { findings.isEmpty }
}

/// One contradiction in the structure of a store.
public struct PageFinding: Sendable, Equatable, CustomStringConvertible {
    /// Number of the page it was met on.
    public let page: UInt64
    /// What is wrong, in words for the user.
    public let problem: String

    public var description: String { "第 \(page) 页：\(problem)" }
}
