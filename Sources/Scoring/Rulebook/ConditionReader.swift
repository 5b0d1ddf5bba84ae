internal import DutyModel
internal import MarkedYAML

/// Reads the conditions of gates and premises.
struct ConditionReader {
    let items: ItemReader
    /// Whether each needs a 名称, to be told by where it is not met.
    let needsName: Bool
    private var findings: FindingList { items.findings }

    init(items: ItemReader, needsName: Bool = true) {
        self.items = items
        self.needsName = needsName
    }

    func condition(_ node: MarkedNode, depth: Int = 0) -> GateCondition? {
        guard depth < 4, var fields = FieldReader(node, as: "条件", findings: findings) else { return nil }
        defer { fields.finish() }
        let written = needsName ? fields.requiredText("名称") : fields.text("名称")
        let roles = items.roles(&fields)
        guard let test = test(&fields, depth: depth), let name = written ?? (needsName ? nil : test.plainName) else {
            return nil
        }
        return GateCondition(name: name, appliesTo: roles, test: test, mark: node.mark)
    }

    private func conditions(_ key: String, _ fields: inout FieldReader, depth: Int) -> [GateCondition] {
        fields.list(key).compactMap { condition($0, depth: depth + 1) }
    }

    private func test(_ fields: inout FieldReader, depth: Int) -> GateCondition.Test? {
        if fields.keys.contains("任一") { return .any(conditions("任一", &fields, depth: depth)) }
        if fields.keys.contains("全部") { return .all(conditions("全部", &fields, depth: depth)) }
        if fields.keys.contains("至少几项") { return some(&fields, depth: depth) }
        if let gate = fields.text("门槛") { return .gate(gate) }
        if fields.keys.contains("连续至少") || fields.keys.contains("连续至多") { return run(&fields) }
        if fields.keys.contains("应到") { return rate(&fields) }
        if let period = ConditionReader.periods.first(where: { fields.keys.contains($0.0) }) {
            return each(period.0, period.1, &fields)
        }
        if let sum = quantity(&fields) { return sum }
        let bound = bound(&fields) { self.items.amounts.points($0, as: $1) }
        if let indicator = fields.text("指标得分") {
            if bound == nil { _ = fields.require("至少") }
            return bound.map { .points(of: indicator, bound: $0) }
        }
        guard let (counted, excluded) = selections(&fields) else { return nil }
        return .count(counted, excluded: excluded, bound: bound ?? .atLeast(.one))
    }

    private static let bounds: [(key: String, make: @Sendable (Rational) -> GateCondition.Bound)] = [
        ("至少", { .atLeast($0) }), ("至多", { .atMost($0) }), ("超过", { .moreThan($0) }), ("不足", { .lessThan($0) }),
    ]

    /// 至少, 至多, 超过 or 不足; nil where none is written.
    private func bound(
        _ fields: inout FieldReader, _ read: (MarkedNode, String) -> Rational?
    ) -> GateCondition.Bound? {
        let written = ConditionReader.bounds.filter { fields.keys.contains($0.key) }
        if written.count > 1 {
            findings.add("“\(written.map(\.key).joined(separator: "”和“"))”只能写一个", at: fields.mark(of: written[1].key))
        }
        var found: GateCondition.Bound?
        for (key, make) in ConditionReader.bounds {
            guard let node = fields.take(key), let number = read(node, key) else { continue }
            found = found ?? make(number)
        }
        return found
    }

    private func selections(_ fields: inout FieldReader) -> (counted: [Selection], excluded: [Selection])? {
        guard let node = fields.require("计入") else { return nil }
        let counted = items.selections.readAny(node, as: "计入")
        return (counted, fields.take("除外").map { items.selections.readAny($0, as: "除外", statuses: .max) } ?? [])
    }

    private func expected(_ fields: inout FieldReader) -> [Selection] {
        (fields.take("应到") ?? fields.require("应到")).map {
            items.selections.readAny($0, as: "应到", statuses: Selection.known)
        } ?? []
    }

    private static let periods: [(String, Period)] = [
        ("每月至少", .month), ("每季度至少", .quarter), ("每半年至少", .halfYear), ("每周至少", .week),
    ]

    private func each(_ key: String, _ period: Period, _ fields: inout FieldReader) -> GateCondition.Test? {
        let count = items.amounts.count(key, in: 1...1000, &fields)
        guard let (counted, excluded) = selections(&fields), let count else { return nil }
        return .each(period, counted, excluded: excluded, count: count)
    }

    /// 至少几项: 6, 其中: […].
    private func some(_ fields: inout FieldReader, depth: Int) -> GateCondition.Test? {
        let count = items.amounts.count("至少几项", in: 1...100, &fields)
        let parts = conditions("其中", &fields, depth: depth)
        if !fields.keys.contains("其中") { _ = fields.require("其中") }
        if let count, parts.count < count, !parts.isEmpty {
            findings.add("“其中”只有 \(parts.count) 项，满足不了“至少几项: \(count)”", at: fields.mark(of: "至少几项"))
        }
        return count.map { .some($0, parts) }
    }

    /// 连续至多: 2, 应到: …
    private func run(_ fields: inout FieldReader) -> GateCondition.Test? {
        let least = items.amounts.count("连续至少", in: 1...1000, &fields)
        let most = items.amounts.count("连续至多", in: 0...1000, &fields)
        if least != nil, most != nil { findings.add("“连续至少”和“连续至多”只能写一个", at: fields.mark(of: "连续至多")) }
        let among = expected(&fields)
        guard let (counted, excluded) = selections(&fields), let number = least ?? most else { return nil }
        let bound = Rational(Int64(number))
        return .run(counted, excluded: excluded, among: among, bound: least == nil ? .atMost(bound) : .atLeast(bound))
    }

    /// 至少: 20小时; nil where the bound bears no unit.
    private func quantity(_ fields: inout FieldReader) -> GateCondition.Test? {
        let units = ConditionReader.bounds.compactMap { fields.take($0.key)?.scalar.flatMap { Quantity($0) } }
        guard let unit = units.first?.unit else { return nil }
        let bound = bound(&fields) { node, key in
            items.amounts.quantity(node, as: key).flatMap { Rational(Int64($0.thousandths), over: 1000) }
        }
        guard let (counted, excluded) = selections(&fields), let bound else { return nil }
        return .quantity(counted, excluded: excluded, unit: unit, bound: bound)
    }

    /// 至少: 80%, of what was expected.
    private func rate(_ fields: inout FieldReader) -> GateCondition.Test? {
        let bound = bound(&fields) { node, _ in
            if let share = node.scalar.flatMap(Share.read), Rational.zero <= share, share <= .one { return share }
            findings.add("写了“应到”，这里应是出席率（如 80%），这里是\(node.described)", at: node)
            return nil
        }
        let expected = expected(&fields)
        guard let (counted, excluded) = selections(&fields) else { return nil }
        if bound == nil, !ConditionReader.bounds.contains(where: { fields.keys.contains($0.key) }) {
            _ = fields.require("至少")
        }
        return bound.map { .rate(counted, excluded: excluded, expected: expected, bound: $0) }
    }
}

extension GateCondition.Test {
    /// What a condition is called that nobody named.
    fileprivate var plainName: String {
        switch self {
        case .points(let id, let bound): "\(id)\(bound.words)分"
        case .gate(let id): "达到\(id)"
        case .any(let parts): parts.map(\.name).joined(separator: "或")
        case .all(let parts): parts.map(\.name).joined(separator: "且")
        case .some(let count, let parts): "\(parts.map(\.name).joined(separator: "、"))中至少 \(count) 项"
        case .count(let counted, _, let bound), .run(let counted, _, _, let bound):
            "\(counted.map(\.words).joined(separator: "或"))\(bound.words)次"
        case .quantity(let counted, _, let unit, let bound):
            "\(counted.map(\.words).joined(separator: "或"))\(bound.words)\(unit.label)"
        case .rate(let counted, _, _, let bound):
            "\(counted.map(\.words).joined(separator: "或"))占应到的\(bound.words)"
        case .each(let period, let counted, _, let count):
            "\(counted.map(\.words).joined(separator: "或"))每\(period.label)至少 \(count) 次"
        }
    }
}

extension GateCondition.Bound {
    /// 至少 60, with a blank behind.
    public var words: String {
        switch self {
        case .atLeast(let number): "至少 \(number) "
        case .atMost(let number): "至多 \(number) "
        case .moreThan(let number): "超过 \(number) "
        case .lessThan(let number): "不足 \(number) "
        }
    }
}
