/// What a walk over the pages of a store found.
public struct PageReport: Sendable {
    /// What contradicts what, in the order met; empty for a sound store.
    public var findings: [PageFinding] = []
    /// Entries by database.
    public var entries: [String: Int] = [:]
    /// Size of a page in bytes.
    public var pageSize = 0
    /// Pages in use, free and in all.
    public var usedPages = 0
    public var freePages = 0
    public var allPages = 0

    public var isSound: Bool { findings.isEmpty }
}

/// One contradiction in the structure of a store.
public struct PageFinding: Sendable, Equatable, CustomStringConvertible {
    /// Number of the page it was met on.
    public var page: UInt64
    /// What is wrong, in words for the user.
    public var problem: String

    public var description: String { "第 \(page) 页：\(problem)" }
}
