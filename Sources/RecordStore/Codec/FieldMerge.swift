/// Merges two runs of fields, each in ascending order, into one.
enum FieldMerge {
    /// Fields of `known` come before those of `other` with the same number. Both must be well formed.
    static func merge(_ known: [UInt8], _ other: [UInt8]) -> [UInt8] {
        let left = fields(of: known)
        let right = fields(of: other)
        var merged: [UInt8] = []
        merged.reserveCapacity(known.count + other.count)
        var position = 0
        for field in left {
            while position < right.count, right[position].number < field.number {
                merged.append(contentsOf: other[right[position].range])
                position += 1
            }
            merged.append(contentsOf: known[field.range])
        }
        for field in right[position...] { merged.append(contentsOf: other[field.range]) }
        return merged
    }

    private static func fields(of bytes: [UInt8]) -> [(number: Int, range: Range<Int>)] {
        bytes.withUnsafeBytes { content in
            var reader = FieldReader(content)
            var found: [(number: Int, range: Range<Int>)] = []
            while let field = try? reader.nextRange() { found.append(field) }
            return found
        }
    }
}
