import CSodium

/// Computes the SHA-256 of what comes piece by piece, so that nothing has to be held together.
public struct DigestBuilder {
    private var state = crypto_hash_sha256_state()

    public init() { crypto_hash_sha256_init(&state) }

    /// Adds bytes behind those before.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        crypto_hash_sha256_update(&state, start.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }

    /// Adds bytes behind those before.
    public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    /// The hash of everything added.
    public func finish() -> Digest {
        var state = state
        var hash = [UInt8](repeating: 0, count: Digest.length)
        crypto_hash_sha256_final(&state, &hash)
        return Digest(bytes: hash)
    }
}
