internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// A rulebook as it was adopted: its text, unchanged, and from which year on it holds.
struct AdoptedRulebook: Record, Hashable {
    static let table = Table<AdoptedRulebook>("rulebooks")

    /// 1 for the first one adopted.
    var id: UInt32
    /// The rulebook's own 编号: `sample-county`.
    var name: String
    /// The assessment year it was adopted for; later years use it until another is adopted.
    var year: Int
    /// The YAML text, and that of its cases.
    var text: String
    var cases: String
    /// SHA-256 of the text.
    var hash: String
    var adopted: Instant
    /// Name of the file as its findings show it.
    var file: String
    /// Full name of the regulation.
    var title: String

    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id)
        fields.string(2, name)
        fields.signed(3, year)
        fields.string(4, text)
        fields.string(5, cases)
        fields.string(6, hash)
        fields.signed(7, adopted.milliseconds)
        fields.string(8, file)
        fields.string(9, title)
    }
}

extension AdoptedRulebook {
    init(from fields: inout FieldReader) throws {
        self.init(
            id: try fields.unsigned(1), name: try fields.string(2), year: try fields.signed(3),
            text: try fields.string(4), cases: try fields.string(5), hash: try fields.string(6),
            adopted: Instant(milliseconds: try fields.signed(7)), file: try fields.string(8),
            title: try fields.string(9))
    }
}
