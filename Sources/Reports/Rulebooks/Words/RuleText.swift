import DutyModel
import Scoring
import Tabular

/// Amounts and ways of taking, in words.
enum RuleText {
    /// What one record is worth; of a group, its start points.
    static func amount(_ item: RuleItem) -> String {
        guard let rule = item.indicator else { return start(item.group) }
        if rule.isManual { return "由人评分" }
        switch rule.take.mode {
        case .rate, .tiers, .quantityTiers: return ""
        case .sum, .best, .everyFull, .shortfall, .slope, .everyQuantity: break
        }
        return (rule.isDeduction ? "扣 " : "") + amount(rule.amount)
    }

    private static func amount(_ amount: AmountRule) -> String {
        switch amount {
        case .fixed(let amount): return "\(amount.exactText) 分"
        case .perHalfDay(let amount): return "每半天 \(amount.exactText) 分"
        case .perMissedHalfDay(let amount): return "每缺半天 \(amount.exactText) 分"
        case .perQuantity(let quantity, let points, let isProportional, let most):
            return "每 \(quantity.text) \(points.exactText) 分" + (isProportional ? "，零头按比例" : "")
                + (most.map { "，一次最多 \($0.exactText) 分" } ?? "")
        case .table(let rows, let combination):
            let words = rows.map { row in
                let condition = SelectionText.words(row.condition)
                return "\(condition.isEmpty ? "其余" : condition) \(row.amount.exactText) 分"
            }
            return words.joined(separator: "；") + combinationText(combination)
        case .split(let total, let first, let credited):
            let share = first.map { "，第一人得 \($0.exactText)，其余平分" } ?? "，各人平分"
            return "\(total.exactText) 分\(share)" + (credited.map { "，最多计 \($0) 人" } ?? "")
        }
    }

    private static func combinationText(_ combination: AmountRule.TableCombination) -> String {
        switch combination {
        case .first: ""
        case .best: "（符合几行的取最高）"
        case .sum: "（符合的各行相加）"
        }
    }

    static func start(_ group: GroupRule?) -> String {
        guard let group, !group.start.isEmpty else { return "" }
        let words = group.start.map { start in
            let roles = SelectionText.roles(start.roles)
            return (roles.isEmpty ? (group.start.count > 1 ? "其他 " : "") : roles + " ") + start.amount.exactText + " 分"
        }
        return "起点 " + words.joined(separator: "、")
    }

    /// How records, or the parts of a group, are taken together.
    static func take(_ item: RuleItem) -> String {
        guard let rule = item.indicator else { return group(item.group) }
        guard !rule.isManual else { return "" }
        var words = [mode(rule.take.mode)]
        if rule.take.from > 1 { words.append("从第 \(rule.take.from) 次起") }
        if let limit = rule.take.limit {
            let after = rule.take.afterLimit.map { "，其后每次 \($0.exactText) 分" } ?? ""
            words.append("只计前 \(limit) 次" + after)
        }
        if let largest = rule.take.largest { words.append("取最高的 \(largest) 次") }
        for limit in [rule.take.perPeriod, rule.take.perOtherPeriod].compactMap({ $0 }) {
            words.append("每\(limit.period.label)最多 \(limit.count) 次")
        }
        return words.filter { !$0.isEmpty }.joined(separator: "；")
    }

    private static func group(_ group: GroupRule?) -> String {
        guard let group else { return "" }
        var words: [String] = []
        switch group.combination {
        case .sum: break
        case .best: words.append("取最高的一项")
        case .bestFew(let few): words.append("取最高的 \(few) 项")
        case .mean: words.append("取各项的平均")
        }
        if group.factor != .one { words.append("合计乘以 \(group.factor.exactText)") }
        return words.joined(separator: "；")
    }

    private static func mode(_ mode: TakeRule.Mode) -> String {
        switch mode {
        case .sum: "累加"
        case .best: "取最高的一次"
        case .tiers(let tiers): tiers.map { "满 \($0.count) 次得 \($0.amount.exactText) 分" }.joined(separator: "；")
        case .everyFull(let count): "每满 \(count) 次计一次"
        case .shortfall(let count): "应满 \(count) 次，每少一次计一次"
        case .rate(let rate): rateText(rate)
        case .slope(let slope): slopeText(slope)
        case .quantityTiers(let tiers):
            tiers.map { "合计满 \($0.quantity.text) 得 \($0.amount.exactText) 分" }.joined(separator: "；")
        case .everyQuantity(let quantity): "合计每满 \(quantity.text) 计一次"
        }
    }

    private static func slopeText(_ slope: RateSlope) -> String {
        let way = slope.isAbove ? "高于 \(slope.from.percent) 的，每高" : "低于 \(slope.from.percent) 的，每低"
        return "出席率\(way) \(slope.per.percent) 计一次" + (slope.isProportional ? "，零头按比例" : "")
            + "；应到：\(SelectionText.words(slope.expected))"
    }

    /// 前提, 取整, 相对, bounds told from other items, and what counts once.
    static func terms(_ item: RuleItem) -> String {
        var words: [String] = []
        if let terms = item.terms {
            if let cap = terms.cap { words.append("最高为 \(cap.item) 的 \(cap.factor.percent)") }
            if let floor = terms.floor { words.append("最低为 \(floor.item) 的 \(floor.factor.percent)") }
            if !terms.premises.isEmpty {
                let premises = terms.premises.map(GateText.words).joined(separator: "、")
                words.append("前提：\(premises)，达不到时计 \(terms.otherwise.percent)")
            }
            if let relative = terms.relative { words.append(relativeText(relative)) }
            if let rounding = terms.rounding { words.append("取整到 \(rounding.digits) 位小数，\(rounding.rounding.label)") }
        }
        if let works = item.works { words.append("同一成果\(works.rawValue)") }
        if let records = item.records { words.append("同一记录\(records.rawValue)") }
        return words.joined(separator: "；")
    }

    private static func relativeText(_ rule: RelativeRule) -> String {
        switch rule {
        case .best(let points): "全体最高的得 \(points.exactText) 分，其余按比例"
        case .mean(let points): "达到全体平均的得 \(points.exactText) 分，其余按比例"
        case .places(let places): places.map { "前 \($0.upTo) 名得 \($0.amount.exactText) 分" }.joined(separator: "、")
        }
    }

    private static func rateText(_ rate: RateRule) -> String {
        let steps = rate.steps.map { "出席率满 \($0.share.percent) 得 \($0.amount.exactText) 分" }
        var words = [steps.isEmpty ? "\(rate.full.exactText) 分 × 出席率" : steps.joined(separator: "；")]
        if rate.allOrNothing { words.append("缺一次不得分") }
        words.append("应到：\(SelectionText.words(rate.expected))")
        if !rate.whenNoneExpected.isZero { words.append("没有应到的得 \(rate.whenNoneExpected.exactText) 分") }
        return words.joined(separator: "；")
    }

    /// 2024 年上年12月1日 至 本年11月30日.
    static func window(_ window: WindowRule) -> String { "\(edge(window.first)) 至 \(edge(window.last))" }

    private static func edge(_ edge: WindowRule.Edge) -> String {
        (edge.yearOffset < 0 ? "上年" : edge.yearOffset > 0 ? "次年" : "本年") + "\(edge.month)月\(edge.day)日"
    }

    /// 任职不满一年.
    static func tenure(_ rule: TenureRule?) -> String {
        guard let rule else { return "" }
        let scaled = [
            ("起点分", rule.scalesStart), ("门槛", rule.scalesGates), ("等次", rule.scalesGrades), ("次数", rule.scalesCounts),
            ("得分", rule.scalesTotal),
        ]
        .filter(\.1).map(\.0)
        let share = rule.unit == .month ? "按任职月数" : "按任职天数"
        let words = [
            scaled.isEmpty ? "" : "\(share)折算\(scaled.joined(separator: "、"))",
            rule.exemptBelowMonths > 0 ? "不满 \(rule.exemptBelowMonths) 个月不考核" : "",
        ]
        return words.filter { !$0.isEmpty }.joined(separator: "；")
    }
}

extension Rational {
    /// 80%, 100/3%.
    var percent: String { (multiplied(by: Rational(100)) ?? self).exactText + "%" }
}

extension Rational? {
    /// As the rulebook writes it, empty where there is none.
    var exactWords: String { map(\.exactText) ?? "" }
    var exactCell: Cell { map { $0.exactText.contains("/") ? .text($0.exactText) : .decimal($0.exactText) } ?? .empty }
}
