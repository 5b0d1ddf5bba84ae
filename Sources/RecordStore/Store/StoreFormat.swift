import KeyValueStore

/// What the database `format` says of the store under the key ("store").
struct StoreFormat: FieldCodable, Hashable {
    static let envelope = Envelope("format")
    static let key = Key("store")

    /// Format of the records; a program opens its own and older ones.
    var format: Int
    /// What kind of store it is.
    var application: String
    /// Moment of creation in UTC milliseconds.
    var created: Int64
    /// Engine it was created on.
    var engine: String

    init(format: Int, application: String, created: Int64, engine: String) {
        self.format = format
        self.application = application
        self.created = created
        self.engine = engine
    }

    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, UInt64(format))
        fields.string(2, application)
        fields.signed(3, created)
        fields.string(4, engine)
    }

    init(from fields: inout FieldReader) throws {
        self.init(
            format: Int(try fields.unsigned(1, as: UInt32.self)), application: try fields.string(2),
            created: try fields.signed(3), engine: try fields.string(4))
    }

    /// One value of the database `format`.
    static func value<Value: FieldCodable, T: Reading & ~Copyable>(
        _ key: Key, in transaction: inout T
    ) throws -> Value? {
        try transaction.get(key, in: envelope.database) { try envelope.decode(Value.self, from: $0, key: key) }
    }

    /// Stores this as the format of the store.
    func write(in transaction: inout RecordTransaction) throws {
        var fields = FieldWriter()
        encode(into: &fields)
        let value = Self.envelope.wrap(fields.bytes, for: Self.key)
        try transaction.storeEntry(value, for: Self.key, in: Self.envelope.database, mode: .put)
    }
}
