import Glibc

/// How large a map may be. A map far larger than the file costs nothing but addresses and spares growing it.
enum MapSize {
    static let preferred = 1 << 40
    static let smallest = 1 << 20

    /// Sizes to try for opening a file, largest first: the preferred one, then halves, at last little more than the
    /// file itself.
    static func candidates(fileSize: Int) -> [Int] {
        var sizes: [Int] = []
        var size = max(preferred, roundUp(fileSize * 2))
        while size >= max(smallest, fileSize * 2) {
            sizes.append(size)
            size = roundUp(size / 2)
            if size <= smallest { break }
        }
        sizes.append(max(smallest, roundUp(fileSize)))
        return sizes
    }

    /// The largest size up to `wanted` for which there are addresses, but above `current`; nil where there is none.
    ///
    /// LMDB gives the old map up before it asks for the new one and is lost when that fails, so we ask first.
    static func available(wanted: Int, current: Int) -> Int? {
        var growth = roundUp(wanted) - current
        while growth > 0 {
            if hasAddresses(growth) { return current + growth }
            growth = growth / 2 / unit * unit
        }
        return nil
    }

    private static let unit = 1 << 16

    static func roundUp(_ size: Int) -> Int { (size + unit - 1) / unit * unit }

    private static func hasAddresses(_ size: Int) -> Bool {
        let trial = mmap(nil, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard let trial, trial != MAP_FAILED else { return false }
        munmap(trial, size)
        return true
    }
}
