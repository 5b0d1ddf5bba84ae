import KeyValueStore

/// Walks the change log from its first entry: every hash, every part, no gap, and the head the store remembers.
struct LogCheck {
    private static let database: DatabaseName = "changes"

    /// Sequence and hash of the last entry seen; no hash where it could not be read.
    private var last: (sequence: UInt64, hash: Digest?) = (0, .zero)
    /// The parts still to come of the last entry.
    private var parts: [Digest] = []
    private var nextPart = 0
    /// Hashes of the entries under the anchors.
    private var anchored: [UInt64: Digest] = [:]
    private let anchors: [ChangeLog.Head]
    private let anchoredSequences: Set<UInt64>
    private var history = RecordHistory()
    private var isBroken = false

    private init(anchors: [ChangeLog.Head]) {
        self.anchors = anchors
        anchoredSequences = Set(anchors.map(\.sequence))
    }

    /// Checks the log. Returns what it says of every record, or nil where the log itself is damaged.
    static func run<T: Reading & ~Copyable>(
        anchors: [ChangeLog.Head], in transaction: inout T, into report: inout IntegrityReport
    ) throws -> RecordHistory? {
        var check = LogCheck(anchors: anchors)
        try transaction.forEachPage(of: database) { rows, _ in
            for row in rows { check.visit(row, into: &report) }
        }
        check.finishParts(into: &report)
        try check.checkHead(in: &transaction, into: &report)
        return check.isBroken ? nil : check.history
    }

    private mutating func visit(_ row: CopiedRow, into report: inout IntegrityReport) {
        report.count(Self.database)
        do throws(KeyError) {
            switch row.key.elementCount {
            case 1: visitEntry(row, sequence: try row.key.element(), into: &report)
            case 2:
                let (sequence, part) = try row.key.pair()
                visitPart(row, sequence: sequence, part: part, into: &report)
            default: throw .trailingBytes
            }
        } catch {
            fault(&report, .damaged(.key(error)), in: Self.database, key: row.key)
        }
    }

    private mutating func visitEntry(_ row: CopiedRow, sequence: UInt64, into report: inout IntegrityReport) {
        finishParts(into: &report)
        noteGap(before: sequence, into: &report)
        let entry: ChangeEntry
        do {
            entry = try row.value.withUnsafeBytes { value in
                try ChangeEntry(
                    sequence: sequence, payload: try ChangeEntry.envelope.open(value, key: row.key))
            }
        } catch {
            fault(&report, .init(reading: error), in: Self.database, key: row.key)
            last = (sequence, nil)
            return
        }
        if ChangeEntry.hash(sequence: sequence, body: entry.body) != entry.set.hash {
            fault(&report, .editedChange(sequence: sequence), in: Self.database, key: row.key)
        } else if let hash = last.hash, hash != entry.set.previous {
            fault(&report, .brokenChain(sequence: sequence), in: Self.database, key: row.key)
        }
        last = (sequence, entry.set.hash)
        if anchoredSequences.contains(sequence) { anchored[sequence] = entry.set.hash }
        (parts, nextPart) = (entry.partDigests, 0)
        history.follow(entry.changes, sequence: sequence, into: &report)
    }

    private mutating func visitPart(
        _ row: CopiedRow, sequence: UInt64, part: UInt64, into report: inout IntegrityReport
    ) {
        noteGap(before: sequence == .max ? sequence : sequence + 1, into: &report)
        // Where the entry itself could not be read there is nothing to compare with.
        guard sequence == last.sequence, last.hash != nil else { return }
        while nextPart < parts.count, UInt64(nextPart + 1) < part { reportPart(into: &report) }
        guard nextPart < parts.count, part == UInt64(nextPart + 1) else {
            fault(&report, .wrongPart(sequence: sequence, part: part), in: Self.database, key: row.key)
            return
        }
        guard let changes = Self.changes(in: row, digest: parts[nextPart]) else { return reportPart(into: &report) }
        nextPart += 1
        history.follow(changes, sequence: sequence, into: &report)
    }

    private static func changes(in row: CopiedRow, digest: Digest) -> [Change]? {
        row.value.withUnsafeBytes { value in
            guard let payload = try? ChangeEntry.envelope.open(value, key: row.key),
                Digest(of: Array(payload)) == digest
            else { return nil }
            return try? ChangeEntry.envelope.decode(ChangePart.self, from: value, key: row.key).changes
        }
    }

    /// Reports the part that should come next as missing or edited, and goes on behind it.
    private mutating func reportPart(into report: inout IntegrityReport) {
        let part = UInt64(nextPart + 1)
        fault(
            &report, .wrongPart(sequence: last.sequence, part: part), in: Self.database, key: Key(last.sequence, part))
        nextPart += 1
    }

    /// Adds a finding about the log itself.
    private mutating func fault(
        _ report: inout IntegrityReport, _ problem: IntegrityFinding.Problem, in database: DatabaseName, key: Key
    ) {
        isBroken = true
        report.add(problem, in: database, key: key)
    }

    private mutating func finishParts(into report: inout IntegrityReport) {
        while nextPart < parts.count { reportPart(into: &report) }
    }

    /// Reports the entries missing between the last one and `sequence`: each of a few, the first of many.
    private mutating func noteGap(before sequence: UInt64, into report: inout IntegrityReport) {
        guard sequence > last.sequence + 1 else { return }
        finishParts(into: &report)
        let missing = last.sequence + 1..<sequence
        for gone in missing.prefix(100) {
            fault(&report, .missingChange(sequence: gone), in: Self.database, key: Key(gone))
        }
        last = (sequence - 1, nil)
        parts = []
    }

    private mutating func checkHead<T: Reading & ~Copyable>(
        in transaction: inout T, into report: inout IntegrityReport
    ) throws {
        do {
            let head = try ChangeLog.head(in: &transaction)
            report.head = head
            noteGap(before: head.sequence == .max ? head.sequence : head.sequence + 1, into: &report)
            if head.sequence != last.sequence || last.hash.map({ $0 != head.hash }) ?? false {
                fault(
                    &report, .wrongHead(stored: head.sequence, found: last.sequence), in: "format",
                    key: ChangeLog.Head.key)
            }
        } catch {
            fault(&report, .init(reading: error), in: "format", key: ChangeLog.Head.key)
        }
        for anchor in anchors where anchor.sequence > 0 && anchored[anchor.sequence] != anchor.hash {
            fault(&report, .notAsAnchored(sequence: anchor.sequence), in: Self.database, key: Key(anchor.sequence))
        }
    }
}

extension Key {
    /// Both elements of a key of two numbers.
    fileprivate func pair() throws(KeyError) -> (UInt64, UInt64) {
        let outcome = bytes.withUnsafeBytes { content -> Result<(UInt64, UInt64), KeyError> in
            var reader = TupleKeyReader(content)
            do throws(KeyError) { return .success((try reader.unsigned(), try reader.unsigned())) } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
