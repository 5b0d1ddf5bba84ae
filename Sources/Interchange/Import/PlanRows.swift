import DutyModel
import Tabular

/// 界别年度协商计划: one row an item.
final class PlanRows: RowHandler {
    private let session: SheetSession

    init(_ session: SheetSession) { self.session = session }

    func take() {
        let work = WorkRow(session: session)
        let topic = session.title("topic")
        if topic.isEmpty { session.report(.error, field: "topic", "议题为空", "请填协商议题") }
        let year = year()
        if year == nil { session.report(.error, field: "year", "看不出是哪一年的计划", "请在标题写明年度，或用 --year 指明") }
        guard let year, !topic.isEmpty else {
            session.end(.rejected)
            return
        }
        guard let sector = work.sector(on: .firstDay(ofYear: year), isRequired: true) else {
            session.end(.rejected)
            return
        }
        let month = month()
        guard session.isAcceptable else {
            session.end(.rejected)
            return
        }
        let item = PlanItem(
            id: PlanItemID(rawValue: 0), sector: sector, year: year, month: month, topic: topic,
            lead: NameText(session.text("lead")).name)
        session.end(put(item))
    }

    func finish() {}

    private func put(_ item: PlanItem) -> RowOutcome {
        let desk = session.desk
        let topic = TitleText.folded(item.topic)
        let known = desk.planItems.first {
            $0.sector == item.sector && $0.year == item.year && TitleText.folded($0.topic) == topic
        }
        guard let known else {
            var new = item
            new.id = desk.ids.planItem()
            desk.add(new)
            desk.plan.planItems.append(.create(new))
            return .new
        }
        var changed = known
        if item.month > 0 { changed.month = item.month }
        if !item.lead.isEmpty { changed.lead = item.lead }
        if changed == known { return .same }
        desk.replace(changed)
        desk.plan.planItems.append(.update(before: known, after: changed))
        return .changed
    }

    private func year() -> Int? {
        let text = session.text("year")
        return (text.isEmpty ? nil : DateText.year(in: text)) ?? session.year
    }

    /// 3月, 3, 三月, 2024年3月, 2024-03-15, 3-4月; 一季度 names no month.
    private func month() -> UInt8 {
        let cell = session.cell("month")
        if case .date(let date) = cell { return UInt8(date.month) }
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(cell.text))
        if text.isEmpty
            || ["季", "年", "全年", "上半年", "下半年", "适时"].contains(where: { text.hasSuffix($0) || text.contains("季") })
        {
            if !text.isEmpty { session.report(.notice, field: "month", "计划只记月份，这里没有月份，未记", "请写月份，如 4 月") }
            return 0
        }
        if let mark = text.firstIndex(of: "月") {
            let before = text[..<mark].split { "年至-—~到、.".contains($0) }
            if let number = before.last.flatMap({ ChineseNumber.parse($0) }), (1...12).contains(number) {
                let first = before.count > 1 ? ChineseNumber.parse(before[before.count - 2]) : nil
                if let first, (1...12).contains(first) {
                    session.report(.notice, field: "month", "计划只记一个月份，按 \(first) 月记")
                }
                return UInt8(first.flatMap { (1...12).contains($0) ? $0 : nil } ?? number)
            }
        }
        if let number = ChineseNumber.parse(text), (1...12).contains(number) { return UInt8(number) }
        if let reading = try? DateText.parse(text, year: session.year) {
            return UInt8(reading.days.first.components.month)
        }
        session.report(.error, field: "month", "不是月份", "请写 1 月到 12 月")
        return 0
    }
}
