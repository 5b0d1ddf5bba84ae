internal import DutyModel
internal import MarkedYAML

/// Reads what an item depends on besides its own records: 前提, 达不到时, 相对, 取整.
struct ItemTermsReader {
    let items: ItemReader
    private var findings: FindingList { items.findings }

    init(items: ItemReader) { self.items = items }

    func terms(_ fields: inout FieldReader) -> ItemTerms {
        var terms = ItemTerms()
        if let node = fields.take("前提") {
            let conditions = ConditionReader(items: items, needsName: false)
            terms.premises = node.each.compactMap { conditions.condition($0) }
        }
        if let node = fields.take("达不到时") {
            terms.otherwise = items.amounts.share(node, as: "达不到时") ?? .zero
            if terms.premises.isEmpty { findings.add("“达不到时”要和“前提”一起写", at: node) }
        }
        terms.relative = fields.nested("相对").flatMap(relative)
        terms.rounding = fields.nested("取整").map(rounding)
        return terms
    }

    private func relative(_ nested: FieldReader) -> RelativeRule? {
        var nested = nested
        defer { nested.finish() }
        if let node = nested.take("最高") { return items.amounts.points(node, as: "最高").map { .best($0) } }
        if let node = nested.take("平均") { return items.amounts.points(node, as: "平均").map { .mean($0) } }
        guard nested.take("名次") != nil else {
            findings.add("“相对”应写 最高、平均、名次 之一", at: nested.node)
            return nil
        }
        let places = nested.list("名次").compactMap(place)
        if zip(places, places.dropFirst()).contains(where: { $1.upTo <= $0.upTo }) {
            findings.add("“名次”的各行应从前到后，“前”一行比一行大", at: nested.node)
        }
        return .places(places)
    }

    private func place(_ node: MarkedNode) -> PlacePoints? {
        guard var fields = FieldReader(node, as: "名次的一行", findings: findings) else { return nil }
        defer { fields.finish() }
        let upTo = fields.integer("前", in: 1...1_000_000)
        if upTo == nil { _ = fields.require("前") }
        guard let upTo, let amount = fields.require("分").flatMap({ items.amounts.points($0, as: "分") }) else {
            return nil
        }
        return PlacePoints(upTo: upTo, amount: amount)
    }

    private func rounding(_ nested: FieldReader) -> NumberDisplay {
        var nested = nested
        let display = NumberDisplay.read(&nested, findings: findings, digits: 0)
        nested.finish()
        return display
    }
}

extension NumberDisplay {
    /// 小数位 and 舍入.
    static func read(_ fields: inout FieldReader, findings: FindingList, digits: Int) -> NumberDisplay {
        var display = NumberDisplay(digits: fields.integer("小数位", in: 0...6) ?? digits)
        guard let node = fields.take("舍入") else { return display }
        let known = NumberDisplay.Rounding.allCases
        if let rounding = known.first(where: { $0.label == node.scalar }) {
            display.rounding = rounding
        } else {
            findings.addUnknown(node.scalar ?? "", as: "舍入", known: known.map(\.label), at: node.mark)
        }
        return display
    }
}

/// 分期: an indicator that is reckoned for every month, quarter or half-year by itself becomes a group of so many.
struct InstalmentReader {
    let findings: FindingList

    private static let parts: [(word: String, parts: [YearPart])] = [
        ("每半年", [.half(1), .half(2)]), ("每季度", (1...4).map { .quarter($0) }), ("每月", (1...12).map { .month($0) }),
    ]

    func split(_ item: RuleItem, _ fields: inout FieldReader) -> RuleItem {
        guard let node = fields.take("分期"), let rule = item.indicator else { return item }
        guard let parts = InstalmentReader.parts.first(where: { $0.word == node.scalar })?.parts else {
            findings.addUnknown(
                node.scalar ?? "", as: "分期", known: InstalmentReader.parts.map(\.word), at: node.mark)
            return item
        }
        if rule.isManual { findings.add("“\(item.name)”是人工加减分，不能分期", at: node) }
        var group = item
        group.cap = nil
        group.floor = nil
        group.terms = nil
        group.content = .group(
            GroupRule(
                start: [], combination: .sum,
                items: parts.enumerated().map { number, part in
                    var own = item
                    var ownRule = rule
                    ownRule.part = part
                    own.id = "\(item.id).\(number + 1)"
                    own.name = "\(item.name)（\(part.label)）"
                    own.content = .indicator(ownRule)
                    own.choices = []
                    own.appliesTo = nil
                    own.audience = nil
                    return own
                }))
        return group
    }
}
