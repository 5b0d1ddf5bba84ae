import DutyModel
import MarkedYAML
import Scoring
import Testing

@Suite("the catalogue of kinds")
struct KindCatalogueTests {
    @Test("knows the work plan's mechanisms by every name they go by")
    func words() throws {
        let kinds = try schemas().kinds()
        for word in [
            "全体会议", "常委会", "主席会议", "专题协商会", "专题调研", "视察", "民主监督", "民主评议", "读书班", "界别活动", "委员讲堂", "有事好商量", "走访", "提案",
            "调研成果",
            "社情民意", "大会发言", "文史资料", "宣传稿件", "表彰", "公益活动", "服务企业", "结对帮扶", "委员工作室", "政企面对面", "监督建议书",
        ] {
            #expect(kinds.kind(named: word) != nil, "\(word)")
        }
        #expect(kinds.codes(for: "会议").count > 5)
        #expect(kinds.kind(named: "全会")?.expects == .everyMember)
        #expect(kinds.kind(named: "常委会议")?.expects == .standingMembers)
    }

    @Test(
        "is refused with all findings where it contradicts itself",
        arguments: [
            (
                "{代码: 1, 键: a, 名称: 甲, 类型: 会议活动}", "{代码: 1, 键: b, 名称: 乙, 类型: 会议活动}",
                ["3:5 代码 1 已用于“甲”"]
            ),
            ("{代码: 1, 键: a, 名称: 甲, 类型: 会议活动}", "{代码: 2, 键: b, 名称: 甲, 类型: 提案}", ["3:5 “甲”已是“甲”的名称"]),
            (
                "{代码: 1, 键: a, 名称: 甲, 类型: 会议活动, 归类: [乙]}", "{代码: 2, 键: b, 名称: 乙, 类型: 提安}",
                ["3:30 不认识的类型“提安”，是不是“提案”？可用的有：会议活动、提案、调研成果、委员讲堂、界别活动、社情民意、大会发言、稿件、表彰、公益服务、专题系列"]
            ),
            (
                "{代码: 0, 键: a, 名称: 甲, 类型: 会议活动}", "{代码: 2, 名称: 乙, 类型: 提案, 应道: 常委}",
                [
                    "2:10 “代码”应是 1 到 1023 的整数，这里是“0”", "3:5 类别缺少“键”",
                    "3:28 不认识的键（在类别里）“应道”，是不是“应到”？可用的有：代码、键、名称、类型、别名、归类、必须参加、应到、敏感、说明",
                ]
            ),
        ])
    func refused(_ first: String, _ second: String, _ expected: [String]) throws {
        do throws(DocumentError) {
            _ = try KindCatalogueReader.read("类别:\n  - \(first)\n  - \(second)\n", file: "kinds.yaml")
            Issue.record("accepted")
        } catch {
            #expect(error.findings.map { "\($0.line):\($0.column) \($0.message)" } == expected)
        }
    }
}

@Suite("the shipped files")
struct SchemaLibraryTests {
    @Test("are found, and a rulebook among them by place and year")
    func find() throws {
        let library = try schemas()
        #expect(library.rulebooks.contains(ShippedRulebook(place: "sample-county", year: 2024)))
        #expect(!library.rulebooks.contains { $0.place == "invalid" })
        #expect(ShippedRulebook("hefei/2015")?.description == "hefei/2015")
    }

    @Test(
        "are never looked for outside their folder",
        arguments: ["../kinds", "hefei", "hefei/x", "/2015", "a/b/2015", ""])
    func names(_ text: String) { #expect(ShippedRulebook(text) == nil) }

    @Test("are told to be missing by name")
    func missing() throws {
        let kinds = try schemas().kinds()
        let library = SchemaLibrary(folder: "/nonexistent")
        #expect(throws: DocumentError.self) { try library.kinds() }
        #expect(throws: DocumentError.self) {
            try library.rulebook(ShippedRulebook(place: "hefei", year: 2015), catalogue: kinds)
        }
    }
}
