import DutyModel

/// A research report with its team.
struct ResearchReport {
    /// 调研成果, or 监督建议书.
    var kind = "调研成果"
    var title: String
    var days: DayRange
    var sites: String
    var organizer: String
    var drafter: Int
    var team: [Int]
    var report: String
    var adopted = ""
    var instructed = ""
}

/// One 社情民意 with its authors.
struct Opinion {
    var number: String
    var title: String
    var authors: [Int]
    var day: CivilDay
    /// 县采用, 市采用, …; 未采用 where none.
    var adopted: String
    var instructed = ""
}

/// One 委员讲堂.
struct Lecture {
    var title: String
    var day: CivilDay
    var place: String
    var organizer: String
    var speaker: Int
    var listeners: [Int]
    var audience: String
    var headcount: Int
    var online: Bool
}

/// One item of a sector's yearly plan.
struct PlanTopic {
    var sector: Int
    var month: Int
    var topic: String
}

/// One activity of a sector.
struct SectorActivity {
    var sector: Int
    var title: String
    var planTopic: String
    var day: CivilDay
    var place: String
    var attendees: [Int]
    var excused: [Int]
    var publicHeads: Int
    var outcome: String
}

/// A duty of another kind: speech, publication, commendation, service.
struct OtherDuty {
    var kind: String
    var title: String
    var people: [Int]
    var day: CivilDay
    /// 国家, 省, 市, 县, where it has a level.
    var level = ""
    /// 表彰单位, 刊发媒体, 服务对象 or 会议.
    var party = ""
    /// 口头 or 书面 for a speech; 成效 for service.
    var detail = ""
}

/// Makes what members wrote, taught and organised in a year.
struct Workshop {
    let county: County
    var turnout: Turnout

    /// Those seated on a day who do anything at all.
    private func keen(on date: CivilDay) -> [Person] {
        county.seated(on: date).filter { $0.diligence.rawValue >= Diligence.fair.rawValue }
    }

    /// The reports of the research trips, and some of members' own.
    mutating func reports(of trips: [Gathering], own: Int) -> [ResearchReport] {
        var reports = trips.filter { $0.kind.contains("调研") }.enumerated().map { number, trip in
            let team = trip.seats.filter(\.wasThere).map(\.person)
            let topic = trip.title.replacing("专题调研", with: "").replacing("主席集体调研", with: "")
            return ResearchReport(
                title: topic, days: trip.days, sites: trip.place, organizer: trip.organizer, drafter: team[0],
                team: Array(team.dropFirst().prefix(9)), report: "关于\(topic)的调研报告",
                adopted: number % 3 == 0 ? "县委、县政府采纳" : number % 3 == 1 ? "县政府采纳" : "",
                instructed: number % 2 == 0 ? "县委书记批示" : "")
        }
        let themes = turnout.chance.sample(own, of: Themes.all)
        for theme in themes {
            let date = day(2024, turnout.chance.number(in: 3...11), turnout.chance.number(in: 1...28))
            let drafter = turnout.chance.pick(keen(on: date))
            let others = keen(on: date).filter { $0.index != drafter.index }
            let mates = turnout.chance.sample(3, of: others).map(\.index)
            reports.append(
                ResearchReport(
                    title: theme.matter + "情况", days: DayRange(date), sites: turnout.chance.pick(Words.townships),
                    organizer: county.sectorName(of: drafter, on: date), drafter: drafter.index, team: mates,
                    report: "关于\(theme.matter)的调研报告", adopted: turnout.chance.chance(300) ? "县政府采纳" : ""))
        }
        return reports
    }

    /// The 监督建议书 each supervision group handed over at the end, drafted by its head.
    func advice(of groups: [Fieldwork.Supervision]) -> [ResearchReport] {
        groups.compactMap { group in
            guard let last = group.outings.last else { return nil }
            return ResearchReport(
                kind: "监督建议书", title: "\(group.unit)履职工作民主监督", days: last.days, sites: group.unit,
                organizer: last.organizer, drafter: group.head, team: Array(group.members.dropFirst()),
                report: "关于\(group.unit)的民主监督建议书", adopted: "县政府采纳")
        }
    }

    mutating func opinions(_ count: Int) -> [Opinion] {
        (1...count).map { number in
            let date = day(2024, 1 + number * 11 / count, turnout.chance.number(in: 1...28))
            let author = eager(on: date)
            let mates = keen(on: date).filter { $0.sector == author.sector && $0.index != author.index }
            let authors =
                [author.index] + (turnout.chance.chance(150) ? turnout.chance.sample(1, of: mates).map(\.index) : [])
            let topic = Themes.opinions[(number - 1) % Themes.opinions.count]
            let place = Words.townships[(number - 1) / Themes.opinions.count % Words.townships.count]
            let level = turnout.chance.number(in: 0...99)
            return Opinion(
                number: "SQ2024-" + padded(number, 3), title: "\(place)\(topic)问题应予重视", authors: authors, day: date,
                adopted: level < 30
                    ? "未采用" : level < 75 ? "县采用" : level < 92 ? "县采用、市采用" : level < 98 ? "市采用、省采用" : "全国采用",
                instructed: level % 13 == 5 ? "县长批示" : "")
        }
    }

    /// Someone who does things; the keener, the likelier.
    private mutating func eager(on date: CivilDay) -> Person {
        let people = keen(on: date)
        var person = turnout.chance.pick(people)
        while !turnout.chance.chance(person.diligence.initiative) { person = turnout.chance.pick(people) }
        return person
    }

    mutating func lectures() -> [Lecture] {
        Themes.lectures.enumerated().map { number, title in
            let date = day(2024, 3 + number / 2, 6 + number)
            let speaker = eager(on: date)
            let sector = speaker.sector(on: date)
            let mates = county.members(ofSector: sector, on: date).filter { $0.index != speaker.index }
            let online = number % 6 == 5
            return Lecture(
                title: title, day: date,
                place: online ? "线上直播" : turnout.chance.pick(["县图书馆", "县政协委员之家", "城关镇文化站", "县职业技术学校"]),
                organizer: Words.sectors[sector], speaker: speaker.index,
                listeners: turnout.volunteers(8, of: mates).map(\.index),
                audience: ["社区居民", "机关干部", "学校师生", "企业职工"][number % 4], headcount: 40 + number * 7, online: online)
        }
    }

    func plan() -> [PlanTopic] {
        Words.sectors.indices.flatMap { sector in
            [
                PlanTopic(sector: sector, month: 4, topic: Themes.planTopics[sector] + "专题协商"),
                PlanTopic(sector: sector, month: 8, topic: Themes.planTopics[(sector + 7) % 20] + "界别调研"),
                PlanTopic(sector: sector, month: 10, topic: "界别委员走访联系界别群众"),
            ]
        }
    }

    /// What became of the plan, with activities beyond it; two sectors leave their last item undone.
    mutating func activities(of plan: [PlanTopic]) -> [SectorActivity] {
        var activities: [SectorActivity] = []
        for (number, item) in plan.enumerated() where !(item.month == 10 && item.sector % 9 == 4) {
            let date = day(2024, item.month, 8 + number % 20)
            activities.append(activity(item.sector, title: item.topic, plan: item.topic, on: date))
        }
        for sector in Words.sectors.indices {
            let date = day(2024, 5 + sector % 7, 2 + sector)
            let title = Themes.activities[sector % Themes.activities.count]
            activities.append(activity(sector, title: "\(Words.sectors[sector])：\(title)", plan: "", on: date))
        }
        return activities.sorted { ($0.day, $0.sector) < ($1.day, $1.sector) }
    }

    mutating func activity(_ sector: Int, title: String, plan: String, on date: CivilDay) -> SectorActivity {
        let members = county.members(ofSector: sector, on: date)
        let seats = turnout.expected(members.filter { turnout.chance.chance(300 + $0.diligence.initiative) })
        let there = seats.filter(\.wasThere).map(\.person)
        return SectorActivity(
            sector: sector, title: title, planTopic: plan, day: date,
            place: turnout.chance.pick(Words.townships) + turnout.chance.pick(["便民服务中心", "委员工作室", "文化站", "产业园"]),
            attendees: there.isEmpty ? members.prefix(1).map(\.index) : there,
            excused: seats.filter { $0.overall == .excused }.map(\.person),
            publicHeads: turnout.chance.number(in: 0...45),
            outcome: plan.isEmpty ? "" : "形成协商意见\(turnout.chance.number(in: 2...5))条")
    }
}
