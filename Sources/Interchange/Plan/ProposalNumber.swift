public import DutyModel

/// 提案号: by what two proposals that bear it may be one.
public enum ProposalNumber {
    /// 第2024001号, ２０２４００１ and 提案2024001号 are 2024001.
    public static func plain(_ text: String) -> String {
        var number = TextFolding.withoutSpaces(TextFolding.halfWidth(text))[...]
        for lead in ["提案", "第"] where number.hasPrefix(lead) { number = number.dropFirst(lead.count) }
        for tail in ["提案", "号"] where number.hasSuffix(tail) { number = number.dropLast(tail.count) }
        return String(number)
    }

    /// Whether two proposals of one number can only be told apart by a 届次 that one of them does not say. Where both
    /// say the same, `NaturalKey` is equal.
    public static func mayBeOne(_ left: DutyRecord, _ right: DutyRecord) -> Bool {
        guard case .proposal(let first) = left.content, case .proposal(let second) = right.content else { return false }
        // Numbers begin anew each session: without one, only those of the same year can be meant.
        let apart = abs(left.days.first.year - right.days.first.year)
        guard apart <= (left.number.count >= 6 ? 1 : 0) else { return false }
        let (own, theirs) = (SessionText.parse(first.session), SessionText.parse(second.session))
        guard own != theirs else { return false }
        guard let own, let theirs else { return true }
        return own.term == theirs.term && (own.session == nil || theirs.session == nil)
    }
}
