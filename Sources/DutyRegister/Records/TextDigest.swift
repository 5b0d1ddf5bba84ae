/// A short number for a text of any length, for indexes: keys are bounded, titles are not. Two texts may share one, so
/// whoever finds a record by it looks at the text itself.
enum TextDigest {
    /// FNV-1a over the UTF-8 bytes. Stored in indexes: must never change.
    static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
