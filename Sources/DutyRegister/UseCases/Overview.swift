public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    public func overview() throws -> RegisterOverview {
        try read(.overview) { transaction in
            let info = try transaction.info()
            return RegisterOverview(
                path: path, committee: info.committee, terms: try transaction.all(Term.self),
                format: RegisterSchema.format, engine: store.engine.traits.name, created: info.created,
                members: try transaction.count(in: Member.table.name),
                organizations: try transaction.count(in: Organization.table.name),
                records: try transaction.count(in: DutyRecord.table.name),
                changes: try ChangeLog.head(in: &transaction).sequence)
        }
    }

    public func kinds() throws -> KindCatalogue { try read(.kindList) { try $0.kinds() } }

    /// Everyone and every body, from one snapshot.
    public func roster() throws -> Roster { try read { try $0.roster() } }

    public func addTerm(_ term: Term) throws -> Saved<Term> {
        try write(.termAdd) { transaction in
            var findings: [RegisterFinding] = []
            for other in try transaction.all(Term.self) {
                if other.number == term.number { findings.append(.termTaken(term.number)) }
                if other.days.first <= term.days.last, term.days.first <= other.days.last {
                    findings.append(.termsOverlap(other.number, term.number))
                }
            }
            guard findings.isEmpty else { throw Refusal(findings) }
            try transaction.insert(term, committee: try transaction.info().committee)
            transaction.context.summary = "第 \(term.number) 届"
            return term
        }
    }
}

extension Reading where Self: ~Copyable {
    mutating func info() throws -> RegisterInfo {
        guard let info = try value(RegisterInfo.self, RegisterInfo.only) else {
            throw DecodingError(
                database: RegisterInfo.table.name, key: Key(RegisterInfo.only),
                problem: .fields(.init(field: 0, .missing)))
        }
        return info
    }

    /// How many keys a database has.
    mutating func count(in database: DatabaseName) throws -> Int {
        var count = 0
        try scan(.all, in: database) { _, _ in
            count += 1
            return .next
        }
        return count
    }
}
