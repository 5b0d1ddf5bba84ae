public import KeyValueStore

extension Table {
    public func check<T: Reading & ~Copyable>(in transaction: inout T, into report: inout IntegrityReport) throws {
        var found = [Int](repeating: 0, count: indexes.count)
        try transaction.forEachPage(of: name) { rows, transaction in
            let records = rows.compactMap { row in checked(row, into: &report) }
            for (place, index) in indexes.enumerated() {
                found[place] += try checkEntries(of: records, in: index, &transaction, into: &report)
            }
            for reference in references { try check(reference, of: records, &transaction, into: &report) }
        }
        for (place, index) in indexes.enumerated() {
            // When every record has its entries and there are no more than those, none is astray.
            let count = try countEntries(in: index, &transaction, into: &report)
            guard count != found[place] else { continue }
            try transaction.forEachPage(of: index.name) { rows, transaction in
                try checkOwners(of: rows, in: index, &transaction, into: &report)
            }
        }
    }

    /// The record of a row, or nil and a finding.
    private func checked(_ row: CopiedRow, into report: inout IntegrityReport) -> R? {
        report.count(name)
        do {
            let record = try row.value.withUnsafeBytes { try decode($0, key: row.key).record }
            guard record.key == row.key else {
                report.add(.otherKey, in: name, key: row.key)
                return nil
            }
            return record
        } catch {
            report.add(.init(reading: error), in: name, key: row.key)
            return nil
        }
    }

    /// Every record has its entries. Returns how many do.
    private func checkEntries<T: Reading & ~Copyable>(
        of records: [R], in index: Index<R>, _ transaction: inout T, into report: inout IntegrityReport
    ) throws -> Int {
        var found = 0
        var expected: [(entry: Key, record: Key)] = []
        for record in records {
            for entry in index.entryKeys(of: record).sorted() { expected.append((entry, record.key)) }
        }
        try transaction.getMany(expected.map(\.entry), in: index.name) { place, value in
            let (entry, record) = expected[place]
            let owner = value.flatMap { value in
                try? entry.bytes.withUnsafeBytes { try index.recordKey(entry: $0, value: value) }
            }
            guard owner != record else { return found += 1 }
            report.add(.missingEntry(index: index.name, entry: entry), in: name, key: record)
        }
        return found
    }

    private func countEntries<T: Reading & ~Copyable>(
        in index: Index<R>, _ transaction: inout T, into report: inout IntegrityReport
    ) throws -> Int {
        var count = 0
        try transaction.scan(.all, in: index.name) { entry, value in
            count += 1
            report.count(index.name)
            if !index.isUnique, !value.isEmpty {
                report.add(.entryWithValue, in: index.name, key: Key(bytes: Array(entry)))
            }
            return .next
        }
        return count
    }

    /// Every entry has its record.
    private func checkOwners<T: Reading & ~Copyable>(
        of rows: [CopiedRow], in index: Index<R>, _ transaction: inout T, into report: inout IntegrityReport
    ) throws {
        var owners: [(entry: Key, record: Key)] = []
        for row in rows {
            do {
                let owner = try row.key.bytes.withUnsafeBytes { entry in
                    try row.value.withUnsafeBytes { try index.recordKey(entry: entry, value: $0) }
                }
                owners.append((row.key, owner))
            } catch {
                report.add(.init(reading: error), in: index.name, key: row.key)
            }
        }
        try transaction.getMany(owners.map(\.record), in: name) { place, value in
            let (entry, record) = owners[place]
            // A damaged record was reported by itself; its entries are not held against it.
            guard let value else { return report.add(.strayEntry(record: record), in: index.name, key: entry) }
            guard let owner = try? decode(value, key: record).record else { return }
            if !index.entryKeys(of: owner).contains(entry) {
                report.add(.strayEntry(record: record), in: index.name, key: entry)
            }
        }
    }

    /// Everything pointed at exists.
    private func check<T: Reading & ~Copyable>(
        _ reference: Reference<R>, of records: [R], _ transaction: inout T, into report: inout IntegrityReport
    ) throws {
        let pointers = records.flatMap { record in reference.keys(record).map { (from: record.key, to: $0) } }
        try transaction.getMany(pointers.map(\.to), in: reference.target) { place, value in
            guard value == nil else { return }
            report.add(
                .danglingReference(field: reference.field, target: reference.target, key: pointers[place].to),
                in: name, key: pointers[place].from)
        }
    }
}

extension PackedTable {
    public func check<T: Reading & ~Copyable>(in transaction: inout T, into report: inout IntegrityReport) throws {
        try transaction.scan(.all, in: name) { key, value in
            report.count(name)
            do {
                _ = try envelope.open(value, rawKey: key)
            } catch {
                report.add(.init(reading: error), in: name, key: Key(bytes: Array(key)))
            }
            return .next
        }
    }
}

extension IntegrityFinding.Problem {
    /// What an error met while reading means.
    init(reading error: any Error) {
        switch error {
        case let error as DecodingError: self = .damaged(error.problem)
        case let error as KeyError: self = .damaged(.key(error))
        case let error as FieldError: self = .damaged(.fields(error))
        default: self = .unreadable("\(error)")
        }
    }
}
