/// What counts, for how much, and how it is taken together.
struct PlainIndicator {
    private let counted: [PlainCondition]
    private let excluded: [PlainCondition]
    private let amount: PlainAmount?
    private let take: PlainText
    private let expected: [PlainCondition]
    private let window: PlainText?
    private let periods: [(name: String, most: Int)]

    init(_ written: PlainText) {
        counted = PlainCondition.any(written["计入"], status: "到会")
        excluded = PlainCondition.any(written["除外"], status: nil)
        amount = PlainAmount(written["分值"] ?? written["扣分"])
        take = written["取法"] ?? .word("累加")
        expected = PlainCondition.any(take["应到"], status: "任何")
        window = written["窗口"]
        let take = take
        periods = ["天", "周", "月", "季度", "半年"].compactMap { name in
            take.number("每\(name)最多").map { (name, $0) }
        }
    }

    /// - Parameter part: 分期: one of the parts it is reckoned for; 全年 for none.
    func collected(_ year: PlainYear, in book: PlainBook, part: String = "全年") -> PlainFraction {
        let own = window.map { PlainWindow($0).days(of: book.year, part: book.part) } ?? book.window
        let days = PlainWindow.cut(own, of: book.year, to: part)
        // Of days that are not looked at nothing is missing either.
        if days.last < days.first { return .zero }
        let credits = credits(in: book, year.records(counted, without: excluded, in: days))
        if let tiers = take["按次数"] { return highest(tiers, "满") { $0 <= PlainFraction(Int128(credits.count)) } }
        if let many = take.number("满几次") { return credits.count >= many ? take.fraction("得") ?? .zero : .zero }
        if let many = take.number("每满几次") { return each(credits.count / many) }
        if let many = take.number("应满几次") { return each(max(0, many - credits.count)) }
        if take["出席率"] != nil || take["按出席率"] != nil {
            return rate(credits.count, of: year.records(expected, without: [], in: days).count)
        }
        if let few = take.number("取最高几次") { return credits.sorted(by: >).prefix(few).sum() }
        let isBest = ["一次", "最高"].contains(take.text ?? take.text("方式") ?? "累加")
        return isBest ? credits.max() ?? .zero : credits.sum()
    }

    private func each(_ times: Int) -> PlainFraction {
        guard case .fixed(let amount)? = amount else { return .zero }
        return PlainFraction(Int128(times)) * amount
    }

    private func rate(_ had: Int, of known: Int) -> PlainFraction {
        if known == 0 { return take.fraction("无应到时") ?? .zero }
        let share = PlainFraction(Int128(min(had, known)), Int128(known))
        if let steps = take["按出席率"] { return highest(steps, "满") { $0 <= share } }
        let full = take.fraction("出席率") ?? .zero
        if take.flag("缺一不得") ?? false { return share == .one ? full : .zero }
        return full * share
    }

    /// 得 of the highest step that is reached.
    private func highest(
        _ steps: PlainText, _ key: String, where isReached: (PlainFraction) -> Bool
    ) -> PlainFraction {
        let reached = steps.each.filter { $0.fraction(key).map(isReached) ?? false }
        let best = reached.max { ($0.fraction(key) ?? .zero) < ($1.fraction(key) ?? .zero) }
        return best?.fraction("得") ?? .zero
    }

    /// What each record that counts is worth, one after another.
    private func credits(in book: PlainBook, _ records: [PlainRecord]) -> [PlainFraction] {
        let (from, limit) = (take.number("从第几次起") ?? 1, take.number("只计前几次") ?? .max)
        var credits: [PlainFraction] = []
        var number = 0
        var inPeriod: [String: Int] = [:]
        for record in records {
            guard let worth = amount == nil ? .zero : amount?.worth(record) else { continue }
            let stretches = periods.map { (key: $0.name + record.day.stretch($0.name, of: book.year), most: $0.most) }
            if stretches.contains(where: { inPeriod[$0.key, default: 0] >= $0.most }) { continue }
            for stretch in stretches { inPeriod[stretch.key, default: 0] += 1 }
            number += 1
            if number < from { continue }
            if let credit = number <= limit ? worth : take.fraction("其后每次") { credits.append(credit) }
        }
        return credits
    }
}
