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

    /// Reads what `description` writes; nil for anything else.
    public init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 2 * Self.length else { return nil }
        let values = digits.compactMap { digit -> UInt8? in
            switch digit {
            case 0x30...0x39: digit - 0x30
            case 0x61...0x66: digit - 0x61 + 10
            default: nil
            }
        }
        guard values.count == digits.count else { return nil }
        bytes = stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }

    /// 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
