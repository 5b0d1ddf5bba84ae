import DutyModel

/// One duty of a member, as words.
struct PlainFact {
    var year: Int
    /// 0 for 1 January.
    var day: Int
    var record: UInt64
    var kind: String
    var status: String
    var part: String
    var stages: Set<String> = []
    var honours: Set<String> = []
    var levels: Set<String> = []
    var isOnline = false
    var attended = 0
    var held = 0
    var place = 0
    var people = 0
    /// 职务 on the day.
    var role = ""

    var isWhole: Bool { held > 0 && attended >= held && (status == "出席" || status == "迟到") }
    var month: Int {
        var rest = day
        for month in 1...12 {
            let length = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            if rest < length { return month }
            rest -= length
        }
        return 13
    }
}

/// Conditions as a rulebook words them; empty for none.
struct PlainCondition {
    var kinds: [String] = []
    var statuses: [String] = []
    var parts: [String] = []
    var roles: [String] = []
    var stages: [String] = []
    var honours: [String] = []
    var levels: [String] = []
    var whole: Bool?
    var online: Bool?
    var places: ClosedRange<Int>?

    func fits(_ fact: PlainFact) -> Bool {
        (kinds.isEmpty || kinds.contains(fact.kind)) && (statuses.isEmpty || statuses.contains(fact.status))
            && (parts.isEmpty ? fact.part != "受访" : parts.contains(fact.part))
            && (roles.isEmpty || roles.contains(fact.role))
            && (stages.isEmpty || !fact.stages.isDisjoint(with: stages))
            && (honours.isEmpty || !fact.honours.isDisjoint(with: honours))
            && (levels.isEmpty || !fact.levels.isDisjoint(with: levels)) && (whole.map { $0 == fact.isWhole } ?? true)
            && (online.map { $0 == fact.isOnline } ?? true) && (places?.contains(fact.place) ?? true)
    }

    /// Where 状态 is not written, only those who were there count.
    func counts(_ fact: PlainFact) -> Bool {
        fits(fact) && (!statuses.isEmpty || ["出席", "迟到", "早退"].contains(fact.status))
    }

    var words: [String] {
        var words: [String] = []
        for (key, values) in [
            ("类别", kinds), ("状态", statuses), ("身份", parts), ("职务", roles), ("环节", stages), ("荣誉", honours),
            ("采用级别", levels),
        ] where !values.isEmpty {
            words.append("\(key): [\(values.joined(separator: ", "))]")
        }
        if let whole { words.append("全程: \(whole ? "是" : "否")") }
        if let online { words.append("线上: \(online ? "是" : "否")") }
        if let places { words.append("第几位: \(places.lowerBound)-\(places.upperBound)") }
        return words
    }

    var yaml: String { "{" + words.joined(separator: ", ") + "}" }
}

enum PlainAmount {
    case fixed(PlainFraction)
    case perHalfDay(PlainFraction)
    case table(String, [(PlainCondition, PlainFraction)])
    case split(PlainFraction, first: PlainFraction?, credited: Int?)
}

enum PlainTake {
    case sum
    case best
    case tiers([(Int, PlainFraction)])
    case everyFull(Int)
    case rate(PlainFraction, expected: PlainCondition, otherwise: PlainFraction, allOrNothing: Bool)
}

struct PlainIndicator {
    var counted: [PlainCondition]
    var excluded: PlainCondition?
    var amount: PlainAmount?
    var isDeduction = false
    var take = PlainTake.sum
    var from = 1
    var limit: Int?
    var after: PlainFraction?
    /// 天 or 月 or 季度, and how many.
    var period: (String, Int)?
}

indirect enum PlainContent {
    case indicator(PlainIndicator)
    case group([PlainItem], isBest: Bool, start: PlainFraction?)
}

struct PlainItem {
    var id: String
    var role: String?
    var cap: PlainFraction?
    var floor: PlainFraction?
    var content: PlainContent
}

struct PlainGate {
    var counted: PlainCondition
    var atLeast: Int
    var points: (id: String, atLeast: PlainFraction)
}

struct PlainRulebook {
    var items: [PlainItem]
    var cap: PlainFraction?
    var floor: PlainFraction?
    var gate: PlainGate
    var grades: [(String, PlainFraction?)]
}
