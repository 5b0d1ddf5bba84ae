internal import DutyModel
internal import Scoring

extension Roster {
    /// The bodies and the party by which 名次 may tell populations apart: of each kind the last one in a window.
    func units(of person: ScoredPerson, on window: DayRange) -> [RankUnit: String] {
        var units: [RankUnit: String] = [.party: person.member.party]
        units[.sector] = person.sectors.last
        let held = memberships(of: person.member.id).filter { $0.from <= window.last }
        for membership in held where membership.to.map({ $0 >= window.first }) ?? true {
            guard let body = self[membership.organization] else { continue }
            switch body.classification {
            case .specialCommittee: units[.committee] = body.name
            case .townshipGroup: units[.township] = body.name
            case .activityGroup: units[.activityGroup] = body.name
            case .committee, .sector: break
            }
        }
        return units
    }
}
