import KeyValueStore

/// Rows in key order: two arrays, found by halving.
struct SortedRows {
    private(set) var keys: [Key] = []
    private(set) var values: [[UInt8]] = []

    /// Position of the first key that is not before `key`.
    private func position(of key: Key) -> Int {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func value(of key: Key) -> [UInt8]? {
        let index = position(of: key)
        return index < keys.count && keys[index] == key ? values[index] : nil
    }

    func indices(of range: KeyRange) -> Range<Int> {
        let start = range.lower.map(position) ?? 0
        let end = range.upper.map(position) ?? keys.count
        return start..<max(start, end)
    }

    mutating func set(_ value: [UInt8], for key: Key) {
        let index = position(of: key)
        if index < keys.count && keys[index] == key {
            values[index] = value
        } else {
            keys.insert(key, at: index)
            values.insert(value, at: index)
        }
    }

    mutating func remove(_ key: Key) {
        let index = position(of: key)
        removeSubrange(index..<index + 1)
    }

    mutating func removeSubrange(_ indices: Range<Int>) {
        keys.removeSubrange(indices)
        values.removeSubrange(indices)
    }
}
