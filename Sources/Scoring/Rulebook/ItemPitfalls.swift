internal import DutyModel
internal import MarkedYAML

/// Finds indicators that are well written and count what hardly anybody means: the slips of a tired hand. They are
/// told and taken, for a regulation may after all say so.
struct ItemPitfalls {
    let catalogue: KindCatalogue
    let findings: FindingList

    func find(in rulebook: Rulebook) {
        for item in rulebook.indicators {
            guard let rule = item.indicator else { continue }
            if rule.isManual { continue }
            checkDeduction(item, rule)
            checkHalfDays(item, rule)
            if case .table(let rows, .first) = rule.amount { checkOrder(of: rows, in: item) }
        }
    }

    /// Points taken away from everyone who came are hardly ever meant: 状态 was forgotten.
    private func checkDeduction(_ item: RuleItem, _ rule: IndicatorRule) {
        guard rule.isDeduction, rule.counts(attendedOnly: catalogue) else { return }
        switch rule.take.mode {
        case .sum, .best, .everyFull: break
        default: return
        }
        if case .table(let rows, _) = rule.amount, rows.contains(where: { $0.condition.statuses != .max }) {
            return findings.add("“\(item.name)”的“计入”没有写状态，只计到会的，表里写状态的行用不到：请在“计入”里写上状态（如 状态: 任何）", at: item.mark)
        }
        findings.add("“\(item.name)”是扣分，没有写状态就是到会一次扣一次：请写上状态（如 状态: 无故缺席）", at: item.mark)
    }

    private func checkHalfDays(_ item: RuleItem, _ rule: IndicatorRule) {
        guard case .perHalfDay = rule.amount else { return }
        let families = Set(rule.counted.flatMap(\.kinds).compactMap { catalogue[$0]?.family })
        if !families.isEmpty, families.isDisjoint(with: [.event, .sectorActivity, .lecture]) {
            return findings.add("“\(item.name)”按“每半天”给分，可是这些类别没有半天", at: item.mark)
        }
        if !rule.counted.isEmpty, rule.counted.allSatisfy({ $0.statuses & Selection.there == 0 }) {
            findings.add("“\(item.name)”按“每半天”给分，数的是到会的半天，可是这里计入的都没有到会：永远是 0", at: item.mark)
        }
    }

    private func checkOrder(of rows: [AmountRow], in item: RuleItem) {
        for (position, row) in rows.enumerated() {
            guard let earlier = rows[..<position].firstIndex(where: { $0.condition.covers(row.condition) }) else {
                continue
            }
            findings.add(
                "“\(item.name)”的表取第一个符合的，这一行永远轮不到：第 \(earlier + 1) 行已经包括了它；窄的写在前面", at: row.mark)
        }
    }
}

extension IndicatorRule {
    /// Whether every block counts attended records, without a word on who came or how.
    fileprivate func counts(attendedOnly catalogue: KindCatalogue) -> Bool {
        let plain = counted.filter { block in
            let families = Set(block.kinds.compactMap { catalogue[$0]?.family })
            return !families.isEmpty && families.isSubset(of: [.event, .sectorActivity])
                && block.statuses == Selection.there && !block.words.contains("状态：") && block.wholeCourse == nil
                && block.allMarks.isEmpty && block.noMarks.isEmpty && block.mandatory == nil && block.invitedAs == .max
                && block.remaining == Selection().remaining
        }
        return !counted.isEmpty && plain.count == counted.count
    }
}

extension Selection {
    /// Whether whatever meets the other meets this one too.
    func covers(_ other: Selection) -> Bool {
        coversPeople(other) && coversMarks(other) && remaining == other.remaining
    }

    private func coversPeople(_ other: Selection) -> Bool {
        (kinds.isEmpty || (!other.kinds.isEmpty && Set(other.kinds).isSubset(of: kinds)))
            && other.parts & ~parts == 0 && other.statuses & ~statuses == 0 && other.invitedAs & ~invitedAs == 0
            && other.modes & ~modes == 0 && (roles.isEmpty || (!other.roles.isEmpty && other.roles.isSubset(of: roles)))
            && contains(positions, other.positions) && contains(counts, other.counts)
    }

    private func coversMarks(_ other: Selection) -> Bool {
        allMarks.isSubset(of: other.allMarks) && noMarks.isSubset(of: other.noMarks)
            && contains(anyStage, other.anyStage) && contains(anyHonour, other.anyHonour)
            && contains(levels, other.levels) && contains(instructions, other.instructions)
            && (mandatory == nil || mandatory == other.mandatory)
            && (wholeCourse == nil || wholeCourse == other.wholeCourse)
    }

    /// Nil and empty mean no condition.
    private func contains(_ own: ClosedRange<UInt8>?, _ other: ClosedRange<UInt8>?) -> Bool {
        guard let own else { return true }
        return other.map { own.contains($0.lowerBound) && own.contains($0.upperBound) } ?? false
    }

    private func contains<Marks: OptionSet>(_ own: Marks, _ other: Marks) -> Bool {
        own.isEmpty || (!other.isEmpty && own.isSuperset(of: other))
    }

    /// What is left of the conditions besides those compared here: it must be the same in both, so that a condition
    /// this comparison does not know is never taken for none.
    fileprivate var remaining: Selection {
        var rest = self
        let none = Selection()
        (rest.kinds, rest.parts, rest.statuses) = (none.kinds, none.parts, none.statuses)
        (rest.invitedAs, rest.modes, rest.roles) = (none.invitedAs, none.modes, none.roles)
        (rest.positions, rest.counts, rest.words) = (none.positions, none.counts, none.words)
        (rest.allMarks, rest.noMarks, rest.anyStage) = (none.allMarks, none.noMarks, none.anyStage)
        (rest.anyHonour, rest.levels, rest.instructions) = (none.anyHonour, none.levels, none.instructions)
        (rest.mandatory, rest.wholeCourse) = (none.mandatory, none.wholeCourse)
        return rest
    }
}
