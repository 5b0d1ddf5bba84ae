import DutyModel

/// Small pieces of lines for people.
enum Lines {
    /// Names side by side, eight to a line.
    static func packed(_ names: [String]) -> [String] {
        stride(from: 0, to: names.count, by: 8).map { start in
            names[start..<min(start + 8, names.count)].joined(separator: "、")
        }
    }

    /// From one day to another, or since one.
    static func span(_ from: CivilDay?, _ to: CivilDay?) -> String {
        switch (from, to) {
        case (let from?, let to?): from == to ? "\(from)" : "\(from) 至 \(to)"
        case (let from?, nil): "\(from) 起"
        case (nil, let to?): "至 \(to)"
        case (nil, nil): ""
        }
    }

    static func span(_ days: DayRange) -> String { span(days.first, days.last) }

    /// When a record was: its days, with the half of a single one.
    static func when(_ record: DutyRecord) -> String {
        record.half.map { "\(span(record.days)) \($0.label)" } ?? span(record.days)
    }
}

extension RecordFamily {
    /// As messages name it.
    var label: String {
        switch self {
        case .event: "会议活动"
        case .proposal: "提案"
        case .research: "调研成果"
        case .lecture: "委员讲堂"
        case .sectorActivity: "界别活动"
        case .opinionReport: "社情民意信息"
        case .speech: "大会发言"
        case .publication: "文史与宣传"
        case .commendation: "表彰"
        case .publicService: "公益服务"
        case .programme: "专题系列"
        }
    }

    /// The command word for it.
    var word: String {
        switch self {
        case .event: "event"
        case .proposal: "proposal"
        case .research: "research"
        case .lecture: "lecture"
        case .sectorActivity: "activity"
        case .opinionReport: "opinion"
        case .speech: "record"
        case .publication: "record"
        case .commendation: "record"
        case .publicService: "record"
        case .programme: "series"
        }
    }
}

extension OrganizationClass {
    var label: String {
        switch self {
        case .committee: "政协委员会"
        case .sector: "界别"
        case .activityGroup: "界别活动组"
        case .specialCommittee: "专门委员会"
        case .townshipGroup: "乡镇联络组"
        }
    }
}

extension Lines {
    /// 出席 12 人、请假 2 人, of the statuses there are.
    static func presence(_ record: DutyRecord) -> String {
        guard !record.people.isEmpty else { return "还没有登记人员" }
        let attending = record.people.filter(\.part.attends)
        let counts = AttendanceStatus.allCases.map { status in (status, attending.count { $0.status == status }) }
        let others = Part.allCases.filter { !$0.attends }.map { part in
            (part, record.people.count { $0.part == part })
        }
        let texts =
            counts.filter { $0.1 > 0 }.map { "\($0.0.label) \($0.1) 人" }
            + others.filter { $0.1 > 0 }.map { "\($0.0.label) \($0.1) 人" }
        return texts.joined(separator: "、")
    }
}
