/// One indicator or group, and the whole as a group of all.
struct PlainItem {
    private enum Content {
        case manual
        case indicator(PlainIndicator)
        case group([PlainItem], isBest: Bool)
    }

    let id: String
    private let written: PlainText
    private let roles: Set<String>
    private let content: Content

    /// 总分.
    init(whole: PlainText, choices: PlainChoices) {
        id = "总分"
        written = whole["总分"] ?? .map([])
        roles = []
        content = .group(PlainItem.items(whole.each("指标"), choices), isBest: false)
    }

    private init(_ written: PlainText, _ choices: PlainChoices) {
        id = written.text("编号") ?? ""
        self.written = written
        roles = Set(written["适用"]?.words("职务") ?? [])
        if written["包含"] != nil {
            content = .group(PlainItem.items(written.each("包含"), choices), isBest: written.text("合计") == "取最高")
        } else {
            content = written.flag("人工") ?? false ? .manual : .indicator(PlainIndicator(written))
        }
    }

    private static func items(_ written: [PlainText], _ choices: PlainChoices) -> [PlainItem] {
        written.filter(choices.leaveIn).map { PlainItem($0, choices) }
    }

    /// Adds what it and everything below is worth.
    /// - Returns: What it is worth to the group above; nil where it, or a group it lies in, is not for the member.
    @discardableResult
    func settle(_ member: PlainSettling, into amounts: inout [String: PlainFraction]) -> PlainFraction? {
        let applies = member.applies && (roles.isEmpty || !roles.isDisjoint(with: member.roles))
        var member = member
        member.applies = applies
        var worth: PlainFraction
        switch content {
        case .manual: worth = bounded(member.year.manual.filter { $0.id == id }.map(\.points).sum())
        case .indicator(let rule):
            let parts = PlainItem.parts[written.text("分期") ?? ""]
            worth = parts == nil ? bounded(rule.collected(member.year, in: member.book)) : .zero
            for (number, part) in (parts ?? []).enumerated() {
                let own = bounded(rule.collected(member.year, in: member.book, part: part))
                amounts["\(id).\(number + 1)"] = !applies ? .zero : written["扣分"] == nil ? own : .zero - own
                worth = worth + own
            }
        case .group(let items, let isBest):
            let parts = items.map { $0.settle(member, into: &amounts) }
            let together = isBest ? parts.compactMap { $0 }.max() ?? .zero : combined(parts)
            let start = start(member)
            if id == "总分" { amounts["起点分"] = start }
            worth = bounded((together + start) * (written.fraction("乘以") ?? .one))
        }
        if written["扣分"] != nil { worth = .zero - worth }
        amounts[id] = applies ? worth : .zero
        return applies ? worth : nil
    }

    private static let parts = [
        "每月": (1...12).map { "\($0)月" }, "每季度": ["一季度", "二季度", "三季度", "四季度"], "每半年": ["上半年", "下半年"],
    ]

    private func combined(_ parts: [PlainFraction?]) -> PlainFraction {
        let own = parts.compactMap { $0 }
        if let few = written.number("取最高几项") { return own.sorted(by: >).prefix(few).sum() }
        if written.text("合计") == "平均" { return own.isEmpty ? .zero : own.sum() / PlainFraction(Int128(own.count)) }
        return own.sum()
    }

    private func bounded(_ number: PlainFraction) -> PlainFraction {
        let capped = min(number, written.fraction("上限") ?? number)
        return max(capped, written.fraction("下限") ?? capped)
    }

    /// 起点分 of the first row that fits the member's 职务.
    private func start(_ member: PlainSettling) -> PlainFraction {
        guard let points = written["起点分"] else { return .zero }
        let row = points.each.first { $0["职务"] == nil || !member.roles.isDisjoint(with: $0.words("职务")) }
        return (row?.fraction ?? row?.fraction("分") ?? .zero) * member.startShare
    }
}

/// Whose amounts are found.
struct PlainSettling {
    var year: PlainYear
    var book: PlainBook
    /// On the last day in the committee within the window.
    var roles: Set<String>
    var startShare: PlainFraction
    /// Whether every group above is for the member.
    var applies = true
}

/// 读法: which parts of a rulebook the readings chosen leave in.
struct PlainChoices {
    var chosen: [String: String]

    func leaveIn(_ part: PlainText) -> Bool {
        (part["读法"]?.fields ?? []).allSatisfy { chosen[$0.key] == $0.value.text }
    }
}
