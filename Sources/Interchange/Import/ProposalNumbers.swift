import DutyModel

/// Finds the proposal that has a number already where one of the two does not say its 届次, and would else be taken
/// for another.
struct ProposalNumbers {
    let session: SheetSession

    /// Takes over the 届次 of the same proposal met before; false after a finding where another has the number.
    func settle(_ record: inout DutyRecord) throws -> Bool {
        guard !record.number.isEmpty, case .proposal(var content) = record.content else { return true }
        for other in try others(record.number) where ProposalNumber.mayBeOne(other, record) {
            guard case .proposal(let known) = other.content else { continue }
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

    private func others(_ number: String) throws -> [DutyRecord] {
        let desk = session.desk
        let met = desk.records.drafts(numbered: number).map(\.record)
        return try (desk.register.records(numbered: number) + met).filter { $0.content.family == .proposal }
    }
}
