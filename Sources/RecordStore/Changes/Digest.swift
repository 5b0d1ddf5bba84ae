import CSodium

/// A SHA-256 hash.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    public let bytes: [UInt8]

    static let length = 32
    /// What stands before the first entry of a chain.
    static let zero = Digest(bytes: [UInt8](repeating: 0, count: length))

    init(bytes: [UInt8]) {
        precondition(bytes.count == Self.length)
        self.bytes = bytes
    }

    /// The hash of the pieces, end to end.
    public init(of pieces: [UInt8]...) {
        var state = crypto_hash_sha256_state()
        crypto_hash_sha256_init(&state)
        for piece in pieces { crypto_hash_sha256_update(&state, piece, UInt64(piece.count)) }
        var hash = [UInt8](repeating: 0, count: Self.length)
        crypto_hash_sha256_final(&state, &hash)
        bytes = hash
    }

    /// 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
