internal import DutyModel
internal import MarkedYAML

/// Reads 分值, 扣分 and every other number of points.
struct AmountReader {
    let selections: SelectionReader
    var findings: FindingList { selections.findings }

    /// Points: a whole number, a decimal number or a fraction, not beyond a million.
    func points(_ node: MarkedNode, as what: String) -> Rational? {
        let node = selections.choice.pick(node, items: findings) { _ = plainPoints($0, as: what) }
        return plainPoints(node, as: what)
    }

    /// A whole number within bounds, which may differ by 职务; nil where the key is not written.
    func count(_ key: String, in range: ClosedRange<Int>, _ fields: inout FieldReader) -> Int? {
        guard let node = fields.take(key) else { return nil }
        func read(_ node: MarkedNode) -> Int? {
            if let number = node.scalar.flatMap({ Int($0) }), range.contains(number) { return number }
            findings.add("“\(key)”应是 \(range.lowerBound) 到 \(range.upperBound) 的整数，这里是\(node.described)", at: node)
            return nil
        }
        return read(selections.choice.pick(node, items: findings) { _ = read($0) })
    }

    /// A share or a positive number: 60%, 0.6, 3/5; it may differ by 职务.
    func share(_ node: MarkedNode, as what: String) -> Rational? {
        func read(_ node: MarkedNode) -> Rational? {
            if let share = node.scalar.flatMap(Share.read), share.isWithinMillion, !share.isNegative { return share }
            findings.add("“\(what)”应是一个数或百分数（0.6、60%），这里是\(node.described)", at: node)
            return nil
        }
        return read(selections.choice.pick(node, items: findings) { _ = read($0) })
    }

    private func plainPoints(_ node: MarkedNode, as what: String) -> Rational? {
        if let number = node.scalar.flatMap({ Rational($0) }), number.isWithinMillion { return number }
        var message = "“\(what)”应是一个数（20、7.5 或 1/3），这里是\(node.described)"
        if node.scalar?.contains(where: { "０１２３４５６７８９．".contains($0) }) == true { message += "：数字请用半角" }
        if let text = node.scalar, text.contains(where: \.isNumber), text.allSatisfy({ "0123456789./-".contains($0) }) {
            message += "：太大、分母为零，或写法不对（绝对值不超过一百万，分母不超过一万）"
        }
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
        if let rate = fields.take("每缺半天") { return points(rate, as: "每缺半天").map { .perMissedHalfDay($0) } }
        if let quantity = fields.take("每") { return perQuantity(quantity, fields: &fields) }
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
    private static let forms = ["每半天", "每缺半天", "每", "分摊", "首个", "最高", "相加"]

    private func row(_ node: MarkedNode, counted: [Selection]) -> AmountRow? {
        guard var fields = FieldReader(node, as: "分值表的一行", findings: findings) else { return nil }
        let amount = fields.require("分").flatMap { points($0, as: "分") }
        let condition = selections.readRow(&fields, within: counted)
        fields.finish()
        return amount.map { AmountRow(condition: condition, amount: $0, mark: node.mark) }
    }

    /// {每: 1000字, 分: 2, 零头: 按比例, 最多分: 10}.
    private func perQuantity(_ node: MarkedNode, fields: inout FieldReader) -> AmountRule? {
        let quantity = self.quantity(node, as: "每")
        let points = fields.require("分").flatMap { self.points($0, as: "分") }
        let most = self.points("最多分", in: &fields)
        let isProportional = rest(&fields)
        guard let quantity, let points else { return nil }
        return .perQuantity(quantity, points: points, isProportional: isProportional, most: most)
    }

    /// 零头: 按比例 or 不计.
    func rest(_ fields: inout FieldReader) -> Bool {
        guard let node = fields.take("零头") else { return false }
        if node.scalar == "按比例" || node.scalar == "不计" { return node.scalar == "按比例" }
        findings.addUnknown(node.scalar ?? "", as: "零头", known: ["不计", "按比例"], at: node.mark)
        return false
    }

    /// 3000字; above zero.
    func quantity(_ node: MarkedNode, as what: String) -> Quantity? {
        if let quantity = node.scalar.flatMap({ Quantity($0) }), quantity.thousandths > 0 { return quantity }
        let units = QuantityUnit.allCases.map(\.label).joined(separator: "、")
        findings.add("“\(what)”应写数量和单位，如 1000字、2.5小时（单位有：\(units)），这里是\(node.described)", at: node)
        return nil
    }

    private func split(_ node: MarkedNode, fields: inout FieldReader) -> AmountRule? {
        let share = fields.take("第一人").flatMap { self.share($0, as: "第一人") }
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
