/// One branch or leaf page in memory, with every offset checked against its end before it is followed.
struct PageView {
    let bytes: UnsafeRawBufferPointer

    var number: UInt64 { bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self) }
    var flags: UInt16 { bytes.loadUnaligned(fromByteOffset: 10, as: UInt16.self) }
    /// Length in pages; only on overflow pages.
    var overflowLength: UInt32 { bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self) }

    private var lower: Int { Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt16.self)) }
    private var upper: Int { Int(bytes.loadUnaligned(fromByteOffset: 14, as: UInt16.self)) }

    var hasPlausibleBounds: Bool {
        lower > MetaPage.headerSize && lower % 2 == 0 && lower <= upper && upper <= bytes.count
    }

    var nodeCount: Int { (lower - MetaPage.headerSize) / 2 }

    /// Nodes lie without gaps at the end of the page, each rounded up to two bytes.
    var nodesFillTheirSpace: Bool {
        var size = 0
        for index in 0..<nodeCount {
            guard let node = node(index) else { return false }
            let value = flags & PageFlags.leaf == 0 ? 0 : node.isOverflow ? MemoryLayout<UInt64>.size : node.valueSize
            size += (NodeView.headerSize + node.keySize + value + 1) & ~1
        }
        return size == bytes.count - upper
    }

    /// The node at an index, or nil where it reaches over the page.
    func node(_ index: Int) -> NodeView? {
        let offset = Int(
            bytes.loadUnaligned(fromByteOffset: MetaPage.headerSize + 2 * index, as: UInt16.self))
        guard offset >= upper, offset + NodeView.headerSize <= bytes.count else { return nil }
        let node = NodeView(bytes: UnsafeRawBufferPointer(rebasing: bytes[offset...]))
        guard NodeView.headerSize + node.keySize <= node.bytes.count else { return nil }
        if flags & PageFlags.leaf != 0 {
            let inline = node.isOverflow ? MemoryLayout<UInt64>.size : node.valueSize
            guard NodeView.headerSize + node.keySize + inline <= node.bytes.count else { return nil }
        }
        return node
    }
}

/// One entry of a page.
struct NodeView {
    static let headerSize = 8

    /// From the node's beginning to the end of the page.
    let bytes: UnsafeRawBufferPointer

    private var low: UInt64 { UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt16.self)) }
    private var high: UInt64 { UInt64(bytes.loadUnaligned(fromByteOffset: 2, as: UInt16.self)) }
    var flags: UInt16 { bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self) }
    var keySize: Int { Int(bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self)) }

    var isOverflow: Bool { flags & NodeFlags.overflow != 0 }

    /// On a branch page: the child.
    var child: UInt64 { low | high << 16 | UInt64(flags) << 32 }
    /// On a leaf page: length of the value.
    var valueSize: Int { Int(low | high << 16) }

    var key: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[8..<8 + keySize]) }
    /// On a leaf page: the value lying in it.
    var value: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[8 + keySize..<8 + keySize + valueSize])
    }
    /// On a leaf page: where a value on pages of its own begins.
    var overflowPage: UInt64 { bytes.loadUnaligned(fromByteOffset: 8 + keySize, as: UInt64.self) }
}
