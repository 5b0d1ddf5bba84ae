public import KeyValueStore

extension Store {
    /// A check of a module above: looks at the same snapshot and adds its findings.
    public typealias Check = (inout ReadTransaction, inout IntegrityReport) throws -> Void

    /// Walks everything on one snapshot: checksums, decodability, index entries both ways, references, the hash chain
    /// of the change log, and that every record is what the log says. Finds all, stops at nothing.
    /// - Parameters:
    ///   - anchor: a head of the change log noted earlier; the log must still contain it.
    ///   - noted: heads that records of the store itself bear; the log must contain them too.
    ///   - others: checks of modules above.
    public func check(
        anchor: ChangeLog.Head? = nil, noted: (inout ReadTransaction) throws -> [ChangeLog.Head] = { _ in [] },
        others: [Check] = []
    ) throws -> IntegrityReport {
        try read { transaction in
            var report = IntegrityReport()
            checkFormat(in: &transaction, into: &report)
            for table in schema.tables {
                Self.attempt(in: table.name, &transaction, &report) { try table.check(in: &$0, into: &$1) }
            }
            var isLogSound = false
            Self.attempt(in: "changes", &transaction, &report) { transaction, report in
                // What cannot be read was reported by its table.
                let anchors = [anchor].compactMap { $0 } + ((try? noted(&transaction)) ?? [])
                var history = try LogCheck.run(anchors: anchors, in: &transaction, into: &report)
                isLogSound = history != nil
                try history?.compare(with: schema.tables, in: &transaction, into: &report)
            }
            Self.attempt(in: LogIndex.database, &transaction, &report) { transaction, report in
                guard isLogSound else { return }
                try LogIndexCheck.run(schema: schema, in: &transaction, into: &report)
            }
            for check in others { Self.attempt(in: "format", &transaction, &report, check) }
            return report
        }
    }

    private func checkFormat(in transaction: inout ReadTransaction, into report: inout IntegrityReport) {
        Self.attempt(in: "format", &transaction, &report) { transaction, report in
            report.count("format")
            guard let format = try StoreFormat.stored(in: &transaction) else {
                return report.add(.other("没有格式记录"), in: "format", key: StoreFormat.key)
            }
            if format.format != schema.format || format.application != schema.application {
                report.add(.other("格式记录与本程序不符"), in: "format", key: StoreFormat.key)
            }
        }
    }

    /// Turns an error of the engine into a finding and lets the check go on.
    private static func attempt(
        in database: DatabaseName, _ transaction: inout ReadTransaction, _ report: inout IntegrityReport, _ check: Check
    ) {
        do {
            try check(&transaction, &report)
        } catch let error as DecodingError {
            report.add(.damaged(error.problem), in: error.database, key: error.key)
        } catch {
            report.add(.init(reading: error), in: database)
        }
    }
}
