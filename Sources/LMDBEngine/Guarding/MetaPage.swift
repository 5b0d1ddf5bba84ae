import Glibc

/// One of the two pages at the beginning of a store that say where everything is; the newer one counts.
struct MetaPage {
    static let magic: UInt32 = 0xBEEF_C0DE
    static let version: UInt32 = 1
    /// Bytes of a page header, and of the page header with the meta fields behind it.
    static let headerSize = 16
    static let size = 152

    let pageNumber: UInt64
    let flags: UInt16
    let magic: UInt32
    let version: UInt32
    let mapSize: UInt64
    let freeList: TreeRecord
    let main: TreeRecord
    let lastPage: UInt64
    let transaction: UInt64

    /// - Parameter bytes: at least `size` of them.
    init(_ bytes: UnsafeRawBufferPointer) {
        pageNumber = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        flags = bytes.loadUnaligned(fromByteOffset: 10, as: UInt16.self)
        magic = bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
        version = bytes.loadUnaligned(fromByteOffset: 20, as: UInt32.self)
        mapSize = bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self)
        freeList = TreeRecord(UnsafeRawBufferPointer(rebasing: bytes[40..<88]))
        main = TreeRecord(UnsafeRawBufferPointer(rebasing: bytes[88..<136]))
        lastPage = bytes.loadUnaligned(fromByteOffset: 136, as: UInt64.self)
        transaction = bytes.loadUnaligned(fromByteOffset: 144, as: UInt64.self)
    }

    /// The page size is kept where the free list's record has its padding.
    var pageSize: Int { Int(freeList.padding) }

    /// Reads the meta fields at an offset, or nil where the file is too short.
    ///
    /// Read until two readings agree: another process may be writing them.
    static func read(_ descriptor: Int32, at offset: Int) -> MetaPage? {
        var previous: [UInt8] = []
        for _ in 0..<100 {
            var bytes = [UInt8](repeating: 0, count: size)
            guard pread(descriptor, &bytes, size, off_t(offset)) == size else { return nil }
            if bytes == previous { break }
            previous = bytes
        }
        return previous.withUnsafeBytes { MetaPage($0) }
    }
}

/// Where a tree of pages begins and what it should hold.
struct TreeRecord {
    static let size = 48
    /// The root of an empty tree.
    static let none = UInt64.max

    let padding: UInt32
    let flags: UInt16
    let depth: UInt16
    let branchPages: UInt64
    let leafPages: UInt64
    let overflowPages: UInt64
    let entries: UInt64
    let root: UInt64

    init(_ bytes: UnsafeRawBufferPointer) {
        padding = bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
        flags = bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self)
        depth = bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self)
        branchPages = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        leafPages = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        overflowPages = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        entries = bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self)
        root = bytes.loadUnaligned(fromByteOffset: 40, as: UInt64.self)
    }
}
