/// The words that the plain evaluator knows. A rulebook with others is not computed by it, and a test says how many
/// there may be of those.
enum PlainLanguage {
    private static let rulebook: Set<String> = [
        "考核办法", "编号", "年度", "依据", "来源", "说明", "未见", "样例", "对象", "窗口", "起", "止", "显示", "小数位", "舍入", "读法", "名称", "可选",
        "取",
        "总分", "起点分", "乘以", "上限", "下限", "指标", "包含", "合计", "适用", "假定", "人工", "计入", "除外", "分值", "扣分", "取法", "分", "每半天",
        "分摊", "第一人", "最多计", "首个", "最高", "相加", "方式", "满几次", "得", "按次数", "满", "每满几次", "应满几次", "出席率", "按出席率", "应到",
        "无应到时", "缺一不得", "从第几次起", "只计前几次", "其后每次", "每天最多", "每月最多", "每季度最多", "每半年最多", "门槛", "条件", "不达标", "至少", "至多",
        "任一", "全部", "指标得分", "每月至少", "每季度至少", "每半年至少", "等次", "颜色", "后果", "按名次", "名次", "前", "后", "取整", "并列", "须达标", "评为",
        "限定",
        "按", "同分再比", "分别", "处理", "建议", "建议等次", "总分低于", "列入", "未达", "一年满", "一年不满", "连续年数", "一届满", "一届不满", "一届年数",
        "任职不满一年",
        "折算", "不满几个月不考核", "日期", "第几位", "人数", "每缺半天", "取最高几次", "每周最多", "取最高几项", "超过", "不足", "至少几项", "其中", "连续至少", "连续至多",
        "平均年数", "连续",
        "次", "分期", "对象名称",
    ]
    private static let cases: Set<String> = [
        "考核办法", "说明", "算例", "全体", "名称", "年度", "读法", "职务", "任职", "起", "止", "记录", "人工", "指标", "分", "理由", "批准人", "期间", "届",
        "列入",
        "历年", "应得", "总分", "等次", "门槛", "缺", "处理", "填报", "未达", "次数", "人员", "姓名", "界别", "人数", "每人多", "应为", "名单", "名单人数",
        "类别", "日期",
        "采用日期", "刊发日期", "批示日期", "评选日期", "状态", "身份", "邀请", "确认", "共几个半天", "到会半天", "形式", "环节", "荣誉", "荣誉级别", "第几位", "级别",
        "采用级别",
        "批示级别", "口头", "线上", "佐证", "满意", "计划内", "调研基础", "同一成果", "必须参加",
    ]
    /// Under these anything may stand: names of readings, 编号, nodes of a proposal.
    private static let open: Set<String> = ["读法", "指标", "次数", "名单", "名单人数", "环节"]
    /// A number by 职务 is chosen before the rulebook is read; where a table stands its rows are of the record's day.
    private static let tables: Set<String> = ["分值", "扣分", "起点分", "首个", "最高", "相加"]

    /// Words in a rulebook, or in its cases, that are not known here.
    static func unknown(inRulebook text: PlainText) -> Set<String> {
        unknown(text, rulebook.union(PlainCondition.keys))
    }
    static func unknown(inCases text: PlainText) -> Set<String> { unknown(text, cases) }

    private static func unknown(_ text: PlainText, _ known: Set<String>) -> Set<String> {
        switch text {
        case .word: return []
        case .list(let list): return list.reduce(into: []) { $0.formUnion(unknown($1, known)) }
        case .map(let fields):
            return fields.reduce(into: []) { found, field in
                if !known.contains(field.key) { found.insert(field.key) }
                if field.key == "任职", field.value.fields.isEmpty { found.insert("任职几段") }
                if field.key == "折算" { found.formUnion(Set(field.value.words).subtracting(["起点分", "门槛", "等次"])) }
                let isOpen = open.contains(field.key) && !field.value.fields.isEmpty
                if !isOpen { found.formUnion(unknown(field.value, known)) }
            }
        }
    }

    /// The same rulebook for someone: of every number by 职务 the row that fits.
    static func resolved(_ text: PlainText, for roles: Set<String>, under key: String = "") -> PlainText {
        switch text {
        case .word: return text
        case .list(let rows):
            if !tables.contains(key), isByRole(rows) {
                let row =
                    rows.first { $0["职务"] == nil || !roles.isDisjoint(with: $0.words("职务")) } ?? rows[rows.count - 1]
                return row["分"] ?? row["次"] ?? text
            }
            return .list(rows.map { resolved($0, for: roles, under: key) })
        case .map(let fields):
            // Where so many are asked for, an amount is of the member and not of the record's day.
            let isOfMember = ["应满几次", "每满几次"].contains { text["取法"]?[$0] != nil }
            return .map(
                fields.map { field in
                    let key = isOfMember && ["分值", "扣分"].contains(field.key) ? "" : field.key
                    return (field.key, resolved(field.value, for: roles, under: key))
                })
        }
    }

    private static func isByRole(_ rows: [PlainText]) -> Bool {
        !rows.isEmpty
            && rows.allSatisfy { row in
                let keys = row.fields.map(\.key)
                return keys.contains { $0 == "分" || $0 == "次" } && keys.allSatisfy { ["职务", "分", "次"].contains($0) }
            }
    }
}
