import DutyModel
import DutyRegister
import Reports
import Tabular

/// Objections as tables.
enum ObjectionTables {
    static func list(_ entries: [ObjectionEntry]) -> TableDocument {
        TableDocument(
            columns: [
                TableColumn("id", "异议号", .number()), TableColumn("year", "年度", .number()),
                TableColumn("member", "委员"), TableColumn("sort", "类别"), TableColumn("about", "所指", maximumWidth: 28),
                TableColumn("text", "内容", maximumWidth: 36), TableColumn("raised", "提出"), TableColumn("due", "期限"),
                TableColumn("days", "天数", .number()), TableColumn("state", "办理"),
                TableColumn("reason", "答复", maximumWidth: 30),
            ],
            rows: entries.map { entry in
                let objection = entry.objection
                return [
                    .integer(Int(objection.id.rawValue)), .integer(objection.year), words(entry.member?.name ?? ""),
                    .text(objection.sort.label), words(entry.about), .text(objection.text),
                    .text("\(objection.raised.day)"), .text("\(objection.due)"), .integer(entry.days),
                    .text(entry.state), words(objection.answer?.reason ?? ""),
                ]
            })
    }

    private static func words(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

    static func sheet(_ entry: ObjectionEntry) -> TableDocument {
        let objection = entry.objection
        let answer = objection.answer
        return TableDocument.fields(
            title: "第 \(objection.id.rawValue) 号异议",
            [
                ("委员", entry.member.map { "\($0.name)（\($0.number)）" } ?? ""), ("年度", "\(objection.year)"),
                ("类别", objection.sort.label), ("所指", entry.about), ("内容", objection.text),
                ("佐证材料", objection.evidence.joined(separator: "、")), ("提出", "\(objection.raised)，\(objection.who)"),
                ("期限", "\(objection.due)"), ("办理", entry.state), ("理由", answer?.reason ?? ""),
                ("答复", answer.map { "\($0.instant)，\($0.who)" } ?? ""),
                ("更正的操作", answer?.changes.map { "第 \($0) 号" }.joined(separator: "、") ?? ""),
                ("更正的记录", entry.corrected.map { "\($0.day) \($0.title)" } ?? ""),
            ])
    }
}

extension ObjectionEntry {
    /// The record or the indicator it is about.
    var about: String {
        let record = record.map { "\($0.day) \($0.title)" } ?? ""
        let item = objection.indicator.isEmpty ? "" : "\(objection.indicator) \(indicator)"
        return [record, item].filter { !$0.isEmpty }.joined(separator: "；")
    }

    var state: String {
        if let answer = objection.answer { return answer.outcome.label }
        if objection.withdrawn != nil { return "已撤回" }
        return isOverdue ? "超过期限未答复" : "待答复"
    }
}
