internal import DutyModel
internal import MarkedYAML

/// Reads 分值, 扣分 and every other number of points.
struct AmountReader {
    let selections: SelectionReader
    var findings: FindingList { selections.findings }

    /// Points: a whole number, a decimal number or a fraction, not beyond a million.
    func points(_ node: MarkedNode, as what: String) -> Rational? {
        if let number = node.scalar.flatMap({ Rational($0) }), number.isWithinMillion { return number }
        var message = "“\(what)”应是一个数（20、7.5 或 1/3），这里是\(node.described)"
        if node.scalar?.contains(where: { "０１２３４５６７８９．".contains($0) }) == true { message += "：数字请用半角" }
        findings.add(message, at: node)
        return nil
    }

    func points(_ key: String, in fields: inout FieldReader) -> Rational? {
        fields.take(key).flatMap { points($0, as: key) }
    }

    /// The amount of one record, in any of its forms.
    func amount(_ node: MarkedNode, as what: String, counted: [Selection]) -> AmountRule? {
        switch node.content {
        case .scalar: return points(node, as: what).map { .fixed($0) }
        case .sequence(let rows): return .table(rows.compactMap { row($0, counted: counted) }, .first)
        case .mapping: break
        }
        guard var fields = FieldReader(node, as: "“\(what)”", findings: findings) else { return nil }
        defer { fields.finish() }
        if let rate = fields.take("每半天") { return points(rate, as: "每半天").map { .perHalfDay($0) } }
        if let total = fields.take("分摊") { return split(total, fields: &fields) }
        for (key, combination) in AmountReader.combinations {
            guard fields.take(key) != nil else { continue }
            return .table(fields.list(key).compactMap { row($0, counted: counted) }, combination)
        }
        if fields.keys.isEmpty || fields.keys.allSatisfy({ key in !AmountReader.forms.contains(key) }) {
            findings.add("“\(what)”应是一个数、一张表，或用 \(AmountReader.forms.joined(separator: "、")) 之一", at: node)
        }
        return nil
    }

    private static let combinations: [(String, AmountRule.TableCombination)] = [
        ("首个", .first), ("最高", .best), ("相加", .sum),
    ]
    private static let forms = ["每半天", "分摊", "首个", "最高", "相加"]

    private func row(_ node: MarkedNode, counted: [Selection]) -> AmountRow? {
        guard var fields = FieldReader(node, as: "分值表的一行", findings: findings) else { return nil }
        let amount = fields.require("分").flatMap { points($0, as: "分") }
        let condition = selections.readRow(&fields, within: counted)
        fields.finish()
        return amount.map { AmountRow(condition: condition, amount: $0, mark: node.mark) }
    }

    private func split(_ node: MarkedNode, fields: inout FieldReader) -> AmountRule? {
        let share = points("第一人", in: &fields)
        if let share, share < .zero || .one < share {
            findings.add("“第一人”是占总额的份额，应在 0 到 1 之间（如 1/2）", at: fields.take("第一人") ?? node)
        }
        let credited = fields.integer("最多计", in: 1...255)
        return points(node, as: "分摊").map { .split(total: $0, firstShare: share, credited: credited) }
    }
}

extension Rational {
    /// Points beyond this are a slip of the pen, and keeping below it keeps every sum inside 64 bits.
    var isWithinMillion: Bool {
        let million = Rational(1_000_000)
        return Rational(-1_000_000) <= self && self <= million && denominator <= 10_000
    }
}
