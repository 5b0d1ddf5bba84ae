extension KeyElement where Self: UnsignedInteger & FixedWidthInteger {
    public func append(to tuple: inout TupleKey) { tuple.append(UInt64(self)) }

    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> Self {
        guard let number = Self(exactly: try tuple.unsigned()) else { throw .numberOutOfRange }
        return number
    }
}

extension KeyElement where Self: SignedInteger & FixedWidthInteger {
    public func append(to tuple: inout TupleKey) { tuple.append(Int64(self)) }

    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> Self {
        guard let number = Self(exactly: try tuple.signed()) else { throw .numberOutOfRange }
        return number
    }
}

extension UInt8: KeyElement {}
extension UInt16: KeyElement {}
extension UInt32: KeyElement {}
extension UInt64: KeyElement {}
extension Int32: KeyElement {}
extension Int64: KeyElement {}
extension Int: KeyElement {}

extension String: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(self) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> String { try tuple.string() }
}

extension Key {
    /// Reads one value that fills the whole key.
    public func element<Element: KeyElement>(as type: Element.Type = Element.self) throws(KeyError) -> Element {
        // Typed throws do not pass through `withUnsafeBytes` in this compiler: a Result carries the error.
        let outcome = bytes.withUnsafeBytes { bytes -> Result<Element, KeyError> in
            var reader = TupleKeyReader(bytes)
            do throws(KeyError) {
                let value = try Element.read(from: &reader)
                try reader.finish()
                return .success(value)
            } catch { return .failure(error) }
        }
        return try outcome.get()
    }
}
