public import DutyModel
internal import RecordStore

extension Register {
    /// 节点: a stage passed. A stage already there is a finding, unless `correcting`, which replaces it.
    public func advanceProposal(
        _ proposal: String, _ entry: ProposalStageEntry, correcting: Bool = false
    ) throws -> Saved<DutyRecord> {
        try rewriteProposal(.proposalAdvance, proposal, "\(entry.stage.label)") { content, record, desk in
            if let day = entry.day, day < record.days.first {
                desk.findings.append(.ends(beforeItBegins: .stageDay, from: record.days.first, to: day))
            }
            if correcting { content.stages.removeAll { $0.stage == entry.stage } }
            content.insert(entry)
        }
    }

    /// Adds honours (重点, 优秀, 一号) and the leader who supervises.
    public func honourProposal(
        _ proposal: String, _ honours: ProposalHonours, leader: String? = nil
    ) throws -> Saved<DutyRecord> {
        try rewriteProposal(.proposalHonour, proposal, honours.label) { content, _, _ in
            content.honours.formUnion(honours)
            if let leader { content.leader = leader }
        }
    }

    /// 反馈: the proposer's word, and the 反馈 stage where a day is given.
    public func recordFeedback(
        _ proposal: String, _ satisfaction: Satisfaction, on day: CivilDay?
    ) throws -> Saved<DutyRecord> {
        try rewriteProposal(.proposalFeedback, proposal, satisfaction.label) { content, _, _ in
            content.satisfaction = satisfaction
            guard let day else { return }
            content.stages.removeAll { $0.stage == .feedback }
            content.insert(ProposalStageEntry(.feedback, day: day))
        }
    }

    private func rewriteProposal(
        _ useCase: UseCase, _ word: String, _ what: String,
        _ change: (inout ProposalContent, DutyRecord, inout RecordDesk) -> Void
    ) throws -> Saved<DutyRecord> {
        try rewrite(useCase, word, family: .proposal) { record, desk, transaction in
            guard case .proposal(var content) = record.content else { return }
            change(&content, record, &desk)
            record.content = .proposal(content)
            transaction.context.summary = "\(desk.name(of: record))：\(what)"
        }
    }
}

extension ProposalContent {
    /// Puts a node where its day, then its number, belongs.
    mutating func insert(_ entry: ProposalStageEntry) {
        let place = stages.firstIndex { other in
            guard let day = entry.day, let otherDay = other.day else {
                return entry.stage.rawValue < other.stage.rawValue
            }
            return (day, entry.stage.rawValue) < (otherDay, other.stage.rawValue)
        }
        stages.insert(entry, at: place ?? stages.endIndex)
    }
}

extension ProposalHonours {
    fileprivate var label: String {
        [(ProposalHonours.key, "重点"), (.excellent, "优秀"), (.numberOne, "一号")]
            .filter { contains($0.0) }.map(\.1).joined(separator: "、")
    }
}
