public import DutyModel
internal import KeyValueStore
internal import RecordStore

/// What a newer catalogue changed.
public struct KindChanges: Hashable, Sendable {
    public var added: [Kind] = []
    public var changed: [Kind] = []
}

extension Register {
    /// Takes in a catalogue of kinds: new ones are added, names and groups of old ones follow it. Kinds it no longer
    /// names stay. What records rest on does not change: the family of a kind, and what its key and code stand for.
    public func adoptKinds(_ catalogue: KindCatalogue) throws -> Saved<KindChanges> {
        try write(.kindAdopt) { transaction in
            let known = Dictionary(uniqueKeysWithValues: try transaction.all(Kind.self).map { ($0.code, $0) })
            var changes = KindChanges()
            var findings: [RegisterFinding] = []
            for kind in catalogue.kinds {
                guard let old = known[kind.code] else {
                    changes.added.append(kind)
                    continue
                }
                guard old != kind else { continue }
                if let field = try transaction.fixedField(of: old, against: kind) {
                    findings.append(.kindFixed(old.name, field: field))
                }
                changes.changed.append(kind)
            }
            findings += clashes(of: catalogue, with: known)
            guard findings.isEmpty else { throw Refusal(findings) }
            for kind in changes.added { try Kind.table.insert(kind, in: &transaction) }
            for kind in changes.changed { try Kind.table.put(kind, in: &transaction) }
            transaction.context.summary = "新增 \(changes.added.count) 种，改动 \(changes.changed.count) 种"
            return changes
        }
    }

    /// Words by which the catalogue and a kind it no longer names would both go.
    private func clashes(of catalogue: KindCatalogue, with known: [KindCode: Kind]) -> [RegisterFinding] {
        let kept = known.values.filter { catalogue[$0.code] == nil }.sorted { $0.code < $1.code }
        return kept.flatMap { old in
            ([old.key, old.name] + old.aliases).compactMap { word in
                catalogue.kind(named: word).map { .kindWordTaken(word: word, by: $0.name, old: old.name) }
            }
        }
    }
}

extension RecordTransaction {
    /// What of a kind must stay as it is because records rest on it; nil where nothing of that changes.
    fileprivate mutating func fixedField(of old: Kind, against new: Kind) throws -> String? {
        let changed =
            old.key != new.key
            ? "键" : old.family != new.family ? "类型" : old.mandatory != new.mandatory && !old.isEvent ? "必须参加" : nil
        guard let changed else { return nil }
        let users = try DutyRecord.table.find(by: DutyRecord.byKind, Key(old.code), in: &self)
        return users.isEmpty ? nil : changed
    }
}

extension Kind {
    /// Whether each of its records says for itself whether one must come.
    fileprivate var isEvent: Bool { family == .event }
}
