/// Follows every page of one snapshot: page numbers, flags, bounds, key order, counts, and that no page has two uses.
///
/// It finds every damage that would make LMDB crash or miscount. It cannot see a flipped bit inside a value; the
/// checksums of the record layer do.
final class PageWalk {
    let source: PageSource
    let meta: MetaPage
    private var report = PageReport()
    var used: PageSet
    var free: PageSet
    /// One page of memory per level of a tree.
    private var buffers: [UnsafeMutableRawBufferPointer] = []
    /// The tree being walked.
    var tree: Tree

    /// What is counted in a tree, to be compared with its record.
    struct Tree {
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

    func note(_ page: UInt64, _ problem: String) {
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
    func claim(_ page: UInt64) -> Bool {
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

    /// Order of keys in the tree: as bytes, in the free list as numbers.
    private func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
        guard tree.kind == .freeList else { return compareBytes(left, right) }
        guard left.count == 8, right.count == 8 else { return 0 }
        let (first, second) = (left.loadUnaligned(as: UInt64.self), right.loadUnaligned(as: UInt64.self))
        return first < second ? -1 : first == second ? 0 : 1
    }
}
