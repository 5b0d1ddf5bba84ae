internal import DutyModel
internal import MarkedYAML

/// Reads a case file.
struct CaseReader {
    let catalogue: KindCatalogue
    let findings: FindingList

    typealias Contents = (
        rulebook: CaseExpectation.Marked<String>, cases: [RulebookCase], populations: [PopulationCase]
    )

    func read(_ text: String) -> Contents {
        guard let root = MarkedDocument.read(text, into: findings),
            var fields = FieldReader(root, as: "算例文件", findings: findings)
        else { return (.init(value: "", mark: DocumentMark(line: 1, column: 1)), [], []) }
        let id = fields.requiredText("考核办法") ?? ""
        let rulebook = CaseExpectation.Marked(value: id, mark: fields.mark(of: "考核办法"))
        _ = fields.text("说明")
        let populations = fields.list("全体").compactMap(PopulationReader(cases: self).read)
        let written = populations.isEmpty ? fields.require("算例") : fields.take("算例")
        let cases = (written.map { $0.each } ?? []).compactMap(example)
        fields.finish()
        return (rulebook, cases, populations)
    }

    private func example(_ node: MarkedNode) -> RulebookCase? {
        guard var fields = FieldReader(node, as: "算例", findings: findings) else { return nil }
        defer { fields.finish() }
        let name = fields.requiredText("名称")
        _ = fields.text("说明")
        let year = fields.integer("年度", in: 1949...2200)
        let readings = readings(&fields)
        var example = facts(&fields, name: name ?? "", at: node)
        (example.year, example.readings) = (year, readings)
        example.part = part(&fields)
        example.lists = fields.words("列入").map(\.text)
        look(back: &example, &fields)
        for field in fields.take("他人得分")?.mapping ?? [] {
            example.others.append((field.key, field.value.each.compactMap(points)))
        }
        guard let expected = fields.require("应得").flatMap(expectation), name != nil else { return nil }
        example.expected = expected
        return example
    }

    /// 职务, 任职, 记录 and 人工: what cases, earlier years and subjects of a population share.
    func facts(_ fields: inout FieldReader, name: String, at node: MarkedNode) -> RulebookCase {
        var roles = roles(&fields)
        let seated = seated(&fields, roles: roles)
        // Who someone is at the year's end decides 适用.
        if let last = seated.last { roles = last.roles }
        let records = fields.list("记录").compactMap {
            CaseRecordReader(catalogue: catalogue, findings: findings).read($0)
        }
        let manual = fields.list("人工").compactMap(manualPoints)
        var traits: Set<String> = []
        for key in RankUnit.allCases.map(\.rawValue) + ["机构"] { traits.formUnion(fields.words(key).map(\.text)) }
        return RulebookCase(
            name: name, roles: roles, year: nil, readings: [:], records: records, manual: manual,
            seated: seated, traits: traits, expected: CaseExpectation(), mark: node.mark)
    }

    /// 任职: {起: 2024-05-10, 止: 2024-12-31}, or several, each with its own 职务.
    private func seated(_ fields: inout FieldReader, roles: RoleSet) -> [RoleInterval] {
        guard let node = fields.take("任职") else { return [] }
        let intervals = node.each.compactMap { interval($0, roles: roles) }
        for (earlier, later) in zip(intervals, intervals.dropFirst()) where later.days.first <= earlier.days.last {
            findings.add("“任职”的几段要从早到晚写，不能重叠", at: node)
        }
        return intervals
    }

    private func interval(_ node: MarkedNode, roles own: RoleSet) -> RoleInterval? {
        guard var nested = FieldReader(node, as: "任职", findings: findings) else { return nil }
        defer { nested.finish() }
        let first = nested.require("起").flatMap(day)
        let last = nested.take("止").map { day($0) } ?? CivilDay(year: 2999, month: 12, day: 31)
        let roles = nested.keys.contains("职务") ? roles(&nested) : own
        guard let first, let last else { return nil }
        if let days = DayRange(first, last) { return RoleInterval(days: days, roles: roles) }
        findings.add("任职的“止”早于“起”", at: nested.node)
        return nil
    }

    private func day(_ node: MarkedNode) -> CivilDay? {
        if let day = node.scalar.flatMap({ CivilDay(iso: $0) }) { return day }
        findings.add("日期应写成 2024-03-05，这里是\(node.described)", at: node)
        return nil
    }

    private func part(_ fields: inout FieldReader) -> YearPart {
        guard let node = fields.take("期间") else { return .whole }
        if let part = YearPart.named.first(where: { $0.0 == node.scalar })?.1 { return part }
        findings.addUnknown(node.scalar ?? "", as: "期间", known: YearPart.named.map(\.0), at: node.mark)
        return .whole
    }

    /// 历年 and 届.
    func look(back example: inout RulebookCase, _ fields: inout FieldReader) {
        example.earlier = fields.list("历年").compactMap(earlierYear)
        example.term = term(&fields)
    }

    /// 届: 2018-2022.
    private func term(_ fields: inout FieldReader) -> ClosedRange<Int>? {
        guard let node = fields.take("届") else { return nil }
        let years = (node.scalar ?? "").split(separator: "-").map { Int($0) }
        if years.count == 2, let first = years[0], let last = years[1], first <= last { return first...last }
        findings.add("“届”应写起止年度，如 2018-2022，这里是\(node.described)", at: node)
        return nil
    }

    private func earlierYear(_ node: MarkedNode) -> EarlierYear? {
        guard var fields = FieldReader(node, as: "历年", findings: findings) else { return nil }
        defer { fields.finish() }
        let year = fields.integer("年度", in: 1949...2200)
        if year == nil { _ = fields.require("年度") }
        let facts = facts(&fields, name: "", at: node)
        let total = fields.take("总分").flatMap(points)
        let grade = fields.text("等次")
        let (lists, unmet) = (fields.words("列入").map(\.text), fields.words("未达").map(\.text))
        var counts: [String: Int] = [:]
        for field in fields.take("次数")?.mapping ?? [] {
            if let count = field.value.scalar.flatMap({ Int($0) }) { counts[field.key] = count; continue }
            findings.add("“次数”应写成 {处理的编号: 次数}，这里是\(field.value.described)", at: field.value)
        }
        guard let year else { return nil }
        return EarlierYear(
            year: year, records: facts.records, manual: facts.manual, total: total, grade: grade, lists: lists,
            unmet: unmet, counts: counts, mark: node.mark)
    }

    private func roles(_ fields: inout FieldReader) -> RoleSet {
        let words = fields.words("职务")
        if words.isEmpty { return RoleSet(.member) }
        return words.reduce(into: RoleSet()) { set, word in
            if let role = RuleWords.roles.first(where: { $0.0 == word.text })?.1 {
                set.formUnion(RoleSet(role))
            } else {
                findings.addUnknown(word.text, as: "职务", known: RuleWords.roles.map(\.0), at: word.mark)
            }
        }
    }

    func readings(_ fields: inout FieldReader) -> [String: String] {
        let written = fields.take("读法")?.mapping ?? []
        return Dictionary(written.map { ($0.key, $0.value.scalar ?? "") }) { first, _ in first }
    }

    private func manualPoints(_ node: MarkedNode) -> ManualPoints? {
        guard var fields = FieldReader(node, as: "人工加减分", findings: findings) else { return nil }
        defer { fields.finish() }
        let indicator = fields.requiredText("指标")
        let amount = fields.require("分").flatMap(points)
        let reason = fields.text("理由") ?? ""
        let approver = fields.text("批准人") ?? ""
        guard let indicator, let amount else { return nil }
        return ManualPoints(indicator: indicator, amount: amount, reason: reason, approver: approver)
    }

    func points(_ node: MarkedNode) -> Rational? {
        if let number = node.scalar.flatMap({ Rational($0) }) { return number }
        findings.add("应是一个数（20、7.5 或 1/3），这里是\(node.described)", at: node)
        return nil
    }

    private func expectation(_ node: MarkedNode) -> CaseExpectation? {
        guard var fields = FieldReader(node, as: "应得", findings: findings) else { return nil }
        var expected = CaseExpectation()
        if let total = fields.take("总分"), let number = points(total) {
            expected.total = .init(value: number, mark: total.mark)
        }
        for field in fields.take("指标")?.mapping ?? [] {
            guard let number = points(field.value) else { continue }
            expected.amounts.append((field.key, .init(value: number, mark: field.value.mark)))
        }
        if let grade = fields.text("等次") { expected.grade = .init(value: grade, mark: fields.mark(of: "等次")) }
        if let word = fields.text("门槛") {
            if !["达标", "不达标"].contains(word) {
                findings.add("“门槛”应写“达标”或“不达标”，这里是“\(word)”", at: fields.mark(of: "门槛"))
            }
            expected.gatesMet = .init(value: word == "达标", mark: fields.mark(of: "门槛"))
        }
        let missing = fields.words("缺").map(\.text)
        if fields.keys.contains("缺") { expected.missing = .init(value: missing, mark: fields.mark(of: "缺")) }
        let measures = fields.words("处理").map(\.text)
        if fields.keys.contains("处理") { expected.measures = .init(value: measures, mark: fields.mark(of: "处理")) }
        if let flag = fields.flag("填报") { expected.hasRecords = .init(value: flag, mark: fields.mark(of: "填报")) }
        fields.finish()
        return expected
    }
}
