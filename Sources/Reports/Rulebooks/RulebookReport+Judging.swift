import DutyModel
import Scoring
import Tabular

extension RulebookReport {
    /// 名次 and 处理, where there are any.
    static func judging(_ rulebook: Rulebook) -> [TableDocument] {
        (rulebook.ranks.isEmpty ? [] : [ranks(rulebook)]) + (rulebook.measures.isEmpty ? [] : [measures(rulebook)])
    }

    private static func ranks(_ rulebook: Rulebook) -> TableDocument {
        TableDocument(
            title: "名次",
            columns: [
                TableColumn("rank", "名次"), TableColumn("size", "名额"), TableColumn("ties", "并列"),
                TableColumn("effect", "结果", maximumWidth: 32), TableColumn("article", "依据", maximumWidth: 24),
            ],
            rows: rulebook.ranks.map { rank in
                [
                    .text(rank.name), .text(size(rank)), .text(rank.tiesAreIn ? "都算" : "都不算"), .words(effect(rank)),
                    .words(rank.article),
                ]
            })
    }

    private static func size(_ rank: RankRule) -> String {
        let end = rank.isFromTop ? "前" : "后"
        switch rank.size {
        case .number(let number): return "\(end) \(number) 名"
        case .share(let share, let rounding):
            let percent = share.multiplied(by: Rational(100)) ?? share
            return "\(end) \(percent.text())%，\(rounding.label)"
        }
    }

    private static func effect(_ rank: RankRule) -> String {
        switch rank.effect {
        case .none: rank.consequence.isEmpty ? "列名单" : rank.consequence
        case .award(let grade): "评为\(grade)"
        case .limit(let grade): "\(grade)以此为限"
        }
    }

    private static func measures(_ rulebook: Rulebook) -> TableDocument {
        TableDocument(
            title: "处理建议",
            columns: [
                TableColumn("measure", "事由", maximumWidth: 40), TableColumn("proposal", "建议", maximumWidth: 40),
                TableColumn("grade", "建议等次"), TableColumn("article", "依据", maximumWidth: 24),
            ],
            rows: rulebook.measures.map { measure in
                [.text(measure.name), .text(measure.proposal), .words(measure.grade ?? ""), .words(measure.article)]
            })
    }
}
