/// Why the bytes of a record are not what its decoder expects.
public struct FieldError: Error, Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        /// The bytes end inside the field, or its length reaches beyond them.
        case truncated
        /// A number longer than 64 bits, or written longer than it need be.
        case malformedNumber
        /// A number that does not fit the field's type, or that the field does not allow.
        case outOfRange
        /// Text that is not UTF-8.
        case notUTF8
        /// The field is there with another wire type than the decoder expects.
        case wrongType
        /// Fields are not in ascending order, or one that stands alone is there twice.
        case outOfOrder
        /// A required field is missing.
        case missing
        /// Field number 0, or one above the largest.
        case badTag
    }

    /// Number of the field; 0 where not even that could be read.
    public var field: Int
    public var problem: Problem

    public init(field: Int, _ problem: Problem) {
        self.field = field
        self.problem = problem
    }
}
