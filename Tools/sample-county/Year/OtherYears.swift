import DutyModel

/// The other years of the term, lightly: the plenary, two 常委会议, proposals, an activity of every sector.
struct LightYear {
    let year: Int
    let gatherings: [Gathering]
    let proposals: [Proposal]
    let activities: [SectorActivity]

    init(_ year: Int, county: County, seed: UInt64) {
        self.year = year
        let chance = SeededGenerator(seed: seed &+ UInt64(year))
        var meetings = Meetings(county: county, turnout: Turnout(chance: chance))
        let first = (year - 2022) * 4 + 1
        gatherings = [
            meetings.plenary(year),
            meetings.standing(chinese(first), on: day(year, 3, 20), topic: "听取情况通报", guests: 3),
            meetings.standing(chinese(first + 1), on: day(year, 9, 18), topic: "专题协商", guests: 3),
        ]
        var desk = ProposalDesk(county: county, chance: chance)
        proposals = desk.proposals(60, year: year)
        var workshop = Workshop(county: county, turnout: Turnout(chance: chance))
        activities = workshop.yearly(year)
    }
}

extension Workshop {
    /// One activity of every sector in a year.
    mutating func yearly(_ year: Int) -> [SectorActivity] {
        Words.sectors.indices.map { sector in
            let date = day(year, 3 + sector % 7, 4 + sector)
            return activity(
                sector, title: "\(Words.sectors[sector])：\(Themes.activities[sector % 10])", plan: "", on: date)
        }
    }
}
