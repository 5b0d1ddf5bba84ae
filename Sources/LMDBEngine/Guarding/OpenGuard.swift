import Glibc
import KeyValueStore

/// Looks at a file by `pread` before LMDB maps it: a map over a cut or foreign file kills the process.
struct OpenGuard {
    let path: String
    let descriptor: Int32
    let fileSize: Int
    /// The newer of the two meta pages.
    let meta: MetaPage
    let identity: FileIdentity

    var pageSize: Int { meta.pageSize }

    /// Whether the file holds every page its meta page speaks of. A commit that frees the newest pages leaves it
    /// shorter, so a short file is not yet a cut one.
    var hasFullLength: Bool { fileSize >= (Int(meta.lastPage) + 1) * pageSize }

    /// Checks kind, length, magic, version, page size and both meta pages.
    init(path: String, descriptor: Int32) throws(OpenError) {
        self.path = path
        self.descriptor = descriptor
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .fromSystem(path: path, code: errno) }
        try Self.checkKind(path: path, status: status)
        if let kind = FileSystemKind.network(of: descriptor) { throw .unsafeFileSystem(path: path, kind: kind) }
        identity = FileIdentity(status)
        fileSize = Int(status.st_size)
        meta = try Self.newerMeta(path: path, descriptor: descriptor, fileSize: fileSize)
    }

    private static func checkKind(path: String, status: stat) throws(OpenError) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .notAStore(path: path, found: "目录")
        default: throw .notAStore(path: path, found: "设备或管道")
        }
        guard status.st_size > 0 else { throw .notAStore(path: path, found: "空文件") }
    }

    private static func newerMeta(path: String, descriptor: Int32, fileSize: Int) throws(OpenError) -> MetaPage {
        guard let first = MetaPage.read(descriptor, at: 0), first.magic == MetaPage.magic else {
            throw unreadable(path: path, descriptor: descriptor)
        }
        try check(first, number: 0, path: path)
        let size = first.pageSize
        guard size.nonzeroBitCount == 1, (512...65_536).contains(size) else {
            throw .damaged(path: path, detail: "页的大小不对：\(size)")
        }
        guard fileSize >= 2 * size, let second = MetaPage.read(descriptor, at: size) else {
            throw .damaged(path: path, detail: "文件被截断，只剩 \(fileSize) 字节")
        }
        try check(second, number: 1, path: path)
        let newer = first.transaction < second.transaction ? second : first
        try checkPlausible(newer, pageSize: size, path: path)
        return newer
    }

    private static func check(_ meta: MetaPage, number: UInt64, path: String) throws(OpenError) {
        guard meta.magic == MetaPage.magic else { throw .damaged(path: path, detail: "第 \(number) 页的标记不对") }
        guard meta.version == MetaPage.version else {
            throw .newerFormat(path: path, found: Int(meta.version), supported: Int(MetaPage.version))
        }
        guard meta.flags & PageFlags.meta != 0, meta.pageNumber == number else {
            throw .damaged(path: path, detail: "第 \(number) 页的页头不对")
        }
    }

    private static func checkPlausible(_ meta: MetaPage, pageSize: Int, path: String) throws(OpenError) {
        guard meta.pageSize == pageSize, meta.lastPage >= 1, meta.lastPage < 1 << 40 else {
            throw .damaged(path: path, detail: "首页的数字互相矛盾")
        }
        for tree in [meta.freeList, meta.main] where tree.root != TreeRecord.none {
            guard tree.root >= 2, tree.root <= meta.lastPage, (1...32).contains(tree.depth) else {
                throw .damaged(path: path, detail: "首页的数字互相矛盾")
            }
        }
    }

    /// A file without our magic: ours cut very short, or something else.
    private static func unreadable(path: String, descriptor: Int32) -> OpenError {
        withUnsafeTemporaryAllocation(byteCount: 512, alignment: 8) { bytes in
            let count = pread(descriptor, bytes.baseAddress, bytes.count, 0)
            guard count > 0 else { return .fromSystem(path: path, code: errno) }
            let beginning = UnsafeRawBufferPointer(rebasing: bytes[..<count])
            if count >= 20, beginning.loadUnaligned(fromByteOffset: 16, as: UInt32.self) == MetaPage.magic {
                return .damaged(path: path, detail: "文件被截断，只剩 \(count) 字节")
            }
            return .notAStore(path: path, found: FileSignature.name(of: beginning))
        }
    }
}
