public import DutyModel
internal import KeyValueStore
public import RecordStore

extension Kind: Record {
    public static let table = Table<Kind>("kinds")

    public var id: KindCode { code }

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, code.rawValue)
        fields.string(2, key)
        fields.string(3, name)
        fields.strings(4, aliases)
        fields.choice(5, family)
        fields.strings(6, groups)
        fields.bool(7, mandatory)
        fields.choice(8, expects)
        fields.string(9, note)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            code: KindCode(rawValue: try fields.unsigned(1)), key: try fields.string(2), name: try fields.string(3),
            aliases: try fields.strings(4), family: try fields.choice(5), groups: try fields.strings(6),
            mandatory: try fields.bool(7), expects: try fields.choice(8), note: try fields.string(9))
    }
}
