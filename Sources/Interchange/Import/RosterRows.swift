import DutyModel
import Tabular

/// A roster: members, bodies and memberships. People may have several rows, one for each place they held.
final class RosterRows: RowHandler {
    private let session: SheetSession
    private var entries: [RosterEntry] = []

    init(_ session: SheetSession) { self.session = session }

    func take() {
        var entry = RosterRowReader(session: session).entry()
        let isGood = session.isAcceptable
        entry.place = session.end(.same)
        if isGood { entries.append(entry) }
    }

    func finish() {
        guard let term = term() else {
            for entry in entries { session.settle(entry.place, as: .rejected) }
            return
        }
        var book = RosterBook(desk: session.desk, term: term)
        for group in groups(term) { settle(group, in: &book) }
        session.desk.adopt(book.write(into: &session.desk.plan))
    }

    /// The term the roster is of; a finding where the register has none.
    private func term() -> Term? {
        let terms = session.desk.roster.terms
        let texts = session.layout.titles + [session.text("term"), session.summary.sheet, session.summary.file]
        let told = session.desk.options.term ?? texts.lazy.compactMap { SessionText.parse($0)?.term }.first
        if let told {
            if let term = terms.first(where: { $0.number == told }) { return term }
            let known = terms.map { "第\(ChineseNumber.written($0.number))届" }.joined(separator: "、")
            session.reportAbove(
                .error, label: "session", "登记册里没有第\(ChineseNumber.written(told))届（有：\(known)）", "请先添加这一届，或用 --term 指明")
            return nil
        }
        if let last = terms.last { return last }
        session.reportAbove(.error, label: "session", "登记册里还没有届次", "请先添加届次")
        return nil
    }

    // MARK: Who is who

    private struct Group {
        var member: MemberID?
        var number: String
        var entries: [RosterEntry]
    }

    /// Rows of one person together. Two people under one number, and names that may be anyone's, are findings.
    private func groups(_ term: Term) -> [Group] {
        var groups: [Group] = []
        var byNumber: [String: Int] = [:]
        var byPerson: [String: Int] = [:]
        for entry in entries {
            session.resume(entry.row)
            guard let identity = identity(of: entry, term) else {
                session.settle(entry.place, as: .rejected)
                continue
            }
            let key = PersonResolver.folded(identity.number)
            let person = "\(entry.name.name)|\(entry.sectorName)|\(entry.unit)"
            let known = key.isEmpty ? byPerson[person] : byNumber[key]
            if let known {
                if add(entry, to: &groups[known]) { continue }
                session.settle(entry.place, as: .rejected)
                continue
            }
            groups.append(Group(member: identity.member, number: identity.number, entries: [entry]))
            if key.isEmpty { byPerson[person] = groups.count - 1 } else { byNumber[key] = groups.count - 1 }
        }
        return groups
    }

    private func add(_ entry: RosterEntry, to group: inout Group) -> Bool {
        let first = group.entries[0]
        if first.name.name != entry.name.name {
            session.report(
                .error, field: "number", "委员编号重复：第 \(first.row.number) 行“\(first.name.name)”用的也是这个编号", "请核对编号")
            return false
        }
        if group.entries.contains(where: { $0.seats == entry.seats }) {
            session.report(.doubtful, field: "name", "与第 \(first.row.number) 行重复", "请只保留一行")
            return false
        }
        group.entries.append(entry)
        return true
    }

    /// The member of the register a row means and the number to go by; nil after a finding.
    private func identity(of entry: RosterEntry, _ term: Term) -> (member: MemberID?, number: String)? {
        let people = session.desk.people
        if !entry.number.isEmpty {
            guard let owner = people.member(numbered: entry.number), let member = people.roster[owner] else {
                return (nil, entry.number)
            }
            if member.name == entry.name.name { return (owner, member.number) }
            session.report(
                .doubtful, field: "name", "编号 \(member.number) 在登记册里是\(people.described(owner))",
                "请核对编号和姓名；若是改名，请先用 member edit 改名")
            return nil
        }
        var hints = PersonResolver.Hints(sector: entry.sectorName, unit: entry.unit)
        hints.sex = entry.sex
        switch people.resolve(entry.name.name, hints) {
        case .found(let member): return (member, people.roster[member]?.number ?? "")
        case .ambiguous(let candidates):
            let list = candidates.map(people.described).joined(separator: "；")
            session.report(
                .doubtful, field: "name", "有 \(candidates.count) 名委员叫这个名字：\(list)", "请填委员编号")
            return nil
        default: return (nil, "")
        }
    }

    // MARK: Writing

    private func settle(_ group: Group, in book: inout RosterBook) {
        let first = group.entries[0]
        session.resume(first.row)
        if group.number.isEmpty {
            session.report(.notice, field: "name", "没有委员编号，已编为 \(book.nextNumber())")
        }
        let mark = book.mark(group.member)
        let number = group.number.isEmpty ? book.takeNumber() : group.number
        let (member, memberOutcome) = book.put(first, as: group.member, number: number)
        var outcome = memberOutcome
        var isGood = true
        for entry in group.entries {
            session.resume(entry.row)
            for seat in entry.seats {
                switch book.seat(member, seat, among: group.entries.flatMap(\.seats)) {
                case .success(let next): outcome = outcome.with(next)
                case .failure(let problem):
                    session.report(
                        problem.severity, field: problem.field, value: problem.value, problem.clause, problem.remedy)
                }
            }
            if let last = entry.leaves { outcome = outcome.with(book.leave(member, last: last)) }
            // A new place for someone known is a change.
            if memberOutcome != .new, outcome == .new { outcome = .changed }
            session.settle(entry.place, as: outcome)
            isGood = isGood && session.isAcceptable
        }
        if !isGood { hold(group, mark, member, in: &book) }
    }

    /// A person with a row in doubt stays as before in everything: rows of one person are taken together.
    private func hold(_ group: Group, _ mark: RosterBook.Mark, _ member: MemberID, in book: inout RosterBook) {
        book.goBack(to: mark, member)
        for entry in group.entries where session.outcome(at: entry.place).rawValue < RowOutcome.doubtful.rawValue {
            session.resume(entry.row)
            session.report(.doubtful, field: "name", "此人在本表的另一行有问题，几行要一起写入", "请先更正那一行")
            session.settle(entry.place, as: .doubtful)
        }
    }
}

extension RowOutcome {
    /// The outcome of two things in one row: new goes before changed, changed before same.
    func with(_ other: RowOutcome) -> RowOutcome { rawValue <= other.rawValue ? self : other }
}
