internal import DutyModel
internal import Scoring

/// The files shipped with the program are not where they should be.
public struct SchemasMissing: Error, Hashable, Sendable {}

enum ShippedKinds {
    static func load() throws -> KindCatalogue { throw SchemasMissing() }
}
