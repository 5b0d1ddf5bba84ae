import Glibc

/// Pages of a file, read by `pread`: a missing page is an answer and not a signal.
struct PageSource {
    let descriptor: Int32
    let pageSize: Int
    let pageCount: UInt64

    init(descriptor: Int32, pageSize: Int, fileSize: Int) {
        self.descriptor = descriptor
        self.pageSize = pageSize
        pageCount = UInt64(fileSize / pageSize)
    }

    /// Reads the beginning of a page. Returns whether all of it was there.
    func read(page: UInt64, into bytes: UnsafeMutableRawBufferPointer) -> Bool {
        guard page < pageCount else { return false }
        var done = 0
        while done < bytes.count {
            let offset = off_t(page) * off_t(pageSize) + off_t(done)
            let count = pread(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, offset)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}

/// A set of page numbers.
struct PageSet {
    private var words: [UInt64]
    private(set) var count = 0

    init(capacity: UInt64) { words = Array(repeating: 0, count: Int(capacity / 64) + 1) }

    func contains(_ page: UInt64) -> Bool { words[Int(page / 64)] >> (page % 64) & 1 != 0 }

    /// Returns whether the page is new.
    mutating func insert(_ page: UInt64) -> Bool {
        guard !contains(page) else { return false }
        words[Int(page / 64)] |= 1 << (page % 64)
        count += 1
        return true
    }
}
