import DutyModel
import Tabular

/// Files with one mistake each, named after it: to see what the import says of them.
struct BadFiles {
    let office: Office
    private var county: County { office.county }

    init(office: Office) { self.office = office }

    func write(to files: Files) throws {
        try files.workbook("不是履职表格.xlsx", [budget])
        try files.workbook("认不出的栏目.xlsx", [signIn(headings: ["序号", "代号", "积分"], rows: [[1, "A", 5]])])
        try files.workbook("名册上没有的人.xlsx", [signIn(rows: [["1", "不在册", "教育界", "出席"]])])
        try files.workbook("同名未注明.xlsx", [sameNameWithoutSector])
        try files.workbook("不存在的日期.xlsx", [impossibleDate])
        try files.workbook("提案号重复.xlsx", [doubledProposal])
        try files.workbook("任职以外的出席.xlsx", [outsideMembership])
        try files.workbook("半天数超过会期.xlsx", [tooManyHalfDays])
        try files.workbook("认不出的记号.xlsx", [signIn(rows: [["1", .text(anyone.name), .text(sector(anyone)), "卍"]])])
        try files.save(BadFiles.encryptedWorkbook, as: "加密的工作簿.xlsx")
        try files.workbook("截断的工作簿.xlsx", [impossibleDate])
        let whole = try files.bytes(of: "截断的工作簿.xlsx")
        try files.save(Array(whole.prefix(whole.count / 2)), as: "截断的工作簿.xlsx")
        try files.save(
            Array("编号,信息标题,反映人,报送日期\r\nSQ-1,".utf8) + [0xFF, 0xFE, 0x81] + Array(",某人,2024-03-05\r\n".utf8),
            as: "编码不对.csv")
    }

    /// An ordinary member whose name is nobody else's.
    private var anyone: Person {
        county.people.first { $0.role == .member && $0.move == nil && $0.left == nil } ?? county.people[0]
    }

    private func sector(_ person: Person) -> String { Words.sectors[person.sector] }

    private func signIn(
        headings: [String] = ["序号", "姓名", "界别", "出席情况"], rows: [[Cell]], date: String = "2024年3月5日"
    ) -> SheetDraft {
        var draft = SheetDraft("签到", width: headings.count)
        draft.title("民生座谈会签到表")
        draft.line("会议名称：民生座谈会")
        draft.line("类别：座谈会　时间：\(date)　地点：县政协")
        draft.heading(headings)
        for row in rows { draft.append(row) }
        return draft
    }

    private var budget: SheetDraft {
        var draft = SheetDraft("经费", width: 3)
        draft.title("2024年会议经费支出表")
        draft.heading(["科目", "金额", "经办人"])
        draft.append(["会场布置", 1200, "办公室"])
        return draft
    }

    private var sameNameWithoutSector: SheetDraft {
        signIn(headings: ["序号", "姓名", "出席情况"], rows: [["1", "张　敏", "出席"], ["2", .text(anyone.name), "出席"]])
    }

    private var impossibleDate: SheetDraft {
        signIn(rows: [["1", .text(anyone.name), .text(sector(anyone)), "出席"]], date: "2024年2月30日")
    }

    private var doubledProposal: SheetDraft {
        var pair = Array(office.year.proposals.prefix(2))
        for index in pair.indices { pair[index].number = "2024901" }
        return ProposalSheet(county: county).draft(pair, year: 2024)
    }

    /// Someone who came in May, at a meeting in March.
    private var outsideMembership: SheetDraft {
        let late = county.people.first { $0.joined > County.termDays.first } ?? anyone
        return signIn(rows: [["1", .text(late.name), .text(sector(late)), "出席"]])
    }

    private var tooManyHalfDays: SheetDraft {
        signIn(
            headings: ["序号", "姓名", "界别", "出席情况", "出席半天数", "应到半天数"],
            rows: [["1", .text(anyone.name), .text(sector(anyone)), "出席", 5, 2]])
    }

    /// The outside of a workbook with a password: a compound file whose directory names an encrypted package.
    private static var encryptedWorkbook: [UInt8] {
        var file = [UInt8](repeating: 0, count: 512)
        let header: [(Int, [UInt8])] = [
            (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (24, [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]),
            (44, [1, 0, 0, 0, 1, 0, 0, 0]), (56, [0, 0x10, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF]),
            (68, [0xFE, 0xFF, 0xFF, 0xFF]),
        ]
        for (place, bytes) in header { file.replaceSubrange(place..<place + bytes.count, with: bytes) }
        for place in 76..<512 { file[place] = place < 80 ? 0 : 0xFF }
        var table = [UInt8](repeating: 0xFF, count: 512)
        table.replaceSubrange(0..<8, with: [0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF])
        let entries = ["Root Entry", "EncryptionInfo", "EncryptedPackage", ""].flatMap(directoryEntry)
        return file + table + entries
    }

    private static func directoryEntry(_ name: String) -> [UInt8] {
        var entry = [UInt8](repeating: 0, count: 128)
        for (offset, byte) in name.utf8.enumerated() { entry[offset * 2] = byte }
        entry[64] = name.isEmpty ? 0 : UInt8(name.utf8.count * 2 + 2)
        entry[66] = name.isEmpty ? 0 : name == "Root Entry" ? 5 : 2
        entry[67] = 1
        return entry
    }
}
