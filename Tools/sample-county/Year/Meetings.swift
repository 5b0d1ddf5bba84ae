import DutyModel

/// The statutory meetings of a year: plenary, 常委会议, 主席会议.
struct Meetings {
    let county: County
    var turnout: Turnout

    static let sessionWords = ["一", "二", "三", "四", "五"]

    /// The plenary of a year of the term, held in January.
    mutating func plenary(_ year: Int) -> Gathering {
        let ordinal = Meetings.sessionWords[year - 2022]
        let days = year == 2024 ? (day(2024, 1, 16), day(2024, 1, 19)) : (day(year, 1, 11), day(year, 1, 13))
        return Gathering(
            kind: "全体会议", title: "政协示范县第十一届委员会第\(ordinal)次会议", days: range(days.0, days.1),
            halfDays: year == 2024 ? 7 : 5, place: "县会议中心", organizer: "县政协办公室", session: "十一届\(ordinal)次",
            seats: turnout.expected(county.seated(on: days.0), halfDays: year == 2024 ? 7 : 5))
    }

    /// One 常委会议: every 常委, and some members who sit in.
    mutating func standing(_ ordinal: String, on date: CivilDay, topic: String, guests: Int = 6) -> Gathering {
        let seated = county.seated(on: date)
        var seats = turnout.expected(seated.filter(\.isStanding))
        let invited = turnout.volunteers(guests, of: seated.filter { !$0.isStanding })
        seats += invited.map { Seat(person: $0.index, marks: [.present], capacity: "列席") }
        return Gathering(
            kind: "常委会议", title: "政协示范县第十一届常务委员会第\(ordinal)次会议", days: DayRange(date), halfDays: 1,
            place: "县政协三楼会议室", organizer: "县政协办公室", session: "十一届\(ordinal)次常委会议", topic: topic, seats: seats)
    }

    /// 2024: four meetings, two topics of 知情明政 at each.
    mutating func standingOf2024() -> [Gathering] {
        let plan: [(String, CivilDay, String)] = [
            ("九", day(2024, 3, 28), "听取国家高新技术企业和高成长性科技企业培育、安全生产监管情况通报"),
            ("十", day(2024, 5, 16), "听取河长制湖长制工作推进、养老服务保障体系建设情况通报；增补委员"),
            ("十一", day(2024, 8, 22), "听取就业创业、老城片区城市更新情况通报"),
            ("十二", day(2024, 11, 28), "听取经济和社会发展、财政预算执行情况通报"),
        ]
        return plan.map { standing($0.0, on: $0.1, topic: $0.2) }
    }

    /// One 主席会议: the leaders, and the heads of the special committees sitting in.
    mutating func leaders(_ number: Int, on date: CivilDay, topic: String) -> Gathering {
        let seated = county.seated(on: date)
        var seats = turnout.expected(seated.filter(\.isLeader))
        seats += turnout.expected(seated.filter { $0.committeeRole == .director && !$0.isLeader }).map {
            var seat = $0
            seat.capacity = "列席"
            return seat
        }
        return Gathering(
            kind: "主席会议", title: "十一届\(chinese(number))次主席会议", days: DayRange(date), halfDays: 1, place: "县政协二楼会议室",
            organizer: "县政协办公室", session: "十一届\(chinese(number))次主席会议", topic: topic, seats: seats)
    }

    mutating func leadersOf2024() -> [Gathering] {
        let plan: [(CivilDay, String)] = [
            (day(2024, 2, 22), "研究年度协商计划"), (day(2024, 4, 11), "票决受委派民主监督单位"), (day(2024, 6, 13), "研究重点提案督办"),
            (day(2024, 9, 12), "研究七十五周年系列活动"), (day(2024, 12, 12), "研究年度履职考核"),
        ]
        return plan.enumerated().map { leaders(21 + $0.offset, on: $0.element.0, topic: $0.element.1) }
    }
}

/// Days known to be in order.
func range(_ first: CivilDay, _ last: CivilDay) -> DayRange {
    guard let range = DayRange(first, last) else { preconditionFailure("days out of order: \(first) \(last)") }
    return range
}

/// A number from 1 to 99 in Chinese: 二十四.
func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number / 10
    return (tens == 0 ? "" : tens == 1 ? "十" : digits[tens] + "十") + digits[number % 10]
}
