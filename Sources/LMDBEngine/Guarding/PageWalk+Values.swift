/// What hangs on the entries of a leaf: values on pages of their own, named databases, lists of free pages.
extension PageWalk {
    func checkValue(_ node: NodeView, _ page: UInt64) {
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
}
