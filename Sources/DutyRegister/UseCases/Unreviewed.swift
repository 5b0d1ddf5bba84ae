internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// Tells in a profile what is not approved yet, and what each of it would bring.
struct Unreviewed {
    let kinds: KindCatalogue
    let scorer: Scorer
    /// The year as it counts.
    let year: MemberYear

    /// Adds to each line that would count it why a record does not count, and returns all of them in order of day.
    /// - Parameter drafts: whether the member's own drafts are told of too.
    func tell(
        _ records: [DutyRecord], in profile: inout AnnualProfile, display: NumberDisplay
    ) throws -> [UnreviewedRecord] {
        var told: [UnreviewedRecord] = []
        for record in records where record.review != .approved {
            var approved = record
            approved.review = .approved
            let would = try scorer.profile(year.with(approved, kinds: kinds))
            let gain = would.total.subtracting(profile.total)
            told.append(
                UnreviewedRecord(record: RecordCandidate(record, kinds: kinds), review: record.review, gain: gain))
            let reason = "\(record.review.label)，未计分" + (gain.map { "；\(Self.words($0, display))" } ?? "")
            guard let person = record.people.first(where: { $0.member == year.member }) else { continue }
            let passed = PassedRecord(
                record: record.id, kind: record.kind, day: record.days.first, part: person.part, status: person.status,
                reason: reason)
            for place in profile.lines.indices
            where would.lines[place].counted.contains(where: { $0.record == record.id }) {
                profile.lines[place].passed.append(passed)
            }
        }
        return told
    }

    private static func words(_ gain: Rational, _ display: NumberDisplay) -> String {
        if gain == .zero { return "通过后总分不变" }
        return gain > .zero
            ? "通过后总分加 \(gain.text(display)) 分" : "通过后总分减 \((Rational.zero.subtracting(gain) ?? gain).text(display)) 分"
    }
}

extension MemberYear {
    /// The year with one more record in it.
    fileprivate func with(_ record: DutyRecord, kinds: KindCatalogue) -> MemberYear {
        let entries = FactProjection.project(record, catalogue: kinds).rows.filter { $0.member == member }
        var copy = self
        for (year, own) in Dictionary(grouping: entries, by: \.year) {
            if let place = copy.facts.firstIndex(where: { $0.year == year }) {
                copy.facts[place].rows = copy.facts[place].rows.replacing(record.id, with: own.map(\.row))
            } else {
                copy.facts.append((year, PackedFacts(own.map(\.row))))
            }
        }
        copy.facts.sort { $0.year < $1.year }
        return copy
    }
}
