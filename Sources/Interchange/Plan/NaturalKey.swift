public import DutyModel

/// By what a record is known to be the same one when a sheet comes a second time. A function of the record alone, so
/// that a register can keep an index of it.
///
/// - events: kind, title without spaces and punctuation, first day;
/// - proposals: session and number; year and number; without number session (or year) and title;
/// - research, lectures, sector activities, opinion reports: kind, title, first day, body (its sector);
/// - speeches, publications, commendations, service: these and the first person, for two members may write under
///   one title on one day.
public struct NaturalKey: Hashable, Sendable {
    /// UTF-8 text, parts divided by `|`.
    public var text: String

    public init(of record: DutyRecord) {
        let title = TitleText.folded(record.title)
        switch record.content {
        case .proposal(let proposal):
            let session = SessionText.parse(proposal.session)?.canonical ?? String(record.days.first.year)
            let name = record.number.isEmpty ? "t|\(title)" : "n|\(TitleText.folded(record.number))"
            text = "p|\(session)|\(name)"
        case .event:
            text = "e|\(record.kind.rawValue)|\(record.days.first)|\(title)"
        case .speech, .publication, .commendation, .publicService:
            let person = record.people.first.map { String($0.member.rawValue) } ?? ""
            text = "w|\(record.kind.rawValue)|\(record.days.first)|\(person)|\(title)"
        default:
            let body = record.organization.map { String($0.rawValue) } ?? ""
            text = "w|\(record.kind.rawValue)|\(record.days.first)|\(body)|\(title)"
        }
    }
}
