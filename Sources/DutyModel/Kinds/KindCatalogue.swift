/// All kinds a register knows, found by code, key, name, alias or group.
public struct KindCatalogue: Hashable, Sendable {
    /// In code order.
    public let kinds: [Kind]
    private let byCode: [KindCode: Int]
    private let byWord: [String: Int]
    private let byGroup: [String: [KindCode]]

    /// The reader of the catalogue file has made sure that codes and words are unique; where they are not, the
    /// first one wins.
    public init(_ kinds: [Kind]) {
        self.kinds = kinds.sorted { $0.code < $1.code }
        var byCode: [KindCode: Int] = [:]
        var byWord: [String: Int] = [:]
        var byGroup: [String: [KindCode]] = [:]
        for (position, kind) in self.kinds.enumerated() {
            if byCode[kind.code] == nil { byCode[kind.code] = position }
            for word in [kind.key, kind.name] + kind.aliases where byWord[word] == nil { byWord[word] = position }
            for group in kind.groups { byGroup[group, default: []].append(kind.code) }
        }
        self.byCode = byCode
        self.byWord = byWord
        self.byGroup = byGroup
    }

    public subscript(code: KindCode) -> Kind? { byCode[code].map { kinds[$0] } }

    /// The kind of a key, a name or an alias.
    public func kind(named word: String) -> Kind? { byWord[word].map { kinds[$0] } }

    /// The codes a word of a rulebook means: one kind, or every kind of a group. Empty where the word is unknown.
    public func codes(for word: String) -> [KindCode] {
        if let group = byGroup[word] { return group }
        return kind(named: word).map { [$0.code] } ?? []
    }

    /// Every word that `codes(for:)` understands, for suggestions.
    public var words: [String] { Array(Set(byWord.keys).union(byGroup.keys)).sorted() }
}
