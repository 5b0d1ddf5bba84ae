import Scoring

/// Adds a profile up again from what it tells a reader, and says where that is not what it claims.
struct ExplainedSum {
    let profile: AnnualProfile
    let rulebook: Rulebook

    func differences() -> [String] {
        var different: [String] = []
        for line in profile.lines { different += lineDifferences(line) }
        for group in profile.groups + [profile.whole] {
            if group.raw.subtracting(sum(group.losses.map(\.amount))) != group.amount {
                different.append("\(group.id)：\(group.raw.exactText) 减去所说的不等于 \(group.amount.exactText)")
            }
            if sum(parts(of: group) + [group.start]) != group.raw {
                different.append("\(group.id)：各项合计不等于 \(group.raw.exactText)")
            }
        }
        if profile.whole.amount != profile.total { different.append("总分不等于合计") }
        return different
    }

    /// What lies in a group itself; for the whole, what lies in no group.
    private func parts(of group: GroupLine) -> [Rational] {
        let path = group.id.isEmpty ? [] : group.groups + [group.id]
        return profile.lines.filter { $0.groups == path }.map(\.amount)
            + profile.groups.filter { $0.groups == path }.map(\.amount)
    }

    private func lineDifferences(_ line: ScoreLine) -> [String] {
        var different: [String] = []
        if line.raw.subtracting(sum(line.losses.map(\.amount))) != line.amount {
            different.append("\(line.indicator)：\(line.raw.exactText) 减去所说的不等于 \(line.amount.exactText)")
        }
        let rule = rulebook.indicators.first { $0.id == line.indicator }?.indicator
        switch rule?.take.mode {
        case .sum?, .best?:
            // What a floor gives back belongs to no record.
            let given = sum(line.losses.filter(\.isOfFloor).map(\.amount))
            let credited = sum(line.counted.map(\.credited)).subtracting(given)
            if !(rule?.isManual ?? false), credited != line.amount {
                different.append("\(line.indicator)：各条计入的合计不等于 \(line.amount.exactText)")
            }
        default: break
        }
        return different
    }

    private func sum(_ amounts: [Rational]) -> Rational { amounts.reduce(.zero) { $0.adding($1)! } }
}

extension Loss {
    fileprivate var isOfFloor: Bool { if case .floor = reason { true } else { false } }
}
