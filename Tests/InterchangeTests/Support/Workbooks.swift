import DutyModel
import Glibc
import Interchange
import Tabular
import Testing

/// A folder of its own for each test, gone afterwards.
final class Folder {
    let path: String

    init() {
        var template = Array("/tmp/lvzhi-interchange-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!).map { String(cString: $0) } ?? "" }
    }

    deinit {
        if let directory = opendir(path) {
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { unlink("\(path)/\(name)") }
            }
            closedir(directory)
        }
        rmdir(path)
    }

    /// Writes a workbook of one sheet, rows from 1.
    @discardableResult
    func workbook(
        _ name: String, sheet: String = "Sheet1", merges: [String] = [], _ rows: [[Cell]]
    ) throws -> String {
        let file = "\(path)/\(name)"
        let writer = try WorkbookWriter(path: file)
        let output = try writer.addSheet(sheet)
        var merged: [CellName: CellRange] = [:]
        for text in merges {
            let range = try #require(CellRange(text))
            merged[range.first] = range
        }
        for (offset, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let place = CellName(row: offset + 1, column: column)
                if let range = merged[place] {
                    try output.merge(range, cell)
                } else if cell != .empty {
                    try output.write(cell, at: place)
                }
            }
        }
        try writer.close()
        return file
    }

    @discardableResult
    func bytes(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = "\(path)/\(name)"
        let handle = try #require(fopen(file, "wb"))
        defer { fclose(handle) }
        #expect(fwrite(bytes, 1, bytes.count, handle) == bytes.count)
        return file
    }

    func csv(_ name: String, _ text: String) throws -> String { try bytes(name, Array(text.utf8)) }

    /// Text in the encoding of older spreadsheet programs.
    func gb18030(_ name: String, _ text: String) throws -> String {
        let converter = iconv_open("GB18030", "UTF-8")
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 2)
        let written = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target -> Int in
                var (from, to) = (source.baseAddress, target.baseAddress)
                var (left, free) = (source.count, target.count)
                iconv(converter, &from, &left, &to, &free)
                return target.count - free
            }
        }
        return try bytes(name, output[..<written].map { UInt8(bitPattern: $0) })
    }

    func read(_ name: String) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        try SheetSource(path: "\(path)/\(name)").forEachRow(ofSheet: 0) { rows.append($0) }
        return rows
    }
}

/// A county of six, two of them of one name, that most tests import into.
struct SmallCounty {
    let folder = Folder()
    let register: MemoryRegister

    static let roster: [[Cell]] = [
        ["政协示范县第十一届委员会委员名册"],
        ["界别", "序号", "委员编号", "姓 名", "性别", "民族", "出生年月", "工作单位及职务", "政协职务", "界别职务", "专委会", "手机号", "备注"],
        ["教育界", 1, "11001", "张　三", "男", "汉族", "1975年8月", "县一中 校长", "常委", "召集人", "提案委员会", "13800000001"],
        ["", 2, "11002", "李四光（女，回族）", "女", "", "1980.05", "县二中 教师", "委员", "", "提案委员会", "13800000002"],
        ["", 3, "11003", "王 芳", "女", "汉族", "", "县三中 教师", "委员"],
        ["经济界", 4, "11004", "王芳", "女", "汉族", "", "恒远公司 总经理", "委员", "召集人"],
        ["", 5, "11005", "阿依古丽•买买提", "女", "维吾尔族", "", "县医院 医生", "委员"],
        ["", 6, "11006", "欧阳雪", "女", "汉族", "", "县农行 行长", "委员", "", "", "", "2024年6月18日增补"],
        ["合计", "", "6人"],
        ["填表人：　　审核人："],
    ]

    init() throws {
        register = try Library.emptyRegister()
        let path = try folder.workbook("名册.xlsx", merges: ["A1:M1", "A3:A5", "A6:A8"], SmallCounty.roster)
        let plan = try plan(path)
        #expect(plan.isClean, "\(plan.findings)")
        register.apply(plan)
    }

    func plan(_ paths: String..., options: Importer.Options = Importer.Options()) throws -> ImportPlan {
        let plan = try Library.importer(options).plan(files: paths, against: register, ids: register.ids)
        for sheet in plan.sheets { try expectEveryRowOnce(sheet) }
        return plan
    }

    /// Imports a clean file and sees that the second time nothing is new.
    @discardableResult
    func take(_ path: String, options: Importer.Options = Importer.Options()) throws -> ImportPlan {
        let plan = try plan(path, options: options)
        #expect(plan.isClean, "\(plan.findings.map(\.sentence))")
        register.apply(plan)
        let again = try self.plan(path, options: options)
        #expect(again.isEmpty, "the same file again: \(again.records)")
        #expect(again.totals[.new] == 0 && again.totals[.changed] == 0)
        #expect(again.totals.total == plan.totals.total)
        return plan
    }

    private func expectEveryRowOnce(_ sheet: SheetSummary) throws {
        guard sheet.kind != nil, sheet.path.hasSuffix(".xlsx") else { return }
        let source = try SheetSource(path: sheet.path)
        let info = try #require(source.sheets.first { $0.name == sheet.sheet })
        var numbers: [UInt32] = []
        try source.forEachRow(ofSheet: info.index) { numbers.append(UInt32($0.number)) }
        #expect(sheet.rows.map(\.number) == numbers)
        #expect(sheet.counts.total == numbers.count)
    }

    func member(_ number: String) throws -> Member { try #require(register.roster.member(numbered: number)) }

    func only(_ family: RecordFamily) throws -> DutyRecord {
        let records = register.recordsByID.values.filter { $0.content.family == family }
        #expect(records.count == 1)
        return try #require(records.first)
    }

    /// The status of each in a record, by number.
    func statuses(_ record: DutyRecord) -> [String: AttendanceStatus] {
        let roster = register.roster
        return Dictionary(
            record.people.map { (roster[$0.member]?.number ?? "", $0.status) }, uniquingKeysWith: { first, _ in first })
    }
}
