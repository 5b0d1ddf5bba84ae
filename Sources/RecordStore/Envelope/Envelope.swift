import CChecksum
import KeyValueStore

/// What every stored value is wrapped in: one byte of version, then four bytes (little-endian) of CRC-32C, then the
/// payload. The checksum covers the name of the database, a zero byte, the key, the version and the payload, so that
/// a value that was moved to another key is found out as well as a flipped bit.
struct Envelope: Sendable {
    /// Bytes in front of the payload.
    static let headerLength = 5
    static let version: UInt8 = 1

    let database: DatabaseName
    /// Checksum of the database's name and the zero byte, with which each value's begins.
    private let seed: UInt32

    init(_ database: DatabaseName) {
        self.database = database
        let name = Array(database.rawValue.utf8) + [0]
        seed = name.withUnsafeBytes { lvzhi_crc32c(0, $0.baseAddress, $0.count) }
    }

    /// Bytes to begin a value with; `seal` completes them.
    static let placeholder: [UInt8] = [version, 0, 0, 0, 0]

    /// Completes the envelope of a value that begins with `placeholder`.
    func seal(_ value: inout [UInt8], for key: Key) {
        precondition(value.count >= Self.headerLength)
        value[0] = Self.version
        let sum = value.withUnsafeBytes { checksum(of: $0, key: key) }
        withUnsafeBytes(of: sum.littleEndian) { bytes in
            for place in 0..<4 { value[1 + place] = bytes[place] }
        }
    }

    /// A whole value around a payload.
    func wrap(_ payload: some Collection<UInt8>, for key: Key) -> [UInt8] {
        var value: [UInt8] = []
        value.reserveCapacity(Self.headerLength + payload.count)
        value.append(contentsOf: Self.placeholder)
        value.append(contentsOf: payload)
        seal(&value, for: key)
        return value
    }

    /// The payload, in place, of a value that is whole.
    func open(_ value: UnsafeRawBufferPointer, key: Key) throws(DecodingError) -> UnsafeRawBufferPointer {
        try check(value, sum: { checksum(of: value, key: key) }, key: { key })
    }

    /// The same for a key that was not copied out of a scan.
    func open(
        _ value: UnsafeRawBufferPointer, rawKey: UnsafeRawBufferPointer
    ) throws(DecodingError)
        -> UnsafeRawBufferPointer
    {
        try check(value, sum: { checksum(of: value, rawKey: rawKey) }, key: { Key(bytes: Array(rawKey)) })
    }

    private func check(
        _ value: UnsafeRawBufferPointer, sum: () -> UInt32, key: () -> Key
    ) throws(DecodingError) -> UnsafeRawBufferPointer {
        guard value.count >= Self.headerLength else {
            throw DecodingError(database: database, key: key(), problem: .tooShort)
        }
        let stored = UInt32(littleEndian: value.loadUnaligned(fromByteOffset: 1, as: UInt32.self))
        guard stored == sum() else { throw DecodingError(database: database, key: key(), problem: .checksum) }
        guard value[0] == Self.version else {
            throw DecodingError(database: database, key: key(), problem: .unknownVersion(value[0]))
        }
        return UnsafeRawBufferPointer(rebasing: value[Self.headerLength...])
    }

    private func checksum(of value: UnsafeRawBufferPointer, key: Key) -> UInt32 {
        key.bytes.withUnsafeBytes { checksum(of: value, rawKey: $0) }
    }

    private func checksum(of value: UnsafeRawBufferPointer, rawKey: UnsafeRawBufferPointer) -> UInt32 {
        var sum = lvzhi_crc32c(seed, rawKey.baseAddress, rawKey.count)
        sum = lvzhi_crc32c(sum, value.baseAddress, 1)
        guard let content = value.baseAddress, value.count > Self.headerLength else { return sum }
        return lvzhi_crc32c(sum, content + Self.headerLength, value.count - Self.headerLength)
    }
}

extension Envelope {
    /// Opens a value and decodes the fields in it; fields not known are passed over.
    func decode<Value: FieldCodable>(
        _ type: Value.Type, from value: UnsafeRawBufferPointer, key: Key
    ) throws -> Value {
        var fields = FieldReader(try open(value, key: key))
        do {
            let decoded = try Value(from: &fields)
            _ = try fields.takeUnknownFields()
            return decoded
        } catch let error as FieldError {
            throw DecodingError(database: database, key: key, problem: .fields(error))
        }
    }
}
