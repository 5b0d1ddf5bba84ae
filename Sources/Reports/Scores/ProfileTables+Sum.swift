import DutyModel
import Scoring
import Tabular

extension ProfileTables {
    /// 总分怎么来的: the parts that lie in no group, one below the other, to the total.
    var sum: TableDocument {
        let whole = profile.whole
        var rows: [[Cell]] = []
        func add(_ what: String, _ points: Rational, _ why: String = "") {
            rows.append([.text(what), points.cell(profile.display), .words(why)])
        }
        if !whole.start.isZero { add("起点分", whole.start) }
        for group in profile.groups where group.groups.isEmpty { add(group.name, group.amount, words(group)) }
        let single = profile.lines.filter { $0.groups.isEmpty }
        for line in single where !isIdle(line) { add(line.name, line.amount, words(line.losses)) }
        let idle = single.filter(isIdle)
        if !idle.isEmpty { add("其余 \(idle.count) 项", .zero, "没有记录") }
        if !whole.losses.isEmpty {
            add("合计", whole.raw)
            for loss in whole.losses {
                let what = loss.amount.isNegative ? "补" : "减"
                add(what, loss.amount.negated ?? .zero, loss.reason.text(profile.display))
            }
        }
        add("总分", profile.total)
        return TableDocument(
            title: "总分怎么来的",
            columns: [
                TableColumn("part", "项目", maximumWidth: 36), TableColumn("points", "分", .number()),
                TableColumn("why", "说明", maximumWidth: 60),
            ], rows: rows)
    }

    /// Everything that would have given points and did not, with the reason; nil where nothing was lost.
    var losses: TableDocument? {
        var rows: [[Cell]] = []
        func add(_ what: String, _ amount: Rational, _ reason: LossReason) {
            guard Rational.zero < amount else { return }
            rows.append([.text(what), amount.cell(profile.display), .text(reason.text(profile.display))])
        }
        for line in profile.lines {
            let what = "\(line.indicator) \(line.name)"
            for (reason, amount) in line.recordLosses { add(what, amount, reason) }
            for loss in line.losses { add(what, loss.amount, loss.reason) }
        }
        for group in profile.groups {
            for loss in group.losses { add("\(group.id) \(group.name)", loss.amount, loss.reason) }
        }
        for loss in profile.whole.losses { add("总分", loss.amount, loss.reason) }
        guard !rows.isEmpty else { return nil }
        return TableDocument(
            title: "没有计入的分",
            columns: [
                TableColumn("part", "项目", maximumWidth: 40), TableColumn("points", "少计", .number()),
                TableColumn("why", "原因", maximumWidth: 50),
            ], rows: rows)
    }

    private func isIdle(_ line: ScoreLine) -> Bool { line.amount.isZero && line.counted.isEmpty }

    private func words(_ losses: [Loss]) -> String {
        losses.map { $0.text(profile.display) }.joined(separator: "；")
    }

    /// 起点 10，各项 −4，减 6：……
    private func words(_ group: GroupLine) -> String {
        var words: [String] = []
        if !group.start.isZero { words.append("起点 \(group.start.text(profile.display)) 分") }
        if !group.losses.isEmpty { words.append("计算 \(group.raw.text(profile.display)) 分") }
        return (words + group.losses.map { $0.text(profile.display) }).joined(separator: "，")
    }
}

extension AnnualProfile {
    /// 2024 年度, 2024 年一季度.
    var period: String { part == .whole ? "\(year) 年度" : "\(year) 年\(part.label)" }
}

extension ScoreLine {
    /// What single records would have given, were they not too many: those beyond a limit or a month, and all but the
    /// best. What a cap takes is the line's own loss.
    fileprivate var recordLosses: [(reason: LossReason, amount: Rational)] {
        var losses: [(reason: LossReason, amount: Rational)] = []
        for record in counted {
            guard let reason = record.loss, reason.isOfNumber else { continue }
            guard let lost = record.amount.subtracting(record.credited) else { continue }
            if let place = losses.firstIndex(where: { $0.reason == reason }) {
                losses[place].amount = losses[place].amount.adding(lost) ?? losses[place].amount
            } else {
                losses.append((reason, lost))
            }
        }
        return losses
    }
}

extension LossReason {
    fileprivate var isOfNumber: Bool {
        switch self {
        case .beyondLastCounted, .periodLimit, .notHighest: true
        default: false
        }
    }
}
