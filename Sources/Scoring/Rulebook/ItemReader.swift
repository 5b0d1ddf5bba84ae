internal import DutyModel
internal import MarkedYAML

/// Reads indicators and groups.
struct ItemReader {
    let selections: SelectionReader
    let amounts: AmountReader
    var findings: FindingList { selections.findings }

    init(catalogue: KindCatalogue, findings: FindingList, choice: RoleChoice = RoleChoice()) {
        selections = SelectionReader(catalogue: catalogue, findings: findings, choice: choice)
        amounts = AmountReader(selections: selections)
    }

    /// 总分 and 指标 of the whole rulebook.
    func total(_ fields: inout FieldReader) -> RuleItem {
        var total = RuleItem(
            id: "", name: "总分", article: "", note: "", assumption: "", choices: [], appliesTo: nil, cap: nil,
            floor: nil,
            content: .group(GroupRule(start: [], combination: .sum, items: [])), mark: fields.mark)
        var start: [StartPoints] = []
        var scale = Rational.one
        if var head = fields.nested("总分") {
            var terms = ItemTermsReader(items: self).terms(&head)
            (total.cap, terms.cap) = bound("上限", &head)
            (total.floor, terms.floor) = bound("下限", &head)
            total.terms = terms.isEmpty ? nil : terms
            total.article = head.text("依据") ?? ""
            start = startPoints(&head)
            scale = factor(&head)
            head.finish()
        }
        total.works = repeats("同一成果", &fields)
        total.records = repeats("同一记录", &fields)
        let written = fields.require("指标").map { $0.each } ?? []
        let items = isUnscored(fields) ? [] : written.compactMap { item($0, depth: 0) }
        total.content = .group(GroupRule(start: start, combination: .sum, factor: scale, items: items))
        return total
    }

    /// 指标: 原文不计分.
    func isUnscored(_ fields: FieldReader) -> Bool {
        var fields = fields
        return fields.take("指标")?.scalar?.hasPrefix("原文不计分") ?? false
    }

    private func item(_ node: MarkedNode, depth: Int) -> RuleItem? {
        guard var fields = FieldReader(node, as: "指标", findings: findings) else { return nil }
        defer { fields.finish() }
        guard depth < 8 else {
            findings.add("分组最多 8 层", at: node)
            return nil
        }
        let isGroup = fields.keys.contains("包含")
        let id = fields.requiredText("编号")
        let name = fields.requiredText("名称")
        let content: RuleItem.Content =
            isGroup ? .group(group(&fields, depth: depth)) : .indicator(indicator(&fields))
        var terms = ItemTermsReader(items: self).terms(&fields)
        let (cap, relativeCap) = bound("上限", &fields)
        let (floor, relativeFloor) = bound("下限", &fields)
        let (roles, audience) = audience(&fields)
        (terms.cap, terms.floor) = (relativeCap, relativeFloor)
        let item = RuleItem(
            id: id ?? "", name: name ?? "",
            article: (isGroup ? fields.text("依据") : fields.requiredText("依据")) ?? "", note: fields.text("说明") ?? "",
            assumption: fields.text("假定") ?? "", choices: choices(&fields), appliesTo: roles, audience: audience,
            cap: cap, floor: floor, terms: terms.isEmpty ? nil : terms, works: repeats("同一成果", &fields),
            records: repeats("同一记录", &fields), content: content, mark: node.mark)
        guard id != nil, name != nil else { return nil }
        return isGroup ? item : InstalmentReader(findings: findings).split(item, &fields)
    }

    /// 上限, 下限: a number, or a share of what another item is worth.
    private func bound(_ key: String, _ fields: inout FieldReader) -> (Rational?, RelativeBound?) {
        guard let node = fields.take(key) else { return (nil, nil) }
        guard node.mapping != nil, var nested = FieldReader(node, as: "“\(key)”", findings: findings) else {
            return (amounts.points(node, as: key), nil)
        }
        defer { nested.finish() }
        let item = nested.requiredText("指标得分")
        let factor = nested.take("乘以").map { amounts.share($0, as: "乘以") } ?? .one
        guard let item, let factor else { return (nil, nil) }
        return (nil, RelativeBound(item: item, factor: factor, mark: node.mark))
    }

    private func repeats(_ key: String, _ fields: inout FieldReader) -> RepeatRule? {
        guard let node = fields.take(key) else { return nil }
        if let rule = node.scalar.flatMap({ RepeatRule(rawValue: $0) }) { return rule }
        findings.addUnknown(node.scalar ?? "", as: key, known: RepeatRule.allCases.map(\.rawValue), at: node.mark)
        return nil
    }

    private func group(_ fields: inout FieldReader, depth: Int) -> GroupRule {
        var combination = GroupRule.Combination.sum
        if let count = amounts.count("取最高几项", in: 1...100, &fields) {
            combination = .bestFew(count)
            if fields.keys.contains("合计") { findings.add("“合计”和“取最高几项”只能写一个", at: fields.mark(of: "合计")) }
        }
        if let node = fields.take("合计") {
            switch node.scalar {
            case "相加": break
            case "取最高": combination = .best
            case "平均": combination = .mean
            default: findings.addUnknown(node.scalar ?? "", as: "合计", known: ["相加", "取最高", "平均"], at: node.mark)
            }
        }
        let window = fields.take("窗口").flatMap { WindowReader(findings: findings).read($0) }
        let items = fields.list("包含").compactMap { item($0, depth: depth + 1)?.within(window) }
        return GroupRule(
            start: startPoints(&fields), combination: combination, factor: factor(&fields), items: items)
    }

    /// 乘以: 0.6 or 60%.
    private func factor(_ fields: inout FieldReader) -> Rational {
        guard let node = fields.take("乘以") else { return .one }
        guard let factor = amounts.share(node, as: "乘以") else { return .one }
        if Rational.zero < factor { return factor }
        findings.add("“乘以”应是一个正数或百分数（0.6、60%），这里是\(node.described)", at: node)
        return .one
    }

    private func indicator(_ fields: inout FieldReader) -> IndicatorRule {
        let isManual = fields.flag("人工") ?? false
        let counted = fields.take("计入").map { selections.readAny($0, as: "计入") } ?? []
        if counted.isEmpty, !isManual, fields.take("计入") == nil { _ = fields.require("计入") }
        let excluded = fields.take("除外").map { selections.readAny($0, as: "除外", statuses: .max) } ?? []
        let take = fields.take("取法").map { TakeReader(amounts: amounts).read($0) } ?? TakeRule()
        let (amount, isDeduction) = amount(&fields, counted: counted, take: take, isManual: isManual)
        return IndicatorRule(
            isManual: isManual, counted: counted, excluded: excluded, amount: amount, isDeduction: isDeduction,
            take: take, window: fields.take("窗口").flatMap { WindowReader(findings: findings).read($0) })
    }

    private func amount(
        _ fields: inout FieldReader, counted: [Selection], take: TakeRule, isManual: Bool
    ) -> (AmountRule, isDeduction: Bool) {
        let gain = fields.take("分值")
        let loss = fields.take("扣分")
        if gain != nil, loss != nil { findings.add("“分值”和“扣分”只能写一个", at: fields.mark(of: "扣分")) }
        guard let node = gain ?? loss else {
            if take.needsAmount, !isManual { _ = fields.require("分值") }
            return (.fixed(.zero), false)
        }
        if !take.needsAmount { findings.add("取法里已写明得分，不要再写“\(gain == nil ? "扣分" : "分值")”", at: node) }
        let what = gain == nil ? "扣分" : "分值"
        let amount: AmountRule
        if take.needsFixedAmount, RoleChoice.isList(node) {
            amount = .fixed(amounts.points(node, as: what) ?? .zero)
        } else {
            amount = amounts.amount(node, as: what, counted: counted) ?? .fixed(.zero)
        }
        if gain == nil, case .fixed(let number) = amount, number.isNegative {
            findings.add("“扣分”写正数：扣 5 分写 5", at: node)
        }
        return (amount, gain == nil)
    }

    /// 起点分: a number, or a list by role.
    private func startPoints(_ fields: inout FieldReader) -> [StartPoints] {
        guard let node = fields.take("起点分") else { return [] }
        if node.scalar != nil {
            return amounts.points(node, as: "起点分").map { [StartPoints(roles: nil, amount: $0)] } ?? []
        }
        return node.each.compactMap { row in
            guard var nested = FieldReader(row, as: "起点分的一行", findings: findings) else { return nil }
            let amount = nested.require("分").flatMap { amounts.points($0, as: "分") }
            let roles = ItemReader.roleSet(nested.words("职务"), findings: findings)
            nested.finish()
            return amount.map { StartPoints(roles: roles, amount: $0) }
        }
    }

    /// 适用: {职务: …}, where only roles can be told apart.
    func roles(_ fields: inout FieldReader) -> RoleSet? {
        guard var nested = fields.nested("适用") else { return nil }
        defer { nested.finish() }
        return ItemReader.roleSet(nested.words("职务"), findings: findings)
    }

    /// 适用: {职务: 常委, 除外: [主席, 副主席], 界别: 经济界, 党派: 民建}.
    func audience(_ fields: inout FieldReader) -> (RoleSet?, AudienceRule?) {
        guard var nested = fields.nested("适用") else { return (nil, nil) }
        defer { nested.finish() }
        let roles = ItemReader.roleSet(nested.words("职务"), findings: findings)
        let rule = AudienceRule(
            except: ItemReader.roleSet(nested.words("除外"), findings: findings) ?? [],
            bodies: nested.words("界别").map(\.text) + nested.words("机构").map(\.text),
            parties: nested.words("党派").map(\.text))
        return (roles, rule.isEmpty ? nil : rule)
    }

    static func roleSet(_ words: [(text: String, mark: DocumentMark)], findings: FindingList) -> RoleSet? {
        guard !words.isEmpty else { return nil }
        return words.reduce(into: RoleSet()) { set, word in
            if let role = RuleWords.roles.first(where: { $0.0 == word.text })?.1 {
                set.formUnion(RoleSet(rawValue: 1 << UInt16(role.rawValue)))
            } else {
                findings.addUnknown(word.text, as: "职务", known: RuleWords.roles.map(\.0), at: word.mark)
            }
        }
    }

    /// 读法: {常委会议计分: 按比例}.
    func choices(_ fields: inout FieldReader) -> [ReadingChoice] {
        guard let node = fields.take("读法") else { return [] }
        guard let written = node.mapping else {
            findings.add("这里的“读法”应写成 {读法名称: 所取}", at: node)
            return []
        }
        return written.compactMap { field in
            field.value.scalar.map { ReadingChoice(reading: field.key, choice: $0, mark: field.keyMark) }
        }
    }
}

extension TakeRule {
    /// Whether a record needs an amount of its own.
    var needsAmount: Bool {
        switch mode {
        case .sum, .best, .everyFull, .shortfall, .slope, .everyQuantity: true
        case .tiers, .rate, .quantityTiers: false
        }
    }

    /// Whether the amount must be one number.
    var needsFixedAmount: Bool {
        switch mode {
        case .everyFull, .shortfall, .slope, .everyQuantity: true
        case .sum, .best, .tiers, .rate, .quantityTiers: false
        }
    }
}
