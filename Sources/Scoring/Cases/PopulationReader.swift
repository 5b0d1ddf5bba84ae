internal import DutyModel
internal import MarkedYAML

/// Reads 全体: cases with many subjects.
struct PopulationReader {
    let cases: CaseReader
    private var findings: FindingList { cases.findings }

    init(cases: CaseReader) { self.cases = cases }

    func read(_ node: MarkedNode) -> PopulationCase? {
        guard var fields = FieldReader(node, as: "全体", findings: findings) else { return nil }
        defer { fields.finish() }
        let name = fields.requiredText("名称")
        _ = fields.text("说明")
        let year = fields.integer("年度", in: 1949...2200)
        let readings = cases.readings(&fields)
        let subjects = (fields.require("人员")?.each ?? []).compactMap(subject)
        var lists: [(String, CaseExpectation.Marked<[String]>)] = []
        for field in fields.take("名单")?.mapping ?? [] {
            lists.append((field.key, .init(value: field.value.each.compactMap(\.scalar), mark: field.keyMark)))
        }
        var sizes: [(String, CaseExpectation.Marked<Int>)] = []
        for field in fields.take("名单人数")?.mapping ?? [] {
            if let size = field.value.scalar.flatMap({ Int($0) }) {
                sizes.append((field.key, .init(value: size, mark: field.keyMark)))
            } else {
                findings.add("“名单人数”应写成 {名次的编号: 人数}，这里是\(field.value.described)", at: field.value)
            }
        }
        guard let name else { return nil }
        return PopulationCase(
            name: name, year: year, readings: readings, subjects: subjects, lists: lists, sizes: sizes, mark: node.mark)
    }

    private func subject(_ node: MarkedNode) -> PopulationCase.Subject? {
        guard var fields = FieldReader(node, as: "人员", findings: findings) else { return nil }
        defer { fields.finish() }
        let name = fields.requiredText("姓名")
        let count = fields.integer("人数", in: 1...10_000) ?? 1
        let total = fields.take("总分").flatMap(cases.points)
        let step = fields.take("每人多").flatMap(cases.points) ?? .zero
        var example = cases.facts(&fields, name: name ?? "", at: node)
        cases.look(back: &example, &fields)
        let units = Dictionary(
            uniqueKeysWithValues: RankUnit.allCases.compactMap { unit in
                fields.text(unit.rawValue).map { (unit, $0) }
            })
        let sum = fields.take("应得总分").flatMap { node in
            cases.points(node).map { CaseExpectation.Marked(value: $0, mark: node.mark) }
        }
        let grade = fields.text("应为").map { CaseExpectation.Marked(value: $0, mark: fields.mark(of: "应为")) }
        let lists = fields.words("列入").map(\.text)
        let isListed = fields.keys.contains("列入")
        let measures = fields.words("处理").map(\.text)
        let asksMeasures = fields.keys.contains("处理")
        guard let name else { return nil }
        return PopulationCase.Subject(
            name: name, count: count, step: step, total: total, units: units, example: example, expectedGrade: grade,
            expectedTotal: sum,
            expectedMeasures: asksMeasures ? .init(value: measures, mark: fields.mark(of: "处理")) : nil,
            expectedLists: isListed ? .init(value: lists, mark: fields.mark(of: "列入")) : nil)
    }
}
