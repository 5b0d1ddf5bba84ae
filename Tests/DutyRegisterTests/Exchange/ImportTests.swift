import DutyModel
import Interchange
import TestSupport
import Testing

@testable import DutyRegister

@Suite struct ImportTests {
    private static let roster = """
        某县政协委员名册
        序号,委员编号,姓名,界别,政协职务
        1,001,张　三,经济界,委员
        2,002,李四,经济界,常委
        3,003,王五,教育界,委员
        """
    private static let activities = """
        2024年界别活动登记表
        界别,活动名称,时间,地点,参加委员
        经济界,走访企业,2024年5月10日,工业园,张三、李四
        教育界,送教下乡,2024-06-01,中心小学,王五
        """

    private func write(_ text: String, _ name: String, in directory: TemporaryDirectory) -> String {
        let path = directory.file(name)
        Files.write(Array(text.utf8), to: path)
        return path
    }

    @Test("files are planned, applied as one batch, the same again say nothing new, and the batch is taken back whole")
    func wholeWay() throws {
        let directory = TemporaryDirectory()
        let files = [
            write(Self.roster, "委员名册.csv", in: directory), write(Self.activities, "界别活动.csv", in: directory),
        ]
        try withRegister { register in
            let before = try register.archive()
            let pending = try register.planImport(files)
            #expect(pending.plan.isClean, "\(pending.plan.findings)")
            #expect(try register.archive() == before)
            let saved = try register.apply(pending)
            let batch = try #require(saved.value)
            #expect(batch.created.members == 3 && batch.created.records == 2)
            #expect(batch.files.map(\.name) == ["委员名册.csv", "界别活动.csv"] && batch.files[0].hash.count == 64)
            #expect(try register.facts(of: "001", year: 2024).count == 1)

            let again = try register.planImport(files)
            #expect(again.plan.isEmpty, "\(again.plan.findings)")
            #expect(try register.apply(again).value == nil)

            let undo = try register.undoBatch(batch.id)
            #expect(undo.spared.isEmpty)
            #expect(try register.overview().members == 0)
            #expect(try register.batches().map(\.undoneBy) == [undo.change])
            #expect(try register.archive() == before)

            _ = try register.apply(try register.planImport(files))
            #expect(try register.overview().members == 3)
        }
    }

    @Test("rows edited since an import are spared by its undo and named")
    func spared() throws {
        let directory = TemporaryDirectory()
        let files = [
            write(Self.roster, "委员名册.csv", in: directory), write(Self.activities, "界别活动.csv", in: directory),
        ]
        try withRegister { register in
            let batch = try #require(try register.apply(try register.planImport(files)).value)
            _ = try register.edit("走访企业") { $0.place = "开发区" }
            let undo = try register.undoBatch(batch.id)
            #expect(undo.spared.contains { $0.what == "《走访企业》" })
            #expect(try register.records().records.map(\.title) == ["走访企业"])
        }
    }

    @Test("an import all of which was edited since is not said to be taken back")
    func nothingLeft() throws {
        let directory = TemporaryDirectory()
        let files = [write(Self.activities, "界别活动.csv", in: directory)]
        try withRegister { register in
            _ = try register.apply(
                try register.planImport([write(Self.roster, "委员名册.csv", in: directory)]))
            let batch = try #require(try register.apply(try register.planImport(files)).value)
            let titles = try register.records().records.map(\.title)
            for title in titles { _ = try register.edit(title) { $0.place = "开发区" } }
            #expect {
                _ = try register.undoBatch(batch.id)
            } throws: { error in
                guard case .nothingLeft(_, let items)? = error as? UndoRefused else { return false }
                return items.count == titles.count
            }
            #expect(try register.batches().first?.undoneBy == nil)
        }
    }

    @Test("with a bad row nothing is written, unless the good ones are accepted alone")
    func badRow() throws {
        let directory = TemporaryDirectory()
        let files = [
            write(Self.roster, "委员名册.csv", in: directory),
            write(Self.activities + "\n教育界,座谈,2024年2月30日,,王五", "界别活动.csv", in: directory),
        ]
        try withRegister { register in
            let pending = try register.planImport(files)
            #expect(throws: ImportRefused.self) { _ = try register.apply(pending) }
            #expect(try register.overview().members == 0)
            _ = try register.apply(pending, acceptValid: true)
            #expect(try register.overview().members == 3)
        }
    }

    @Test("a plan made before somebody else wrote is refused")
    func stale() throws {
        let directory = TemporaryDirectory()
        let files = [write(Self.roster, "委员名册.csv", in: directory)]
        try withRegister { register in
            let pending = try register.planImport(files)
            _ = try register.addOrganization(.sector, "体育界")
            #expect(throws: ImportRefused.registerChanged) { _ = try register.apply(pending) }
        }
    }
}
