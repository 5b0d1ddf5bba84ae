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
        fields.bool(10, isSensitive)
    }

    public init(from fields: inout FieldReader) throws {
        let code = KindCode(rawValue: try fields.unsigned(1))
        let (key, name, aliases) = (try fields.string(2), try fields.string(3), try fields.strings(4))
        let family = try fields.choice(5, as: RecordFamily.self)
        let groups = try fields.strings(6)
        let mandatory = try fields.bool(7)
        let expects = try fields.choice(8, as: Expectation.self)
        let note = try fields.string(9)
        self.init(
            code: code, key: key, name: name, aliases: aliases, family: family, groups: groups, mandatory: mandatory,
            expects: expects, isSensitive: try fields.bool(10), note: note)
    }
}
