import DutyModel

/// Finds the proposal that has a number already where one of the two does not say its 届次, and would else be taken
/// for another.
struct ProposalNumbers {
    let session: SheetSession

    /// 第2024001号, ２０２４００１ and 提案2024001号 are 2024001.
    static func plain(_ text: String) -> String {
        var number = TextFolding.withoutSpaces(TextFolding.halfWidth(text))[...]
        for lead in ["提案", "第"] where number.hasPrefix(lead) { number = number.dropFirst(lead.count) }
        for tail in ["提案", "号"] where number.hasSuffix(tail) { number = number.dropLast(tail.count) }
        return String(number)
    }

    /// Takes over the 届次 of the same proposal met before; false after a finding where another has the number.
    func settle(_ record: inout DutyRecord) throws -> Bool {
        guard !record.number.isEmpty, case .proposal(var content) = record.content else { return true }
        let own = SessionText.parse(content.session)
        for other in try others(record.number) where isWithin(other, of: record) {
            guard case .proposal(let known) = other.content else { continue }
            let theirs = SessionText.parse(known.session)
            guard mayBeOne(own, theirs) else { continue }
            guard TitleText.resemble(TitleText.folded(other.title), TitleText.folded(record.title)) else {
                session.report(
                    .error, field: "number", "提案号重复：这个号已是“\(other.title)”",
                    "请核对提案号；不是同一届次的，请填“届次”")
                return false
            }
            content.session = known.session
            record.content = .proposal(content)
            return true
        }
        return true
    }

    /// Two 届次 that differ only in that one says less. Where they are equal, the natural key tells.
    private func mayBeOne(_ left: SessionText?, _ right: SessionText?) -> Bool {
        guard left != right else { return false }
        guard let left, let right else { return true }
        return left.term == right.term && (left.session == nil || right.session == nil)
    }

    private func others(_ number: String) throws -> [DutyRecord] {
        let desk = session.desk
        let met = desk.records.drafts(numbered: number).map(\.record)
        return try (desk.register.records(numbered: number) + met).filter { $0.content.family == .proposal }
    }

    /// Numbers begin anew each session: without one, only those of the same year can be meant.
    private func isWithin(_ other: DutyRecord, of record: DutyRecord) -> Bool {
        abs(other.days.first.year - record.days.first.year) <= (record.number.count >= 6 ? 1 : 0)
    }
}
