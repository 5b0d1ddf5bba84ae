import DutyModel

/// Finds out which member a row means. Same names are never guessed between.
final class PersonResolver {
    private(set) var roster: Roster
    private var byNumber: [String: MemberID]
    /// Numbers without leading zeros, as spreadsheets make them of ids; nil where two members share one.
    private var byBareNumber: [String: MemberID?]
    private let sectors: SectorSpelling

    init(roster: Roster, sectors: SectorSpelling) {
        self.roster = roster
        self.sectors = sectors
        byNumber = [:]
        byBareNumber = [:]
        for member in roster.members {
            byNumber[PersonResolver.folded(member.number)] = member.id
            let bare = PersonResolver.bare(member.number)
            byBareNumber[bare] = byBareNumber[bare] == nil ? .some(member.id) : .some(nil)
        }
    }

    /// What a row says of a person beside the name.
    struct Hints {
        var number = ""
        var sector = ""
        var unit = ""
        var sex = Sex.unstated
        var day: CivilDay?
    }

    enum Result: Hashable {
        case found(MemberID)
        /// Nobody of that name or number; members with names close to it.
        case unknown(similar: [MemberID])
        /// The number is not in the register.
        case unknownNumber(byName: [MemberID])
        /// Several members bear the name and nothing in the row tells them apart.
        case ambiguous([MemberID])
        /// The number belongs to somebody else.
        case mismatch(owner: MemberID)
    }

    func resolve(_ name: String, _ hints: Hints) -> Result {
        if !hints.number.isEmpty { return resolve(number: hints.number, name: name) }
        let bearers = bearers(of: name)
        if bearers.count == 1 { return .found(bearers[0].id) }
        if bearers.isEmpty { return .unknown(similar: similar(to: name)) }
        let matching = narrowed(bearers, hints)
        return matching.count == 1 ? .found(matching[0].id) : .ambiguous(bearers.map(\.id))
    }

    func isKnown(_ name: String) -> Bool { !roster.members(named: name).isEmpty }

    /// Those who bear a name as written; else without 委员 or 同志 behind it; else without the dot.
    private func bearers(of name: String) -> [Member] {
        let exact = roster.members(named: name)
        if !exact.isEmpty { return exact }
        for title in PersonResolver.titles where name.hasSuffix(title) && name.count > title.count + 1 {
            let plain = roster.members(named: String(name.dropLast(title.count)))
            if !plain.isEmpty { return plain }
        }
        guard name.count >= 4 else { return [] }
        return roster.members.filter {
            $0.name.contains("·") && $0.name.filter { $0 != "·" } == name.filter { $0 != "·" }
        }
    }

    private static let titles = ["委员", "同志", "副主席", "主席", "秘书长", "常委", "先生", "女士"]

    func member(numbered number: String) -> MemberID? {
        if let found = byNumber[number] { return found }
        return byNumber[PersonResolver.folded(number)] ?? byBareNumber[PersonResolver.bare(number)].flatMap { $0 }
    }

    private func resolve(number: String, name: String) -> Result {
        guard let owner = member(numbered: number) else {
            return .unknownNumber(byName: roster.members(named: name).map(\.id))
        }
        return name.isEmpty || roster[owner]?.name == name ? .found(owner) : .mismatch(owner: owner)
    }

    /// Those of one name who fit everything the row says.
    private func narrowed(_ bearers: [Member], _ hints: Hints) -> [Member] {
        var left = bearers
        let sector = sectors.folded(hints.sector)
        if !sector.isEmpty {
            let fitting = left.filter { sectorNames(of: $0.id, on: hints.day).contains(sector) }
            if !fitting.isEmpty { left = fitting }
        }
        let unit = TitleText.folded(hints.unit)
        if left.count > 1, unit.count >= 2 {
            let fitting = left.filter { fits(unit, TitleText.folded($0.unit + $0.post)) }
            if !fitting.isEmpty { left = fitting }
        }
        if left.count > 1, hints.sex != .unstated {
            let fitting = left.filter { $0.sex == hints.sex }
            if !fitting.isEmpty { left = fitting }
        }
        return left
    }

    private func fits(_ hint: String, _ unit: String) -> Bool {
        !unit.isEmpty && (unit.contains(hint) || hint.contains(unit))
    }

    private func sectorNames(of member: MemberID, on day: CivilDay?) -> Set<String> {
        let held = roster.memberships(of: member).filter { day.map($0.holds) ?? true }
        return Set(
            held.compactMap { roster[$0.organization] }.filter { $0.classification == .sector }
                .map { sectors.folded($0.name) })
    }

    private func similar(to name: String) -> [MemberID] {
        let wanted = Array(name)
        guard wanted.count >= 2 else { return [] }
        let near = roster.members.lazy.filter { member in
            let other = Array(member.name)
            guard abs(other.count - wanted.count) <= 1, other.count >= 2 else { return false }
            if other.count == wanted.count { return zip(other, wanted).count { $0 != $1 } == 1 }
            let (longer, shorter) = other.count > wanted.count ? (other, wanted) : (wanted, other)
            return longer.indices.contains { skip in
                var copy = longer
                copy.remove(at: skip)
                return copy == shorter
            }
        }
        return near.prefix(3).map(\.id)
    }

    /// “101 张三（经济界，县医院）”: how findings name a member.
    func described(_ member: MemberID) -> String {
        guard let person = roster[member] else { return "" }
        let last = roster.memberships(of: member).last { roster[$0.organization]?.classification == .sector }
        let sector = last.flatMap { roster[$0.organization]?.name } ?? ""
        let where_ = [sector, person.unit].filter { !$0.isEmpty }.joined(separator: "，")
        return "\(person.number) \(person.name)" + (where_.isEmpty ? "" : "（\(where_)）")
    }

    static func folded(_ number: String) -> String {
        TextFolding.withoutSpaces(TextFolding.halfWidth(number)).uppercased()
    }

    private static func bare(_ number: String) -> String {
        let folded = folded(number)
        let bare = folded.drop { $0 == "0" }
        return bare.isEmpty ? folded : String(bare)
    }
}

/// Makes the many spellings of a sector one.
struct SectorSpelling: Sendable {
    private let canonical: [String: String]

    init(groups: [[String]]) {
        var canonical: [String: String] = [:]
        for group in groups {
            for spelling in group { canonical[SectorSpelling.bare(spelling)] = SectorSpelling.bare(group[0]) }
        }
        self.canonical = canonical
    }

    /// The comparable form of a name: 中国共产党 and 中共界 are both 中共.
    func folded(_ name: String) -> String {
        let bare = SectorSpelling.bare(name)
        return canonical[bare] ?? bare
    }

    private static func bare(_ name: String) -> String {
        var text = TitleText.folded(name)
        for tail in ["界别组", "界别", "活动组", "界", "人士"] where text.count > tail.count && text.hasSuffix(tail) {
            text.removeLast(tail.count)
            break
        }
        return text
    }

    /// The sector of a term that a name means.
    func find(_ name: String, in organizations: [Organization], term: Int?) -> Organization? {
        let sectors = organizations.filter { $0.classification == .sector && (term == nil || $0.term == term) }
        let folded = folded(name)
        guard !folded.isEmpty else { return nil }
        return sectors.first { $0.name == name || $0.aliases.contains(name) }
            ?? sectors.first { body in
                self.folded(body.name) == folded || body.aliases.contains { self.folded($0) == folded }
            }
    }
}
