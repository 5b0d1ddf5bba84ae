import DutyModel

/// The roster while a sheet changes it: what was there, what is new, what differs.
struct RosterBook {
    let desk: PlanDesk
    let term: Term
    private var organizations: [OrganizationID: Organization]
    private var members: [MemberID: Member]
    private var memberships: [MemberID: [Membership]]
    private var newOrganizations: [OrganizationID] = []
    private var touchedMembers: Set<MemberID> = []
    private var touchedMemberships: Set<MembershipID> = []
    /// Bodies by class and the name a sheet uses, as they are found.
    private var bodies: [OrganizationClass: [String: OrganizationID]] = [:]
    private let hadSectors: Bool
    private var lastNumber: Int

    struct SeatProblem: Error {
        var severity: Finding.Severity
        var field: String
        var value: String
        var clause: String
        var remedy: String
    }

    init(desk: PlanDesk, term: Term) {
        self.desk = desk
        self.term = term
        let roster = desk.roster
        organizations = Dictionary(uniqueKeysWithValues: roster.organizations.map { ($0.id, $0) })
        members = Dictionary(uniqueKeysWithValues: roster.members.map { ($0.id, $0) })
        memberships = Dictionary(grouping: roster.memberships, by: \.member)
        hadSectors = roster.organizations.contains { $0.classification == .sector && $0.term == term.number }
        lastNumber = roster.members.compactMap { RosterBook.sequence($0.number, term: term.number) }.max() ?? 0
    }

    // MARK: One person at a time

    /// One person as the book had it, to go back to where a row turns out not to be in order.
    struct Mark {
        fileprivate var member: (id: MemberID, value: Member?, seats: [Membership]?)?
        fileprivate var isTouched: Bool
        fileprivate var organizations: Int
        fileprivate var lastNumber: Int
    }

    func mark(_ member: MemberID?) -> Mark {
        Mark(
            member: member.map { ($0, members[$0], memberships[$0]) },
            isTouched: member.map(touchedMembers.contains) ?? false, organizations: newOrganizations.count,
            lastNumber: lastNumber)
    }

    /// Takes back everything done to a person since a mark; `member` is who it has become.
    mutating func goBack(to mark: Mark, _ member: MemberID) {
        let seats = memberships[member] ?? []
        let before = mark.member?.seats ?? []
        for seat in seats where !before.contains(seat) { touchedMemberships.remove(seat.id) }
        members[member] = mark.member?.value
        memberships[member] = mark.member?.seats
        if !mark.isTouched { touchedMembers.remove(member) }
        for body in newOrganizations[mark.organizations...] {
            organizations[body] = nil
            for (classification, names) in bodies { bodies[classification] = names.filter { $0.value != body } }
        }
        newOrganizations.removeSubrange(mark.organizations...)
        lastNumber = mark.lastNumber
    }

    // MARK: Numbers

    /// The sequence number in a number of our own making: 12 of 11012.
    private static func sequence(_ number: String, term: Int) -> Int? {
        let prefix = String(term)
        guard number.hasPrefix(prefix), number.count == prefix.count + 3 else { return nil }
        return Int(number.dropFirst(prefix.count))
    }

    func nextNumber() -> String {
        let digits = String(lastNumber + 1)
        return "\(term.number)" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    mutating func takeNumber() -> String {
        let number = nextNumber()
        lastNumber += 1
        return number
    }

    // MARK: People

    /// Makes or changes the member of a row; an empty cell takes nothing away.
    mutating func put(_ entry: RosterEntry, as known: MemberID?, number: String) -> (MemberID, RowOutcome) {
        let id = known ?? desk.ids.member()
        var member = members[id] ?? Member(id: id, number: number, name: entry.name.name)
        let before = members[id]
        if entry.sex != .unstated { member.sex = entry.sex }
        member.birthday = entry.birthday ?? member.birthday
        for (path, text) in [
            (\Member.ethnicity, entry.ethnicity), (\.party, entry.party), (\.unit, entry.unit), (\.post, entry.post),
            (\.phone, entry.phone), (\.education, entry.education), (\.note, entry.note),
        ] where !text.isEmpty {
            member[keyPath: path] = text
        }
        members[id] = member
        if before != member { touchedMembers.insert(id) }
        return (id, before == nil ? .new : before == member ? .same : .changed)
    }

    // MARK: Seats

    /// Seats a member as a row says, against what was there. `all` are the member's seats in the whole sheet: a row
    /// that ends where another begins is a move and no exit.
    mutating func seat(
        _ member: MemberID, _ seat: RosterEntry.Seat, among all: [RosterEntry.Seat]
    ) -> Result<RowOutcome, SeatProblem> {
        let body: OrganizationID
        switch organization(seat) {
        case .success(let found): body = found
        case .failure(let problem): return .failure(problem)
        }
        let seat = seat.classification == .committee ? whole(seat, among: all) : seat
        if let place = matching(member, body, seat) { return .success(adjust(member, place, seat)) }
        return move(member, to: body, seat)
    }

    /// The committee seat over all rows of a member that follow each other without a gap.
    private func whole(_ seat: RosterEntry.Seat, among all: [RosterEntry.Seat]) -> RosterEntry.Seat {
        let seats = all.filter { $0.classification == .committee && $0.role == seat.role }
        guard seats.count > 1 else { return seat }
        var whole = seat
        var isGrown = true
        while isGrown {
            isGrown = false
            for other in seats where other != whole {
                if let to = whole.to, let from = other.from, from == to + 1 {
                    whole.to = other.to
                    isGrown = true
                } else if let from = whole.from, let to = other.to, from == to + 1 {
                    whole.from = other.from
                    isGrown = true
                }
            }
        }
        return whole
    }

    private func matching(_ member: MemberID, _ body: OrganizationID, _ seat: RosterEntry.Seat) -> Int? {
        let held = memberships[member] ?? []
        let same = held.indices.filter {
            held[$0].organization == body && (seat.role == nil || held[$0].role == seat.role)
        }
        guard let from = seat.from else { return same.last }
        return same.first { held[$0].from == from }
            ?? same.first { index in held[index].to.map { $0 >= from } ?? true && from >= held[index].from }
    }

    /// Takes over explicit days of a seat that is there.
    private mutating func adjust(_ member: MemberID, _ place: Int, _ seat: RosterEntry.Seat) -> RowOutcome {
        guard var membership = memberships[member]?[place] else { return .same }
        let before = membership
        if let from = seat.from, from < membership.from || membership.from == term.days.first { membership.from = from }
        if let to = seat.to { membership.to = to }
        guard membership != before else { return .same }
        memberships[member]?[place] = membership
        touch(membership.id)
        return .changed
    }

    /// Seats a member where there was no such seat: a first one, another beside others, or a move.
    private mutating func move(
        _ member: MemberID, to body: OrganizationID, _ seat: RosterEntry.Seat
    ) -> Result<RowOutcome, SeatProblem> {
        let isExclusive = [.committee, .sector].contains(seat.classification)
        let held = memberships[member] ?? []
        let start = seat.from ?? term.days.first
        let rivals = held.indices.filter { index in
            guard let other = organizations[held[index].organization] else { return false }
            guard other.classification == seat.classification, other.term == term.number else { return false }
            let overlaps =
                (held[index].to.map { $0 >= start } ?? true) && (seat.to.map { $0 >= held[index].from } ?? true)
            return overlaps && (isExclusive || other.id == body)
        }
        for index in rivals.reversed() {
            guard let from = seat.from, held[index].from < from else {
                return .failure(undated(seat, held[index]))
            }
            memberships[member]?[index].to = from + -1
            touch(held[index].id)
        }
        let role = seat.role ?? (seat.classification == .committee ? .member : .belongs)
        let new = Membership(
            id: desk.ids.membership(), member: member, organization: body, role: role, from: start, to: seat.to)
        memberships[member, default: []].append(new)
        touch(new.id)
        return .success(rivals.isEmpty ? .new : .changed)
    }

    /// Ends every membership of a member that lasts beyond a day.
    mutating func leave(_ member: MemberID, last: CivilDay) -> RowOutcome {
        var outcome = RowOutcome.same
        for index in (memberships[member] ?? []).indices {
            guard let held = memberships[member]?[index], held.from <= last, held.to.map({ $0 > last }) ?? true else {
                continue
            }
            memberships[member]?[index].to = last
            touch(held.id)
            outcome = .changed
        }
        return outcome
    }

    private func undated(_ seat: RosterEntry.Seat, _ held: Membership) -> SeatProblem {
        let body = organizations[held.organization]?.name ?? ""
        let now = seat.classification == .committee ? (seat.role ?? .member).label : seat.body
        let was =
            held.organization == organizationID(seat) || seat.classification == .committee ? held.role.label : body
        return SeatProblem(
            severity: .doubtful, field: RosterBook.field(of: seat.classification),
            value: now, clause: "登记册里是“\(was)”（自 \(held.from) 起），没有写从哪天变动", remedy: "请填变动日期；若原来登记错了，请直接更正登记册")
    }

    private static func field(of classification: OrganizationClass) -> String {
        switch classification {
        case .committee: "role"
        case .sector: "sector"
        case .activityGroup: "activityGroup"
        case .specialCommittee: "committee"
        case .townshipGroup: "township"
        }
    }

    private mutating func touch(_ id: MembershipID) {
        touchedMemberships.insert(id)
    }

    // MARK: Bodies

    private func organizationID(_ seat: RosterEntry.Seat) -> OrganizationID? {
        let own = organizations.values.filter { $0.classification == seat.classification && $0.term == term.number }
            .sorted { $0.id < $1.id }
        switch seat.classification {
        case .committee: return own.first?.id
        case .sector: return desk.sectors.find(seat.body, in: own, term: term.number)?.id
        default:
            let name = TitleText.folded(seat.body)
            return own.first {
                TitleText.folded($0.name) == name || $0.aliases.contains { TitleText.folded($0) == name }
            }?.id
        }
    }

    /// The body of a seat; made where it is not there, but for a sector not on the term's list.
    private mutating func organization(_ seat: RosterEntry.Seat) -> Result<OrganizationID, SeatProblem> {
        if let known = bodies[seat.classification]?[seat.body] { return .success(known) }
        if let known = organizationID(seat) {
            bodies[seat.classification, default: [:]][seat.body] = known
            return .success(known)
        }
        if seat.classification == .sector, hadSectors {
            let names = desk.sectorNames(on: term.days.first)
            return .failure(
                SeatProblem(
                    severity: .error, field: "sector", value: seat.body,
                    clause: "第\(ChineseNumber.written(term.number))届的界别里没有它（有：\(names.joined(separator: "、"))）",
                    remedy: "请更正界别名称，或先添加这个界别"))
        }
        let name = seat.classification == .committee ? desk.register.committee.name : seat.body
        let new = Organization(
            id: desk.ids.organization(), classification: seat.classification, name: name, term: term.number)
        organizations[new.id] = new
        newOrganizations.append(new.id)
        return .success(new.id)
    }

    // MARK: Result

    /// Writes what differs into the plan; returns the roster as it will be.
    func write(into plan: inout ImportPlan) -> Roster {
        let before = desk.roster
        for id in newOrganizations { if let body = organizations[id] { plan.organizations.append(.create(body)) } }
        let knownMembers = Dictionary(uniqueKeysWithValues: before.members.map { ($0.id, $0) })
        put(touchedMembers.sorted().compactMap { members[$0] }, over: knownMembers, into: &plan.members, \.id)
        let all = memberships.values.flatMap { $0 }
        let known = Dictionary(uniqueKeysWithValues: before.memberships.map { ($0.id, $0) })
        let touched = all.filter { touchedMemberships.contains($0.id) }.sorted { $0.id < $1.id }
        put(touched, over: known, into: &plan.memberships, \.id)
        return Roster(
            members: Array(members.values), organizations: Array(organizations.values), memberships: all,
            terms: before.terms)
    }

    /// A value already planned by an earlier roster of this import is planned once, with its latest state.
    private func put<Value: Hashable & Sendable, ID: Hashable>(
        _ values: [Value], over before: [ID: Value], into changes: inout [PlannedChange<Value>],
        _ id: KeyPath<Value, ID>
    ) {
        let places = Dictionary(
            changes.enumerated().map { ($1.value[keyPath: id], $0) }, uniquingKeysWith: { first, _ in first })
        for value in values {
            if let place = places[value[keyPath: id]] {
                switch changes[place] {
                case .create: changes[place] = .create(value)
                case .update(let first, _): changes[place] = .update(before: first, after: value)
                }
            } else if let old = before[value[keyPath: id]] {
                if old != value { changes.append(.update(before: old, after: value)) }
            } else {
                changes.append(.create(value))
            }
        }
    }
}
