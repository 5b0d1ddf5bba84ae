internal import DutyModel
internal import MarkedYAML

/// Finds rows and conditions that no record can ever come to, and numbers that fall between two rows.
struct TableContradictions {
    let item: RuleItem
    let rule: IndicatorRule
    let findings: FindingList

    func find() {
        findTwoDays()
        findExcluded()
        guard case .table(let rows, _) = rule.amount else { return }
        findOtherKinds(rows)
        findGaps(rows)
    }

    /// One record under two 日期 would count twice.
    private func findTwoDays() {
        for (place, one) in rule.counted.enumerated() {
            let others = rule.counted[..<place].filter { $0.basis != one.basis && $0.sharesKinds(with: one) }
            if !others.isEmpty {
                findings.add("“\(item.name)”的“计入”对同一类别写了两种“日期”，一条记录会计两次：请分成两个指标", at: item.mark)
                return
            }
        }
    }

    /// 除外 that names kinds alone takes all of them away.
    private func findExcluded() {
        let taken = rule.excluded.filter(\.isOfKindsAlone).flatMap(\.kinds)
        let left = rule.counted.filter { $0.kinds.isEmpty || !Set($0.kinds).isSubset(of: taken) }
        if !rule.counted.isEmpty, left.isEmpty {
            findings.add("“\(item.name)”计入的类别都在“除外”里：一条也计不到", at: item.mark)
        }
    }

    private func findOtherKinds(_ rows: [AmountRow]) {
        for row in rows where !row.condition.kinds.isEmpty {
            guard !rule.counted.contains(where: { $0.sharesKinds(with: row.condition) }) else { continue }
            findings.add("这一行的类别不在“计入”之内，永远轮不到", at: row.mark)
        }
    }

    /// 第几位 1-2 and 4以上 leave out the third.
    private func findGaps(_ rows: [AmountRow]) {
        guard !rows.contains(where: { $0.condition == .anything }) else { return }
        findGaps(rows, "第几位", \.positions)
        findGaps(rows, "人数", \.counts)
    }

    private func findGaps(
        _ rows: [AmountRow], _ key: String, _ band: WritableKeyPath<Selection, ClosedRange<UInt8>?>
    ) {
        // Rows that differ in nothing but this.
        let plain = rows.map { row in
            var condition = row.condition
            condition[keyPath: band] = nil
            condition.words = ""
            return condition
        }
        guard rows.count > 1, Set(plain).count == 1 else { return }
        let bands = rows.compactMap { $0.condition[keyPath: band] }.sorted { $0.lowerBound < $1.lowerBound }
        guard bands.count == rows.count else { return }
        for (one, next) in zip(bands, bands.dropFirst())
        where one.upperBound < 255 && one.upperBound + 1 < next.lowerBound {
            let gap = "\(one.upperBound + 1)" + (one.upperBound + 2 < next.lowerBound ? "-\(next.lowerBound - 1)" : "")
            findings.add("“\(item.name)”的\(key) \(gap) 没有分值：两行之间有空档", at: item.mark)
        }
    }
}

extension Selection {
    /// No condition at all.
    fileprivate static let anything = Selection()

    /// Nothing is asked but the kind.
    fileprivate var isOfKindsAlone: Bool {
        var plain = self
        (plain.kinds, plain.words) = ([], "")
        return plain == .anything
    }

    fileprivate func sharesKinds(with other: Selection) -> Bool {
        kinds.isEmpty || other.kinds.isEmpty || !Set(kinds).isDisjoint(with: other.kinds)
    }
}
