import Tabular

/// Tells rows that hold data from totals, signatures, repeated headings and heading lines inside a table.
struct RowFilter {
    enum Verdict: Hashable {
        case data
        case leftOut
        /// 一、经济界（12人）: the rows below belong to this sector.
        case section(String)
    }

    let layout: SheetLayout
    /// The column that must hold something in a row of data.
    private let keyColumns: [Int]

    init(layout: SheetLayout) {
        self.layout = layout
        let keys = layout.map.required.first ?? []
        keyColumns = keys.flatMap { layout.columns[$0] ?? [] }
    }

    func verdict(_ row: SheetRow) -> Verdict {
        let filled = row.cells.indices.filter { !row[$0].isEmpty }
        guard let first = filled.first else { return .leftOut }
        let texts = filled.map { TextFolding.withoutSpaces(TextFolding.halfWidth(row[$0].text)) }
        if isRepeatedHeader(row) { return .leftOut }
        let isOneText = Set(texts).count == 1
        if texts.prefix(3).contains(where: RowFilter.isClosing) { return .leftOut }
        if isOneText, layout.has("name"), (try? DateText.parse(texts[0], year: 2000)) != nil { return .leftOut }
        let keyIsEmpty = keyColumns.allSatisfy { row[$0].isEmpty }
        if isOneText, filled.count == 1, isMark(column: first, texts[0]) { return .data }
        if isOneText, filled.count > 1 || keyIsEmpty { return lonely(texts[0], column: first) }
        return .data
    }

    /// A status without a name is a name forgotten, and no heading line.
    private func isMark(column: Int, _ text: String) -> Bool {
        let fields = [
            "status", "signature", "halfDays", "markPresent", "markLate", "markLeftEarly", "markExcused", "markAbsent",
        ]
        let isMarkColumn =
            fields.contains { layout.columns[$0]?.contains(column) == true }
            || layout.halfDayColumns.contains(column) || layout.events.contains { $0.column == column }
        return isMarkColumn && !RowFilter.isClosing(text)
    }

    /// A row with one text only: a heading line, or a number prepared for a row never filled.
    private func lonely(_ text: String, column: Int) -> Verdict {
        if layout.columns["index"]?.contains(column) == true, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return .leftOut
        }
        guard layout.has("name") else { return .data }
        var name = NameText.splitBrackets(text).outside[...]
        if let mark = name.firstIndex(where: { "、.．".contains($0) }),
            ChineseNumber.parse(name[..<mark]) != nil
        {
            name = name[name.index(after: mark)...]
        }
        if let colon = name.firstIndex(of: ":") { name = name[..<colon] }
        return .section(String(name))
    }

    func isRepeatedHeader(_ row: SheetRow) -> Bool {
        let filled = row.cells.indices.filter { !row[$0].isEmpty }
        let same = filled.count { layout.map.field(ofHeading: row[$0].text) != nil }
        return same >= 2 && same * 2 > filled.count
    }

    /// 合计, 填表人：…, 备注：…, and the like at the start of a row.
    static func isClosing(_ text: String) -> Bool {
        if closingWords.contains(text) { return true }
        guard let colon = text.firstIndex(of: ":") else {
            return text.hasSuffix("盖章") || text.hasSuffix("(公章)") || text.hasSuffix("(盖章)") || text.hasPrefix("合计")
                || text.hasPrefix("总计") || text.hasPrefix("小计") || text.hasPrefix("说明:")
        }
        let label = NameText.splitBrackets(String(text[..<colon])).outside
        return closingWords.contains(label) || closingLabels.contains(label)
    }

    private static let closingWords: Set<String> = [
        "合计", "总计", "小计", "共计", "累计", "备注", "注", "说明", "填表人", "填报人", "审核人", "审核", "制表人", "制表", "单位盖章", "盖章", "签章",
        "负责人", "单位负责人", "分管领导", "填表日期", "填表时间", "制表日期", "制表时间", "总人数", "出席人数", "实到人数", "应到人数", "出席率", "到会率",
        "记录人", "主持人签字", "图例", "填表说明", "以下空白", "此页无正文",
    ]

    private static let closingLabels: Set<String> = [
        "应到", "实到", "出席", "请假", "缺席", "迟到", "联系人", "联系电话", "填报单位", "填表单位", "报送单位", "时间", "日期", "符号说明", "统计", "主持人",
        "签字", "委员签字", "领导签字", "核对人", "复核人", "复核", "校对",
    ]
}
