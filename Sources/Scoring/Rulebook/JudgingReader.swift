internal import DutyModel
internal import MarkedYAML

/// Reads 名次, 处理, 任职不满一年 and 对象.
struct JudgingReader {
    let items: ItemReader
    var findings: FindingList { items.findings }

    // MARK: 名次

    func rank(_ node: MarkedNode) -> RankRule? {
        guard var fields = FieldReader(node, as: "名次", findings: findings) else { return nil }
        defer { fields.finish() }
        let head = head(&fields)
        let size = size(&fields)
        let key = fields.take("按").map(key) ?? .total
        let breaks = (fields.take("同分再比")?.each ?? []).map(self.key)
        let tiesAreIn = word("并列", in: &fields, ["都算": true, "都不算": false], isRequired: true) ?? true
        let unit = word(
            "分别", in: &fields, Dictionary(uniqueKeysWithValues: RankUnit.allCases.map { ($0.rawValue, $0) }))
        let needsGates = fields.flag("须达标") ?? false
        let fillsUp = fields.flag("递补") ?? true
        let effect = effect(&fields)
        let consequence = fields.text("后果") ?? ""
        guard let head, let size else { return nil }
        return RankRule(
            id: head.id, name: head.name, article: head.article, note: head.note, choices: head.choices,
            appliesTo: head.roles, audience: head.audience, key: key, tieBreaks: breaks,
            unit: unit == RankUnit.none ? nil : unit, isFromTop: size.isFromTop,
            size: size.size, tiesAreIn: tiesAreIn, needsGates: needsGates, fillsUp: fillsUp, effect: effect,
            consequence: consequence,
            mark: node.mark)
    }

    private func key(_ node: MarkedNode) -> RankRule.Key {
        switch node.scalar {
        case "总分": return .total
        case "比起点分": return .totalOverStart
        case let id?: return .group(id)
        case nil:
            findings.add("这里应写“总分”“比起点分”或指标、分组的编号，这里是\(node.described)", at: node)
            return .total
        }
    }

    private func size(_ fields: inout FieldReader) -> (size: RankRule.Size, isFromTop: Bool)? {
        let (top, bottom) = (fields.take("前"), fields.take("后"))
        let known = NumberDisplay.Rounding.allCases
        let rounding = word("取整", in: &fields, Dictionary(uniqueKeysWithValues: known.map { ($0.label, $0) }))
        if top != nil, bottom != nil { findings.add("“前”和“后”只能写一个", at: fields.mark(of: "后")) }
        guard let node = top ?? fields.take("后") ?? fields.require("前") else { return nil }
        if let number = node.scalar.flatMap({ Int($0) }), (1...1_000_000).contains(number) {
            if rounding != nil { findings.add("名额是人数，不用“取整”", at: fields.mark(of: "取整")) }
            return (.number(number), top != nil)
        }
        guard let share = node.scalar.flatMap(Share.read), Rational.zero < share, share <= .one else {
            findings.add("名额应写人数（10）或比例（20%），这里是\(node.described)", at: node)
            return nil
        }
        if rounding == nil { findings.add("按比例的名额要写“取整”：\(known.map(\.label).joined(separator: "、"))", at: node) }
        return (.share(share, rounding ?? .down), top != nil)
    }

    private func effect(_ fields: inout FieldReader) -> RankRule.Effect {
        let (award, limit) = (fields.text("评为"), fields.text("限定"))
        if award != nil, limit != nil { findings.add("“评为”和“限定”只能写一个", at: fields.mark(of: "限定")) }
        return award.map { .award($0) } ?? limit.map { .limit($0) } ?? .none
    }

    // MARK: 处理

    private static let looks = ["计入", "人工", "总分低于", "等次", "列入", "未达"]

    func measure(_ node: MarkedNode) -> MeasureRule? {
        guard var fields = FieldReader(node, as: "处理", findings: findings) else { return nil }
        defer { fields.finish() }
        let head = head(&fields)
        let look = look(&fields)
        let also = fields.list("同时").compactMap(also)
        let bound = bound("一年满", "一年不满", in: &fields) ?? .atLeast(1)
        let span = span(&fields)
        let proposal = fields.requiredText("建议")
        let grade = fields.text("建议等次")
        guard let head, let look, let proposal else { return nil }
        return MeasureRule(
            id: head.id, name: head.name, article: head.article, note: head.note, choices: head.choices,
            appliesTo: head.roles, audience: head.audience, look: look, also: also, bound: bound, span: span,
            proposal: proposal, grade: grade,
            mark: node.mark)
    }

    /// One line of 同时.
    private func also(_ node: MarkedNode) -> MeasureRule.Also? {
        guard var fields = FieldReader(node, as: "同时的一行", findings: findings) else { return nil }
        defer { fields.finish() }
        let look = look(&fields)
        let bound = bound("一年满", "一年不满", in: &fields) ?? .atLeast(1)
        return look.map { MeasureRule.Also(look: $0, bound: bound) }
    }

    private func look(_ fields: inout FieldReader) -> MeasureRule.Look? {
        let written = JudgingReader.looks.filter { fields.keys.contains($0) }
        if written.count != 1 {
            let message = "处理要看什么，应写 \(JudgingReader.looks.joined(separator: "、")) 中的一个，这里写了 \(written.count) 个"
            findings.add(message, at: fields.node)
        }
        let counted = fields.take("计入").map { items.selections.readAny($0, as: "计入") }
        let isRun = fields.flag("连续") ?? false
        let among = fields.take("应到").map { items.selections.readAny($0, as: "应到", statuses: Selection.known) }
        if isRun, among == nil { findings.add("写了“连续”就要写“应到”：在哪些会议活动里连续", at: fields.mark(of: "连续")) }
        let excluded = fields.take("除外").map { items.selections.readAny($0, as: "除外", statuses: .max) } ?? []
        let below = items.amounts.points("总分低于", in: &fields)
        let grades = fields.words("等次").map(\.text)
        let list = fields.text("列入")
        let unmet = fields.text("未达")
        let isManual = fields.flag("人工") ?? false
        if let counted, isRun { return .run(counted, excluded: excluded, among: among ?? []) }
        if let counted { return .records(counted, excluded: excluded) }
        if isManual { return .manual }
        if let below { return .below(below) }
        if !grades.isEmpty { return .grades(grades) }
        return list.map { .list($0) } ?? unmet.map { .unmet($0) }
    }

    private func bound(_ least: String, _ fewer: String, in fields: inout FieldReader) -> MeasureRule.Bound? {
        let atLeast = fields.integer(least, in: 1...10_000)
        let fewerThan = fields.integer(fewer, in: 1...10_000)
        if atLeast != nil, fewerThan != nil {
            findings.add("“\(least)”和“\(fewer)”只能写一个", at: fields.mark(of: fewer))
        }
        return atLeast.map { .atLeast($0) } ?? fewerThan.map { .fewerThan($0) }
    }

    private func span(_ fields: inout FieldReader) -> MeasureRule.Span {
        let written = ["连续年数", "一届满", "一届不满", "一届年数", "平均年数"].filter { fields.keys.contains($0) }
        if written.count > 1 {
            findings.add("“\(written.joined(separator: "”“"))”只能写一种", at: fields.mark(of: written[1]))
        }
        let running = fields.integer("连续年数", in: 2...20)
        let years = fields.integer("一届年数", in: 1...20)
        let averaged = fields.integer("平均年数", in: 2...20)
        let term = bound("一届满", "一届不满", in: &fields)
        return averaged.map { .average($0) } ?? running.map { .consecutive($0) } ?? term.map { .term($0) } ?? years.map
        { .termYears($0) } ?? .year
    }

    // MARK: Others

    /// 任职不满一年.
    func tenure(_ fields: inout FieldReader) -> TenureRule? {
        guard var nested = fields.nested("任职不满一年") else { return nil }
        defer { nested.finish() }
        var rule = TenureRule()
        rule.unit = word("按", in: &nested, ["月": .month, "日": .day]) ?? .month
        rule.exemptBelowMonths = nested.integer("不满几个月不考核", in: 1...24) ?? 0
        for (word, mark) in nested.words("折算") {
            switch word {
            case "起点分": rule.scalesStart = true
            case "门槛": rule.scalesGates = true
            case "等次": rule.scalesGrades = true
            case "得分": rule.scalesTotal = true
            case "次数": rule.scalesCounts = true
            default:
                let known = ["起点分", "门槛", "等次", "得分", "次数"]
                findings.addUnknown(word, as: "折算", known: known, at: mark)
            }
        }
        if rule.scalesTotal, rule.scalesGrades || rule.scalesStart {
            findings.add("折算了“得分”（折成全年），就不要再折算“等次”“起点分”", at: nested.node)
        }
        return rule
    }

    /// 免予考核.
    func exemption(_ node: MarkedNode) -> ExemptionRule? {
        guard var fields = FieldReader(node, as: "免予考核", findings: findings) else { return nil }
        defer { fields.finish() }
        let (id, name) = (fields.requiredText("编号"), fields.requiredText("名称"))
        let article = fields.requiredText("依据")
        guard let id, let name, let article else { return nil }
        return ExemptionRule(id: id, name: name, article: article, mark: node.mark)
    }

    /// 对象.
    func subject(_ fields: inout FieldReader) -> SubjectKind {
        word("对象", in: &fields, Dictionary(uniqueKeysWithValues: SubjectKind.allCases.map { ($0.rawValue, $0) }))
            ?? .member
    }

    private struct Head {
        var id: String
        var name: String
        var article: String
        var note: String
        var choices: [ReadingChoice]
        var roles: RoleSet?
        var audience: AudienceRule?
    }

    private func head(_ fields: inout FieldReader) -> Head? {
        let (id, name) = (fields.requiredText("编号"), fields.requiredText("名称"))
        let (article, note) = (fields.requiredText("依据"), fields.text("说明"))
        let choices = items.choices(&fields)
        let (roles, audience) = items.audience(&fields)
        guard let id, let name else { return nil }
        return Head(
            id: id, name: name, article: article ?? "", note: note ?? "", choices: choices, roles: roles,
            audience: audience)
    }

    private func word<Value>(
        _ key: String, in fields: inout FieldReader, _ known: [String: Value], isRequired: Bool = false
    ) -> Value? {
        guard let node = isRequired ? fields.require(key) : fields.take(key) else { return nil }
        if let value = node.scalar.flatMap({ known[$0] }) { return value }
        findings.addUnknown(node.scalar ?? "", as: key, known: known.keys.sorted(), at: node.mark)
        return nil
    }
}

/// Reads 20%, 1/5 and 0.2.
enum Share {
    static func read(_ text: String) -> Rational? {
        guard text.hasSuffix("%") else { return Rational(text) }
        return Rational(text.dropLast())?.divided(by: Rational(100))
    }
}
