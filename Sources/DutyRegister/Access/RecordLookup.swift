internal import DutyModel
internal import Interchange
internal import KeyValueStore
internal import RecordStore

extension Reading where Self: ~Copyable {
    /// The one record of a word: its id, its 编号, or its title.
    /// - Parameter view: records it does not show are as if they were not there; nil: all are seen.
    mutating func record(
        _ word: String, family: RecordFamily?, kinds: KindCatalogue, within view: Grant? = nil
    ) throws -> DutyRecord {
        var found = try candidates(word, within: view)
        if let family, found.contains(where: { $0.content.family == family }) {
            found.removeAll { $0.content.family != family }
        }
        guard let first = found.first else { throw Refusal(.unknownRecord(word: word)) }
        guard found.count == 1 else {
            throw Refusal(.ambiguousRecord(word: word, candidates: found.map { RecordCandidate($0, kinds: kinds) }))
        }
        if let family, first.content.family != family {
            throw Refusal(.wrongFamily(record: first.id, found: first.content.family, wanted: family))
        }
        return first
    }

    private mutating func candidates(_ word: String, within view: Grant?) throws -> [DutyRecord] {
        func isSeen(_ record: DutyRecord) -> Bool { view?.sees(record) ?? true }
        if let number = UInt64(word), let record = try value(DutyRecord.self, RecordID(rawValue: number)),
            isSeen(record)
        {
            return [record]
        }
        let key = Key(TextDigest.of(word))
        let numbered = try DutyRecord.table.find(by: DutyRecord.byNumber, key, in: &self)
            .filter { $0.number == word && isSeen($0) }
        if !numbered.isEmpty { return numbered }
        let titled = try titled(word).filter(isSeen)
        if !titled.isEmpty { return titled }
        guard let (title, when) = RecordWord.parts(word) else { return [] }
        return try self.titled(title).filter { isSeen($0) && when.fits($0) }
    }

    private mutating func titled(_ title: String) throws -> [DutyRecord] {
        let key = Key(TextDigest.of(title))
        return try DutyRecord.table.find(by: DutyRecord.byTitle, key, in: &self).filter { $0.title == title }
    }

    /// Records with a natural key.
    mutating func records(withKey key: NaturalKey) throws -> [DutyRecord] {
        let digest = Key(TextDigest.of(key.text))
        return try DutyRecord.table.find(by: DutyRecord.byNaturalKey, digest, in: &self)
            .filter { NaturalKey(of: $0) == key }
    }

    /// Proposals with the number of this one that may be it, though their natural keys differ.
    mutating func proposals(besides record: DutyRecord) throws -> [DutyRecord] {
        guard record.content.family == .proposal, !record.number.isEmpty else { return [] }
        return try DutyRecord.table.find(by: DutyRecord.byNumber, Key(TextDigest.of(record.number)), in: &self)
            .filter { $0.number == record.number && ProposalNumber.mayBeOne($0, record) }
    }

    /// The kind of a word typed.
    func kind(_ word: String, in kinds: KindCatalogue) throws(Refusal) -> Kind {
        guard let kind = kinds.kind(named: word) else {
            throw Refusal(.unknownKind(word: word, known: kinds.kinds.map(\.name)))
        }
        return kind
    }
}

extension RecordCandidate {
    init(_ record: DutyRecord, kinds: KindCatalogue) {
        self.init(
            id: record.id, kind: kinds[record.kind]?.name ?? "", number: record.number, title: record.title,
            day: record.days.first, half: record.half)
    }
}

/// 理论学习@2024-03-05, 理论学习@下午, 理论学习@2024-03-05下午: a title with the day or the half that tells it from others.
struct RecordWord {
    var day: CivilDay?
    var half: DayPart?

    /// Nil where nothing of the kind stands behind the title.
    static func parts(_ word: String) -> (title: String, when: RecordWord)? {
        guard let at = word.lastIndex(where: { $0 == "@" || $0 == "＠" }), at > word.startIndex else { return nil }
        var rest = word[word.index(after: at)...]
        var when = RecordWord()
        for half in DayPart.allCases where rest.hasSuffix(half.label) {
            when.half = half
            rest = rest.dropLast(half.label.count)
        }
        if !rest.isEmpty {
            guard let day = CivilDay(iso: rest) else { return nil }
            when.day = day
        }
        return when.day == nil && when.half == nil ? nil : (String(word[..<at]), when)
    }

    func fits(_ record: DutyRecord) -> Bool {
        (day.map { record.days.contains($0) } ?? true) && (half == nil || half == record.half)
    }
}
