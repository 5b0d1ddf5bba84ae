import ArgumentParser
import DutyModel
import DutyRegister
import Reports
import Scoring
import Tabular

struct ShowYear: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "status", also: ["情况"], "年度到了哪一步：未封账的列出挡路的事项，已封账的重新计算并列出差异、核定和迟到事实。",
        example: """
              lvzhi year status 2024
              lvzhi year status 2024 -o 差异.xlsx
            """,
        more: "只重新计算来比较，已冻结、已公布的结果不会变。")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("年度，不写时为今年。", valueName: "year")) var year: Int?

    func run(in context: CommandContext) throws {
        let status = try storeOptions.reading(in: context).yearStatus(year ?? context.today.year)
        try output.write(YearTables(status).all, in: context)
    }
}

/// How a year stands, as tables.
struct YearTables {
    let status: YearStatus

    init(_ status: YearStatus) { self.status = status }

    private var year: Int { status.year.year }
    private var isFrozen: Bool { status.year.version > 0 }

    var all: [TableDocument] {
        var tables = [summary]
        if !status.year.state.isLocked { tables.append(obstacles) }
        guard isFrozen else { return tables }
        tables.append(versions)
        if !status.decisions.isEmpty { tables.append(decisions) }
        tables.append(differences(status.differences, title: "现在重算与第 \(status.year.version) 版的差异（按冻结的考核办法）"))
        if let other = status.otherRulebook {
            tables.append(differences(other.differences, title: "按现在采用的“\(other.title)”重算的差异"))
        }
        if !status.lateFacts.isEmpty { tables.append(lateFacts) }
        return tables
    }

    private var summary: TableDocument {
        var fields: [(String, String)] = [("情况", status.year.state.label)]
        if let days = status.year.days { fields.append(("考核期", Lines.span(days))) }
        if isFrozen {
            let sound =
                status.unsound == 0 ? "逐字节相同" : "有 \(status.unsound) 人与冻结的事实不符，请用 lvzhi check 检查"
            fields.append(("由冻结的事实重算", sound))
            fields.append(
                ("现在重算", status.differences.isEmpty ? "与冻结的结果相同" : "有 \(status.differences.count) 人不同，已定的结果不变"))
            if status.silent > 0 { fields.append(("事实有变、结果不变", "\(status.silent) 人")) }
        }
        if let other = status.otherRulebook {
            fields.append(("考核办法", "封账后换成了“\(other.title)”，有 \(other.differences.count) 人会不同"))
        }
        if !status.year.reason.isEmpty { fields.append(("重开原因", status.year.reason)) }
        return .fields(title: "\(year) 年度", fields.map { (name: $0.0, value: $0.1) })
    }

    private var obstacles: TableDocument {
        TableDocument(
            title: "封账前要办的事项",
            columns: [
                TableColumn("kind", "类别"), TableColumn("count", "数目", .number()),
                TableColumn("message", "事项", maximumWidth: 36), TableColumn("remedy", "办法", maximumWidth: 44),
                TableColumn("examples", "例", maximumWidth: 48),
            ],
            rows: status.obstacles.map { obstacle in
                [
                    .text(obstacle.kind.rawValue), .integer(obstacle.count), .text(obstacle.message),
                    .text(obstacle.remedy), .text(obstacle.examples.joined(separator: "；")),
                ]
            }, notes: status.obstacles.isEmpty ? ["没有挡路的事项，可以封账。"] : [])
    }

    private var versions: TableDocument {
        TableDocument(
            title: "封账的版本",
            columns: [
                TableColumn("version", "版本", .number()), TableColumn("time", "时间"), TableColumn("who", "经办人"),
                TableColumn("members", "人数", .number()), TableColumn("rulebook", "考核办法", maximumWidth: 30),
                TableColumn("decisions", "核定", .number()), TableColumn("published", "公布", maximumWidth: 30),
                TableColumn("reason", "原因", maximumWidth: 30), TableColumn("accepted", "放行", maximumWidth: 30),
                TableColumn("log", "日志到", .number()), TableColumn("digest", "结果指纹", maximumWidth: 20),
            ],
            rows: status.versions.map { entry in
                let version = entry.version
                let published = version.publication.map { "\($0.instant.day) \($0.document)" } ?? "未公布"
                return [
                    .integer(version.id.version), .text("\(version.instant)"), .text(version.who),
                    .integer(version.members), .text(version.title), .integer(entry.decisions), .text(published),
                    .text(version.reason),
                    .text(version.accepted.map { "\($0.kind) \($0.count)" }.joined(separator: "、")),
                    .integer(Int(version.logSequence)), .text(String(version.digest.prefix(16))),
                ]
            })
    }

    private var decisions: TableDocument {
        TableDocument(
            title: "核定",
            columns: [
                TableColumn("number", "委员编号", .identifier), TableColumn("name", "姓名"),
                TableColumn("computed", "算出等次"), TableColumn("decided", "核定等次"),
                TableColumn("reason", "理由", maximumWidth: 36), TableColumn("body", "由谁核定"),
                TableColumn("day", "日期"), TableColumn("document", "文号"),
            ],
            rows: status.decisions.map { entry in
                let decision = entry.decision
                return [
                    .text(entry.number), .text(entry.name), .text(entry.computed ?? ""), .text(decision.grade),
                    .text(decision.reason), .text(decision.body), .text("\(decision.day)"), .text(decision.document),
                ]
            })
    }

    private func differences(_ differences: [YearDifference], title: String) -> TableDocument {
        TableDocument(
            title: title,
            columns: [
                TableColumn("number", "委员编号", .identifier), TableColumn("name", "姓名"),
                TableColumn("from", "原总分", .number()), TableColumn("to", "现总分", .number()),
                TableColumn("gradeFrom", "原等次"), TableColumn("gradeTo", "现等次"),
                TableColumn("lines", "哪些项目", maximumWidth: 40), TableColumn("since", "由哪些记录", maximumWidth: 60),
            ],
            rows: differences.map(row), notes: differences.isEmpty ? ["没有差异。"] : [])
    }

    private func row(_ difference: YearDifference) -> [Cell] {
        [
            .text(difference.number), .text(difference.name), points(difference.from), points(difference.to),
            .text(difference.gradeFrom ?? ""), .text(difference.gradeTo ?? ""),
            .text(difference.lines.map(text).joined(separator: "；")),
            .text((difference.records + difference.others).joined(separator: "；")),
        ]
    }

    private func text(_ line: YearDifference.Line) -> String {
        "\(line.indicator) \(line.name) \(line.from.text(status.display))→\(line.to.text(status.display))"
    }

    private func points(_ number: Rational?) -> Cell { number.map { .decimal($0.text(status.display)) } ?? .empty }

    private var lateFacts: TableDocument {
        TableDocument(
            title: "迟到事实",
            columns: [
                TableColumn("time", "时间"), TableColumn("who", "经办人"), TableColumn("what", "内容", maximumWidth: 40),
                TableColumn("reason", "原因", maximumWidth: 30), TableColumn("change", "操作号", .number()),
                TableColumn("effect", "影响", maximumWidth: 48),
            ],
            rows: status.lateFacts.map { entry in
                let effects = entry.effects.map { effect in
                    "\(effect.name) \(effect.from?.text(status.display) ?? "无")→\(effect.to?.text(status.display) ?? "无")"
                        + (effect.gradeFrom == effect.gradeTo
                            ? "" : "（\(effect.gradeFrom ?? "无")→\(effect.gradeTo ?? "无")）")
                }
                return [
                    .text("\(entry.fact.instant)"), .text(entry.fact.who), .text(entry.fact.summary),
                    .text(entry.fact.reason), .integer(Int(entry.fact.change)),
                    .text(effects.isEmpty ? "不改变结果" : effects.joined(separator: "；")),
                ]
            }, notes: ["影响按现在的全部事实重算；已定的结果不变。"])
    }
}
