import DutyModel

/// Members and sectors as people type them on a command line: 委员编号, a name only one person bears, a sector's name.
struct PeopleWords {
    let roster: Roster
    /// The day memberships are read on, for the lists shown.
    let day: CivilDay

    /// The member meant. Two of one name are never guessed between.
    func member(_ word: String) throws(Failure) -> Member {
        if let member = roster.member(numbered: word) { return member }
        let bearers = roster.members(named: withoutBlanks(word))
        if bearers.count == 1 { return bearers[0] }
        if bearers.isEmpty { throw unknown(word) }
        throw Failure(
            .usage, "叫“\(word)”的委员有 \(bearers.count) 位，不能确定是哪一位。",
            advice: "请改用委员编号，例如 \(bearers[0].number)。", details: bearers.map(describe))
    }

    /// Several members of one argument, separated by 、 or commas. All that are wrong are named at once.
    func members(_ words: [String]) throws(Failure) -> [Member] {
        var found: [Member] = []
        var problems: [Failure] = []
        for word in words.flatMap(PeopleWords.split) {
            do throws(Failure) {
                let member = try member(word)
                if !found.contains(where: { $0.id == member.id }) { found.append(member) }
            } catch {
                problems.append(error)
            }
        }
        guard problems.count > 1 else {
            if let only = problems.first { throw only }
            return found
        }
        throw Failure(
            .usage, "有 \(problems.count) 个名字对不上委员。", advice: "请逐个改成委员编号或正确的姓名。",
            details: problems.flatMap { [$0.message] + $0.details.map { "  " + $0 } })
    }

    /// The sector of a name or alias; 教育 finds 教育界.
    func sector(_ word: String) throws(Failure) -> Organization {
        let term = roster.term(on: day)?.number ?? roster.terms.last?.number ?? 0
        for name in [word, word + "界", word.hasSuffix("界") ? String(word.dropLast()) : word] {
            if let sector = roster.organization(.sector, named: name, term: term) { return sector }
        }
        let names = roster.organizations.filter { $0.classification == .sector && $0.term == term }.map(\.name)
        throw Failure(
            .usage, "没有界别“\(word)”。",
            advice: names.isEmpty ? "登记库里还没有界别，请先导入名册。" : "用 lvzhi sector list 查看界别名称。",
            details: nearest(word, in: names))
    }

    /// One line that tells people of one name apart: number, name, sector, unit.
    func describe(_ member: Member) -> String {
        let sector = sectorName(of: member.id)
        return [member.number, member.name, sector.isEmpty ? "（无界别）" : sector, member.unit + member.post]
            .filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// The sector a member belongs to on the day; the last one where there is none that day.
    func sectorName(of member: MemberID) -> String {
        let sectors = roster.memberships(of: member).filter { roster[$0.organization]?.classification == .sector }
        let current = sectors.first { $0.holds(on: day) } ?? sectors.last
        return current.flatMap { roster[$0.organization]?.name } ?? ""
    }

    /// The words of one argument: 张三、李四，王五.
    static func split(_ text: String) -> [String] {
        text.split { "、,，;； ".contains($0) }.map(String.init)
    }

    private func unknown(_ word: String) -> Failure {
        Failure(
            .usage, "没有委员“\(word)”。", advice: "用 lvzhi member list 查找姓名或委员编号。",
            details: nearest(word, in: roster.members.map(\.name)).flatMap { name in
                roster.members(named: String(name)).map(describe)
            })
    }

    /// Up to three names that differ by one character, as a hint.
    private func nearest(_ word: String, in names: [String]) -> [String] {
        var hints: [String] = []
        for name in names where !hints.contains(name) && differsByOne(Array(word), Array(name)) {
            hints.append(name)
            if hints.count == 3 { break }
        }
        return hints
    }

    private func differsByOne(_ left: [Character], _ right: [Character]) -> Bool {
        guard abs(left.count - right.count) <= 1, left.count >= 2, right.count >= 2 else { return false }
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        var end = 0
        let shortest = min(left.count, right.count)
        while end < shortest - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
        return max(left.count, right.count) - start - end <= 1
    }

    /// 张　三 is typed padded as it stands in sheets.
    private func withoutBlanks(_ word: String) -> String { word.filter { $0 != " " && $0 != "\u{3000}" } }
}
