import DutyModel

/// One proposal with its nodes.
struct Proposal {
    var number: String
    var title: String
    var category: String
    /// 个人, 联名, 集体.
    var mode: String
    /// Signers in signing order; the first one is credited as 第一提案人.
    var signers: [Int]
    var duringSession: Bool
    var session: String
    var submitted: CivilDay
    var filed: CivilDay?
    /// 立案, 不立案, 转社情民意, or 并案（…号）.
    var filing: String
    var unit: String
    var joinUnit = ""
    var assigned: CivilDay?
    var answered: CivilDay?
    var supervised: CivilDay?
    var feedback: CivilDay?
    var closed: CivilDay?
    var satisfaction = ""
    /// 一号提案, 重点提案, 优秀提案; several joined by 、.
    var honours: [String] = []
    var leader = ""
    /// Research it rests on.
    var research = ""
    var note = ""
}

/// Makes a year's proposals.
struct ProposalDesk {
    let county: County
    var chance: SeededGenerator

    struct Theme {
        var matter: String
        var category: String
        var unit: String
    }

    private static let verbs = ["关于加快", "关于推进", "关于加强", "关于进一步做好"]

    /// So many proposals of a year, numbered from 1; the first is 一号提案.
    mutating func proposals(_ count: Int, year: Int) -> [Proposal] {
        let plenary = year == 2024 ? day(2024, 1, 17) : day(year, 1, 12)
        let session = "十一届\(Meetings.sessionWords[year - 2022])次"
        var titles = Self.verbs.flatMap { verb in Themes.all.map { (verb + $0.matter + "的建议", $0) } }
        titles = chance.shuffled(titles)
        var proposals: [Proposal] = []
        for number in 1...count {
            let theme = titles[number - 1]
            let during = chance.chance(850)
            let submitted =
                during
                ? max(plenary + chance.number(in: -4...1), County.termDays.first)
                : day(year, chance.number(in: 3...9), chance.number(in: 1...28))
            let signers = signers(on: submitted)
            var proposal = Proposal(
                number: "\(year)" + padded(number, 3), title: theme.0, category: theme.1.category,
                mode: signers.count > 1 ? "联名" : "个人", signers: signers, duringSession: during, session: session,
                submitted: submitted, filed: nil, filing: "立案", unit: theme.1.unit)
            examine(&proposal, number: number)
            proposals.append(proposal)
        }
        if year == 2024 { honour(&proposals) }
        return proposals
    }

    /// The keener, the more proposals; a third are joint.
    private mutating func signers(on date: CivilDay) -> [Int] {
        let seated = county.seated(on: date).filter { $0.diligence != .none }
        var first = chance.pick(seated)
        while !chance.chance(first.diligence.initiative + 100) { first = chance.pick(seated) }
        guard chance.chance(340) else { return [first.index] }
        let others = seated.filter { $0.index != first.index && $0.sector == first.sector }
        return [first.index] + chance.sample(chance.number(in: 1...3), of: others).map(\.index)
    }

    private mutating func examine(_ proposal: inout Proposal, number: Int) {
        switch chance.number(in: 0...999) {
        case ..<50: proposal.filing = "不立案"
        case ..<100: proposal.filing = "转社情民意"
        default: handle(&proposal)
        }
        if number == 1 { handle(&proposal) }
    }

    private mutating func handle(_ proposal: inout Proposal) {
        let filed = proposal.submitted + chance.number(in: 15...30)
        let assigned = filed + chance.number(in: 10...25)
        let answered = assigned + chance.number(in: 60...110)
        proposal.filing = "立案"
        proposal.filed = filed
        proposal.assigned = assigned
        proposal.answered = answered
        proposal.feedback = answered + chance.number(in: 3...12)
        proposal.closed = answered + chance.number(in: 15...30)
        proposal.satisfaction = chance.chance(860) ? "满意" : chance.chance(800) ? "基本满意" : "不满意"
        if chance.chance(250) { proposal.joinUnit = "县财政局" }
    }

    /// 一号提案, six 重点提案, ten 优秀提案, 打包交办, one 集体提案 and one 并案.
    private mutating func honour(_ proposals: inout [Proposal]) {
        let filed = proposals.indices.filter { proposals[$0].filing == "立案" && proposals[$0].duringSession }
        proposals[0].honours = ["一号提案", "重点提案"]
        proposals[0].leader = "县委书记"
        proposals[0].supervised = proposals[0].assigned.map { $0 + 20 }
        for index in filed.dropFirst().prefix(6) {
            proposals[index].honours = ["重点提案"]
            proposals[index].leader = "县政协主席"
            proposals[index].supervised = proposals[index].assigned.map { $0 + 30 }
        }
        for index in chance.sample(10, of: filed) { proposals[index].honours.append("优秀提案") }
        bundle(&proposals, filed: filed)
        if let merged = filed.last(where: { proposals[$0].honours.isEmpty }), let into = filed.first {
            proposals[merged].note = "并入\(proposals[into].number)号办理"
        }
    }

    /// Proposals of one category to one unit are assigned together; each keeps its own credit.
    private func bundle(_ proposals: inout [Proposal], filed: [Int]) {
        let byUnit = Dictionary(grouping: filed) { proposals[$0].unit }
        for (unit, members) in byUnit.sorted(by: { $0.key < $1.key }) where members.count >= 4 {
            for index in members where proposals[index].note.isEmpty {
                proposals[index].note = "“打包”交办（\(unit)，\(members.count)件）"
            }
        }
    }
}
