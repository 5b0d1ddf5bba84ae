/// Flags of pages and nodes as they lie in the file.
enum PageFlags {
    static let branch: UInt16 = 0x01
    static let leaf: UInt16 = 0x02
    static let overflow: UInt16 = 0x04
    static let meta: UInt16 = 0x08
}

enum NodeFlags {
    /// The value lies on pages of its own.
    static let overflow: UInt16 = 0x01
    /// The value is the record of a named database.
    static let tree: UInt16 = 0x02
    /// Values of one key in a tree of their own; our stores have none.
    static let duplicates: UInt16 = 0x04
}
