import Scoring

/// 名次 and 处理 in words.
enum JudgingText {
    // MARK: 名次

    static func population(_ rank: RankRule) -> String {
        let roles = SelectionText.audience(rank.appliesTo, rank.audience)
        let words = [
            roles.isEmpty ? "全体" : roles, rank.unit.map { "各\($0.rawValue)分别排" } ?? "",
            rank.needsGates ? "基本要求须达到" : "",
            rank.fillsUp ? "" : "空出的名额不递补",
        ]
        return words.filter { !$0.isEmpty }.joined(separator: "，")
    }

    static func order(_ rank: RankRule) -> String {
        ([rank.key] + rank.tieBreaks).map(words).joined(separator: "，再比")
    }

    private static func words(_ key: RankRule.Key) -> String {
        switch key {
        case .total: "总分"
        case .totalOverStart: "总分比起点分"
        case .group(let id): id
        }
    }

    static func size(_ rank: RankRule) -> String {
        let end = rank.isFromTop ? "前" : "后"
        switch rank.size {
        case .number(let number): return "\(end) \(number) 名"
        case .share(let share, let rounding): return "\(end) \(share.percent)，\(rounding.label)"
        }
    }

    static func effect(_ rank: RankRule) -> String {
        let grade: String? =
            switch rank.effect {
            case .none: nil
            case .award(let grade): "评为\(grade)"
            case .limit(let grade): "\(grade)以此为限"
            }
        let words = [grade, rank.consequence.isEmpty ? nil : rank.consequence].compactMap { $0 }
        return words.isEmpty ? "列名单" : words.joined(separator: "；")
    }

    // MARK: 处理

    /// What is looked at, how much of it, over which years.
    static func look(_ measure: MeasureRule) -> String {
        let roles = SelectionText.audience(measure.appliesTo, measure.audience)
        let counts: Bool
        switch measure.look {
        case .records, .run, .manual: counts = true
        case .below, .grades, .list, .unmet: counts = false
        }
        let words =
            [
                roles.isEmpty ? "" : "［\(roles)］", look(measure.look), span(measure.span),
                counts ? bound(measure) : "",
            ] + measure.also.map { "同时\(look($0.look))，一年\(boundWords($0.bound))" }
        return words.filter { !$0.isEmpty }.joined(separator: "，")
    }

    private static func look(_ look: MeasureRule.Look) -> String {
        switch look {
        case .records(let counted, let excluded):
            SelectionText.words(counted) + (excluded.isEmpty ? "" : "，除去\(SelectionText.words(excluded))")
        case .run(let counted, let excluded, let among):
            "连续的\(SelectionText.words(counted))" + (excluded.isEmpty ? "" : "，除去\(SelectionText.words(excluded))")
                + "（应到：\(SelectionText.words(among))）"
        case .manual: "人工登记"
        case .below(let points): "总分低于 \(points.exactText) 分"
        case .grades(let names): "等次为" + names.joined(separator: "、")
        case .list(let id): "列入“\(id)”"
        case .unmet(let id): "未达到“\(id)”"
        }
    }

    /// Of one year; a sum over the term says its own.
    private static func bound(_ measure: MeasureRule) -> String {
        if case .term = measure.span { return "" }
        return "一年" + boundWords(measure.bound)
    }

    private static func boundWords(_ bound: MeasureRule.Bound) -> String {
        switch bound {
        case .atLeast(let number): "满 \(number) 次"
        case .fewerThan(let number): "不满 \(number) 次"
        }
    }

    private static func span(_ span: MeasureRule.Span) -> String {
        switch span {
        case .year: ""
        case .consecutive(let years): "连续 \(years) 年"
        case .term(let bound): "一届合计" + boundWords(bound)
        case .termYears(let years): "一届内有 \(years) 年"
        case .average(let years): "连续 \(years) 年平均"
        }
    }
}
