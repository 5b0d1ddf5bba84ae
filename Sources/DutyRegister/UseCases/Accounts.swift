public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// Opens an account.
    public func addAccount(_ draft: AccountDraft) throws -> Saved<Account> {
        try write(.accountAdd) { transaction in
            let id = AccountID(rawValue: UInt32(try transaction.nextNumber(of: Account.self)))
            var desk = AccountDesk(try Directory(&transaction))
            let account = Account(
                id: id, name: draft.name, role: draft.role, from: draft.from ?? today, to: draft.to, note: draft.note)
            let person = draft.person ?? (draft.role == .member ? draft.name : nil)
            let saved = try desk.settle(account, person: person, bodies: draft.organizations, in: &transaction)
            try Account.table.insert(saved, in: &transaction)
            transaction.context.summary = "\(saved.name)（\(saved.role.label)）"
            return saved
        }
    }

    /// Changes an account; its number stays, and with it what its holder entered.
    public func editAccount(_ name: String, _ change: AccountChange) throws -> Saved<Account> {
        try write(.accountEdit) { transaction in
            guard var account = try transaction.account(named: name) else { throw Refusal(.unknownAccount(name)) }
            if let name = change.name { account.name = name }
            if let role = change.role { account.role = role }
            if let from = change.from { account.from = from }
            if let to = change.to { account.to = to }
            if let note = change.note { account.note = note }
            var desk = AccountDesk(try Directory(&transaction))
            let saved = try desk.settle(
                account, person: change.person, bodies: change.organizations, in: &transaction)
            try Account.table.put(saved, in: &transaction)
            transaction.context.summary = saved.name
            return saved
        }
    }

    /// 停用: from the day after `last` on the account opens nothing.
    public func closeAccount(_ name: String, last: CivilDay) throws -> Saved<Account> {
        try write(.accountClose) { transaction in
            guard var account = try transaction.account(named: name) else { throw Refusal(.unknownAccount(name)) }
            account.to = last
            try Account.table.put(account, in: &transaction)
            transaction.context.summary = "\(name)，到 \(last) 为止"
            return account
        }
    }

    /// Accounts in order of number; for most, their own only.
    public func accounts() throws -> [AccountEntry] {
        try readScoped(.accountRead) { transaction, grant in
            let directory = try Directory(&transaction)
            let shown = try transaction.all(Account.self).filter { grant.isAll || $0.id == grant.standing.account?.id }
            return try shown.map { account in
                try AccountEntry(account, on: today, directory: directory, in: &transaction)
            }
        }
    }

    /// One account; one out of reach is as if it were not there.
    public func account(_ name: String) throws -> AccountEntry {
        guard let entry = try accounts().first(where: { $0.account.name == name }) else {
            throw Refusal(.unknownAccount(name))
        }
        return entry
    }

    /// The member whose account acts; nil for whoever is no member.
    public func ownMember() throws -> Member? {
        guard principal.account != nil else { return nil }
        return try readScoped(.accountRead) { transaction, grant in
            try grant.standing.member.flatMap { try transaction.value(Member.self, $0) }
        }
    }

    /// The bodies that whoever acts leads today, in order of id.
    public func ledBodies() throws -> [Organization] {
        guard principal.account != nil else { return [] }
        return try readScoped(.accountRead) { transaction, grant in
            try transaction.values(Organization.self, grant.standing.led.sorted())
        }
    }

    /// The day on which rights are looked at and ages counted.
    var today: CivilDay { principal.day ?? Instant.now.day }
}

/// Finds the words of an account and looks at it before it is written.
private struct AccountDesk {
    var directory: Directory

    init(_ directory: Directory) { self.directory = directory }

    /// - Parameters: `person` and `bodies` nil where they stay as they are.
    mutating func settle(
        _ account: Account, person: String?, bodies: [String]?, in transaction: inout RecordTransaction
    ) throws -> Account {
        var account = account
        account.name = PersonWord.cleaned(account.name)
        var findings = try nameFindings(account, in: &transaction)
        if let person {
            switch try directory.person(person, in: &transaction) {
            case .success(let member): account.member = member.id
            case .failure(let refusal): findings += refusal.findings
            }
        }
        if let bodies {
            let found = bodies.map { directory.organization(named: $0) }
            account.organizations = found.compactMap { try? $0.get().id }
            for case .failure(let refusal) in found { findings += refusal.findings }
        }
        if account.role == .member, account.member == nil, person == nil {
            findings.append(.empty(field: .accountPerson))
        }
        if account.role == .committeeStaff, account.organizations.isEmpty, bodies?.isEmpty ?? true {
            findings.append(.empty(field: .accountBody))
        }
        if account.role != .committeeStaff { account.organizations = [] }
        if let to = account.to, to < account.from {
            findings.append(.ends(beforeItBegins: .accountDays, from: account.from, to: to))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return account
    }

    private func nameFindings(
        _ account: Account, in transaction: inout RecordTransaction
    ) throws -> [RegisterFinding] {
        if account.name.isEmpty { return [.empty(field: .accountName)] }
        let (bytes, maximum) = (account.name.utf8.count, MemberRules.maximumKeyText)
        if bytes > maximum { return [.textTooLong(field: .accountName, bytes: bytes, maximum: maximum)] }
        guard let other = try transaction.account(named: account.name), other.id != account.id else { return [] }
        return [.accountNameTaken(account.name)]
    }
}

extension AccountEntry {
    fileprivate init(
        _ account: Account, on day: CivilDay, directory: Directory, in transaction: inout ReadTransaction
    ) throws {
        let principal = Principal(account: account.name, day: day)
        let standing =
            account.isOpen(on: day) ? try Standing(principal, for: .accountRead, in: &transaction) : nil
        let bodies = Set(account.organizations).union(standing?.led ?? [])
        self.init(
            account: account, member: try account.member.flatMap { try transaction.value(Member.self, $0) },
            organizations: bodies.sorted().compactMap { directory.organizations[$0] }, roles: standing?.roles ?? [])
    }
}
