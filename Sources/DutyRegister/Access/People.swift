internal import DutyModel
internal import KeyValueStore

extension Directory {
    /// The member of a word: a 委员编号, or a name one only bears, also with the sector in brackets behind it.
    /// - Parameter preferring: where a name is borne by several, the one among these is meant.
    mutating func person(
        _ word: String, preferring: [Member] = [], in transaction: inout some Reading & ~Copyable
    ) throws -> Result<Member, Refusal> {
        let word = PersonWord.cleaned(word)
        if let member = try transaction.member(numbered: word), isNameable(member) { return .success(member) }
        var named = try transaction.members(named: word).filter(isNameable)
        if named.isEmpty, let (name, place) = PersonWord.parts(word) {
            named = try transaction.members(named: name).filter {
                try isNameable($0) && stands($0, in: place, in: &transaction)
            }
        }
        if named.count > 1 {
            let preferred = named.filter { member in preferring.contains { $0.id == member.id } }
            if preferred.count == 1 { named = preferred }
        }
        if named.count == 1 { return .success(named[0]) }
        guard !named.isEmpty else {
            let name = PersonWord.parts(word)?.name ?? word
            return .failure(Refusal(.unknownPerson(word: word, similar: try similar(to: name, in: &transaction))))
        }
        var candidates: [PersonCandidate] = []
        for member in named { candidates.append(try candidate(member, in: &transaction)) }
        return .failure(Refusal(.ambiguousPerson(word: word, candidates: candidates)))
    }

    /// The members of many words, in order, with everything that could not be found.
    mutating func people(
        _ words: [String], preferring: [Member] = [], in transaction: inout some Reading & ~Copyable
    ) throws -> (found: [Member], findings: [RegisterFinding]) {
        var found: [Member] = []
        var findings: [RegisterFinding] = []
        for word in words {
            switch try person(word, preferring: preferring, in: &transaction) {
            case .success(let member): found.append(member)
            case .failure(let refusal): findings += refusal.findings
            }
        }
        return (found, findings)
    }

    /// Who is in a body on a day, in order of 委员编号.
    mutating func members(
        of organization: OrganizationID, on day: CivilDay, in transaction: inout some Reading & ~Copyable
    ) throws -> [Member] {
        let holding = try transaction.memberships(in: organization).filter { $0.holds(on: day) }
        return try transaction.values(Member.self, Array(Set(holding.map(\.member)))).sorted { $0.number < $1.number }
    }

    /// Whether a member is or was in a body of a name (教育界, 教育), or works at a unit of that name.
    private mutating func stands(
        _ member: Member, in place: String, in transaction: inout some Reading & ~Copyable
    ) throws -> Bool {
        if member.unit == place || member.number == place { return true }
        return try memberships(of: member.id, in: &transaction).contains { membership in
            organizations[membership.organization].map { $0.isCalled(place) || $0.isShort(place) } ?? false
        }
    }

    /// Members whose name shares all characters but one with a word: a slip of the pen, or another character of the
    /// same sound.
    private mutating func similar(
        to word: String, in transaction: inout some Reading & ~Copyable
    ) throws -> [PersonCandidate] {
        let near = try transaction.all(Member.self).filter {
            isNameable($0) && ($0.name == word || PersonWord.isNear(word, $0.name))
        }
        return try near.prefix(5).map { try candidate($0, in: &transaction) }
    }
}

/// Words that name people, as typed.
enum PersonWord {
    /// Without spaces of any width: 张　三 is 张三.
    static func cleaned(_ word: String) -> String { word.filter { !$0.isWhitespace } }

    /// 张敏（教育界） as the name and what stands in the brackets; nil where there are none.
    static func parts(_ word: String) -> (name: String, place: String)? {
        guard let last = word.last, "）)".contains(last), let open = word.firstIndex(where: { "（(".contains($0) }),
            open > word.startIndex
        else { return nil }
        let place = word[word.index(after: open)...].dropLast()
        return place.isEmpty ? nil : (String(word[..<open]), String(place))
    }

    /// Whether two names are of one length and differ in one character, or one only lacks a character.
    static func isNear(_ left: String, _ right: String) -> Bool {
        let (a, b) = (Array(left), Array(right))
        guard a.count >= 2, b.count >= 2 else { return false }
        if a.count == b.count { return zip(a, b).count { $0 != $1 } == 1 }
        let (long, short) = a.count > b.count ? (a, b) : (b, a)
        guard long.count == short.count + 1 else { return false }
        return long.indices.contains { place in
            long[..<place] == short[..<place] && long[(place + 1)...] == short[place...]
        }
    }
}
