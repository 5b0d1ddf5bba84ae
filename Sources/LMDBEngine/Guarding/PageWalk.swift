/// Follows every page of one snapshot: page numbers, flags, bounds, key order, counts, and that no page has two uses.
///
/// It finds every damage that would make LMDB crash or miscount. It cannot see a flipped bit inside a value; the
/// checksums of the record layer do.
final class PageWalk {
    private let source: PageSource
    private let meta: MetaPage
    private var report = PageReport()
    private var used: PageSet
    private var free: PageSet
    /// One page of memory per level of a tree.
    private var buffers: [UnsafeMutableRawBufferPointer] = []
    /// The tree being walked.
    private var tree: Tree

    /// What is counted in a tree, to be compared with its record.
    private struct Tree {
        enum Kind { case freeList, main, named }
        let record: TreeRecord
        let kind: Kind
        var branches: UInt64 = 0
        var leaves: UInt64 = 0
        var overflows: UInt64 = 0
        var entries: UInt64 = 0
        /// Named databases met, to be walked later.
        var children: [(name: String, record: TreeRecord)] = []

        init(_ record: TreeRecord, kind: Kind) {
            self.record = record
            self.kind = kind
        }
    }

    /// Keys of the parent page between which a page's keys must lie.
    private struct Bounds {
        var lower: UnsafeRawBufferPointer?
        var upper: UnsafeRawBufferPointer?
    }

    init(source: PageSource, meta: MetaPage) {
        self.source = source
        self.meta = meta
        used = PageSet(capacity: source.pageCount)
        free = PageSet(capacity: source.pageCount)
        tree = Tree(meta.main, kind: .main)
        report.pageSize = source.pageSize
        report.transaction = meta.transaction
    }

    deinit { for buffer in buffers { buffer.deallocate() } }

    func run() -> PageReport {
        let databases = walk(meta.main, kind: .main).children
        for (name, record) in databases {
            report.entries[name] = Int(truncatingIfNeeded: walk(record, kind: .named).entries)
        }
        _ = walk(meta.freeList, kind: .freeList)
        report.usedPages += used.count
        report.freePages = free.count
        return report
    }

    private func note(_ page: UInt64, _ problem: String) {
        if report.findings.count < 100 { report.findings.append(PageFinding(page: page, problem: problem)) }
    }

    private func walk(_ record: TreeRecord, kind: Tree.Kind) -> Tree {
        tree = Tree(record, kind: kind)
        if kind != .freeList, record.flags != 0 {
            note(record.root, "数据库属性不认识（\(record.flags)）")
        } else if record.root != TreeRecord.none {
            visit(record.root, level: 1, Bounds())
            compareCounts()
        } else if record.entries != 0 {
            note(0, "空的数据库却记有 \(record.entries) 条")
        }
        return tree
    }

    private func compareCounts() {
        let record = tree.record
        let pairs = [
            ("分支页", record.branchPages, tree.branches), ("叶页", record.leafPages, tree.leaves),
            ("溢出页", record.overflowPages, tree.overflows), ("条目", record.entries, tree.entries),
        ]
        for (what, expected, found) in pairs where expected != found {
            note(record.root, "\(what)应有 \(expected) 个，实有 \(found) 个")
        }
    }

    /// Marks a page as used. Returns false, with a finding, for one that cannot be followed.
    private func claim(_ page: UInt64) -> Bool {
        guard page >= 2, page <= meta.lastPage else {
            note(page, "页号超出范围")
            return false
        }
        guard page < source.pageCount else {
            note(page, "文件被截断，缺这一页")
            return false
        }
        guard used.insert(page) else {
            note(page, "被使用两次")
            return false
        }
        return true
    }

    private func visit(_ page: UInt64, level: Int, _ bounds: Bounds) {
        guard claim(page), let view = load(page, level: level) else { return }
        if level == Int(tree.record.depth) {
            tree.leaves += 1
            tree.entries += UInt64(view.nodeCount)
            checkLeaf(view, page, bounds)
        } else {
            tree.branches += 1
            followBranch(view, page, level: level, bounds)
        }
    }

    private func load(_ page: UInt64, level: Int) -> PageView? {
        while buffers.count < level {
            buffers.append(.allocate(byteCount: source.pageSize, alignment: 16))
        }
        let view = PageView(bytes: UnsafeRawBufferPointer(buffers[level - 1]))
        guard source.read(page: page, into: buffers[level - 1]) else {
            note(page, "读不出")
            return nil
        }
        let expected = level == Int(tree.record.depth) ? PageFlags.leaf : PageFlags.branch
        guard view.number == page, view.flags == expected, view.hasPlausibleBounds else {
            note(page, "页头不对")
            return nil
        }
        guard view.nodesFillTheirSpace else {
            note(page, "条目与所占空间不符")
            return nil
        }
        return view
    }

    private func followBranch(_ view: PageView, _ page: UInt64, level: Int, _ bounds: Bounds) {
        var inner = Bounds(lower: bounds.lower)
        guard var node = view.node(0) else { return note(page, "条目越界") }
        for index in 0..<view.nodeCount {
            let child = node.child
            if index + 1 < view.nodeCount {
                guard let next = view.node(index + 1) else { return note(page, "条目越界") }
                inner.upper = next.key
                node = next
            } else {
                inner.upper = bounds.upper
            }
            guard isOrdered(inner) else { return note(page, "键的次序不对") }
            visit(child, level: level + 1, inner)
            inner.lower = inner.upper
        }
    }

    private func isOrdered(_ bounds: Bounds) -> Bool {
        guard let lower = bounds.lower, let upper = bounds.upper else { return true }
        return compare(lower, upper) < 0
    }

    private func checkLeaf(_ view: PageView, _ page: UInt64, _ bounds: Bounds) {
        var previous: UnsafeRawBufferPointer?
        for index in 0..<view.nodeCount {
            guard let node = view.node(index) else { return note(page, "条目越界") }
            let key = node.key
            if key.isEmpty || tree.kind == .freeList && key.count != 8 { return note(page, "键的长度不对") }
            if let previous, compare(previous, key) >= 0 { return note(page, "键的次序不对") }
            if let lower = bounds.lower, compare(lower, key) > 0 { return note(page, "键的次序不对") }
            if let upper = bounds.upper, compare(key, upper) >= 0 { return note(page, "键的次序不对") }
            previous = key
            checkValue(node, page)
        }
    }

    private func checkValue(_ node: NodeView, _ page: UInt64) {
        let allowed = NodeFlags.overflow | (tree.kind == .main ? NodeFlags.tree : 0)
        guard node.flags & ~allowed == 0 else { return note(page, "条目的标志不对") }
        if node.isOverflow { claimOverflow(node, page) }
        switch tree.kind {
        case .freeList: checkFreeList(node, page)
        case .main: noteDatabase(node, page)
        case .named: break
        }
    }

    /// A value that shrank keeps its pages, so there may be more of them than it needs.
    private func claimOverflow(_ node: NodeView, _ page: UInt64) {
        let first = node.overflowPage
        let needed = UInt64(MetaPage.headerSize + node.valueSize + source.pageSize - 1) / UInt64(source.pageSize)
        guard claim(first), let length = overflowLength(first) else { return }
        guard length >= needed, length <= meta.lastPage else { return note(first, "溢出页的页数不对") }
        tree.overflows += length
        for number in first + 1..<first + length {
            guard claim(number) else { return }
        }
    }

    private func overflowLength(_ page: UInt64) -> UInt64? {
        withUnsafeTemporaryAllocation(byteCount: MetaPage.headerSize, alignment: 8) { bytes in
            let header = PageView(bytes: UnsafeRawBufferPointer(bytes))
            guard source.read(page: page, into: bytes), header.number == page, header.flags == PageFlags.overflow
            else {
                note(page, "页头不对")
                return nil
            }
            return UInt64(header.overflowLength)
        }
    }

    private func noteDatabase(_ node: NodeView, _ page: UInt64) {
        guard node.flags & NodeFlags.tree != 0 else { return }
        guard !node.isOverflow, node.valueSize == TreeRecord.size else { return note(page, "数据库记录的长度不对") }
        let record = TreeRecord(node.value)
        if record.root != TreeRecord.none, !(1...32).contains(record.depth) {
            return note(page, "数据库记录的层数不对")
        }
        tree.children.append((String(decoding: node.key, as: UTF8.self), record))
    }

    /// A list of page numbers in falling order, its length first.
    private func checkFreeList(_ node: NodeView, _ page: UInt64) {
        let numbers = node.isOverflow ? longList(node) : words(node.value)
        guard let count = numbers.first, count < numbers.count else { return note(page, "空闲页表的长度不对") }
        var previous = UInt64.max
        for number in numbers[1..<1 + Int(count)] {
            guard number >= 2, number <= meta.lastPage, number < previous else {
                return note(page, "空闲页表的次序不对")
            }
            previous = number
            // Freed pages at the end may lie behind the end of the file.
            guard number < source.pageCount else { continue }
            if used.contains(number) || !free.insert(number) { return note(number, "既空闲又在使用") }
        }
    }

    private func longList(_ node: NodeView) -> [UInt64] {
        let pages = (MetaPage.headerSize + node.valueSize + source.pageSize - 1) / source.pageSize
        // A damaged length must not become a huge allocation.
        guard UInt64(pages) <= source.pageCount else { return [] }
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: pages * source.pageSize, alignment: 16)
        defer { bytes.deallocate() }
        guard source.read(page: node.overflowPage, into: bytes) else { return [] }
        let value = bytes[MetaPage.headerSize..<MetaPage.headerSize + node.valueSize]
        return words(UnsafeRawBufferPointer(rebasing: value))
    }

    private func words(_ bytes: UnsafeRawBufferPointer) -> [UInt64] {
        (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    }

    /// Order of keys in the tree: as bytes, in the free list as numbers.
    private func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
        guard tree.kind == .freeList else { return compareBytes(left, right) }
        guard left.count == 8, right.count == 8 else { return 0 }
        let (first, second) = (left.loadUnaligned(as: UInt64.self), right.loadUnaligned(as: UInt64.self))
        return first < second ? -1 : first == second ? 0 : 1
    }
}
