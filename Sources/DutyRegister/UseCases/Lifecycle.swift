internal import DutyModel
internal import KeyValueStore
internal import LMDBEngine
internal import RecordStore
internal import Scoring

/// How a register is opened.
public enum OpenMode: Sendable { case reading, writing }

extension Register {
    /// Makes a new register: built aside, synced, then put in place whole at `path`, where nothing may be yet.
    public static func create(at path: String, _ setup: RegisterSetup, by principal: Principal) throws -> Register {
        let findings = setup.findings
        guard findings.isEmpty else { throw Refusal(findings) }
        let kinds = try setup.kinds ?? Shipped.kinds()
        let aside = path + ".new-\(ProcessNumber.current)"
        let environment = try Environment.create(at: aside)
        defer { FileSystem.remove(aside) }
        do {
            let register = try initialize(on: environment, setup, kinds: kinds, path: path, by: principal)
            try environment.copy(to: path)
            register.close()
        } catch {
            environment.close()
            throw error
        }
        return try open(at: path, .writing, by: principal)
    }

    /// Opens a register. A store that is missing, cut, newer, locked or read-only is an `OpenError` and stays untouched.
    public static func open(at path: String, _ mode: OpenMode, by principal: Principal) throws -> Register {
        let environment = try Environment.open(at: path, mode: mode == .reading ? .readOnly : .readWrite)
        do {
            let store = try Store.open(
                environment, schema: RegisterSchema.schema, path: path, as: principal.context(for: .create))
            return Register(store, path: path, principal: principal)
        } catch TransactionError.readOnly where mode == .reading {
            // An older store is brought to this format first, which needs writing.
            environment.close()
            try open(at: path, .writing, by: principal).close()
            return try open(at: path, mode, by: principal)
        } catch {
            environment.close()
            throw error
        }
    }

    /// Writes what a new register begins with into an empty engine.
    static func initialize(
        on engine: any KeyValueEngine, _ setup: RegisterSetup, kinds: KindCatalogue, path: String,
        by principal: Principal
    ) throws -> Register {
        let context = principal.context(for: .create)
        let store = try Store.create(on: engine, schema: RegisterSchema.schema, path: path, as: context)
        let register = Register(store, path: path, principal: principal)
        _ = try register.write(.create) { transaction in
            let info = RegisterInfo(committee: setup.committee, created: Instant(milliseconds: context.instant))
            try RegisterInfo.table.insert(info, in: &transaction)
            for kind in kinds.kinds { try Kind.table.insert(kind, in: &transaction) }
            for term in setup.terms { try transaction.insert(term, committee: setup.committee) }
            try setup.insertSectors(in: &transaction)
            transaction.context.summary = setup.committee.name
        }
        return register
    }
}

extension RegisterSetup {
    fileprivate var findings: [RegisterFinding] {
        var found: [RegisterFinding] = []
        if committee.name.allSatisfy(\.isWhitespace) { found.append(.empty(field: .committee)) }
        if terms.isEmpty { found.append(.noTerm(on: nil)) }
        let sorted = terms.sorted { $0.number < $1.number }
        for (term, next) in zip(sorted, sorted.dropFirst()) {
            if term.number == next.number { found.append(.termTaken(term.number)) }
            if term.days.last >= next.days.first { found.append(.termsOverlap(term.number, next.number)) }
        }
        return found
    }

    fileprivate func insertSectors(in transaction: inout RecordTransaction) throws {
        guard let term = terms.map(\.number).max() else { return }
        for name in sectors {
            let id = OrganizationID(rawValue: UInt32(try transaction.nextNumber(of: Organization.self)))
            let sector = Organization(id: id, classification: .sector, name: name, term: term)
            try Organization.table.insert(sector, in: &transaction)
        }
    }
}

extension RecordTransaction {
    /// A term with its committee, the body whose memberships bear the roles.
    mutating func insert(_ term: Term, committee: Committee) throws {
        try Term.table.insert(term, in: &self)
        let id = OrganizationID(rawValue: UInt32(try nextNumber(of: Organization.self)))
        let body = Organization(id: id, classification: .committee, name: committee.name, term: term.number)
        try Organization.table.insert(body, in: &self)
    }
}
