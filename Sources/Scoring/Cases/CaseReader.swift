internal import DutyModel
internal import MarkedYAML

/// Reads a case file.
struct CaseReader {
    let catalogue: KindCatalogue
    let findings: FindingList

    func read(_ text: String) -> [RulebookCase] {
        guard let root = MarkedDocument.read(text, into: findings),
            var fields = FieldReader(root, as: "算例文件", findings: findings)
        else { return [] }
        _ = fields.requiredText("考核办法")
        _ = fields.text("说明")
        let cases = (fields.require("算例").map { $0.each } ?? []).compactMap(example)
        fields.finish()
        return cases
    }

    private func example(_ node: MarkedNode) -> RulebookCase? {
        guard var fields = FieldReader(node, as: "算例", findings: findings) else { return nil }
        defer { fields.finish() }
        let name = fields.requiredText("名称")
        _ = fields.text("说明")
        let roles = roles(&fields)
        let year = fields.integer("年度", in: 1949...2200)
        let readings = readings(&fields)
        let records = fields.list("记录").compactMap {
            CaseRecordReader(catalogue: catalogue, findings: findings).read($0)
        }
        let manual = fields.list("人工").compactMap(manualPoints)
        guard let expected = fields.require("应得").flatMap(expectation), let name else { return nil }
        return RulebookCase(
            name: name, roles: roles, year: year, readings: readings, records: records, manual: manual,
            expected: expected, mark: node.mark)
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

    private func readings(_ fields: inout FieldReader) -> [String: String] {
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

    private func points(_ node: MarkedNode) -> Rational? {
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
        fields.finish()
        return expected
    }
}
