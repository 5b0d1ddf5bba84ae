import DutyModel
import Scoring
import Tabular

extension ProfileTables {
    /// 名次 and 处理 that come into question: proposals, which nobody has decided yet.
    var judging: [TableDocument] {
        let ranks = TableDocument(
            title: "名次",
            columns: [
                TableColumn("rank", "名次"), TableColumn("place", "排第", .number()),
                TableColumn("population", "共", .number()), TableColumn("quota", "名额", .number()),
                TableColumn("listed", "结果"),
            ],
            rows: profile.ranks.map {
                [
                    .text($0.name), .integer($0.place), .integer($0.population), .integer($0.quota),
                    .text($0.isListed ? "列入" : "未列入"),
                ]
            })
        let proposals = TableDocument(
            title: "处理建议",
            columns: [
                TableColumn("measure", "事由"), TableColumn("reason", "情况", maximumWidth: 40),
                TableColumn("proposal", "建议", maximumWidth: 32), TableColumn("grade", "建议等次"),
                TableColumn("article", "依据", maximumWidth: 24),
            ],
            rows: profile.proposals.map {
                [.text($0.name), .words($0.reason), .text($0.proposal), .words($0.grade ?? ""), .words($0.article)]
            },
            notes: ["只是按办法提出的建议，由主席会议或常委会决定。"])
        return (profile.ranks.isEmpty ? [] : [ranks]) + (profile.proposals.isEmpty ? [] : [proposals])
    }
}
