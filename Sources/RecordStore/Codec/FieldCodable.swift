/// A value that writes itself as tagged fields and reads itself back.
///
/// Fields are written and read in ascending order of their numbers; a number once used is never given to another
/// meaning. A field left out means its default: zero, false, empty, nil.
///
///     func encode(into fields: inout FieldWriter) {
///         fields.unsigned(1, id)
///         fields.string(2, name)
///     }
///     init(from fields: inout FieldReader) throws {
///         self.init(id: try fields.unsigned(1), name: try fields.string(2))
///     }
public protocol FieldCodable: Sendable {
    func encode(into fields: inout FieldWriter)
    /// - Throws: `FieldError`; `fields.invalid(number)` makes one for a value the type does not allow.
    init(from fields: inout FieldReader) throws
}

/// Fields written by a newer program, kept as they are.
///
/// `Table.put` keeps those of a record by itself. A nested value keeps its own by storing what
/// `FieldReader.takeUnknownFields()` gives at the end of `init(from:)` and handing it to `FieldWriter.keep(_:)` at
/// the end of `encode(into:)`; where it does not, rewriting such a record is refused and never loses them.
public struct UnknownFields: Hashable, Sendable {
    /// Whole fields, tag and value, in ascending order.
    var bytes: [UInt8] = []

    public init() {}

    public var isEmpty: Bool { bytes.isEmpty }
}
