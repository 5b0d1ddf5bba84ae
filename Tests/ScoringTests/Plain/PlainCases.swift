/// Computes the worked examples of a rulebook by the plain evaluator and compares with what they say.
struct PlainCases {
    let book: PlainText
    let kinds: PlainKinds

    /// Everything that differs, in words.
    func differences(_ cases: PlainText) -> [String] {
        cases.each("算例").flatMap(example) + cases.each("全体").flatMap(population)
    }

    // MARK: One member

    private func example(_ written: PlainText) -> [String] {
        let book = plain(written, year: written.number("年度"))
        let year = PlainCaseReader(kinds: kinds).year(written, window: book.window, year: book.year)
        let score = book.score(year)
        var different: [String] = []
        func compare(_ what: String, _ expected: String?, _ found: String) {
            if let expected, expected != found {
                different.append("\(written.text("名称") ?? "")：\(what)应为 \(expected)，算得 \(found)")
            }
        }
        let expected = written["应得"] ?? .map([])
        compare("总分", expected.fraction("总分")?.description, score.total.description)
        for (id, amount) in expected["指标"]?.fields ?? [] {
            compare(id, amount.fraction?.description, score.amounts[id]?.description ?? "没有")
        }
        compare("等次", expected.text("等次"), score.gradeText)
        compare("门槛", expected.text("门槛"), score.unmet.isEmpty ? "达标" : "不达标")
        compare("缺", expected["缺"]?.words.joined(separator: "、"), score.missing.joined(separator: "、"))
        let proposed = measures(written, book, score).joined(separator: "、")
        compare("处理", expected["处理"]?.words.joined(separator: "、"), proposed)
        return different
    }

    private func plain(_ written: PlainText, year: Int?) -> PlainBook {
        let readings = Dictionary(
            (written["读法"]?.fields ?? []).map { ($0.key, $0.value.text ?? "") }, uniquingKeysWith: { $1 })
        return PlainBook(book, year: year, readings: readings, part: written.text("期间") ?? "全年")
    }

    private func measures(_ written: PlainText, _ book: PlainBook, _ score: PlainScore) -> [String] {
        var now = PlainOutcome(year: book.year, score)
        now.lists = Set(written.words("列入"))
        let earlier = written.each("历年").map { outcome($0, of: written) }.filter { $0.year < now.year }
        let years = written.text("届")?.split(separator: "-").compactMap { Int($0) } ?? []
        let term = years.count == 2 ? years[0]...years[1] : nil
        return PlainMeasures(book: book, term: term).proposed(
            earlier.sorted { $0.year < $1.year } + [now], roles: score.roles)
    }

    /// A year before; what is written stands over what its records give.
    private func outcome(_ written: PlainText, of example: PlainText) -> PlainOutcome {
        let book = plain(.map([("读法", example["读法"] ?? .map([]))]), year: written.number("年度"))
        var facts = written.fields.filter { $0.key == "记录" || $0.key == "人工" }
        facts.append(("职务", example["职务"] ?? .list([])))
        let year = PlainCaseReader(kinds: kinds).year(.map(facts), window: book.window, year: book.year)
        var score = book.score(year)
        if let total = written.fraction("总分") { (score.total, score.grade) = (total, regraded(score, total, book)) }
        var outcome = PlainOutcome(year: book.year, score)
        outcome.grade = written.text("等次") ?? outcome.grade
        outcome.lists = Set(written.words("列入"))
        outcome.unmet.formUnion(written.words("未达"))
        for (id, count) in written["次数"]?.fields ?? [] { outcome.counts[id] = count.number }
        return outcome
    }

    private func regraded(_ score: PlainScore, _ total: PlainFraction, _ book: PlainBook) -> String? {
        var score = score
        score.total = total
        return book.grade(score)
    }

    // MARK: Many

    private func population(_ written: PlainText) -> [String] {
        let book = plain(written, year: written.number("年度"))
        var people: [(name: String, written: PlainText)] = []
        var subjects: [PlainSubject] = []
        for person in written.each("人员") {
            for (name, subject) in alike(person, book) {
                people.append((name, person))
                subjects.append(subject)
            }
        }
        PlainRanks(book: book).place(&subjects)
        var different: [String] = []
        for ((name, person), subject) in zip(people, subjects) {
            let grade = subject.score.isAssessed ? subject.grade ?? "此办法未定等次" : "不参加考核"
            if let expected = person.text("应为"), expected != grade {
                different.append("\(name)应为\(expected)，算得\(grade)")
            }
            let lists = subject.lists.map(\.id)
            if person["列入"] != nil, person.words("列入") != lists { different.append("\(name)的名单是\(lists)") }
        }
        func names(on id: String) -> [String] {
            let listed = zip(people, subjects).enumerated().compactMap { position, pair in
                pair.1.lists.first { $0.id == id }.map { ($0.place, position, pair.0.name) }
            }
            return listed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        }
        for (id, list) in written["名单"]?.fields ?? [] where list.words != names(on: id) {
            different.append("名单\(id)是\(names(on: id))")
        }
        for (id, size) in written["名单人数"]?.fields ?? [] where size.number != names(on: id).count {
            different.append("名单\(id)的人数不同")
        }
        return different
    }

    /// 其余, or 其余1, 其余2, … where there are several alike.
    private func alike(_ person: PlainText, _ book: PlainBook) -> [(String, PlainSubject)] {
        let score = book.score(PlainCaseReader(kinds: kinds).year(person, window: book.window, year: book.year))
        let (count, name) = (person.number("人数") ?? 1, person.text("姓名") ?? "")
        return (0..<count).map { number in
            var own = score
            if let total = person.fraction("总分") {
                own.total = total + (person.fraction("每人多") ?? .zero) * PlainFraction(Int128(number))
                own.amounts["总分"] = own.total
                own.grade = book.grade(own)
            }
            return (count == 1 ? name : "\(name)\(number + 1)", PlainSubject(own, unit: person.text("界别") ?? ""))
        }
    }
}
