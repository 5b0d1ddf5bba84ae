import Interchange
import Tabular

/// An import plan as tables: what became of each sheet, and what is wrong.
enum ImportTables {
    /// One row per sheet with its rows by outcome.
    static func summary(_ plan: ImportPlan) -> TableDocument {
        let outcomes = RowOutcome.allCases
        let keys = ["new", "changed", "same", "doubtful", "rejected", "leftOut"]
        var columns = [
            TableColumn("file", "文件", maximumWidth: 40), TableColumn("sheet", "工作表"), TableColumn("kind", "内容"),
        ]
        columns += zip(keys, outcomes).map { TableColumn($0, $1.label, .number()) }
        return TableDocument(
            columns: columns,
            rows: plan.sheets.map { sheet in
                let counts = sheet.counts
                let head: [Cell] = [
                    .text(sheet.file), .text(sheet.sheet),
                    .text(sheet.kind?.label ?? (counts.total == 0 ? "读不了" : "认不出")),
                ]
                return head + outcomes.map { .integer(counts[$0]) }
            },
            notes: [
                "共 \(plan.totals.total) 行：" + outcomes.map { "\($0.label) \(plan.totals[$0])" }.joined(separator: "、")
            ])
    }

    /// One row per finding, to be worked through in a spreadsheet.
    static func findings(_ findings: [Finding]) -> TableDocument {
        TableDocument(
            columns: [
                TableColumn("severity", "级别"), TableColumn("file", "文件"), TableColumn("sheet", "工作表"),
                TableColumn("row", "行", .number()), TableColumn("cell", "单元格"), TableColumn("heading", "表头"),
                TableColumn("value", "发现的内容", maximumWidth: 40), TableColumn("problem", "问题"),
                TableColumn("remedy", "怎么办"),
            ],
            rows: findings.map { finding in
                [
                    .text(finding.severity.label), .text(finding.file), .text(finding.sheet),
                    finding.row.map { .integer($0) } ?? .empty, .text(finding.cell ?? ""), .text(finding.heading),
                    .text(finding.value), .text(finding.problem), .text(finding.remedy),
                ]
            })
    }

    /// 新增 12、变更 3: what applying the plan does.
    static func changes(_ plan: ImportPlan) -> String {
        let groups: [(String, [Bool])] = [
            ("机构", plan.organizations.map(\.isCreation)), ("委员", plan.members.map(\.isCreation)),
            ("任职", plan.memberships.map(\.isCreation)), ("计划项目", plan.planItems.map(\.isCreation)),
            ("履职记录", plan.records.map(\.isCreation)),
        ]
        let words = groups.compactMap { name, creations -> String? in
            let new = creations.filter { $0 }.count
            let changed = creations.count - new
            guard !creations.isEmpty else { return nil }
            let counts = [new > 0 ? "新增 \(new)" : "", changed > 0 ? "变更 \(changed)" : ""]
            return name + counts.filter { !$0.isEmpty }.joined(separator: "、")
        }
        return words.joined(separator: "，")
    }
}
