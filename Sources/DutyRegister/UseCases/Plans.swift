public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// 界别年度协商计划: adds an item; `month` 0 where the plan names none.
    public func addPlanItem(
        sector: String, year: Int, month: Int = 0, topic: String, lead: String = ""
    ) throws -> Saved<PlanItem> {
        try writeScoped(.planItemAdd) { transaction, grant in
            let directory = try Directory(&transaction)
            var findings: [RegisterFinding] = []
            if topic.allSatisfy(\.isWhitespace) { findings.append(.empty(field: .topic)) }
            if !(0...12).contains(month) { findings.append(.outOfRange(field: .month, value: month, 1...12)) }
            if !(1949...2100).contains(year) { findings.append(.outOfRange(field: .year, value: year, 1949...2100)) }
            let term = directory.term(on: .lastDay(ofYear: year))?.number
            let found = directory.organization(named: sector, .sector, term: term)
            if case .failure(let refusal) = found { findings += refusal.findings }
            guard findings.isEmpty else { throw Refusal(findings) }
            try grant.requireCovers(try found.get().id)
            let item = PlanItem(
                id: PlanItemID(rawValue: UInt32(try transaction.nextNumber(of: PlanItem.self))),
                sector: try found.get().id, year: year, month: UInt8(month), topic: topic, lead: lead)
            try PlanItem.table.insert(item, in: &transaction)
            transaction.context.summary = "\(sector) \(year) 年《\(topic)》"
            return item
        }
    }

    public func removePlanItem(_ item: PlanItemID) throws -> Saved<PlanItem> {
        try writeScoped(.planItemRemove) { transaction, grant in
            guard let found = try transaction.value(PlanItem.self, item) else { throw Refusal(.unknownPlanItem(item)) }
            try grant.requireCovers(found.sector)
            let users = try DutyRecord.table.find(by: DutyRecord.byPlanItem, Key(item), in: &transaction)
            guard users.isEmpty else {
                let kinds = try transaction.kinds()
                throw Refusal(.planItemInUse(item, by: users.map { RecordCandidate($0, kinds: kinds) }))
            }
            try PlanItem.table.delete(item, in: &transaction)
            transaction.context.summary = "\(found.year) 年《\(found.topic)》"
            return found
        }
    }

    /// By sector, then month; done ones with their activities.
    public func planItems(year: Int, sector: String? = nil) throws -> [PlanItemEntry] {
        try read(.planRead) { transaction in
            let directory = try Directory(&transaction)
            var wanted: OrganizationID?
            if let sector {
                let term = directory.term(on: .lastDay(ofYear: year))?.number
                wanted = try directory.organization(named: sector, .sector, term: term).get().id
            }
            let kinds = try transaction.kinds()
            let items = try PlanItem.table.find(by: PlanItem.byYear, Key(year), in: &transaction)
                .filter { wanted == nil || $0.sector == wanted }
            return try items.sorted { ($0.sector, $0.month, $0.id) < ($1.sector, $1.month, $1.id) }.map { item in
                let done = try DutyRecord.table.find(by: DutyRecord.byPlanItem, Key(item.id), in: &transaction)
                    .filter { $0.review == .approved }.sorted { ($0.days.first, $0.id) < ($1.days.first, $1.id) }
                return PlanItemEntry(
                    item: item, sector: directory.organizations[item.sector]?.name ?? "",
                    activities: done.map { RecordCandidate($0, kinds: kinds) })
            }
        }
    }
}
