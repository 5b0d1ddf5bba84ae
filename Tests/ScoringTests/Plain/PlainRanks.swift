/// One of a population.
struct PlainSubject {
    var score: PlainScore
    var unit: String
    /// After 评为 and 限定.
    var grade: String?
    /// 编号 of the lists it is on, with its place.
    var lists: [(id: String, place: Int)] = []
    /// The place of the best grade it was awarded.
    var awarded: Int?

    init(_ score: PlainScore, unit: String) { (self.score, self.unit, grade) = (score, unit, score.grade) }
}

/// 名次, one after another.
struct PlainRanks {
    let book: PlainBook
    private var names: [String] { book.grades.map { $0.text("名称") ?? "" } }

    func place(_ subjects: inout [PlainSubject]) {
        for rule in book.ranks {
            let own = subjects.indices.filter { isIn(subjects[$0], rule) }
            let isByUnit = rule.text("分别") == "界别"
            for unit in Set(own.map { isByUnit ? subjects[$0].unit : "" }).sorted() {
                place(&subjects, own.filter { !isByUnit || subjects[$0].unit == unit }, rule)
            }
        }
    }

    private func isIn(_ subject: PlainSubject, _ rule: PlainText) -> Bool {
        let roles = rule["适用"]?.words("职务") ?? []
        return subject.score.isAssessed && (roles.isEmpty || !subject.score.roles.isDisjoint(with: roles))
    }

    private func place(_ subjects: inout [PlainSubject], _ population: [Int], _ rule: PlainText) {
        let contenders = population.filter { contends(subjects[$0], rule) }
        let quota = rule.number("前") ?? rule.number("后") ?? share(rule, of: population.count)
        // So many are before me, and so many are as good.
        for me in contenders {
            let mine = keys(subjects[me].score, rule)
            let before = contenders.count { precedes(keys(subjects[$0].score, rule), mine, rule) }
            let alike = contenders.count { keys(subjects[$0].score, rule) == mine }
            let fits = before + alike <= quota || (before < quota && rule.text("并列") == "都算")
            if fits { subjects[me].lists.append((rule.text("编号") ?? "", before + 1)) }
        }
        for me in contenders {
            let isListed = subjects[me].lists.contains { $0.id == rule.text("编号") }
            if isListed, let grade = rule.text("评为"), let place = names.firstIndex(of: grade) {
                award(place, isFromTop: rule["前"] != nil, to: &subjects[me])
            }
            if !isListed, let grade = rule.text("限定"), let place = names.firstIndex(of: grade) {
                subjects[me].grade = names[place + 1]
            }
        }
    }

    /// Of two awards the better one; at the other end who stands lower already stays there.
    private func award(_ place: Int, isFromTop: Bool, to subject: inout PlainSubject) {
        if isFromTop {
            subject.awarded = min(subject.awarded ?? place, place)
            if subject.awarded == place { subject.grade = names[place] }
        } else if names.firstIndex(of: subject.grade ?? "") ?? names.count < place {
            subject.grade = names[place]
        }
    }

    private func share(_ rule: PlainText, of population: Int) -> Int {
        let share = rule.fraction("前") ?? rule.fraction("后") ?? .zero
        return (share * PlainFraction(Int128(population))).whole(rule.text("取整") ?? "")
    }

    private func contends(_ subject: PlainSubject, _ rule: PlainText) -> Bool {
        if rule.flag("须达标") ?? false, !subject.score.unmet.isEmpty { return false }
        if let grade = rule.text("限定") { return subject.grade == grade }
        if let grade = rule.text("评为"), rule["前"] != nil {
            return subject.score.limit + subject.score.lowersBy <= names.firstIndex(of: grade) ?? 0
        }
        return true
    }

    private func keys(_ score: PlainScore, _ rule: PlainText) -> [PlainFraction] {
        ([rule.text("按") ?? "总分"] + rule.words("同分再比")).map { key in
            guard key == "比起点分" else { return score.amounts[key] ?? .zero }
            let start = score.amounts["起点分"] ?? .zero
            return start == .zero ? .zero : score.total / start
        }
    }

    private func precedes(_ left: [PlainFraction], _ right: [PlainFraction], _ rule: PlainText) -> Bool {
        guard let place = left.indices.first(where: { left[$0] != right[$0] }) else { return false }
        return rule["前"] != nil ? left[place] > right[place] : left[place] < right[place]
    }
}
