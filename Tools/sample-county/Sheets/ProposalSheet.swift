import DutyModel
import Tabular

/// The proposal office's list, one row a proposal, its nodes from left to right.
struct ProposalSheet {
    let county: County

    private static let headings = [
        "提案号", "案由", "分类", "性质", "第一提案人", "第一提案人编号", "联名提案人", "会间/平时", "届次", "提交时间", "审查结果", "立案时间", "承办单位",
        "会办单位", "交办时间", "答复时间", "督办时间", "反馈时间", "满意度", "办结时间", "重点/优秀", "领衔督办", "调研依据", "备注",
    ]

    func draft(_ proposals: [Proposal], year: Int) -> SheetDraft {
        var draft = SheetDraft("提案一览表", width: Self.headings.count)
        draft.title("政协示范县第十一届委员会\(year)年提案一览表")
        draft.heading(Self.headings)
        for (offset, proposal) in proposals.enumerated() { draft.append(row(proposal, offset)) }
        draft.append(["合计", .text("\(proposals.count)件，立案\(proposals.count { $0.filing == "立案" })件")])
        return draft
    }

    private func row(_ proposal: Proposal, _ offset: Int) -> [Cell] {
        let names = NameForm(county: county)
        let first = county.people[proposal.signers[0]]
        let co = names.list(Array(proposal.signers.dropFirst()), on: proposal.submitted)
        let opening: [Cell] = [
            .text(proposal.number), .text(proposal.title), .text(proposal.category), .text(proposal.mode),
            .text(names.padded(first)),
            .text(first.number), text(co), .text(proposal.duringSession ? "会间" : "平时"), .text(proposal.session),
            DateForm.varied(offset, proposal.submitted),
        ]
        let nodes: [Cell] = [
            .text(proposal.filing), date(proposal.filed), .text(proposal.filing == "立案" ? proposal.unit : ""),
            text(proposal.joinUnit), date(proposal.assigned), date(proposal.answered), date(proposal.supervised),
            date(proposal.feedback), text(proposal.satisfaction), date(proposal.closed),
        ]
        let closing: [Cell] = [
            text(proposal.honours.joined(separator: "、")), text(proposal.leader), text(proposal.research),
            text(proposal.note),
        ]
        return opening + nodes + closing
    }

    private func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

    private func date(_ day: CivilDay?) -> Cell { day.map { DateForm.serial.cell($0) } ?? .empty }
}
