public import DutyModel

/// By what a record is known to be the same one when a sheet comes a second time. A function of the record alone, so
/// that a register can keep an index of it.
///
/// - events: kind, title without spaces and punctuation, first day, and the half of it where that is known;
/// - proposals: session and number; year and number; without number session (or year) and title;
/// - research, lectures, sector activities, opinion reports, programmes: kind, title, first day (and half), body;
/// - speeches, publications, commendations, service: these and the first person, for two members may write under
///   one title on one day.
public struct NaturalKey: Hashable, Sendable {
    /// UTF-8 text, parts divided by `|`.
    public var text: String

    public init(of record: DutyRecord) {
        let title = TitleText.folded(record.title)
        // A record that says nothing of its half has the key it had before there were halves.
        let half = record.half.map { "|\($0.rawValue)" } ?? ""
        switch record.content {
        case .proposal(let proposal):
            let session = SessionText.parse(proposal.session)?.canonical ?? String(record.days.first.year)
            let name = record.number.isEmpty ? "t|\(title)" : "n|\(TitleText.folded(record.number))"
            text = "p|\(session)|\(name)"
        case .event:
            text = "e|\(record.kind.rawValue)|\(record.days.first)|\(title)" + half
        case .speech, .publication, .commendation, .publicService:
            let person = record.people.first.map { String($0.member.rawValue) } ?? ""
            text = "w|\(record.kind.rawValue)|\(record.days.first)|\(person)|\(title)"
        default:
            let body = record.organization.map { String($0.rawValue) } ?? ""
            text = "w|\(record.kind.rawValue)|\(record.days.first)|\(body)|\(title)" + half
        }
    }

    /// The keys under which the same thing may be known by somebody who said more, or less, of the half-day it was
    /// held at.
    public static func ofOtherHalves(_ record: DutyRecord) -> [NaturalKey] {
        var other = record
        guard record.half == nil else {
            other.half = nil
            return [NaturalKey(of: other)]
        }
        return DayPart.allCases.map { half in
            other.half = half
            return NaturalKey(of: other)
        }
    }
}
