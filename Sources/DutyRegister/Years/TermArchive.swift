public import DutyModel
internal import KeyValueStore
internal import RecordStore

/// 一届一人一档: everything of one member over one term.
public struct TermArchive: Sendable {
    /// One year of the term.
    public struct Year: Sendable {
        public var year: Int
        /// Nil where there is no rulebook, or the member did not sit.
        public var scored: ScoredProfile?
        /// Why there is no result; empty where there is one.
        public var note: String
    }

    /// How often something was done, by year.
    public struct Counter: Hashable, Sendable {
        public var name: String
        /// In the order of the years.
        public var counts: [Int]
        public var total: Int { counts.reduce(0, +) }
    }

    public var file: MemberFile
    public var term: Term
    public var years: [Year]
    /// Records by kind, in the catalogue's order, those with any.
    public var kinds: [Counter]
    /// 应到, 出席, 请假, 缺席, 未确认 at what people attend.
    public var attendance: [Counter]
    public var records: [RecordCandidate]
    public var manual: [ManualLine]
    public var objections: [String]
}

extension Register {
    /// The archive of one member for a term; nil for the last one begun.
    /// - Throws: `Refusal` for an unknown person or term.
    public func termArchive(_ person: String, term number: Int? = nil) throws -> TermArchive {
        let today = Instant.now.day
        var archive = try readScoped(.termArchive) { transaction, grant in
            var directory = try Directory(&transaction, naming: grant)
            let member = try directory.person(person, in: &transaction).get()
            let chosen = number.map { number in directory.terms.first { $0.number == number } }
            guard let term = chosen ?? directory.term(on: today) ?? directory.terms.last else {
                throw Refusal(.noTerm(on: nil))
            }
            let memberships = try directory.memberships(of: member.id, in: &transaction).filter {
                $0.from <= term.days.last && ($0.to.map { $0 >= term.days.first } ?? true)
            }
            let file = MemberFile(
                member: member,
                memberships: memberships.compactMap { membership in
                    directory.organizations[membership.organization].map {
                        MemberFile.MembershipEntry(membership: membership, organization: $0)
                    }
                })
            let range = KeyRange(from: Key(member.id, term.days.first), to: Key(member.id, term.days.last + 1))
            let records = try DutyRecord.table.find(by: DutyRecord.byMember, range: range, in: &transaction)
                .filter { $0.review == .approved }
            var archive = TermArchive(
                file: file, term: term, years: [], kinds: [], attendance: [], records: [], manual: [],
                objections: try transaction.objections(of: member.id, in: term.days))
            archive.count(records, of: member.id, kinds: try transaction.kinds())
            return archive
        }
        let member = archive.file.member
        for year in archive.calendarYears { archive.years.append(try termYear(year, of: member.number)) }
        archive.manual = try manualEntries(person: member.number).filter {
            archive.calendarYears.contains($0.entry.year)
        }
        return archive
    }

    private func termYear(_ year: Int, of number: String) throws -> TermArchive.Year {
        do {
            return TermArchive.Year(year: year, scored: try profile(number, year: year), note: "")
        } catch ScoresError.noRulebook {
            return TermArchive.Year(year: year, scored: nil, note: "没有考核办法")
        } catch ScoresError.notSeated {
            return TermArchive.Year(year: year, scored: nil, note: "不在册")
        }
    }
}

extension TermArchive {
    /// The years of the term.
    public var calendarYears: ClosedRange<Int> {
        term.days.first.year...max(term.days.first.year, term.days.last.year)
    }

    fileprivate mutating func count(_ records: [DutyRecord], of member: MemberID, kinds catalogue: KindCatalogue) {
        let years = Array(calendarYears)
        let none = [Int](repeating: 0, count: years.count)
        var byKind: [KindCode: [Int]] = [:]
        var byStatus: [AttendanceStatus: [Int]] = [:]
        for record in records {
            guard let place = years.firstIndex(of: record.days.first.year),
                let person = record.people.first(where: { $0.member == member })
            else { continue }
            if record.content.isAttended { byStatus[person.status, default: none][place] += 1 }
            guard person.confirmed, !record.content.isAttended || person.status.wasThere else { continue }
            byKind[record.kind, default: none][place] += 1
        }
        kinds = catalogue.kinds.compactMap { kind in byKind[kind.code].map { Counter(name: kind.name, counts: $0) } }
        attendance = AttendanceStatus.allCases.compactMap { status in
            byStatus[status].map { Counter(name: status.label, counts: $0) }
        }
        self.records = records.sorted { ($0.days.first, $0.id) < ($1.days.first, $1.id) }
            .map { RecordCandidate($0, kinds: catalogue) }
    }
}

extension Reading where Self: ~Copyable {
    /// A line for each objection of a member in the years of some days, with what was answered.
    fileprivate mutating func objections(of member: MemberID, in days: DayRange) throws -> [String] {
        let found = try all(Objection.self).filter {
            $0.member == member && (days.first.year...days.last.year).contains($0.year)
        }
        return found.map { objection in
            let answer =
                objection.answer.map { "\($0.outcome.label)，\($0.reason)" }
                ?? (objection.withdrawn == nil ? "尚未答复" : "已撤回")
            return "\(objection.year) 年 \(objection.sort.label)：\(objection.text)（\(answer)）"
        }
    }
}
