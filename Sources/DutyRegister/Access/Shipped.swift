internal import DutyModel
internal import Interchange
internal import Scoring

/// The files shipped with the program are not where they should be: set `LVZHI_SCHEMAS` to their folder.
public struct SchemasMissing: Error, Hashable, Sendable {}

/// What a register takes from the files shipped with the program.
enum Shipped {
    static func library() throws(SchemasMissing) -> SchemaLibrary {
        guard let library = SchemaLibrary.find() else { throw SchemasMissing() }
        return library
    }

    /// The catalogue of kinds.
    static func kinds() throws -> KindCatalogue { try library().kinds() }

    /// The headings of every kind of sheet.
    static func columns() throws -> ColumnLibrary { try ColumnLibrary(directory: library().folder + "/columns") }
}
