internal import DutyModel
internal import KeyValueStore

extension Directory {
    /// The member of a word: a 委员编号, or a name one only bears.
    mutating func person(
        _ word: String, in transaction: inout some Reading & ~Copyable
    ) throws -> Result<Member, Refusal> {
        let word = PersonWord.cleaned(word)
        if let member = try transaction.member(numbered: word) { return .success(member) }
        let named = try transaction.members(named: word)
        if named.count == 1 { return .success(named[0]) }
        guard !named.isEmpty else {
            return .failure(Refusal(.unknownPerson(word: word, similar: try similar(to: word, in: &transaction))))
        }
        var candidates: [PersonCandidate] = []
        for member in named { candidates.append(try candidate(member, in: &transaction)) }
        return .failure(Refusal(.ambiguousPerson(word: word, candidates: candidates)))
    }

    /// The members of many words, in order, with everything that could not be found.
    mutating func people(
        _ words: [String], in transaction: inout some Reading & ~Copyable
    ) throws -> (found: [Member], findings: [RegisterFinding]) {
        var found: [Member] = []
        var findings: [RegisterFinding] = []
        for word in words {
            switch try person(word, in: &transaction) {
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

    /// Members whose name shares all characters but one with a word: a slip of the pen, or another character of the
    /// same sound.
    private mutating func similar(
        to word: String, in transaction: inout some Reading & ~Copyable
    ) throws -> [PersonCandidate] {
        let near = try transaction.all(Member.self).filter { PersonWord.isNear(word, $0.name) }
        return try near.prefix(5).map { try candidate($0, in: &transaction) }
    }
}

/// Words that name people, as typed.
enum PersonWord {
    /// Without spaces of any width: 张　三 is 张三.
    static func cleaned(_ word: String) -> String { word.filter { !$0.isWhitespace } }

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
