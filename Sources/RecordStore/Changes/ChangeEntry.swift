import KeyValueStore

/// A change set as stored: in database `changes`, the key (sequence) holds an envelope around `body` and its hash;
/// where there are many changes they lie under (sequence, part), part from 1, each in its own envelope, and the body
/// holds their digests.
struct ChangeEntry {
    static let envelope = Envelope("changes")

    var set: ChangeSet
    /// Changes that fit beside the rest.
    var changes: [Change]
    /// Digests of the parts, when they do not.
    var partDigests: [Digest]
    /// The encoded fields, over which the hash goes.
    var body: [UInt8]

    /// Hash of a body at its place in the chain.
    static func hash(sequence: UInt64, body: [UInt8]) -> Digest {
        Digest(of: Array("lvzhi.change.1\0".utf8), withUnsafeBytes(of: sequence.bigEndian) { Array($0) }, body)
    }

    /// Builds an entry: encodes it and computes its hash.
    init(set: ChangeSet, changes: [Change], partDigests: [Digest]) {
        var fields = FieldWriter()
        fields.signed(1, set.context.instant)
        fields.string(2, set.context.who)
        fields.string(3, set.context.origin)
        fields.string(4, set.context.action)
        fields.string(5, set.context.summary)
        fields.optionalUnsigned(6, set.undoes)
        fields.unsigned(7, UInt64(set.spared))
        fields.bool(8, !set.isReversible)
        fields.unsigned(9, UInt64(set.format))
        fields.unsigned(10, UInt64(set.changeCount))
        fields.raw(11, partDigests.flatMap(\.bytes))
        fields.list(12, changes)
        fields.raw(13, set.previous.bytes)
        fields.string(14, set.context.role)
        fields.optionalUnsigned(15, set.context.account)
        body = fields.bytes
        self.set = set
        self.set.hash = Self.hash(sequence: set.sequence, body: body)
        self.changes = changes
        self.partDigests = partDigests
    }

    /// Reads the payload of (sequence). The hash is taken as stored, not verified.
    init(sequence: UInt64, payload: UnsafeRawBufferPointer) throws {
        guard payload.count >= Digest.length else { throw FieldError(field: 0, .truncated) }
        let split = payload.count - Digest.length
        body = Array(payload[..<split])
        var fields = FieldReader(UnsafeRawBufferPointer(rebasing: payload[..<split]))
        var context = ChangeContext(
            instant: try fields.signed(1), who: try fields.string(2), origin: try fields.string(3),
            action: try fields.string(4), summary: try fields.string(5))
        let undoes = try fields.optionalUnsigned(6, as: UInt64.self)
        let spared = Int(try fields.unsigned(7, as: UInt32.self))
        let isReversible = !(try fields.bool(8))
        let format = Int(try fields.unsigned(9, as: UInt32.self))
        let changeCount = Int(try fields.unsigned(10, as: UInt32.self))
        partDigests = try Self.digests(try fields.raw(11), field: 11)
        changes = try fields.list(12)
        guard let previous = try Self.digests(try fields.raw(13), field: 13).first else {
            throw FieldError(field: 13, .missing)
        }
        context.role = try fields.string(14)
        context.account = try fields.optionalUnsigned(15, as: UInt64.self)
        set = ChangeSet(
            sequence: sequence, context: context, undoes: undoes, spared: spared, isReversible: isReversible,
            format: format, changeCount: changeCount, previous: previous,
            hash: Digest(bytes: Array(payload[split...])))
    }

    /// Payload to store under (sequence).
    var payload: [UInt8] { body + set.hash.bytes }

    private static func digests(_ bytes: [UInt8], field: Int) throws(FieldError) -> [Digest] {
        guard bytes.count.isMultiple(of: Digest.length) else { throw FieldError(field: field, .truncated) }
        return stride(from: 0, to: bytes.count, by: Digest.length).map {
            Digest(bytes: Array(bytes[$0..<$0 + Digest.length]))
        }
    }
}

extension Change: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, table.rawValue)
        fields.raw(2, key.bytes)
        fields.optionalRaw(3, before)
        fields.optionalRaw(4, after)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            table: DatabaseName(try fields.string(1)), key: Key(bytes: try fields.raw(2)),
            before: try fields.optionalRaw(3), after: try fields.optionalRaw(4))
    }
}

/// Many changes in one value.
struct ChangePart: FieldCodable {
    var changes: [Change]

    init(_ changes: [Change]) { self.changes = changes }
    init(from fields: inout FieldReader) throws { changes = try fields.list(1) }
    func encode(into fields: inout FieldWriter) { fields.list(1, changes) }
}
