import DutyModel
import DutyRegister
import Interchange

/// What use cases refuse for reasons of their own, as messages with an exit code.
extension FailureOfLayers {
    static func failure(_ error: ScoresError) -> Failure {
        switch error {
        case .noRulebook(let year, let first):
            Failure(
                .failed, "没有为 \(year) 年或更早的年度采用考核办法" + (first.map { "（最早的是 \($0) 年）" } ?? "") + "。",
                advice: "用 lvzhi rulebook adopt 采用一份考核办法，或用 --year 换一个年度。")
        case .alreadyAdopted(let year, let name):
            Failure(.conflict, "\(year) 年已经采用了同样的“\(name)”。", advice: "不必再采用。")
        case .notSeated(let person, let days):
            Failure(
                .failed, "\(person.name)（\(person.number)）在 \(Lines.span(days)) 不是委员，没有这一年的得分。",
                advice: "请核对年度；任职时间见 lvzhi member show \(person.number)。")
        }
    }

    static func failure(_ error: ImportRefused) -> Failure {
        switch error {
        case .findings(let count):
            Failure(.findings, "有 \(count) 处问题，什么也没有写入。", advice: "请逐处改正后再导入，或加 --accept-valid 只写没有问题的行。")
        case .registerChanged:
            Failure(.conflict, "读表的时候别人改动了登记库，什么也没有写入。", advice: "请再执行一次。")
        case .notUnique(let text):
            Failure(.conflict, "编号或名称与已有的重复（\(text)），什么也没有写入。", advice: "请核对编号后再导入。")
        }
    }

    static func failure(_ error: ArchiveRefused) -> Failure {
        switch error {
        case .findings(let findings):
            Failure(
                .findings, "存档有 \(findings.count) 处问题，什么也没有写入。", advice: "请用原样导出的存档。",
                details: findings.prefix(100).map(\.sentence))
        case .registerNotEmpty(let members, let records):
            Failure(
                .conflict, "登记库里已有委员 \(members) 人、履职记录 \(records) 条，存档只能导入空的登记库。",
                advice: "用 lvzhi init 新建一个登记库再导入。")
        case .unreadable(let path): Failure(.failed, "读不了存档“\(path)”。", advice: "请核对路径和权限。")
        }
    }

    static func failure(_ error: UndoRefused) -> Failure {
        switch error {
        case .unknown(let number): Failure(.failed, "没有第 \(number) 号操作。", advice: "用 lvzhi log 查看操作号。")
        case .alreadyUndone(let number, let by):
            Failure(.conflict, "第 \(number) 号操作已由第 \(by) 号操作撤销。", advice: "不必再撤销；要恢复它，请撤销第 \(by) 号操作。")
        case .irreversible(let number):
            Failure(.conflict, "第 \(number) 号操作是建库或升级，不能撤销。", advice: "需要时请从备份恢复。")
        case .builtOn(let number, let items):
            Failure(
                .conflict, "第 \(number) 号操作写入的内容后来有 \(items.count) 处又改过或被引用，没有撤销。",
                advice: "请先撤销后来的操作，或加 --spare 只撤销其余的。", details: items.prefix(50).map(\.line))
        case .nothingLeft(_, let items):
            Failure(
                .conflict, "它写入的内容后来都又改过或被引用，没有可以撤销的，什么也没有改动。",
                advice: "请先撤销后来的操作（lvzhi undo 操作号），再撤销它。", details: items.prefix(50).map(\.line))
        }
    }

    static func failure(_ error: YearBlocked) -> Failure {
        let details = error.obstacles.flatMap { obstacle in
            ["〔\(obstacle.kind.rawValue)〕\(obstacle.message)。\(obstacle.remedy)。"]
                + obstacle.examples.map { "    " + $0 }
                + (obstacle.count > obstacle.examples.count && obstacle.examples.count >= 10 ? ["    ……"] : [])
        }
        let words = error.obstacles.filter(\.kind.canBeAccepted).map(\.kind.rawValue)
        let accept = words.map { "--accept \($0)" }.joined(separator: " ")
        return Failure(
            .findings, "\(error.year) 年度还不能封账，有 \(error.obstacles.count) 类事项挡着。",
            advice: "请逐项办理；确定要放行的，写明原因：lvzhi year close \(error.year) \(accept) --reason 原因。", details: details)
    }

    static func failure(_ error: YearClosed) -> Failure {
        let first = error.years.first?.year ?? 0
        let details = error.years.flatMap { entry in
            ["\(entry.year) 年度\(entry.state.label)（第 \(entry.version) 版），要改动它的 \(entry.count) 处："]
                + entry.items.map { "    " + $0 } + (entry.count > entry.items.count ? ["    ……"] : [])
        }
        let years = error.years.map { "\($0.year)" }.joined(separator: "、")
        return Failure(
            .conflict, "\(years) 年度已封账，什么也没有改动。",
            advice: "要更正结果，先 lvzhi year reopen \(first) --reason 原因，改好后重新封账为新的一版；"
                + "只补记而不动已定的结果，在这条命令后加 --late-fact 原因，记为迟到事实。", details: details)
    }

    static func failure(_ error: BackupError) -> Failure {
        switch error {
        case .copyUnsound(let report):
            Failure(
                .store, "备份没有通过核验，已删除它。", advice: "请用 lvzhi check 检查登记库本身。",
                details: report.findings.prefix(20).map { $0 })
        case .backupUnsound(let report):
            Failure(
                .store, "备份“\(report.path)”已损坏（\(report.findingCount) 处），什么也没有改动。", advice: "请换一份备份。",
                details: report.findings.prefix(20).map { $0 })
        case .cannotSetAside(let path, let code):
            Failure(.store, "不能把原来的登记库“\(path)”改名保留（\(code)），什么也没有改动。", advice: "请检查目录的权限。")
        }
    }
}
