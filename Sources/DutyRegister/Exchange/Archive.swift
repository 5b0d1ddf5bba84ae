internal import DutyModel
public import Interchange
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// Why an archive was not taken in. Nothing was written.
public enum ArchiveRefused: Error, Sendable {
    /// Everything wrong in it.
    case findings([Finding])
    /// The register has members or records already: archives go into a new one.
    case registerNotEmpty(members: Int, records: Int)
    case unreadable(path: String)
}

extension Register {
    /// The whole register as JSON Lines, from one snapshot, line by line: an archive that imports again to an identical
    /// register. What is not in it: the change log and the list of imports.
    /// - Parameter write: takes one or more whole lines of UTF-8.
    public func exportArchive(_ write: ([UInt8]) throws -> Void) throws {
        try read(.archiveExport) { transaction in
            let writer = ArchiveWriter(roster: try transaction.roster(), kinds: try transaction.kinds())
            var end = ArchiveEnd()
            func put(_ item: ArchiveItem) throws {
                end.count(item)
                try write(writer.line(item))
            }
            let info = try transaction.info()
            try put(.header(ArchiveHeader(committee: info.committee.name)))
            for term in try transaction.all(Term.self) { try put(.term(term)) }
            for body in try transaction.all(Organization.self) { try put(.organization(body)) }
            for member in try transaction.all(Member.self) { try put(.member(member)) }
            for membership in try transaction.all(Membership.self) { try put(.membership(membership)) }
            for account in try transaction.all(Account.self) { try put(.account(account)) }
            for kind in try transaction.all(Kind.self) { try put(.kind(kind)) }
            for adopted in try transaction.all(AdoptedRulebook.self) { try put(.rulebook(ArchivedRulebook(adopted))) }
            for item in try transaction.all(PlanItem.self) { try put(.planItem(item)) }
            try DutyRecord.table.scan(in: &transaction) { record in
                try put(.record(record))
                return .next
            }
            for step in try transaction.all(ReviewStep.self) { try put(.review(step)) }
            for objection in try transaction.all(Objection.self) { try put(.objection(objection)) }
            try YearArchive.export(in: &transaction) { try put(.year($0)) }
            try write(writer.line(.end(end)))
        }
    }

    /// Takes an archive into a register in which nobody and nothing is recorded yet, in one transaction. Its terms,
    /// bodies, kinds and rulebooks replace those that a new register begins with.
    /// - Throws: `ArchiveRefused`.
    public func restoreArchive(_ path: String) throws -> Saved<RegisterOverview> {
        let saved = try write(.archiveRestore) { transaction in
            try transaction.requireEmpty()
            try transaction.clearBeginnings()
            var intake = ArchiveIntake(file: FileSystem.name(of: path))
            let isRead = try FileSystem.eachLine(of: path) { try intake.take($0, in: &transaction) }
            guard isRead else { throw ArchiveRefused.unreadable(path: path) }
            try intake.finish(in: &transaction)
            transaction.context.summary = FileSystem.name(of: path)
        }
        return Saved(value: try overview(), change: saved.change)
    }
}

extension ArchivedRulebook {
    fileprivate init(_ adopted: AdoptedRulebook) {
        self.init(id: "\(adopted.name)/\(adopted.year)", text: adopted.text, cases: adopted.cases)
    }
}

extension RecordTransaction {
    fileprivate mutating func requireEmpty() throws {
        let members = try count(in: Member.table.name)
        let records = try count(in: DutyRecord.table.name)
        if members + records > 0 { throw ArchiveRefused.registerNotEmpty(members: members, records: records) }
    }

    /// Removes what a new register begins with.
    fileprivate mutating func clearBeginnings() throws {
        for account in try all(Account.self) { try Account.table.delete(account.id, in: &self) }
        for decision in try all(Decision.self) { try Decision.table.delete(decision.id, in: &self) }
        for year in try all(AssessmentYear.self) { try AssessmentYear.table.delete(year.id, in: &self) }
        for version in try all(YearVersion.self) { try YearVersion.table.delete(version.id, in: &self) }
        for item in try all(PlanItem.self) { try PlanItem.table.delete(item.id, in: &self) }
        for adopted in try all(AdoptedRulebook.self) { try AdoptedRulebook.table.delete(adopted.id, in: &self) }
        for kind in try all(Kind.self) { try Kind.table.delete(kind.id, in: &self) }
        for body in try all(Organization.self) { try Organization.table.delete(body.id, in: &self) }
        for term in try all(Term.self) { try Term.table.delete(term.id, in: &self) }
    }
}
